"""What crosses several files of a questionnaire: every check, in the order of the files."""

from __future__ import annotations

from itertools import chain, islice

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


_MOST = 500  # problems looked for: to say what was meant takes a millisecond, and a file may hold 100,000 wrong names


def check(questionnaire: Questionnaire) -> list[Problem]:
    """Every problem that no file has by itself, 500 at most; empty for a questionnaire that can be used."""
    return list(islice(chain.from_iterable(checks(questionnaire) for checks in _CHECKS), _MOST))
