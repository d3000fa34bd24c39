"""Search from every screen of an assessment: what is found, and where Enter leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.screens.search import SearchScreen
from maturity.tui.widgets.keys import Keys
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, session, settle, text


@pytest.mark.parametrize("way", [(), ("g",), ("g", "t"), ("s",)])
async def test_enter_goes_to_the_question(folder: Path, make: Make, way: tuple[str, ...]) -> None:
    """From a question, the map, the list and the results: words without accents, Enter, and one is there."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *way, "slash", *"CAPTEURS")
        assert "Utilisez-vous des capteurs" in text(pilot)

        await press(pilot, "enter")
        screen = program(pilot).screen
        assert isinstance(screen, AnswerScreen)
        assert "capteurs" in session(pilot).questionnaire.item(screen.step.id).stem["fr"]
        assert "Utilisez-vous des capteurs" in text(pilot)


async def test_escape_changes_nothing(folder: Path, make: Make) -> None:
    """Leaving goes back to where one was."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = text(pilot)
        await press(pilot, "slash", *"eau", "escape")
        assert text(pilot) == before


async def test_glossary_in_place(folder: Path, make: Make) -> None:
    """The mark on a word explained shows its definition in full; Enter stays there."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        entry = max(session(pilot).questionnaire.glossary, key=lambda one: len(one.definition["fr"]))
        await press(pilot, "slash")
        screen = program(pilot).screen
        assert isinstance(screen, SearchScreen)
        screen.query_one("#field").value = entry.term["fr"]  # type: ignore[attr-defined]
        await settle(pilot)
        place = next(n for n, hit in enumerate(screen.hits) if hit.title == entry.term["fr"])
        await press(pilot, *["down"] * place)
        shown = " ".join(text(pilot).split())
        assert " ".join(entry.definition["fr"].split()[-3:]) in shown
        await press(pilot, "enter")
        assert program(pilot).screen is screen


async def test_nothing_found_says_so(folder: Path, make: Make) -> None:
    """No words, and words that nothing holds, are answered in words; the language can change in between."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        assert "Tapez des mots" in text(pilot)
        await press(pilot, *"zzzz")
        assert "Rien ne contient" in text(pilot)
        await press(pilot, "ctrl+l")
        assert "Nothing holds" in text(pilot)
        assert program(pilot).screen.query_one(Keys).entries()
