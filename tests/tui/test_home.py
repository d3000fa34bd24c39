"""Home: what is listed and in which order, finding by name, an invented authority, another year."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from maturity.questionnaire.model import Questionnaire
from maturity.response.file import create
from maturity.response.model import Authority
from maturity.tui.app import MaturityApp
from maturity.tui.listing import Found, named, of_year, together
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.screens.ask import AskScreen
from maturity.tui.screens.home import DEMO, HomeScreen
from maturity.tui.widgets.fields import Line
from maturity.tui.widgets.long import LongPage
from tests.tui.conftest import NOW, Make, app, new_response
from tests.tui.screen import press, program, session, settle, text


def _found(name: str, wave: str, *, code: str = "", country: str = "FR") -> Found:
    authority = Authority(country=country, kind="commune", code=code, name=name)
    return Found(Path(f"{name}-{wave}"), authority, wave)


def test_one_authority_stands_together() -> None:
    """Waves of one authority follow one another, the latest first, where the last saved of them stands."""
    pau, pau_old = _found("Pau", "2026", code="64445"), _found("Ville de Pau", "2025", code="64445")
    pau_abroad, other = _found("Pau", "2026", country="BE"), _found("Arudy", "2026")

    assert together([pau_old, other, pau, pau_abroad]) == [pau, pau_old, other, pau_abroad]


def test_damaged_files_stand_alone() -> None:
    """Files that cannot be read belong to nobody; each keeps its place."""
    one, other = Found(Path("a/r1.toml")), Found(Path("b/r1.toml"))

    assert together([one, _found("Pau", "2026"), other]) == [one, _found("Pau", "2026"), other]


def test_found_by_name() -> None:
    """Beginnings of words, without accents, in any order; the wave counts as a word."""
    listed = [_found("Bélis", "2026"), _found("Saint-Paul", "2025"), _found("Saint-Aubray", "2026")]

    assert named(listed, "bel") == listed[:1]
    assert named(listed, "SAINT 2026") == listed[2:]
    assert named(listed, "  ") == listed
    assert named(listed, "aint") == []


def test_what_there_is_of_a_year() -> None:
    """The same authority in the same wave, whoever answered."""
    listed = [_found("Pau", "2026"), _found("Pau", "2025"), replace(_found("PAU", "2026"), path=Path("r2"))]

    assert of_year(listed, Authority(country="FR", kind="commune", name="Pau"), "2026") == [listed[0], listed[2]]


async def test_first_run_welcomes(folder: Path) -> None:
    """Somebody new reads what this is, how long it takes, where it stays, how to leave, and may look around first."""
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = " ".join(text(pilot).split())
        for words in ("vingtaine de minutes", "Rien ne quitte cet ordinateur", "ctrl+q", "d Visiter"):
            assert words in shown


async def test_invented_authority_from_home(folder: Path) -> None:
    """It is announced as invented and passing, opens, is left for home with words, and is gone in the end."""
    program_ = app(folder)
    async with program_.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "d")
        assert isinstance(program(pilot).screen, AskScreen)
        assert "n’existe pas" in text(pilot)
        assert "disparaît" in text(pilot)

        await press(pilot, "enter")
        assert session(pilot).response.authority.invented
        path = session(pilot).path
        await press(pilot, "escape", "escape")
        assert isinstance(program(pilot).screen, HomeScreen)
        assert "Revenir dans la collectivité inventée" in text(pilot)
        assert program(pilot).screen.query_one(LongPage).cursor == DEMO

        await press(pilot, "enter")
        assert session(pilot).path == path
    assert program_.trial is not None
    program_.trial.close()
    assert not path.exists()
    assert list(folder.iterdir()) == []


async def test_finding_narrows_the_list(folder: Path, questionnaire: Questionnaire) -> None:
    """``/`` and a name: only those are left, Enter opens, Escape shows all with the mark where it was."""
    for name in ("Bélis", "Pau", "Belin"):
        create(folder / f"{name}-2026" / "r1.toml", new_response(questionnaire, name=name))
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"bel")
        assert "2 évaluations" in text(pilot)
        assert "Pau" not in text(pilot)

        await press(pilot, "down")
        marked = program(pilot).screen.query_one(LongPage).cursor
        assert marked == "1"
        await press(pilot, "escape")
        assert "3 évaluations" in text(pilot)
        assert not program(pilot).screen.query_one(Line).display

        await press(pilot, "slash", *"zzz", "enter")
        assert "Rien de ce nom" in text(pilot)
        assert isinstance(program(pilot).screen, HomeScreen)
        await press(pilot, "escape")

        await press(pilot, "slash", *"belis", "enter")
        assert isinstance(program(pilot).screen, AnswerScreen)
        assert session(pilot).response.authority.name == "Bélis"


async def test_another_year_of_the_same_authority(folder: Path, make: Make) -> None:
    """``v`` begins this year's of an authority of last year: its name is known, the role is asked."""
    make()
    later = MaturityApp(folder, clock=lambda: datetime(2027, 3, 1, 9, tzinfo=UTC))
    async with later.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert "Pau" in text(pilot)
        await press(pilot, "enter", "enter")
        assert (session(pilot).response.wave, session(pilot).response.authority.code) == ("2027", "64445")


async def test_this_year_is_there_already(folder: Path, make: Make) -> None:
    """``v`` on this year's own offers to open it."""
    path = make()
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert "Il y en a déjà une pour 2026" in text(pilot)
        await press(pilot, "enter")
        assert session(pilot).path == path


async def test_a_thousand_are_drawn_where_one_looks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long list draws what is in sight: arrows, pages and ends go through all of it."""
    many = [replace(_found(f"Commune {n:04}", "2026"), updated=NOW) for n in range(1000)]
    monkeypatch.setattr("maturity.tui.screens.home.look", lambda _folder: many)
    drawn: set[int] = set()
    entry = HomeScreen._entry

    def counting(screen: HomeScreen, n: int, width: int) -> object:
        drawn.add(n)
        return entry(screen, n, width)

    monkeypatch.setattr(HomeScreen, "_entry", counting)
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        page = program(pilot).screen.query_one(LongPage)
        assert len(drawn) < 20
        await press(pilot, "end")
        assert page.cursor == "999"
        assert "Commune 0999" in text(pilot)
        await press(pilot, "down", "pageup", "up")
        assert "Commune 0990" in text(pilot)
        assert page.cursor is not None
        assert 980 < int(page.cursor) < 999
        await press(pilot, "home")
        assert page.cursor == "new"
        assert "vingtaine de minutes" in text(pilot)
        await press(pilot, "down", "down", "down", "pagedown", "pagedown")
        assert int(page.cursor) > 10
        assert len(drawn) < 100


@pytest.mark.parametrize(
    ("copy", "told"),
    [
        ("pau-2026/copie de r1.toml", ("r1.toml · 22 nov", "copie de r1.toml · 22 nov")),
        ("sauvegarde/r1.toml", ("pau-2026/r1.toml · 22 nov", "sauvegarde/r1.toml · 22 nov")),
    ],
)
async def test_copies_are_told_apart(folder: Path, make: Make, copy: str, told: tuple[str, ...]) -> None:
    """Of two files of which the list would say the same, it says the names; of one alone it does not."""
    path = make()
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "r1.toml" not in text(pilot)

        (folder / copy).parent.mkdir(exist_ok=True)
        (folder / copy).write_bytes(path.read_bytes())
        await press(pilot, "r")
        lines = [line.strip(" ▌┃│") for line in text(pilot).replace("\xa0", " ").split("\n")]
        assert all(any(line.startswith(one) for line in lines) for one in told)


async def test_a_folder_that_is_away(folder: Path) -> None:
    """Where the chosen folder is not there its drive may be missing: nobody shall begin anew there unknowingly."""
    folder.rmdir()
    for there in (False, True):
        async with app(folder).run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert ("Manque-t-il un lecteur réseau" in text(pilot)) != there
        folder.mkdir(exist_ok=True)


async def test_a_folder_that_cannot_be_read_is_listed(
    folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands in the list with its reason, beside what can be read."""
    make()
    closed = folder / "closed"
    closed.mkdir()
    import os

    scandir = os.scandir

    def refuse(place: Path) -> object:
        if place == closed:
            raise PermissionError(13, "no")
        return scandir(place)

    monkeypatch.setattr(os, "scandir", refuse)
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "✗ closed" in text(pilot)
        assert "Ce dossier ne peut pas être lu" in text(pilot)
        assert "Pau · 2026" in text(pilot)


async def test_enter_in_the_find_field_opens_and_the_list_has_the_keys_afterwards(folder: Path, make: Make) -> None:
    """The footer says that Enter opens what was found; whoever comes back is in the list, no longer in the field."""
    make()
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "p", "a")
        assert "Entrée ouvrir" in text(pilot)

        await press(pilot, "enter")
        await settle(pilot)
        await press(pilot, "escape")
        await settle(pilot)
        await press(pilot, "n")
        assert type(pilot.app.screen).__name__ == "NewScreen"
