"""The grid and its projects."""

from __future__ import annotations

from pathlib import Path

from maturity.response.file import read
from maturity.tui.screens.finish import FinishScreen
from maturity.tui.screens.write import NameScreen
from maturity.tui.widgets.counts import Counts
from maturity.tui.widgets.grid import Grid
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, session, settle, text
from tests.tui.test_undo import footer, go, screen


async def test_blank_is_blank_and_nobody_is_a_zero(folder: Path, make: Make) -> None:
    """A cell that nobody filled shows nothing; 0 shows a 0; the digit moves the mark on."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "helix")
        assert "Un chiffre remplit la case et avance" in text(pilot)
        row = next(line for line in text(pilot).splitlines() if "│" in line)
        assert row.count("[ ]") == 1
        assert not set(row.partition("│")[2]) - set("│[] ")

        await press(pilot, "0", "3")
        row = next(line for line in text(pilot).splitlines() if "│" in line)
        assert [cell.strip() for cell in row.split("│")[1:5]] == ["0", "3", "[ ]", ""]
        assert "Un chiffre remplit" not in text(pilot)


async def test_a_second_project_needs_a_name(folder: Path, make: Make) -> None:
    """``p`` asks for it; without one nothing is added; with one its grid follows, and `d` takes it out again."""
    path = make()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "helix")
        await press(pilot, "p")
        assert not isinstance(program(pilot).screen, NameScreen)  # no first one yet
        await press(pilot, "2", "p")
        assert isinstance(program(pilot).screen, NameScreen)
        await press(pilot, "escape")
        assert len(session(pilot).response.helix) == 1
        assert not session(pilot).response.helix[0].name

        await press(pilot, "p", *"SIG", "enter")
        assert [project.name for project in session(pilot).response.helix] == ["", "SIG"]
        assert screen(pilot).step.id == "1"
        assert "SIG" in text(pilot)

        await press(pilot, "1", "d")
        assert len(session(pilot).response.helix) == 1
        assert screen(pilot).step.id == "0"
        assert "Le projet est retiré" in text(pilot)

        await press(pilot, "backspace")
        assert session(pilot).response.helix[1].name == "SIG"
        assert screen(pilot).step.id == "1"
        assert "Annulé\u00a0: projet retiré\u00a0: SIG" in text(pilot)
        await press(pilot, "backspace", "backspace")
        assert "Annulé\u00a0: nom du projet\u00a0: SIG" in text(pilot)
        assert len(session(pilot).response.helix) == 1

    assert len(read(path).helix) == 1


async def test_a_cell_is_undone_under_the_mark(folder: Path, make: Make) -> None:
    """The mark goes back to the cell that is blank again, and the next digit fills it."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "helix")
        await press(pilot, "1", "2", "backspace")
        assert screen(pilot).query_one(Grid).at == (0, 1)
        assert "Annulé" in text(pilot)

        await press(pilot, "3")
        assert [list(row.values()) for row in session(pilot).response.helix[0].cells.values()] == [[1, 3]]


async def test_the_way_back_from_a_grid(folder: Path, make: Make) -> None:
    """Arrows belong to the cells there: ``b`` goes back, and the footer says so; Enter goes on."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "helix")
        assert footer(pilot)["retour"] == "b"
        await press(pilot, "right", "left", "b")
        assert "34 sur 34" in text(pilot)
        await press(pilot, "enter", "enter")
        assert "2 sur 4" in text(pilot)


async def test_no_grid_where_there_is_no_project(folder: Path, make: Make) -> None:
    """After "no project" the way goes from the last item to the questions that follow the grid."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "2")
        await go(pilot, "item", 33)
        await press(pilot, "enter")

        assert "1 sur 3" in text(pilot)
        assert screen(pilot).step.kind == "profile"


async def test_counts_that_cannot_be(folder: Path, make: Make) -> None:
    """Parts above their whole are told in a sentence, and nobody is held up."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "counts")
        await press(pilot, "3", "down", "2", "down", "1")
        assert "à corriger" not in text(pilot)
        await press(pilot, "0")
        assert "transformés en services + arrêtés\u00a0: 12, c’est plus que lancés\u00a0: 3." in text(pilot)
        assert screen(pilot).query_one(Counts).cursor is not None

        await press(pilot, "enter")
        assert isinstance(program(pilot).screen, FinishScreen)


async def test_a_number_is_begun_anew(folder: Path, make: Make) -> None:
    """Back on a line, and after an undo, the first digit replaces what stands there; the next ones add to it."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "counts")
        code = screen(pilot).query_one(Counts).cursor
        assert code is not None
        steps = [
            (("5",), 5),
            (("down", "up", "1"), 1),
            (("2",), 12),
            (("left", "right", "3", "backspace"), None),
            (("4", "0"), 40),
            (("z", "7"), 7),
            (("delete", "8", "9"), 89),
        ]
        for keys, wanted in steps:
            await press(pilot, *keys)
            assert session(pilot).response.portfolio.get(code) == wanted, keys
