"""A map with the place before a change: the legend tells only the signs that are seen."""

from __future__ import annotations

import pytest

from maturity.charts import continuum, plane, typology
from maturity.charts.medium import Medium
from maturity.charts.picture import Picture
from maturity.charts.scene import Text
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.evaluation import evaluate
from maturity.scoring.result import PlacementResult, Result
from tests.tui.examples import states


def drawn(questionnaire: Questionnaire, result: Result, number: int, was: PlacementResult | None) -> Picture:
    """In a terminal."""
    chart = (typology, continuum)[number]
    placement = questionnaire.placements[number].id
    medium = Medium(fixed=True, rows=40)
    picture: Picture = chart.picture(
        questionnaire, result, "en", placement=placement, was=was, width=380, medium=medium
    )
    return picture


def said(picture: Picture) -> str:
    """Every word of it."""
    return " ".join(shape.text for shape in picture.scene.flat() if isinstance(shape, Text))


@pytest.mark.parametrize("number", [0, 1])
def test_a_sign_that_is_not_seen_is_not_told(questionnaire: Questionnaire, number: int) -> None:
    """Where the place before lies under that of now, the legend does not promise a ring; elsewhere it does."""
    result = evaluate(questionnaire, states(questionnaire)["determined"])
    here = result.placements[number]
    low = [condition.model_copy(update={"membership": 0.05}) for condition in here.conditions]
    there = here.model_copy(update={"conditions": tuple(low), "extent": 1.0})

    assert "your real answers" not in said(drawn(questionnaire, result, number, here))
    assert "with these changes" in said(drawn(questionnaire, result, number, here))
    assert "your real answers" in said(drawn(questionnaire, result, number, there))
    assert "your real answers" not in said(drawn(questionnaire, result, number, None))


def test_a_name_begins_after_the_sign_that_would_cover_it() -> None:
    """Where there is room beyond the sign; else, or where the sign is clear of it, it stays."""
    assert plane._beside(5, 40, 20, 100) == 20 + plane.DOT
    assert plane._beside(5, 40, 70, 100) == 5
    assert plane._beside(5, 80, 20, 100) == 5
