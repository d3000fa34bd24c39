"""Answering by keys: what each key does to the file."""

from __future__ import annotations

from pathlib import Path

from textual import events

from maturity.questionnaire.model import Questionnaire
from maturity.response.file import read
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.screens.finish import FinishScreen
from maturity.tui.screens.home import HomeScreen
from maturity.tui.widgets.counts import Counts
from maturity.tui.widgets.page import Page
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, session, settle, text


async def test_a_level_is_kept_at_once(folder: Path, make: Make, questionnaire: Questionnaire) -> None:
    """A digit chooses, the screen says that it is saved, and the file holds the level."""
    path = make()
    first = questionnaire.form("placement").items[0]
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "enter", "1", "enter")  # the two questions before
        await press(pilot, "4")

        assert session(pilot).response.answer(first).level == 4
        assert "✓ Enregistré 10:31" in text(pilot)
        assert "● 4" in text(pilot)

    assert read(path).answer(first).level == 4
    assert read(path).answer(first).language == "fr"


async def test_keys_of_one_question(folder: Path, make: Make, questionnaire: Questionnaire) -> None:
    """Don't know, confidence, flag, note and evidence stand in the file; Delete takes the answer away, not the note."""
    path = make()
    first = questionnaire.form("placement").items[0]
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter", "question_mark", "f")

        assert session(pilot).response.answer(first).missing == "dont-know"
        assert "⚑ à revoir" in text(pilot)

        await press(pilot, "2", "c", "c", "n", "é", "t", "é", "escape", "e", "o", "k", "escape")

        answer = session(pilot).response.answer(first)
        assert (answer.level, answer.missing, answer.confidence, answer.note, answer.evidence) == (
            2,
            None,
            2,
            "été",
            "ok",
        )
        assert "◆◆◇ assez sûre" in text(pilot)

        await press(pilot, "delete")

    kept = read(path).answer(first)
    assert (kept.level, kept.note, kept.flagged) == (None, "été", True)


async def test_not_applicable_only_where_it_may(folder: Path, make: Make, questionnaire: Questionnaire) -> None:
    """``x`` does nothing on most questions, and says when it applies on those that allow it."""
    form = questionnaire.form("placement").items
    way = [item for item in questionnaire.item_ids if item in form]
    allowed = next(n for n, item in enumerate(way) if questionnaire.item(item).not_applicable_when)
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = program(pilot).screen
        assert isinstance(screen, AnswerScreen)
        screen.index = 2
        await press(pilot, "x")
        assert not session(pilot).response.answers

        screen.index = 2 + allowed
        await press(pilot, "x")

        assert session(pilot).response.answer(way[allowed]).missing == "not-applicable"
        assert "● x  Sans objet. " in text(pilot)


async def test_enter_chooses_under_the_mark_then_goes_on(folder: Path, make: Make) -> None:
    """Arrows move a mark; Enter chooses what it stands on and only then goes on."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "down", "down", "enter")

        assert list(session(pilot).response.profile.values()) == ["f1"]
        assert "1 sur 2" in text(pilot)

        await press(pilot, "enter")
        assert "2 sur 2" in text(pilot)

        await press(pilot, "left")
        assert "1 sur 2" in text(pilot)


async def test_goes_on_where_it_stopped(folder: Path, make: Make) -> None:
    """Opening shows the first question without an answer."""
    path = make()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *["1", "enter"] * 7)
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        assert "6 sur 34" in text(pilot)


async def test_go_to_a_question(folder: Path, make: Make) -> None:
    """The map begins where one stands, and Enter goes to the question under the mark."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "right", "right", "right", "enter")

        assert "2 sur 34" in text(pilot)


async def test_the_grid_and_the_counts(folder: Path, make: Make) -> None:
    """Digits fill cells one after the other, ``n`` names the project, ``p`` adds a second, digits make a count."""
    path = make()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = program(pilot).screen
        assert isinstance(screen, AnswerScreen)
        screen.index = 36
        await press(pilot, "3", "0", "2", "n", "S", "I", "G", "enter")
        project = session(pilot).response.helix[0]
        assert project.name == "SIG"
        assert [value for row in project.cells.values() for value in row.values()] == [3, 0, 2]

        await press(pilot, "p", "B", "enter")
        assert [project.name for project in session(pilot).response.helix] == ["SIG", "B"]

        screen.index = len(session(pilot).way) - 1
        await press(pilot, "1", "2", "down", "7", "8", "backspace")
        assert list(session(pilot).response.portfolio.values()) == [12, 7]

        await press(pilot, "enter")
        assert isinstance(program(pilot).screen, FinishScreen)
    assert list(read(path).portfolio.values()) == [12, 7]


async def test_counts_typed_faster_than_they_are_shown(folder: Path, make: Make) -> None:
    """Keys that wait in a row, on a slow machine, make the same numbers as keys that come one by one."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = program(pilot).screen
        assert isinstance(screen, AnswerScreen)
        screen.index = len(session(pilot).way) - 1
        await settle(pilot)
        for key, character in (("1", "1"), ("2", "2"), ("down", None), ("7", "7")):
            screen.query_one(Counts).post_message(events.Key(key, character))
        await settle(pilot)

        assert list(session(pilot).response.portfolio.values()) == [12, 7]


async def test_escape_goes_home(folder: Path, make: Make) -> None:
    """Escape leaves the assessment for the list, which shows how far it is."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter", "3", "escape")

        assert isinstance(program(pilot).screen, HomeScreen)
        assert program(pilot).session is None
        assert "1/34" in text(pilot)


async def test_a_card_after_the_grid_is_the_new_one(folder: Path, make: Make) -> None:
    """A card that was hidden meanwhile shows its own question, not the one from before the grid."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = program(pilot).screen
        assert isinstance(screen, AnswerScreen)
        screen.index = 35
        await settle(pilot)
        await press(pilot, "enter", "enter")

        assert "Pour finir" in text(pilot)
        assert "2 sur 4" in text(pilot)


async def test_going_on_never_remounts(folder: Path, make: Make) -> None:
    """Going through questions keeps the very same widgets."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = program(pilot).screen.query_one("#card", Page)
        await press(pilot, *["right"] * 5)

        assert program(pilot).screen.query_one("#card", Page) is before
