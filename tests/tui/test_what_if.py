"""“What if”: other answers on a copy move the map, and nothing of it is ever kept."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from maturity.answering import edits
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Response
from maturity.tui.screens.what_if import WhatIfScreen
from tests.tui.conftest import app, new_response
from tests.tui.examples import example, kept, states
from tests.tui.screen import press, program, session, settle, text

_ONE_STEP_FROM_II = {  # 0: not known
    "T1.3": 0,
    "T2.1": 2,
    "T2.3": 3,
    "O2.3": 2,
    "T3.1": 2,
    "T3.2": 1,
    "O2.1": 3,
    "O2.2": 2,
    "N1.1": 3,
    "N1.2": 1,
    "N1.3": 2,
    "N2.2": 0,
    "N2.3": 2,
}


async def opened(pilot: Pilot[int]) -> WhatIfScreen:
    """The screen, from the results of the first placement."""
    await settle(pilot)
    await press(pilot, "s", "2", "i")
    screen = program(pilot).screen
    assert isinstance(screen, WhatIfScreen)
    return screen


async def on_an_item(pilot: Pilot[int]) -> str:
    """With the cursor on the first item; its id."""
    screen = program(pilot).screen
    assert isinstance(screen, WhatIfScreen)
    item = next(one for one in screen.answers.targets if not one.startswith("start:"))
    screen.answers.put_cursor(item)
    await settle(pilot)
    return item


async def test_nothing_is_kept(folder: Path, questionnaire: Questionnaire) -> None:
    """After changes, undo, another map and leaving, file and answers are what they were, byte for byte."""
    path = kept(folder, example(questionnaire, "wexcombe"))
    before = path.read_bytes()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        real: Response = session(pilot).response
        await on_an_item(pilot)
        await press(pilot, "1", "down", "5", "question_mark", "backspace", "p", "escape", "escape")

        assert session(pilot).response is real
        assert path.read_bytes() == before
        assert "Et si" not in text(pilot)
    assert path.read_bytes() == before


async def test_it_says_so(folder: Path, questionnaire: Questionnaire) -> None:
    """The heading says that nothing is kept, and how many answers differ from the real ones."""
    async with app(folder, kept(folder, example(questionnaire, "wexcombe"))).run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        assert "Rien n’est gardé ici" in text(pilot)
        await on_an_item(pilot)
        await press(pilot, "1")

        assert "1 réponse changée" in text(pilot)


async def test_a_start_moves_the_map(folder: Path, questionnaire: Questionnaire) -> None:
    """What is offered gives another label when it is tried; the answers that it changes are marked with both levels."""
    async with app(folder, kept(folder, example(questionnaire, "val-ourlene"))).run_test(size=(160, 50)) as pilot:
        screen = await opened(pilot)
        start = screen.offered[0]
        await press(pilot, "enter")

        label = screen.view.result.placement(screen.placement).label
        assert label != screen.real.result.placement(screen.placement).label
        assert f"{len(start.levels)} réponses changées" in text(pilot)
        assert "2 → 3" in text(pilot)
        assert "vos vraies réponses" in text(pilot)


async def test_a_start_promises_what_comes_out(folder: Path, questionnaire: Questionnaire) -> None:
    """Where missing answers would leave several labels open after a change, it says so before it is tried."""
    given = new_response(questionnaire)
    for item, code in _ONE_STEP_FROM_II.items():
        given = edits.level(given, item, code, "fr") if code else edits.missing(given, item, "dont-know", "fr")
    async with app(folder, kept(folder, given)).run_test(size=(160, 50)) as pilot:
        screen = await opened(pilot)
        told = screen.offered[0].words
        await press(pilot, "enter")

        assert "I ou II, selon les réponses qui manquent" in told
        assert screen.view.result.placement(screen.placement).possible_labels == ("I", "II")
        assert "Type I → I ou II" in text(pilot)


async def test_what_was_tried_is_taken_back(folder: Path, questionnaire: Questionnaire) -> None:
    """What is tried says so, and Enter once more puts the real answers back."""
    async with app(folder, kept(folder, example(questionnaire, "val-ourlene"))).run_test(size=(160, 50)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "enter")
        assert "Essayé" in text(pilot)
        await press(pilot, "enter")

        assert "Essayé" not in text(pilot)
        assert screen.copy.answers == screen.real.response.answers


async def test_what_is_undone_can_be_had_again(folder: Path, questionnaire: Questionnaire) -> None:
    """Undo, redo and the real answer work inside the copy."""
    async with app(folder, kept(folder, example(questionnaire, "wexcombe"))).run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        item = await on_an_item(pilot)
        real = screen.copy.answer(item).level
        other = "1" if real != 1 else "2"
        await press(pilot, other)
        assert screen.copy.answer(item).level == int(other)
        await press(pilot, "backspace")
        assert screen.copy.answer(item).level == real
        await press(pilot, "r")
        assert screen.copy.answer(item).level == int(other)
        await press(pilot, "delete")

        assert screen.copy.answer(item) == screen.real.response.answer(item)


@pytest.mark.parametrize("state", ["determined", "borderline", "undetermined", "screened-out", "empty"])
@pytest.mark.parametrize("size", [(80, 24), (160, 50), (60, 16)])
async def test_it_opens_from_every_state(
    folder: Path, questionnaire: Questionnaire, state: str, size: tuple[int, int]
) -> None:
    """Both maps, as picture and as table, in both languages, whatever the results say."""
    async with app(folder, kept(folder, states(questionnaire)[state])).run_test(size=size) as pilot:
        screen = await opened(pilot)
        first = screen.placement
        await press(pilot, "enter", "p", "t", "ctrl+l", "down", "3", "t")

        assert screen.placement != first
        assert "What if: nothing here is kept"[: size[0] - 20] in text(pilot)


async def test_a_target_can_be_tried(folder: Path, questionnaire: Questionnaire) -> None:
    """A level that the authority wants to reach is offered, and raises the answers of that point to it."""
    given = example(questionnaire, "val-ourlene")
    items = questionnaire.form(given.questionnaire.form).items
    low = next(one for one in items if given.answer(one).level == 1)
    point = questionnaire.item(low).subdimension
    async with app(folder, kept(folder, edits.target(given, point, 4))).run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        wanted = next(n for n, one in enumerate(screen.offered) if low in one.levels and one.levels[low] == 4)
        screen.answers.put_cursor(f"start:{wanted}")
        await settle(pilot)
        await press(pilot, "enter")

        assert screen.copy.answer(low).level == 4


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_a_kill_in_the_middle_keeps_nothing(tmp_path: Path, questionnaire: Questionnaire) -> None:
    """The program killed while other answers are tried: the file is what it was."""
    pexpect = pytest.importorskip("pexpect")
    from tests.tui.terminal import Terminal

    assert pexpect
    path = kept(tmp_path, example(questionnaire, "val-ourlene"))
    before = path.read_bytes()
    with Terminal(tmp_path / "home", "--lang", "fr", "open", str(path)) as terminal:
        terminal.wait_for("résultats")
        terminal.type("s")
        terminal.wait_for("Niveaux", "et si")
        terminal.type("i")
        terminal.wait_for("Pour commencer")
        terminal.type("enter")
        terminal.wait_for("réponses changées")
        terminal.child.kill(9)

    assert path.read_bytes() == before
