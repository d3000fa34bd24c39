"""A new assessment: an authority of the register, or any other by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.response.file import read
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.screens.home import HomeScreen
from maturity.tui.screens.new import NewScreen, jump
from maturity.tui.widgets.page import Page
from tests.tui.conftest import Make, app
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


async def test_letters_jump_in_lists(folder: Path) -> None:
    """In a list, a letter goes to what begins with it; the same again to the next; several together narrow."""
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "n", "ctrl+n")
        page = program(pilot).screen.query_one("#options", Page)
        await press(pilot, "r")
        assert page.cursor == "GB"
        await press(pilot, "a")
        assert page.cursor == "EU"  # nothing begins with "ra"
        await press(pilot, "a")
        assert page.cursor == "XX"


@pytest.mark.parametrize(
    ("cursor", "typed", "letter", "expected"),
    [
        (None, "", "c", ("ca", "c")),
        ("ca", "", "s", ("eg", "s")),
        ("eg", "s", "e", ("eg", "se")),
        ("ed", "", "m", ("eg", "m")),
        ("ca", "c", "h", ("ch", "ch")),
        ("ca", "c", "c", ("ch", "c")),
        ("ch", "c", "c", ("ca", "c")),
        ("ch", "", "É", ("ed", "e")),
        ("ch", "", "z", (None, "")),
        ("ch", "c", "!", (None, "")),
    ],
)
def test_jump(cursor: str | None, typed: str, letter: str, expected: tuple[str | None, str]) -> None:
    """Letters join while a word begins with all of them; accents and capitals do not matter."""
    words = {"ca": "canada", "ch": "chypre", "ed": "ecosse", "eg": "direction ou secretariat de mairie"}

    assert jump(words, cursor, typed, letter) == expected


async def test_french_kinds_are_for_france(folder: Path) -> None:
    """What exists in France only is not offered elsewhere, and no French code is asked for."""
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "n", "ctrl+n", "enter")
        assert "Communauté urbaine" in text(pilot)
        await press(pilot, "escape", "b", "enter")
        assert "Région" in text(pilot)
        assert "Communauté" not in text(pilot)
        assert "INSEE" not in text(pilot)


async def test_the_same_authority_again(folder: Path, make: Make) -> None:
    """Somebody who begins what is there already is told, and opens it or goes on as another person."""
    first = make()
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "n", *"pau", "enter")
        assert "Il y en a déjà une pour 2026" in text(pilot)
        await press(pilot, "down", "enter", "enter", "enter")
        await settle(pilot)
        assert session(pilot).path != first
        assert session(pilot).response.respondent.pseudonym == "r2" or session(pilot).path.parent != first.parent

    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "n", *"pau", "enter", "enter")
        await settle(pilot)
        assert isinstance(program(pilot).screen, AnswerScreen)


async def test_keys_faster_than_the_screen(folder: Path) -> None:
    """Enter pressed twice at once chooses in one list only; nothing of it is taken for an answer to the next."""
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "n", "ctrl+n")
        screen = program(pilot).screen
        assert isinstance(screen, NewScreen)
        page = screen.query_one("#options", Page)
        for _time in range(3):
            page.choose()
        await settle(pilot)
        assert screen.trail == ["search", "country", "kind"]
        assert screen.beginning.said["country"] == "FR"
