"""Answer sheets and responses to score: made by hand, or drawn by hypothesis."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import load
from maturity.response.model import Answer, Authority, Project, QuestionnaireUse, Respondent, Response
from maturity.scoring.compiled import compiled
from maturity.scoring.sheet import BLANK, DONT_KNOW, NOT_APPLICABLE, NOT_ASKED, Sheet, missing

QUESTIONNAIRE = load()
PLAN = compiled(QUESTIONNAIRE)
ITEMS = len(QUESTIONNAIRE.item_ids)
LEVELS = list(range(1, QUESTIONNAIRE.levels + 1))
WHEN = datetime(2026, 3, 1, 9, tzinfo=UTC)


def complete(rows: int = 1) -> st.SearchStrategy[Sheet]:
    """Sheets on which every item has a level."""
    return arrays(np.int8, (rows, ITEMS), elements=st.sampled_from(LEVELS))


def partial(rows: int = 1) -> st.SearchStrategy[Sheet]:
    """Sheets with every kind of missing answer."""
    codes = [*LEVELS, *LEVELS, NOT_ASKED, NOT_APPLICABLE, DONT_KNOW, BLANK]
    return arrays(np.int8, (rows, ITEMS), elements=st.sampled_from(codes))


@st.composite
def completions(draw: st.DrawFn, rows: int = 5) -> tuple[Sheet, Sheet]:
    """A sheet with missing answers, and some ways in which they could turn out."""
    sheet = draw(partial())
    levels = draw(complete(rows))
    return sheet, np.where(missing(sheet), levels, sheet).astype(np.int8)


def sheet_of(answers: Mapping[str, int], rest: int = NOT_ASKED) -> Sheet:
    """One row from answers by item; every other item is ``rest``."""
    assert set(answers) <= set(QUESTIONNAIRE.item_ids)
    return np.array([[answers.get(item, rest) for item in QUESTIONNAIRE.item_ids]], dtype=np.int8)


def response_of(
    answers: Mapping[str, Answer],
    *,
    questionnaire: Questionnaire = QUESTIONNAIRE,
    form: str = "full",
    profile: Mapping[str, str] | None = None,
    population: int | None = None,
    helix: tuple[Project, ...] = (),
    country: str = "FR",
) -> Response:
    """One response of an invented authority."""
    return Response(
        schema=1,
        id="0",
        questionnaire=QuestionnaireUse(**questionnaire.identity.model_dump(), form=form),
        authority=Authority(country=country, kind="commune", name="Essai", population=population, invented=True),
        respondent=Respondent(pseudonym="r1", role="management"),
        wave="2026",
        started=WHEN,
        updated=WHEN,
        profile=profile or {},
        answers=answers,
        helix=helix,
    )


def every(level: int, **others: Answer) -> dict[str, Answer]:
    """All items answered alike, but for the named ones ("T1.1" is written ``T1_1``)."""
    answers = {item: Answer(level=level) for item in QUESTIONNAIRE.item_ids}
    return answers | {name.replace("_", "."): answer for name, answer in others.items()}
