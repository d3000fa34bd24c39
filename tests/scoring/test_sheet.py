"""From a response to a row of codes."""

from __future__ import annotations

import numpy as np
import pytest

from maturity.errors import ResponseError
from maturity.response.model import Answer
from maturity.scoring.sheet import answer_sheet, filled
from tests.scoring.sheets import QUESTIONNAIRE, response_of, sheet_of


def code(item: str, answer: Answer, form: str = "full") -> int:
    """What an answer becomes on the sheet."""
    sheet = answer_sheet(QUESTIONNAIRE, response_of({item: answer}, form=form))
    return int(sheet[0, QUESTIONNAIRE.item_ids.index(item)])


def test_codes() -> None:
    """Levels as they are; each reason for an absence by its code; nothing said is left blank."""
    assert code("T1.1", Answer(level=4)) == 4
    assert code("T1.1", Answer(missing="dont-know")) == -8
    assert code("T1.1", Answer(missing="refused")) == -9
    assert code("T1.1", Answer(missing="not-asked")) == -9  # the form asks it: it was left blank
    assert code("T1.1", Answer(note="later")) == -9


def test_not_applicable_only_where_allowed() -> None:
    """The answer "not applicable" is taken where the item allows it; elsewhere it is a blank, and widens."""
    assert code("T1.3", Answer(missing="not-applicable")) == -7
    assert code("T1.1", Answer(missing="not-applicable")) == -9


def test_items_outside_the_form() -> None:
    """What the form does not ask is "not asked", even when the file holds an answer."""
    assert code("T1.2", Answer(level=5), form="short") == -6


def test_columns_follow_the_questionnaire() -> None:
    """One row, int8, a column an item; an item of another questionnaire has none."""
    sheet = answer_sheet(QUESTIONNAIRE, response_of({"X9": Answer(level=1)}, form="short"))

    assert sheet.shape == (1, 60)
    assert sheet.dtype == np.int8
    assert (sheet == -9).sum() == 21


def test_level_above_the_scale() -> None:
    """A level the item does not have is told at its place, with the scale."""
    with pytest.raises(ResponseError) as caught:
        answer_sheet(QUESTIONNAIRE, response_of({"T1.1": Answer(level=7)}))

    (problem,) = caught.value.problems
    assert problem.where == "answers.T1.1.level"
    assert "1 à 5" in problem.fix


def test_unknown_form() -> None:
    """A form the questionnaire does not have is told with those it has."""
    with pytest.raises(ResponseError) as caught:
        answer_sheet(QUESTIONNAIRE, response_of({}, form="long"))

    assert "short, placement, full" in caught.value.problems[0].fix


def test_filled() -> None:
    """Filling in touches "don't know" and blanks only."""
    sheet = sheet_of({"T1.1": -8, "T1.2": -9, "T1.3": -7, "T2.1": 3})

    assert (filled(sheet, 5) == sheet_of({"T1.1": 5, "T1.2": 5, "T1.3": -7, "T2.1": 3})).all()
