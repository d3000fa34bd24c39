"""The whole report."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from maturity.errors import ReportError
from maturity.questionnaire.model import Questionnaire
from maturity.report.document import render, write
from maturity.report.sections import placement
from maturity.response.file import create
from maturity.response.model import Answer, Response
from maturity.scoring.evaluation import evaluate
from tests.report.conftest import matter, with_form, words
from tests.report.hostile import HOSTILE

KILOBYTE = 1024


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_authority_gets_a_full_report(
    questionnaire: Questionnaire, responses: Mapping[str, Response], language: str
) -> None:
    """At least ten pages, at most 200 KB, no character replaced."""
    for answers in responses.values():
        data, made = render(matter(questionnaire, answers, language))

        assert made.pages >= 10
        assert len(data) <= 200 * KILOBYTE
        assert made.replaced == {}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("form", ["short", "placement", "full"])
def test_the_short_report_has_two_pages(
    questionnaire: Questionnaire, responses: Mapping[str, Response], language: str, form: str
) -> None:
    """Whatever the form and the answers."""
    for answers in responses.values():
        asked = with_form(questionnaire, answers, form)

        assert render(matter(questionnaire, asked, language), short=True)[1].pages == 2


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("form", ["short", "placement", "full"])
def test_the_page_for_elected_members_is_one_page(
    questionnaire: Questionnaire, responses: Mapping[str, Response], language: str, form: str
) -> None:
    """What follows begins on the third page, after the cover and this one."""
    for answers in responses.values():
        told = matter(questionnaire, with_form(questionnaire, answers, form), language)
        reader = PdfReader(BytesIO(render(told)[0]))
        titles = [str(entry.title) for entry in reader.outline if not isinstance(entry, list)]
        places = [reader.get_destination_page_number(entry) for entry in reader.outline if not isinstance(entry, list)]

        assert dict(zip(titles, places, strict=True))[placement.title(told, told.result.placements[0])] == 2


@pytest.mark.parametrize("name", ["W" * 300, "Commune nouvelle de " * 15, "Œ", "<b>x</b> & {0}"])
def test_any_name_has_its_place(questionnaire: Questionnaire, village: Response, name: str) -> None:
    """The longest name stays on its ground and moves nothing to another page."""
    authority = village.authority.model_copy(update={"name": name.strip()})
    told = matter(questionnaire, village.model_copy(update={"authority": authority}))
    first = PdfReader(BytesIO(render(told)[0])).pages[0].extract_text()

    assert "Sommaire" in first
    assert render(told, short=True)[1].pages == 2


def test_the_same_input_gives_the_same_bytes(questionnaire: Questionnaire, village: Response, tmp_path: Path) -> None:
    """In this process, and in another with another hash seed."""
    first, _ = render(matter(questionnaire, village))
    again = tmp_path / "again.pdf"
    code = (
        "import sys; from pathlib import Path;"
        "from maturity.questionnaire.reading import load, folder_of;"
        "from maturity.questionnaire.cases import read_cases, response;"
        "from maturity.scoring.evaluation import evaluate;"
        "from maturity.report.document import write; q = load();"
        "c = next(c for c in read_cases(folder_of('cocreation')) if c.authority is not None);"
        "r = response(c, q); write(Path(sys.argv[1]), q, r, evaluate(q, r), language='fr')"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "4"}
    subprocess.run([sys.executable, "-c", code, str(again)], check=True, env=environment)

    assert render(matter(questionnaire, village))[0] == first
    assert again.read_bytes() == first


def test_a_date_can_be_given(questionnaire: Questionnaire, village: Response, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is the date that the file bears."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    data, _ = render(matter(questionnaire, village), short=True)

    assert b"<xmp:CreateDate>2026-11-22T" in data


def test_all_that_was_answered_is_printed(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """Each question asked with the sentence chosen, the note and the evidence, word for word."""
    item = questionnaire.form(village.questionnaire.form).items[0]
    answer = village.answer(item).model_copy(
        update={"note": "Vu avec Mme Le Goff ; à revoir.", "evidence": "Délibération n°\u00a012"}
    )
    said = words(written(village.with_answer(item, answer)))

    assert "Vu avec Mme Le Goff" in said
    assert "Délibération n° 12" in said
    for one in questionnaire.form(village.questionnaire.form).items:
        level = village.answer(one).level
        if level:
            sentence = questionnaire.item(one).levels[level - 1]["fr"].replace("\u00a0", " ")

            assert " ".join(sentence.split()) in said


def test_hostile_notes_are_printed_or_replaced(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """No image, no link, no form comes out of a note; what can be drawn is there to the letter."""
    answers = village
    for item, text in zip(questionnaire.item_ids, HOSTILE.values(), strict=False):
        answers = answers.with_answer(item, Answer(level=2, note=text[:10_000], evidence=text[:10_000]))
    plain = _addresses(written(village))
    path = written(answers)
    reader = PdfReader(path)

    assert [image for page in reader.pages for image in page.images] == []
    assert _addresses(path) == plain
    assert sorted(reader.attachments) == ["questionnaire.json", "report.json", "response.toml", "result.json"]
    assert '<imgsrc="/etc/hostname.png"/>' in words(path).replace(" ", "")
    assert "◊" in words(path)


def _addresses(path: Path) -> set[str]:
    found = set()
    for page in PdfReader(path).pages:
        for reference in page.annotations or ():
            action = reference.get_object().get("/A")
            if action is not None:
                found.add(str(action.get_object().get("/URI")))
    return found


def test_marks_are_carried(village: Response, written: Callable[..., Path]) -> None:
    """Answers edited outside the program are said so on the cover and at the foot of every page."""
    said = words(written(village.model_copy(update={"edited_by_hand": True})))

    assert "modifiées hors du programme" in said
    assert said.count("Collectivité inventée") > 10


def test_reading_order_is_that_of_the_story(village: Response, written: Callable[..., Path]) -> None:
    """Headings come out of the structure tree in the order of the contents."""
    path = written(village)
    tree: Any = PdfReader(path).trailer["/Root"]
    top = tree["/StructTreeRoot"]["/K"]
    sections = [kid.get_object() for kid in top.get_object()["/K"]]

    assert {section["/S"] for section in sections} == {"/Sect"}
    assert len(sections) >= 8


def test_contents_read_title_then_page(village: Response, written: Callable[..., Path]) -> None:
    """As they are seen."""
    tree: Any = PdfReader(written(village)).trailer["/Root"]
    cover = tree["/StructTreeRoot"]["/K"]["/K"][0].get_object()
    contents = next(kid.get_object() for kid in cover["/K"] if kid.get_object()["/S"] == "/TOC")
    for entry in contents["/K"]:
        reference = entry.get_object()["/K"][0].get_object()

        assert [kid.get_object()["/S"] for kid in reference["/K"]] == ["/Link", "/Span"]


def test_progress_goes_from_zero_to_one(questionnaire: Questionnaire, village: Response) -> None:
    """Never backwards."""
    told: list[float] = []
    render(matter(questionnaire, village), progress=told.append)

    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(told) > 5


@pytest.mark.parametrize("there", [None, b"%PDF-old"])
def test_a_report_is_whole_or_absent(
    questionnaire: Questionnaire,
    village: Response,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    there: bytes | None,
) -> None:
    """A write that fails midway leaves what was there, and nothing beside it."""
    path = tmp_path / "report.pdf"
    if there is not None:
        path.write_bytes(there)

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ReportError, match="le disque est plein"):
        write(path, questionnaire, village, evaluate(questionnaire, village), language="fr", short=True)

    assert [entry.name for entry in tmp_path.iterdir()] == ([] if there is None else ["report.pdf"])
    assert there is None or path.read_bytes() == there


@pytest.mark.parametrize("before", [False, True], ids=["none", "an older one"])
def test_killed_midway_leaves_the_old_file_or_none(
    questionnaire: Questionnaire, village: Response, tmp_path: Path, *, before: bool
) -> None:
    """The process ends while writing: the report that was there is still there, whole."""
    answers, path = tmp_path / "r1.toml", tmp_path / "report.pdf"
    create(answers, village)
    if before:
        write(path, questionnaire, village, evaluate(questionnaire, village), language="en", short=True)
    there = path.read_bytes() if before else None
    code = (
        "import os, sys; os.fsync = lambda _: os._exit(9);"
        "from maturity.cli.main import main; main(['report', sys.argv[1], '-o', sys.argv[2]])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(answers), str(path)], check=False)

    assert done.returncode == 9
    assert (path.read_bytes() if path.exists() else None) == there


def test_an_unknown_language_is_named(questionnaire: Questionnaire, village: Response, tmp_path: Path) -> None:
    """The questionnaire decides which languages there are."""
    with pytest.raises(ReportError, match="de"):
        write(tmp_path / "x.pdf", questionnaire, village, evaluate(questionnaire, village), language="de")
