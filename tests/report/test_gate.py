"""What veraPDF, qpdf and poppler say of the reports."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import read
from maturity.response.model import Answer, Response
from tests.report.conftest import ROOT, verapdf, with_form
from tests.report.hostile import HOSTILE

java = pytest.mark.needs("java", "javac")


@java
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_report_is_accessible_and_lasting(
    responses: Mapping[str, Response], written: Callable[..., Path], language: str
) -> None:
    """PDF/UA-1 and PDF/A-3a: no failed check for any of the eight authorities, full and short."""
    files = [written(one, language, short=short) for one in responses.values() for short in (False, True)]

    assert verapdf(files) == []


@java
def test_other_forms_and_hostile_notes_pass_too(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """The short form, no answer at all, and whatever people paste into notes."""
    hostile = village
    for item, text in zip(questionnaire.item_ids, HOSTILE.values(), strict=False):
        hostile = hostile.with_answer(item, Answer(missing="dont-know", note=text[:10_000], evidence=text[:10_000]))
    empty = village.model_copy(update={"id": "empty", "answers": {}, "helix": (), "portfolio": {}, "profile": {}})
    forms = [with_form(questionnaire, village, form).model_copy(update={"id": form}) for form in ("short", "placement")]
    files = [written(one) for one in (hostile.model_copy(update={"id": "hostile"}), empty, *forms)]

    assert verapdf(files) == []


@java
def test_another_questionnaire_passes_too(tmp_path: Path) -> None:
    """Without a helix, with other types and other dimensions, and no change to the program."""
    from maturity.report.document import render
    from tests.report.conftest import matter

    folder = next(path.parent for path in (ROOT / "tests/questionnaires/garden").rglob("questionnaire.toml"))
    garden = read(folder)
    files = []
    for case in read_cases(folder):
        for language in garden.languages:
            path = tmp_path / f"{case.id}-{language}.pdf"
            path.write_bytes(render(matter(garden, response(case, garden), language))[0])
            files.append(path)

    assert files
    assert verapdf(files) == []


@pytest.mark.needs("qpdf")
def test_the_file_is_sound(village: Response, written: Callable[..., Path]) -> None:
    """Qpdf finds nothing to say: object streams, cross-references, lengths."""
    done = subprocess.run(["qpdf", "--check", str(written(village))], capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert "WARNING" not in done.stdout + done.stderr


@pytest.mark.needs("pdffonts")
def test_every_font_is_embedded_in_part(village: Response, written: Callable[..., Path]) -> None:
    """Each of them a subset with a table back to Unicode."""
    done = subprocess.run(["pdffonts", str(written(village))], capture_output=True, text=True, check=True)
    rows = [line.split()[-5:-2] for line in done.stdout.splitlines()[2:]]

    assert rows
    assert all(row == ["yes", "yes", "yes"] for row in rows)
