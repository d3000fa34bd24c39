"""The map: a mark that walks in two dimensions, the same as a list, and jumps."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from maturity.questionnaire.model import Questionnaire
from maturity.response.file import create
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.screens.map import MapScreen
from maturity.tui.widgets.board import Board
from tests.tui.conftest import Make, answered, app, new_response
from tests.tui.screen import press, program, session, settle, text


def _board(pilot: Pilot[int]) -> Board:
    return program(pilot).screen.query_one(Board)


async def test_arrows_walk_in_two_dimensions(folder: Path, make: Make) -> None:
    """Right and left go along the way, down and up to the cell that stands nearest; edges hold."""
    async with app(folder, make(form="full")).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "home")
        spots = _board(pilot)._spots
        await press(pilot, "left", "up")
        assert _board(pilot).at == 0
        await press(pilot, "right", "right")
        assert _board(pilot).at == 2
        await press(pilot, "right", "down")
        here = spots[_board(pilot).at]
        assert here.column == spots[3].column
        assert here.row == spots[3].row + 1
        await press(pilot, "up")
        assert _board(pilot).at == 3
        await press(pilot, "end", "right", "down")
        assert _board(pilot).at == len(session(pilot).way) - 1


async def test_every_cell_can_be_reached_and_stands_alone(folder: Path, make: Make) -> None:
    """Sixty questions fit in 80 × 24, no cell lies on another, and the question below follows the mark."""
    async with app(folder, make(form="full")).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "home")
        way = session(pilot).way
        spots = _board(pilot)._spots
        assert [spot.index for spot in spots] == list(range(len(way)))
        assert len({(spot.row, spot.column) for spot in spots}) == len(way)
        assert max(spot.column + spot.width for spot in spots) <= 79
        assert len(_board(pilot)._rows) <= 20
        stem = session(pilot).questionnaire.item(next(step.id for step in way if step.kind == "item")).stem["fr"]
        assert stem[:40] not in text(pilot)
        await press(pilot, "right", "right")
        assert stem[:40] in text(pilot)


@pytest.mark.parametrize("key", ["enter", "click"])
async def test_jump(folder: Path, make: Make, key: str) -> None:
    """Enter jumps; a click moves the mark, a second one on the same cell jumps."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g")
        if key == "enter":
            await press(pilot, "right", "right", "right", "enter")
        else:
            spot = _board(pilot)._spots[3]
            top = _board(pilot).region.y
            for _click in range(2):
                assert isinstance(program(pilot).screen, MapScreen)
                await pilot.click(offset=(spot.column + 1, spot.row + top))
                await settle(pilot)
        screen = program(pilot).screen
        assert isinstance(screen, AnswerScreen)
        assert screen.index == 3


async def test_list_shares_the_mark(folder: Path, make: Make) -> None:
    """``t`` shows the same as a list and back; the mark stays on the question."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "right", "right", "t")
        assert program(pilot).screen.query_one("#list").display
        await press(pilot, "down", "t")
        assert _board(pilot).at == 3
        await press(pilot, "t", "down", "enter")
        screen = program(pilot).screen
        assert isinstance(screen, AnswerScreen)
        assert screen.index == 4


async def test_next_to_do(folder: Path, questionnaire: Questionnaire) -> None:
    """``u`` goes to the next question without an answer and begins again at the top; it is not offered without one."""
    full = answered(new_response(questionnaire), questionnaire)
    holes = [item for item in full.answers if item not in set(list(full.answers)[2:5])]
    some = full.model_copy(update={"answers": {item: full.answers[item] for item in holes}})
    path = folder / "pau-2026" / "r1.toml"
    create(path, some)
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        way = [step.id for step in session(pilot).way]
        places = [way.index(item) for item in full.answers if item not in holes]
        await press(pilot, "g", "home")
        seen = []
        for _time in range(4):
            await press(pilot, "u")
            seen.append(_board(pilot).at)
        assert seen == [*places, places[0]]
        assert "prochaine à faire" in text(pilot)

        await press(pilot, "escape")
        for item, answer in full.answers.items():
            session(pilot).response = session(pilot).response.with_answer(item, answer)
        await press(pilot, "g")
        assert "prochaine à faire" not in text(pilot)


async def test_resized_and_in_another_language(folder: Path, make: Make) -> None:
    """The mark stays where it is when the window or the language changes; a very narrow window shows all cells."""
    async with app(folder, make(form="full")).run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "right", "right", "down")
        at = _board(pilot).at
        for size in ((60, 16), (40, 30), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert _board(pilot).at == at
            assert len(_board(pilot)._spots) == len(session(pilot).way)
        await press(pilot, "ctrl+l")
        assert _board(pilot).at == at
        assert "level chosen" in text(pilot)
