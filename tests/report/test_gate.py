"""What veraPDF, qpdf and poppler say of the reports."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

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


# -- what the gate must refuse ---------------------------------------------------------------------------------


def elements(writer: PdfWriter) -> Iterator[Any]:
    """Every structure element."""
    root: Any = writer.root_object
    waiting = [root["/StructTreeRoot"]["/K"]]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, ArrayObject):
            waiting.extend(one)
        elif isinstance(one, DictionaryObject) and one.get("/Type") == "/StructElem":
            yield one
            waiting.append(one["/K"])


def without_alternative(writer: PdfWriter) -> None:
    """A picture without words."""
    del next(one for one in elements(writer) if one["/S"] == "/Figure")["/Alt"]


def without_scope(writer: PdfWriter) -> None:
    """Header cells that head nothing."""
    for one in elements(writer):
        if one["/S"] == "/TH":
            del one["/A"]


def without_language(writer: PdfWriter) -> None:
    """A text in no language."""
    del writer.root_object["/Lang"]


def with_skipped_level(writer: PdfWriter) -> None:
    """From the first level to the third."""
    for one in elements(writer):
        if one["/S"] == "/H2":
            one[NameObject("/S")] = NameObject("/H3")


def without_parent_tree(writer: PdfWriter) -> None:
    """Content that does not know whose it is."""
    root: Any = writer.root_object
    del root["/StructTreeRoot"]["/ParentTree"]


MUTATIONS = (without_alternative, without_scope, without_language, with_skipped_level, without_parent_tree)


@java
def test_the_gate_bites(village: Response, written: Callable[..., Path], tmp_path: Path) -> None:
    """An alternative text, a scope, the language, a heading level or the parent tree taken away: refused, each."""
    source = written(village, short=True)
    files = []
    for mutate in (lambda _writer: None, *MUTATIONS):
        writer = PdfWriter(clone_from=PdfReader(source))
        mutate(writer)
        path = tmp_path / f"{mutate.__name__.strip('<>')}.pdf"
        writer.write(path)
        files.append(path)
    refused = {line.split()[0] for line in verapdf(files, "ua1") if " FAIL" in line}

    assert refused == {f"{mutate.__name__}.pdf" for mutate in MUTATIONS}
