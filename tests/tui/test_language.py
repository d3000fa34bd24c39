"""Another language in the middle of everything: focus, scroll and half-typed text stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import TextArea

from maturity.locale import language, set_language
from maturity.response.file import OpenResponse
from maturity.tui.screens.home import HomeScreen
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


@pytest.mark.parametrize("below", [False, True])
async def test_why_a_file_does_not_open(folder: Path, make: Make, *, below: bool) -> None:
    """In use or no assessment: the reason is told anew, also when the palette stood above it; Esc leads home."""
    path = make()
    other = folder / "other.toml"
    other.write_text("a = 1\n", encoding="utf-8")
    keys = ("ctrl+p", "ctrl+l", "escape") if below else ("ctrl+l",)
    with OpenResponse.open(path):
        for file, before, after in (
            (path, "dans une autre fenêtre sur cet", "in another window on this computer."),
            (other, "Ce n’est pas un fichier de réponses", "This is not a response file"),
        ):
            set_language("fr")
            async with app(folder, file).run_test(size=(80, 24)) as pilot:
                await settle(pilot)
                assert before in " ".join(text(pilot).split())

                await press(pilot, *keys)
                await settle(pilot)
                assert before not in " ".join(text(pilot).split())
                assert after in " ".join(text(pilot).split())
                await press(pilot, "escape")
                assert isinstance(program(pilot).screen, HomeScreen)


async def test_why_a_file_of_the_list_cannot_be_read(folder: Path) -> None:
    """The list is read again for the words of its reasons."""
    (folder / "other.toml").write_text("a = 1\n", encoding="utf-8")
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+l")
        assert "This is not a response file of maturity." in text(pilot)
