"""The answer sheet, from which every formula starts: a row a response, a column an item, levels or missing codes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maturity.errors import Problem, ResponseError
from maturity.locale import domain
from maturity.questionnaire.model import Item, Questionnaire
from maturity.response.model import MISSING_CODES, Answer, Response

_ = domain("score").gettext

NOT_ASKED = MISSING_CODES["not-asked"]
NOT_APPLICABLE = MISSING_CODES["not-applicable"]
DONT_KNOW = MISSING_CODES["dont-know"]
BLANK = MISSING_CODES["refused"]

Sheet = NDArray[np.int8]  # (n, items)


def answer_sheet(questionnaire: Questionnaire, response: Response) -> Sheet:
    """The response as one row, shape (1, items), int8, columns in the order of ``questionnaire.item_ids``.

    An item outside the response's form is −6 whatever was answered; asked and unanswered is −9. "Not asked" of an item
    that is asked, and "not applicable" where the item does not allow it, count as −9: an answer must never vanish from
    a mean because a file says so.
    Raises ResponseError when the form does not exist or a level is above the scale.
    """
    asked = frozenset(form_items(questionnaire, response.questionnaire.form))
    codes = [_code(item, response.answer(item.id)) if item.id in asked else NOT_ASKED for item in questionnaire.items]
    return np.array([codes], dtype=np.int8)


def form_items(questionnaire: Questionnaire, form: str) -> tuple[str, ...]:
    """The items a form asks; ResponseError when the questionnaire has no such form."""
    for candidate in questionnaire.forms:
        if candidate.id == form:
            return candidate.items
    names = ", ".join(candidate.id for candidate in questionnaire.forms)
    raise ResponseError(
        Problem(
            "questionnaire.form",
            _("This questionnaire has no form called “{form}”.").format(form=form),
            _("Please choose one of: {names}.").format(names=names),
        )
    )


def _code(item: Item, answer: Answer) -> int:
    code = answer.code
    if code > len(item.levels):
        raise ResponseError(
            Problem(
                f"answers.{item.id}.level",
                _("Level {level} does not exist: this question has levels 1 to {top}.").format(
                    level=code, top=len(item.levels)
                ),
                _("Please choose a level from 1 to {top}, or “don’t know”.").format(top=len(item.levels)),
            )
        )
    if code == NOT_ASKED or (code == NOT_APPLICABLE and item.not_applicable_when is None):
        return BLANK
    return code


def missing(sheet: Sheet) -> NDArray[np.bool_]:
    """Which answers are asked for and not known ("don't know", blank): they widen an interval, never count as 1."""
    return sheet <= DONT_KNOW


def filled(sheet: Sheet, level: int) -> Sheet:
    """The sheet as if every missing answer were ``level``; "not applicable" and "not asked" stay as they are."""
    return np.where(missing(sheet), np.int8(level), sheet)
