"""No letter is lost between what is said and what is read in the file."""

from __future__ import annotations

import re
import subprocess
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from maturity.questionnaire.model import Questionnaire
from maturity.report import fonts
from maturity.report.document import render
from maturity.report.tagging.spans import Look, Span
from maturity.report.words import STAND_IN, Gate, Said
from maturity.response.authorities import _register  # all rows: the public search never lists them
from maturity.response.model import Response
from tests.report.conftest import matter

NAMES: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "samples/place_names.toml").read_text(encoding="utf-8")
)
FONTS = (fonts.REGULAR, fonts.BOLD, fonts.ITALIC)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that passed the report's gate, in the order in which it is said; pages tried out have their own."""
    heard: list[str] = []
    gates: list[Gate] = []
    spans = Gate.spans

    def listen(self: Gate, said: Said, look: Look) -> tuple[Span, ...]:
        made = spans(self, said, look)
        if self is gates[-1]:
            heard.append("".join(span.text for span in made))
        return made

    def begin() -> Gate:
        gates.append(Gate())
        return gates[-1]

    monkeypatch.setattr("maturity.report.document.Gate", begin)
    monkeypatch.setattr(Gate, "spans", listen)
    return heard


def read_aloud(path: Path) -> str:
    """What poppler reads along the structure tree: what a screen reader meets, without the pages' furniture."""
    told = subprocess.run(
        ["pdfinfo", "-enc", "UTF-8", "-struct-text", path], capture_output=True, text=True, check=True
    )
    return "".join(re.findall(r'^ *"(.*)"$', told.stdout, re.MULTILINE))


def bare(text: str) -> str:
    """Letters and signs without any space: a line break in the file is no difference."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFC", text))


def lost(said: list[str], heard: str) -> Iterator[str]:
    """What is said and not met in this order."""
    place, heard = 0, bare(heard)
    for text in filter(None, map(bare, said)):
        found = heard.find(text, place)
        if found < 0:
            yield text[:80]
        else:
            place = found + len(text)


@pytest.mark.parametrize("short", [False, True], ids=["full", "short"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_read_is_what_was_said(
    questionnaire: Questionnaire,
    responses: Mapping[str, Response],
    said: list[str],
    tmp_path: Path,
    language: str,
    *,
    short: bool,
) -> None:
    """Every example: all texts come out of the file whole, in the order in which they are told, none replaced."""
    for name, answers in responses.items():
        said.clear()
        data, made = render(matter(questionnaire, answers, language), short=short)
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(data)

        assert len(said) > (40 if short else 300)
        assert list(lost(said, read_aloud(path))) == []
        assert made.replaced == {}


@pytest.mark.parametrize("language", NAMES)
def test_names_of_places_keep_every_letter(
    questionnaire: Questionnaire, village: Response, said: list[str], tmp_path: Path, language: str
) -> None:
    """As the authority's name and in notes: read again from the file, the same letters; none replaced."""
    told = " · ".join(NAMES[language])
    first = next(iter(village.answers))
    answer = village.answers[first].model_copy(update={"note": told, "evidence": told})
    authority = village.authority.model_copy(update={"name": told})
    answers = village.model_copy(update={"authority": authority, "answers": {**village.answers, first: answer}})
    data, made = render(matter(questionnaire, answers))
    path = tmp_path / "names.pdf"
    path.write_bytes(data)
    heard = read_aloud(path)

    assert made.replaced == {}
    assert bare(heard).count(bare(told)) >= 3
    assert list(lost(said, heard)) == []


def test_every_authority_of_the_register_can_be_printed() -> None:
    """All names and places of the register, in each of the three fonts."""
    fonts.register()
    letters = {sign for row in _register().rows for sign in row[2]}

    assert len(letters) > 60
    assert {sign for sign in letters for font in FONTS if not fonts.has(sign, font)} == set()


def test_a_letter_that_the_fonts_lack_is_seen_and_said(
    questionnaire: Questionnaire, village: Response, tmp_path: Path
) -> None:
    """Georgian and Chinese in a name: ◊ in the file for each letter, and each letter counted."""
    authority = village.authority.model_copy(update={"name": "თბილისი 东京"})
    data, made = render(matter(questionnaire, village.model_copy(update={"authority": authority})), short=True)
    path = tmp_path / "lacking.pdf"
    path.write_bytes(data)

    assert set(made.replaced) == set("თბილისი东京")
    assert STAND_IN * 7 + " " + STAND_IN * 2 in read_aloud(path)
