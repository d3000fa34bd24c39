"""What the screens look like, as text: 80 × 24 and 160 × 50, French and English.

``UPDATE_GOLDEN=1 pytest tests/tui/test_goldens.py`` writes them anew: read the difference before committing it.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from maturity.locale import language, set_language
from maturity.questionnaire.model import Questionnaire
from maturity.response.file import create
from maturity.tui.screens.answer import AnswerScreen
from tests.tui.conftest import Make, answered, app, new_response
from tests.tui.screen import press, program, session, settle, text

SIZES = {"80x24": (80, 24), "160x50": (160, 50)}
GOLDEN = Path(__file__).parent / "golden"
Way = Callable[[Pilot[int]], Awaitable[None]]


async def _step(pilot: Pilot[int], kind: str, skip: int = 0) -> None:
    screen = program(pilot).screen
    assert isinstance(screen, AnswerScreen)
    screen.index = [n for n, one in enumerate(session(pilot).way) if one.kind == kind][skip]
    await settle(pilot)


async def _question(pilot: Pilot[int]) -> None:
    await _step(pilot, "item", 1)
    await press(pilot, "3", "c", "f")


async def _help(pilot: Pilot[int]) -> None:
    await _step(pilot, "item", 3)
    await press(pilot, "h")


async def _note(pilot: Pilot[int]) -> None:
    await _step(pilot, "item")
    await press(pilot, "n", *"ok")


async def _list(pilot: Pilot[int]) -> None:
    await _question(pilot)
    await press(pilot, "g", "t")


async def _map(pilot: Pilot[int]) -> None:
    for skip, keys in enumerate((("3", "c", "f"), ("question_mark",), ("5", "f"), ("1",), ("2", "c"))):
        await _step(pilot, "item", skip)
        await press(pilot, *keys)
    await _step(pilot, "item", 4)
    await press(pilot, "n", *"ok", "escape", "g")


async def _search(pilot: Pilot[int]) -> None:
    await _question(pilot)
    await press(pilot, "slash", *"donnees" if language() == "fr" else "data", "down")


async def _finish(pilot: Pilot[int]) -> None:
    await _question(pilot)
    await press(pilot, "ctrl+e")


async def _grid(pilot: Pilot[int]) -> None:
    await _step(pilot, "helix")
    await press(pilot, "3", "1")


async def _counts(pilot: Pilot[int]) -> None:
    await _step(pilot, "counts")
    await press(pilot, "4", "down", "1")


async def _nothing(_pilot: Pilot[int]) -> None:
    pass


SCREENS: dict[str, Way] = {
    "profile": _nothing,
    "question": _question,
    "help": _help,
    "note": _note,
    "map": _map,
    "list": _list,
    "search": _search,
    "finish": _finish,
    "grid": _grid,
    "counts": _counts,
}


def check(name: str, shown: str) -> None:
    """Compare with the golden file, or write it."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown + "\n", encoding="utf-8")

    assert path.read_text(encoding="utf-8") == shown + "\n"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
async def test_answering(folder: Path, make: Make, name: str, size: str, language: str) -> None:
    """Each screen of the way reads as it should."""
    set_language(language)
    async with app(folder, make()).run_test(size=SIZES[size]) as pilot:
        await settle(pilot)
        await SCREENS[name](pilot)

        check(f"{name}-{size}-{language}", text(pilot))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
async def test_home(folder: Path, questionnaire: Questionnaire, size: str, language: str) -> None:
    """The list: complete, begun, invented, damaged."""
    set_language(language)
    begun = new_response(questionnaire, name="Saint-Aubray")
    create(folder / "a-2026" / "r1.toml", answered(new_response(questionnaire), questionnaire))
    create(
        folder / "b-2026" / "r1.toml",
        begun.model_copy(update={"authority": begun.authority.model_copy(update={"invented": True})}),
    )
    async with app(folder).run_test(size=SIZES[size]) as pilot:
        await settle(pilot)

        check(f"home-{size}-{language}", text(pilot))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
async def test_new(folder: Path, size: str, language: str) -> None:
    """Type-ahead, then role, then form."""
    set_language(language)
    async with app(folder).run_test(size=SIZES[size]) as pilot:
        await settle(pilot)
        await press(pilot, "n", *"saint-paul")
        check(f"new-authority-{size}-{language}", text(pilot))
        await press(pilot, "enter")
        check(f"new-role-{size}-{language}", text(pilot))
        await press(pilot, "enter")
        check(f"new-form-{size}-{language}", text(pilot))
