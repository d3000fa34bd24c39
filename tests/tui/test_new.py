"""A new assessment: an authority of the register, or any other by hand."""

from __future__ import annotations

from pathlib import Path

from maturity.response.file import read
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.screens.home import HomeScreen
from tests.tui.conftest import app
from tests.tui.screen import press, program, session, settle, text


async def test_commune_by_type_ahead(folder: Path) -> None:
    """Three letters, Enter for the authority, the role and the form: the file is there, and the questions begin."""
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "n")
        await press(pilot, *"pau")
        assert "Pyrénées-Atlantiques (64)" in text(pilot)

        await press(pilot, "enter")
        await press(pilot, "down", "enter")
        await press(pilot, "enter")
        await settle(pilot)

        assert isinstance(program(pilot).screen, AnswerScreen)
        response = read(session(pilot).path)
    assert (response.authority.name, response.authority.code, response.authority.country) == ("Pau", "64445", "FR")
    assert (response.respondent.role, response.respondent.pseudonym) == ("management", "r1")
    assert (response.questionnaire.form, response.wave) == ("placement", "2026")


async def test_another_authority_by_hand(folder: Path) -> None:
    """Country, kind, name and population, typed; the population may stay empty; Escape goes back one step."""
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "n", *"zzzz")
        assert "Rien de ce nom" in text(pilot)

        await press(pilot, "enter")
        await press(pilot, "down", "down", "enter")  # Ireland
        await press(pilot, "enter")  # municipality
        assert "Quel est son nom" in text(pilot)
        await press(pilot, "escape")
        assert "type de votre collectivité" in text(pilot)
        await press(pilot, "enter", *["backspace"] * 4, *"Cork", "enter")
        await press(pilot, "enter", "enter", "enter")
        await settle(pilot)

        authority = session(pilot).response.authority
    assert (authority.name, authority.country, authority.kind, authority.population) == ("Cork", "IE", "commune", None)


async def test_escape_makes_nothing(folder: Path) -> None:
    """Leaving before the last step leaves no file."""
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "n", *"pau", "enter", "enter", "escape", "escape", "escape")

        assert isinstance(program(pilot).screen, HomeScreen)
    assert list(folder.iterdir()) == []
