"""Undo and redo through the whole session: where the change was made, in words, and saved like any other."""

from __future__ import annotations

from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot

from maturity.answering.route import Step, steps
from maturity.questionnaire.model import Questionnaire
from maturity.response.file import read
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.widgets.keys import Keys
from tests.tui.conftest import Make, app, new_response
from tests.tui.screen import press, program, session, settle, text


def screen(pilot: Pilot[int]) -> AnswerScreen:
    """The questions."""
    shown = program(pilot).screen
    assert isinstance(shown, AnswerScreen)
    return shown


async def go(pilot: Pilot[int], kind: str, skip: int = 0) -> None:
    """To a question of this kind."""
    screen(pilot).index = [n for n, one in enumerate(session(pilot).way) if one.kind == kind][skip]
    await settle(pilot)


def footer(pilot: Pilot[int]) -> dict[str, str]:
    """Keys by label, as the last lines show them."""
    return {label: key for key, label, _action in screen(pilot).query_one(Keys).entries()}


async def test_undo_goes_where_the_change_was_made(folder: Path, make: Make, questionnaire: Questionnaire) -> None:
    """Two answers are taken back from elsewhere, each in words; redo has them again; all is saved."""
    path = make()
    way = [step.id for step in steps(questionnaire, new_response(questionnaire)) if step.kind == "item"]
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "item")
        await press(pilot, "3", "enter", "4", "enter", "right")
        assert "annuler" in footer(pilot)
        assert "refaire" not in footer(pilot)

        await press(pilot, "backspace")
        stem = questionnaire.item(way[1]).stem["fr"]
        assert "2 sur 34" in text(pilot)
        assert f"Annulé\u00a0: réponse 4 à «\u00a0{stem[:20]}" in text(pilot)
        assert read(path).answer(way[1]).level is None

        await press(pilot, "z")
        assert "1 sur 34" in text(pilot)
        assert session(pilot).response.answers == {}
        assert "annuler" not in footer(pilot)

        await press(pilot, "r", "r")
        assert f"Refait\u00a0: réponse 4 à «\u00a0{stem[:20]}" in text(pilot)
        assert "refaire" not in footer(pilot)
        await press(pilot, "right")
        assert "Refait" not in text(pilot)  # said once

    assert [read(path).answer(item).level for item in way[:2]] == [3, 4]


async def test_a_note_is_one_undo(folder: Path, make: Make) -> None:
    """All letters of a note go at once, and not the level; a second note on the same question goes for itself."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "item")
        item = screen(pilot).step.id
        await press(pilot, "2", "n", *"abc", "escape", "n", *"de", "escape", "backspace")
        assert session(pilot).response.answer(item).note == "abc"
        await press(pilot, "backspace")
        assert session(pilot).response.answer(item).note == ""
        assert session(pilot).response.answer(item).level == 2
        assert "Annulé\u00a0: note sur" in text(pilot)

        await press(pilot, "r", "r")
        assert session(pilot).response.answer(item).note == "abcde"


async def test_a_paste_is_one_undo(folder: Path, make: Make) -> None:
    """5,000 characters come and go at once."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "item")
        item = screen(pilot).step.id
        await press(pilot, "n")
        pilot.app.post_message(Paste("é" * 5_000))
        await settle(pilot)
        await press(pilot, "escape")
        assert session(pilot).response.answer(item).note == "é" * 5_000

        await press(pilot, "backspace")
        assert session(pilot).response.answer(item).note == ""
        assert not session(pilot).can_undo


async def test_backspace_in_a_note_takes_a_letter(folder: Path, make: Make) -> None:
    """Inside a text field its own keys go on working."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "item")
        item = screen(pilot).step.id
        await press(pilot, "2", "n", *"abz", "r", "backspace", "backspace", "escape")

        assert session(pilot).response.answer(item).note == "ab"
        assert session(pilot).response.answer(item).level == 2


async def test_profile_counts_and_targets_are_undone_too(
    folder: Path, make: Make, questionnaire: Questionnaire
) -> None:
    """A number counts as one change whatever its digits; Backspace takes digits there, ``z`` undoes."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        await go(pilot, "counts")
        await press(pilot, "1", "2", "down", "7", "backspace", "backspace", "backspace")
        assert list(session(pilot).response.portfolio.values()) == [12]
        assert footer(pilot)["annuler"] == "z"

        await press(pilot, "z")
        assert session(pilot).response.portfolio == {}
        assert "Annulé\u00a0: réponse 12 à" in text(pilot)
        await press(pilot, "z")
        assert session(pilot).response.profile == {}
        assert "Avant les questions" in text(pilot)

        opened = session(pilot)
        changed = opened.response.model_copy(update={"targets": {next(iter(questionnaire.subdimensions)): "enough"}})
        opened.change(changed)
        await press(pilot, "backspace")
        assert opened.response.targets == {}
        assert "Annulé\u00a0: un objectif" in text(pilot)


async def test_undo_from_the_palette(folder: Path, make: Make) -> None:
    """What the footer has no room for stands in the palette."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2", "ctrl+p", *"annuler")
        await press(pilot, "enter")
        await press(pilot, "enter")

        assert session(pilot).response.profile == {}


async def test_nothing_to_undo_is_said(folder: Path, make: Make) -> None:
    """A key that can do nothing says so; nothing is changed."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "backspace")
        assert "Il n’y a rien à annuler." in text(pilot)
        await press(pilot, "r")
        assert "Il n’y a rien à refaire." in text(pilot)


async def test_the_place_of_a_step_that_is_gone(folder: Path, make: Make) -> None:
    """A grid that is no longer there leads to the one before it, or to the last question."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        way = session(pilot).way

        assert way[session(pilot).place(Step("helix", "1"))] == Step("helix", "0")
        assert session(pilot).place(Step("item", "")) == len(way) - 1
