"""Another language in the middle of everything: focus, scroll and half-typed text stay."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import TextArea

from maturity.locale import language
from maturity.tui.widgets.page import Page
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, settle, text


async def test_half_typed_note_stays(folder: Path, make: Make) -> None:
    """Switching while a note is written changes the words around it, not the note, its cursor or the focus."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter", "n", "h", "a", "l", "f", "left")
        area = program(pilot).screen.query_one(TextArea)
        assert "Note" in text(pilot)
        assert "garder et fermer" in text(pilot)

        await press(pilot, "ctrl+l")

        assert language() == "en"
        assert program(pilot).screen.query_one(TextArea) is area
        assert (area.text, area.cursor_location) == ("half", (0, 3))
        assert program(pilot).focused is area
        assert "keep and close" in text(pilot)


async def test_scroll_and_mark_stay(folder: Path, make: Make) -> None:
    """A list keeps its mark and its place; the question below it changes language, too."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "t", *["down"] * 25)
        page = program(pilot).screen.query_one("#list", Page)
        before = (page.cursor, page.scroll_offset.y)
        assert before[1] > 0

        await press(pilot, "ctrl+l")

        assert (page.cursor, page.scroll_offset.y) == before
        assert "Enter choose" in text(pilot)

        await press(pilot, "escape")
        assert "Before the questions" in text(pilot)


async def test_palette_speaks_the_language(folder: Path) -> None:
    """Commands of the palette come from the registry, in the language in use."""
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p")
        assert "Commencer une nouvelle évaluation." in text(pilot)
        assert "Chercher une commande…" in text(pilot)

        await press(pilot, "escape", "ctrl+l", "ctrl+p")
        assert "Begin a new assessment." in text(pilot)


async def test_palette_runs_commands(folder: Path) -> None:
    """What is chosen in the palette is done."""
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"nouvelle")
        await press(pilot, "enter")
        await press(pilot, "enter")

        assert "Quelle collectivité" in text(pilot)
