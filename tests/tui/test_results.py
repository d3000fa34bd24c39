"""Results at any moment, pictures and the same figures as tables, and the report."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from maturity.errors import ReportError
from maturity.locale import set_language
from maturity.questionnaire.model import Questionnaire
from maturity.report.reader import attachments
from maturity.response.file import forget
from maturity.scoring.evaluation import evaluate
from maturity.tui.pages import page, tabs
from maturity.tui.pages.view import View
from maturity.tui.screens.report import ReportScreen
from tests.tui.conftest import Make, app
from tests.tui.examples import kept, states
from tests.tui.screen import press, program, settle, text


async def test_partial_results_are_there(folder: Path, make: Make) -> None:
    """With a few answers the results say what remains possible, and what to answer to know."""
    async with app(folder, make()).run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "1", "enter", "3", "s", "2")

        shown = text(pilot)
        assert "Pour le savoir, répondez d’abord à" in shown
        assert "Pas encore connu" in shown

        await press(pilot, "6", "5", "4", "3", "1")
        assert pilot.app.is_running


def test_the_words_tell_margin_place_and_families(questionnaire: Questionnaire) -> None:
    """What is reached to within the margin, the place that was chosen, and families counted instead of a share."""
    set_language("en")
    given = states(questionnaire)["determined"]
    view = View(questionnaire, given, evaluate(questionnaire, given), "en", height=40)
    block = view.result.blocks[0]
    sub = block.subdimensions[0].model_copy(update={"level": 2.5})
    near = block.model_copy(update={"secured_level": 3, "subdimensions": (sub, *block.subdimensions[1:])})
    typed = view.result.placements[0].model_copy(update={"self_placement": "IV", "self_agrees": False})
    result = view.result.model_copy(
        update={"blocks": (near, *view.result.blocks[1:]), "placements": (typed, *view.result.placements[1:])}
    )
    told = replace(view, result=result)

    def words(id: str) -> str:
        return " ".join(" ".join(row.plain for row in page(id, told, 78)).split())

    assert "To within 0.5:" in words("dimensions")
    assert "You had placed yourselves elsewhere, type IV," in words(f"placement:{typed.id}")
    assert re.search(r"\d of 4 groups outside the authority", words("helix"))


async def test_pages_and_tables(folder: Path, make: Make) -> None:
    """Each page has its picture, the same data as a table on ``t``, and numbers in the reader's language."""
    async with app(folder, make(full=True)).run_test(size=(110, 70)) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        found = ("niveau assuré", "si quelques réponses bougeaient", "Étendue", "Acteurs publics", "remplie", "Effort")
        for page, words in zip("123456", found, strict=True):
            await press(pilot, page)
            assert words in text(pilot)
        await press(pilot, "1", "t")
        assert "─────" in text(pilot)
        assert not any("\u2800" <= sign <= "\u28ff" for sign in text(pilot))
        await press(pilot, "ctrl+l")
        assert "(secured level)" in text(pilot)


@pytest.mark.parametrize("state", ["determined", "borderline", "undetermined", "screened-out", "empty"])
async def test_the_finding_is_seen_with_its_picture(folder: Path, questionnaire: Questionnaire, state: str) -> None:
    """At 80 × 24 every page shows its first sentence and, where there is something to draw, a picture."""
    async with app(folder, kept(folder, states(questionnaire)[state])).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        for page in "12345" if state != "empty" else "1235":
            await press(pilot, page)

            assert any("\u2800" < sign <= "\u28ff" for sign in text(pilot)), page


@pytest.mark.parametrize("state", ["determined", "borderline", "screened-out"])
def test_nothing_is_said_twice(questionnaire: Questionnaire, state: str) -> None:
    """No page says the same thing twice; a question may be asked again where its answer matters."""
    response = states(questionnaire)[state]
    view = View(questionnaire, response, evaluate(questionnaire, response), "fr")
    for tab in tabs(questionnaire, "fr"):
        rows = [row.plain.strip() for row in page(tab.id, view, 100)]
        told = re.split(r"(?<=[.?!])\s+", " ".join(rows))
        long = [sentence for sentence in told if len(sentence) > 40 and sentence.endswith(".")]

        assert sorted(set(long)) == sorted(long), tab.id


async def test_wide_windows_show_words_beside_the_picture(folder: Path, make: Make) -> None:
    """From 120 columns on the picture stands left and its words right."""
    async with app(folder, make(full=True)).run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "2")
        rows = [line for line in text(pilot).split("\n") if "│" in line]

        assert len(rows) > 20
        assert any("\u2800" < sign <= "\u28ff" for row in rows for sign in row.partition("│")[0])
        assert any("question" in row.partition("│")[2] for row in rows)


async def test_a_resized_window_draws_again(folder: Path, make: Make) -> None:
    """The picture is laid out anew when the window grows or shrinks."""
    async with app(folder, make(full=True)).run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "2")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)

        shown = text(pilot)
        assert "│   " not in "\n".join(line[:78] for line in shown.split("\n"))
        assert "▸" in shown


async def test_no_project_yet_begins_with_a_need(folder: Path, questionnaire: Questionnaire) -> None:
    """Where nothing is to be placed, the next steps begin with what the questionnaire says of that."""
    async with app(folder, kept(folder, states(questionnaire)["screened-out"])).run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "6")

        assert "la première étape est de repérer un besoin" in " ".join(text(pilot).split())


async def test_report_is_written_beside_the_answers(folder: Path, make: Make) -> None:
    """The report is a PDF beside the file, the two pages another, the pictures a folder; the screen says where."""
    path = make(full=True)
    async with app(folder, path).run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "w")
        assert "Deux pages pour une réunion" in text(pilot)
        assert not list(path.parent.glob("*.pdf"))
        await press(pilot, "enter")
        await settle(pilot)
        assert "Écrit\u00a0: Le rapport complet" in text(pilot)
        assert "l’ouvrir" in text(pilot)
        await press(pilot, "2")
        await settle(pilot)
        await press(pilot, "3")
        await settle(pilot)
        assert "-svg" in "".join(text(pilot).split())
        assert "carte-type.svg" in text(pilot)
        await press(pilot, "4")
        await settle(pilot)
        await press(pilot, "4")
        await settle(pilot)
        assert "pau-2026-r1-actions-2.csv" in "".join(text(pilot).split())
        await press(pilot, "1")
        await settle(pilot)
        assert "Cela remplace" in text(pilot)

    made = [path.parent / name for name in ("pau-2026-r1.pdf", "pau-2026-r1-deux-pages.pdf")]
    assert all(one.read_bytes().startswith(b"%PDF-") for one in made)
    assert len(list((path.parent / "pau-2026-r1-svg").glob("*.svg"))) >= 5
    forget(path)
    kept = sorted(one.name for one in path.parent.iterdir())
    assert kept == ["pau-2026-r1-actions-2.csv", "pau-2026-r1-actions.csv"], "in which somebody may have written"


async def test_the_report_takes_along_what_stands_beside_the_answers(folder: Path, make: Make) -> None:
    """A logo goes on the cover, and the screen says so; one that cannot be used is told, and the report is there."""
    path = make(full=True)
    logo, report = path.with_name("logo.png"), path.parent / "pau-2026-r1.pdf"
    Image.new("RGB", (40, 20), "teal").save(logo)
    async with app(folder, path).run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "w", "enter")
        await settle(pilot)
        assert "logo.png" in attachments(report.read_bytes())
        logo.write_bytes(b"GIF89a")
        await press(pilot, "1")
        await settle(pilot)
        assert "Ce n’est ni un fichier PNG ni un fichier SVG." in text(pilot)

    assert "logo.png" not in attachments(report.read_bytes())


async def test_report_that_cannot_be_written(folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it fails, the screen says where, why and what to do."""

    def fail(*_given: object, **_named: object) -> None:
        raise ReportError.of("rapport.pdf", "Le dossier est protégé.", "Choisissez un autre dossier.")

    monkeypatch.setattr("maturity.tui.screens.report.carry_out", fail)
    async with app(folder, make(full=True)).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "w", "enter")

        assert isinstance(program(pilot).screen, ReportScreen)
        assert "Le dossier est protégé." in text(pilot)
        assert "l’ouvrir" not in text(pilot)
