"""Three-valued tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.questionnaire.rules import Rule
from maturity.scoring.kernel import passes
from maturity.scoring.rules import NO, UNKNOWN, YES, verdict
from tests.scoring.sheets import PLAN, sheet_of

AT_LEAST_3 = Rule(item="S1.1", at_least=3)
AT_MOST_2 = Rule(item="S1.1", at_most=2)


def decide(rule: Rule, **answers: int) -> int:
    """The verdict for one sheet; "S1.1" is written ``S1_1``."""
    sheet = sheet_of({name.replace("_", "."): code for name, code in answers.items()})
    return int(verdict(rule, passes(PLAN, sheet).facts)[0])


@pytest.mark.parametrize(
    ("rule", "code", "expected"),
    [
        (AT_LEAST_3, 3, YES),
        (AT_LEAST_3, 2, NO),
        (AT_LEAST_3, -8, UNKNOWN),
        (AT_LEAST_3, -9, UNKNOWN),
        (AT_LEAST_3, -6, UNKNOWN),
        (AT_LEAST_3, -7, NO),
        (AT_MOST_2, 2, YES),
        (AT_MOST_2, 3, NO),
        (AT_MOST_2, -8, UNKNOWN),
        (AT_MOST_2, -7, NO),
        (Rule(item="S1.1", above=3), 3, NO),
        (Rule(item="S1.1", above=3), 4, YES),
        (Rule(item="S1.1", at_least=1), -8, YES),
        (Rule(item="S1.1", at_least=2, at_most=3), 3, YES),
        (Rule(item="S1.1", at_least=2, at_most=3), 4, NO),
    ],
)
def test_one_item(rule: Rule, code: int, expected: int) -> None:
    """A level decides; a missing answer leaves it open unless every level gives the same; "not applicable" is no."""
    assert decide(rule, S1_1=code) == expected


def test_mean_with_a_missing_answer() -> None:
    """A mean is decided as soon as the missing answer can no longer tip it."""
    rule = Rule(mean=("T1.1", "T1.2"), at_least=3)

    assert decide(rule, T1_1=5, T1_2=-8) == YES
    assert decide(rule, T1_1=4, T1_2=-8) == UNKNOWN
    assert decide(rule, T1_1=1, T1_2=-8) == UNKNOWN
    assert decide(Rule(mean=("T1.1", "T1.2"), at_least=3.5), T1_1=1, T1_2=-8) == NO


@given(st.lists(st.sampled_from([2, 3, -8]), min_size=2, max_size=2))
def test_kleene(codes: list[int]) -> None:
    """AND is the lesser, OR the greater of two verdicts."""
    one, other = Rule(item="S1.1", at_least=3), Rule(item="S1.2", at_least=3)
    verdicts = [decide(rule, S1_1=codes[0], S1_2=codes[1]) for rule in (one, other)]

    assert decide(Rule(all_of=(one, other)), S1_1=codes[0], S1_2=codes[1]) == min(verdicts)
    assert decide(Rule(any_of=(one, other)), S1_1=codes[0], S1_2=codes[1]) == max(verdicts)


def test_condition_on_the_crossover_is_not_above() -> None:
    """A membership of exactly 0.5 is not above 0.5."""
    rule = Rule(condition="m2", above=0.5)

    assert decide(rule, P2_1=2, P2_2=3) == NO
    assert decide(rule, P2_1=3, P2_2=3) == YES
    assert decide(rule, P2_1=3, P2_2=3, P2_3=-8) == UNKNOWN


def test_label() -> None:
    """A label is met when no other is possible, and open while it is one of several, a tie included."""
    rule = Rule(label="continuum:latent")
    low = dict.fromkeys(("P1_1", "P1_2", "P1_3", "P2_1", "P2_2", "P2_3", "P3_1", "P3_2", "P3_3"), 1)

    assert decide(rule, **low) == YES
    assert decide(rule, **(low | {"P1_1": 4, "P1_2": 4, "P1_3": 4})) == NO
    assert decide(rule, **(low | {"P1_1": -8, "P1_2": 4})) == UNKNOWN
    assert decide(rule, **(low | {"P1_1": 2, "P1_2": 3, "P1_3": -7})) == UNKNOWN


def test_gate_and_its_contrary() -> None:
    """Another gate's state can be asked for, met or unmet."""
    firm = dict.fromkeys(("R1_1", "R1_2", "R1_3", "R2_1", "R2_2", "R2_3"), 3)
    met, unmet = Rule(gate="G3a"), Rule(gate="G3a", state="unmet")

    assert (decide(met, **firm), decide(unmet, **firm)) == (YES, NO)
    assert (decide(met, **(firm | {"R1_1": 1})), decide(unmet, **(firm | {"R1_1": 1}))) == (NO, YES)
    assert (decide(met, **(firm | {"R1_1": -8})), decide(unmet, **(firm | {"R1_1": -8}))) == (UNKNOWN, UNKNOWN)
