"""Results at any moment, pictures and the same figures as tables, and the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.errors import ReportError
from maturity.tui.screens.report import ReportScreen
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, settle, text


async def test_partial_results_are_there(folder: Path, make: Make) -> None:
    """With a few answers the results say what remains possible, and what to answer to know."""
    async with app(folder, make()).run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "1", "enter", "3", "s", "2")

        shown = text(pilot)
        assert "Pour le savoir, répondez d’abord à" in shown
        assert "restent possibles" in shown

        await press(pilot, "6", "5", "4", "3", "1")
        assert pilot.app.is_running


async def test_pages_and_tables(folder: Path, make: Make) -> None:
    """Each page has its picture, the same data as a table on ``t``, and numbers in the reader's language."""
    async with app(folder, make(full=True)).run_test(size=(110, 70)) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        found = ("niveau assuré", "Certitude", "Étendue", "Acteurs publics", "remplie", "Effort")
        for page, words in zip("123456", found, strict=True):
            await press(pilot, page)
            assert words in text(pilot)
        await press(pilot, "1", "t")
        assert "─────" in text(pilot)
        assert not any("\u2800" <= sign <= "\u28ff" for sign in text(pilot))
        await press(pilot, "ctrl+l")
        assert "Profile level" in text(pilot)


async def test_report_is_written_beside_the_answers(folder: Path, make: Make) -> None:
    """The report is a PDF beside the file; the screen says where."""
    path = make(full=True)
    async with app(folder, path).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "w")
        await settle(pilot)

        assert "Le rapport est écrit." in text(pilot)
        assert "l’ouvrir" in text(pilot)
    written = path.parent / "pau-2026-r1.pdf"
    assert written.read_bytes().startswith(b"%PDF-")


async def test_report_that_cannot_be_written(folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it fails, the screen says where, why and what to do."""

    def fail(*_given: object, **_named: object) -> None:
        raise ReportError.of("rapport.pdf", "Le dossier est protégé.", "Choisissez un autre dossier.")

    monkeypatch.setattr("maturity.tui.screens.report.write_report", fail)
    async with app(folder, make(full=True)).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "w")

        assert isinstance(program(pilot).screen, ReportScreen)
        assert "Le dossier est protégé." in text(pilot)
        assert "l’ouvrir" not in text(pilot)
