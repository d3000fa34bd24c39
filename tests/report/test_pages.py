"""The rules of the page, on the layout as it is drawn: every example, both languages, long names and long notes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import read
from maturity.response.model import Answer, Response
from tests.report.conftest import matter
from tests.report.placed import faults, laid_out
from tests.report.test_since import looking_back

GARDEN = Path(__file__).parent.parent / "questionnaires/garden/v1"

MOST = 18  # pages of a full report
LONG = "Nous avons longuement parlé de ce point avec les services, les élus et les habitants. "


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_is_well_set(questionnaire: Questionnaire, responses: Mapping[str, Response], language: str) -> None:
    """Nothing stands alone, no row is broken, no page is half empty, and a full report has at most 18 pages."""
    for name, answers in responses.items():
        pages = laid_out(matter(questionnaire, answers, language))

        assert faults(pages) == [], name
        assert pages.count <= MOST, name


@pytest.mark.parametrize("language", ["fr", "en"])
def test_two_pages_are_well_set(questionnaire: Questionnaire, responses: Mapping[str, Response], language: str) -> None:
    """The report for a meeting has exactly two pages, both well filled."""
    for name, answers in responses.items():
        pages = laid_out(matter(questionnaire, answers, language), short=True)

        assert faults(pages) == [], name
        assert pages.count == 2, name


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_long_name_and_long_notes_are_well_set(
    questionnaire: Questionnaire, village: Response, language: str
) -> None:
    """A name of 300 characters and notes of 5,000 break no rule, however many pages they need."""
    items = list(village.answers)[::15]
    long = {item: village.answers[item].model_copy(update={"note": (LONG * 60)[:5000]}) for item in items}
    authority = village.authority.model_copy(
        update={"name": ("Communauté de communes des " + "Hautes Terres " * 30)[:300]}
    )
    answers = village.model_copy(update={"authority": authority, "answers": {**village.answers, **long}})

    for short in (False, True):
        assert faults(laid_out(matter(questionnaire, answers, language), short=short)) == []


def test_a_form_with_nothing_known_is_well_set(questionnaire: Questionnaire, village: Response) -> None:
    """All "don't know": the report is short, and no page is left half empty."""
    answers = village.model_copy(update={"answers": {item: Answer(missing="dont-know") for item in village.answers}})

    assert faults(laid_out(matter(questionnaire, answers))) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_another_questionnaire_is_well_set(language: str) -> None:
    """The invented questionnaire about gardens keeps the same rules."""
    gardens = read(GARDEN)
    for case in read_cases(GARDEN):
        if case.authority is not None:
            for short in (False, True):
                pages = laid_out(matter(gardens, response(case, gardens), language), short=short)

                assert faults(pages) == [], case.id


@pytest.mark.parametrize("first", ["2022", "2024"])
def test_a_report_that_looks_back_is_well_set(questionnaire: Questionnaire, first: str) -> None:
    """The chapter on what changed since the last wave keeps the same rules."""
    assert faults(laid_out(looking_back(questionnaire, "fr", first))) == []
