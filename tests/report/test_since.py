"""The chapter on what changed since an earlier wave."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from maturity.charts.telling import parts
from maturity.errors import MaturityError
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import load, read
from maturity.report.document import render
from maturity.report.matter import Matter
from maturity.report.sections import order, since
from maturity.report.styles import PAGE
from maturity.report.voice import Voice
from maturity.response.model import Answer, Response
from maturity.scoring.comparison import Assessed
from maturity.scoring.evaluation import evaluate
from tests.report.conftest import matter, verapdf, words
from tests.scoring.waves import wave

GARDEN = Path(__file__).parent.parent / "questionnaires/garden"


def looking_back(questionnaire: Questionnaire, language: str, first: str = "2022", *, unknown: int = 0) -> Matter:
    """The answers of 2026 beside those of an earlier wave; ``unknown``: every so many of the later are missing."""
    before, after = wave(questionnaire, first), wave(questionnaire, "2026")
    if unknown:
        lost = dict.fromkeys([*after.answers][::unknown], Answer(missing="dont-know"))
        after = after.model_copy(update={"answers": {**after.answers, **lost}})
    earlier = Assessed(questionnaire, before, evaluate(questionnaire, before))
    return replace(matter(questionnaire, after, language), earlier=earlier)


def alone(told: Matter, monkeypatch: pytest.MonkeyPatch, path: Path) -> Path:
    """A report that has only this chapter."""
    chapter = order.Chapter(since.title(told), "since", since.write, PAGE[1])
    monkeypatch.setattr(order, "chapters", lambda _matter: [chapter])
    path.write_bytes(render(told)[0])
    return path


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("first", "unknown"), [("2022", 0), ("2022", 2), ("2024", 0), ("2024", 3), ("2024", 7)])
def test_all_that_is_to_be_said_stands_on_one_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str, first: str, unknown: int
) -> None:
    """Much or little moved, answers missing or not: cover and one page."""
    from pypdf import PdfReader

    told = looking_back(load(), language, first, unknown=unknown)

    assert len(PdfReader(alone(told, monkeypatch, tmp_path / "since.pdf")).pages) == 2


def test_the_sentences_are_those_of_the_terminal(
    questionnaire: Questionnaire, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Every part is told; of many points that moved the first ones, and how many more there are."""
    told = looking_back(questionnaire, "en")
    assert told.story is not None
    every = {part.name: part.sentences for part in parts(told.story)}
    said = words(alone(told, monkeypatch, tmp_path / "since.pdf"))

    assert told.story.finding() in said
    assert f"{len(every['points']) - 4} more, in the picture." in said
    for name, sentences in every.items():
        if name == "levels":  # the picture beside has them
            continue
        for sentence in sentences[: 4 if name == "points" else None]:
            assert " ".join(sentence.split()) in said


def test_without_an_earlier_wave_there_is_no_chapter(questionnaire: Questionnaire, village: Response) -> None:
    """Neither in the contents nor on a page; with one it stands after what is said of certainty."""
    now = matter(questionnaire, village)
    then = looking_back(questionnaire, "fr")
    keys = [chapter.key for chapter in order.chapters(then)]

    assert now.story is None
    assert not since.applies(now)
    assert "since" not in [chapter.key for chapter in order.chapters(now)]
    assert keys.index("since") == keys.index("certainty") + 1


def test_another_authority_is_no_earlier_wave(questionnaire: Questionnaire, village: Response) -> None:
    """Two authorities are not held against each other, in a report neither."""
    told = looking_back(questionnaire, "fr")
    other = replace(matter(questionnaire, village), earlier=told.earlier)

    with pytest.raises(MaturityError):
        _ = other.story


def test_a_crosswalk_is_told_with_what_may_not_be_compared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Another questionnaire, two versions of it: its authors' own words, and nothing compared that they refuse."""
    monkeypatch.setenv("MATURITY_QUESTIONNAIRES", str(GARDEN.parent))
    sides: list[Assessed] = []
    for version, year in (("v1", "2024"), ("v2", "2026")):
        questionnaire = read(GARDEN / version)
        given = response(read_cases(GARDEN / version)[0], questionnaire).model_copy(update={"wave": year})
        if sides:
            given = given.model_copy(update={"authority": sides[0].response.authority})
        sides.append(Assessed(questionnaire, given, evaluate(questionnaire, given)))
    before, after = sides
    told = Matter(after.questionnaire, after.response, after.result, Voice("en"), earlier=before)
    said = words(alone(told, monkeypatch, tmp_path / "since.pdf"))

    assert "Every garden shared its harvest" in said
    assert "not compared" in said
    assert "What cannot be compared, and why" in said


def test_it_is_open_to_everyone(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """The whole report with this chapter passes the validator."""
    path = tmp_path / "whole.pdf"
    path.write_bytes(render(looking_back(questionnaire, "fr", "2024", unknown=3))[0])

    assert verapdf([path]) == []
