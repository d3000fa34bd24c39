"""What crosses several files of a questionnaire: every check, in the order of the files."""

from __future__ import annotations

from itertools import chain

from maturity.errors import Problem
from maturity.questionnaire.checks.advice import check_legal, check_recommendations
from maturity.questionnaire.checks.items import check_forms, check_helix, check_items, check_profile
from maturity.questionnaire.checks.numbers import check_numbers
from maturity.questionnaire.checks.placements import check_placements
from maturity.questionnaire.checks.rules import check_readiness
from maturity.questionnaire.checks.texts import check_texts
from maturity.questionnaire.model import Questionnaire

_CHECKS = (
    check_items,
    check_forms,
    check_profile,
    check_helix,
    check_numbers,
    check_placements,
    check_readiness,
    check_recommendations,
    check_legal,
    check_texts,
)


def check(questionnaire: Questionnaire) -> list[Problem]:
    """Every problem that no file has by itself; empty for a questionnaire that can be used."""
    return list(chain.from_iterable(checks(questionnaire) for checks in _CHECKS))
