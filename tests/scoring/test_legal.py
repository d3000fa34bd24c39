"""Legal reminders: who they concern, and when they are told."""

from __future__ import annotations

import pytest

from maturity.response.model import Answer, Missing
from maturity.scoring.evaluation import evaluate
from maturity.scoring.legal import profile_answers
from maturity.scoring.result import LegalResult
from tests.scoring.sheets import QUESTIONNAIRE, every, response_of


def told(population: int | None, country: str = "FR", fte: str = "f3", **answers: Answer) -> dict[str, LegalResult]:
    """The reminders by id for a commune of this size, all items at level 5 but for those named."""
    profile = {"fte": fte} if fte else {}
    response = response_of(every(5, **answers), population=population, country=country, profile=profile)
    return {one.id: one for one in evaluate(QUESTIONNAIRE, response).legal}


def test_below_the_level() -> None:
    """An item below the level named is to be checked, with its code; at the level it is not told."""
    assert told(5000, T2_2=Answer(level=2))["FR-OPENDATA"].model_dump() == {
        "country": "FR", "id": "FR-OPENDATA", "state": "to-check", "item": "T2.2", "code": 2,
    }  # fmt: skip
    assert "FR-OPENDATA" not in told(5000, T2_2=Answer(level=3))


@pytest.mark.parametrize(("missing", "code"), [("dont-know", -8), ("refused", -9)])
def test_missing_answers_are_to_be_checked(missing: Missing, code: int) -> None:
    """Not knowing is a reason to check."""
    assert told(5000, T2_2=Answer(missing=missing))["FR-OPENDATA"].code == code


def test_size_classes() -> None:
    """A class counts from its lower end: 3,499 residents are outside, 3,500 inside; unknown sizes are outside."""
    low = Answer(level=1)

    assert "FR-OPENDATA" not in told(3499, T2_2=low)
    assert "FR-OPENDATA" in told(3500, T2_2=low)
    assert "FR-OPENDATA" not in told(None, T2_2=low)
    assert "FR-OPENDATA" not in told(3500, fte="", T2_2=low)
    assert "FR-OPENDATA" not in told(3500, fte="f2", T2_2=low)


def test_one_group_of_tests_is_enough() -> None:
    """Alternatives are groups: a commune above the threshold is concerned as any region is."""
    assert "FR-NIS2" in told(40_000, T4_1=Answer(level=1))
    assert "FR-NIS2" not in told(20_000, T4_1=Answer(level=1))


def test_plain_reminder() -> None:
    """A reminder without an item is told whatever the answers."""
    assert told(900)["FR-SVE"].state == "reminder"


def test_other_countries() -> None:
    """Reminders are for the authority's own country."""
    assert told(5000, country="GB", T2_2=Answer(level=1)) == {}


def test_profile_comes_from_what_is_known() -> None:
    """Country, kind, size and role need no second answer; what was answered is taken as it is."""
    response = response_of({}, population=12_000, profile={"fte": "f3", "Q0": "yes", "gone": "x"})

    assert profile_answers(QUESTIONNAIRE, response) == {
        "country": "FR", "authority_type": "commune", "population": "p4",
        "fte": "f3", "role": "management", "Q0": "yes",
    }  # fmt: skip
