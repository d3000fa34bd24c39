"""Our targets: set by keys, saved, undone; the next steps follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.locale import set_language
from maturity.response.file import read
from maturity.tui.screens.finish import FinishScreen
from maturity.tui.screens.targets import TargetsScreen
from maturity.tui.session import Session
from maturity.tui.widgets.page import Page
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, session, settle, text
from tests.tui.test_goldens import SIZES, check


async def test_keys_set_and_save(folder: Path, make: Make) -> None:
    """A number sets a level, = and space say good enough, Del takes it away; each is saved at once."""
    path = make(full=True)
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "o", "4", "down", "equals_sign", "down", "space", "down", "5", "delete")

        assert isinstance(program(pilot).screen, TargetsScreen)
        names = list(session(pilot).questionnaire.subdimensions)
        assert dict(session(pilot).response.targets) == {names[0]: 4, names[1]: "enough", names[2]: "enough"}
        assert "Enregistré" in text(pilot)
    assert dict(read(path).targets) == {names[0]: 4, names[1]: "enough", names[2]: "enough"}


async def test_undo_and_redo_stay_on_this_screen(folder: Path, make: Make) -> None:
    """What was set here is taken back one by one and can be had again; no answer is touched."""
    async with app(folder, make(full=True)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "o", "4", "down", "3")
        answers = session(pilot).response.answers
        first, second = list(session(pilot).questionnaire.subdimensions)[:2]

        await press(pilot, "backspace")
        assert dict(session(pilot).response.targets) == {first: 4}
        await press(pilot, "backspace", "backspace", "backspace")
        assert dict(session(pilot).response.targets) == {}
        assert "annuler" not in text(pilot)
        await press(pilot, "r", "r")
        assert dict(session(pilot).response.targets) == {first: 4, second: 3}
        assert session(pilot).response.answers is answers


async def test_doing_again_touches_no_answer(folder: Path, make: Make) -> None:
    """An answer that was undone on its question does not come back from here."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "backspace", "o")
        assert session(pilot).can_redo

        await press(pilot, "r")
        assert dict(session(pilot).response.profile) == {}
        assert "refaire" not in text(pilot)
        await press(pilot, "escape", "1", "o", "4", "backspace", "backspace")
        assert dict(session(pilot).response.targets) == {}
        assert len(session(pilot).response.profile) == 1, "the answer given before is not taken back from here"


async def test_the_mark_says_what_a_point_is_about(folder: Path, make: Make) -> None:
    """Below the list stand what the point means, the level chosen in words, and the first step there."""
    set_language("en")
    async with app(folder, make(full=True)).run_test(size=(110, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "o", "down", "4")
        questionnaire = session(pilot).questionnaire
        second = list(questionnaire.subdimensions)[1]
        shown = " ".join(text(pilot).split())

        assert questionnaire.subdimensions[second].construct_["en"].split(". ")[0][:60] in shown
        assert f"Level 4: {questionnaire.block_of(second).level_readings[3]['en']}" in shown
        assert "First step, from 3 to 4:" in shown
        assert "→ 4" in shown


async def test_next_steps_follow_at_once(folder: Path, make: Make) -> None:
    """Back on the results, the action for the largest gap stands first and says why."""
    async with app(folder, make(full=True)).run_test(size=(110, 70)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "6")
        before = text(pilot)
        await press(pilot, "o", "down", "5", "escape")

        assert text(pilot) != before
        assert "Vous voulez atteindre ici le niveau 5" in " ".join(text(pilot).split())


async def test_read_only(folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a file that is open elsewhere the list is there to read; its keys do nothing and are not offered."""
    path = make(full=True)
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        monkeypatch.setattr(Session, "read_only", property(lambda _self: True))
        await press(pilot, "o", "4", "equals_sign", "delete")

        assert dict(session(pilot).response.targets) == {}
        assert "niveau à atteindre" not in text(pilot).splitlines()[-2]


async def test_a_narrow_window_has_words_in_place_of_the_scale(folder: Path, make: Make) -> None:
    """Where a name and a scale do not fit side by side, the level now and the one wanted stand below the name."""
    async with app(folder, make(full=True)).run_test(size=(50, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "o", "5")

        assert "actuel 2,5  → 5" in text(pilot)
        assert "├" not in text(pilot)


async def test_language_switch_keeps_the_mark(folder: Path, make: Make) -> None:
    """Other words, same place."""
    async with app(folder, make(full=True)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "o", "down", "down", "down", "2", "ctrl+l")
        page = program(pilot).screen.query_one("#list", Page)

        assert page.cursor == list(session(pilot).questionnaire.subdimensions)[3]
        assert "→ 2" in text(pilot)
        assert "good enough for us" in text(pilot)


async def test_from_the_palette_of_a_question(folder: Path, make: Make) -> None:
    """Targets are within reach from a question, by key and by name."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"objectifs", "enter", "enter")
        await settle(pilot)

        assert isinstance(program(pilot).screen, TargetsScreen)
        await press(pilot, "escape", "ctrl+e", "down", "enter")
        assert isinstance(program(pilot).screen, TargetsScreen)
        await press(pilot, "escape")
        assert isinstance(program(pilot).screen, FinishScreen)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
async def test_golden(folder: Path, make: Make, size: str, language: str) -> None:
    """The list with a gap, a target reached, one that is good enough, and one without."""
    set_language(language)
    async with app(folder, make(full=True)).run_test(size=SIZES[size]) as pilot:
        await settle(pilot)
        await press(pilot, "o", "5", "down", "2", "down", "equals_sign", "down")

        check(f"targets-{size}-{language}", text(pilot))
