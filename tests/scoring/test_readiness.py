"""States of gates and patterns, what limits them, and which answers would change them."""

from __future__ import annotations

import pytest

from maturity.questionnaire.rules import Rule
from maturity.scoring.kernel import passes, score
from maturity.scoring.readiness import Reading
from maturity.scoring.result import GateResult
from maturity.scoring.rules import NO, YES
from tests.scoring.sheets import PLAN, QUESTIONNAIRE, sheet_of

BASE = {"T1.1": 3, "T1.2": 3, "T2.1": 3, "T2.3": 3, "T3.1": 3, "T3.2": 3, "T4.1": 3, "T4.2": 3}
MEANS = {f"R{block}.{n}": 3 for block in (1, 2) for n in (1, 2, 3)}


def reading(answers: dict[str, int], rest: int = 3) -> Reading:
    """One sheet, ready to be asked about rules."""
    sheet = sheet_of(answers, rest)
    return Reading(PLAN, sheet, passes(PLAN, sheet))


def gates(answers: dict[str, int], rest: int = 3) -> dict[str, GateResult]:
    """Every gate by id for one sheet."""
    return {gate.id: gate for gate in reading(answers, rest).gates()}


def test_met() -> None:
    """A gate whose tests all hold is met, limited by nothing, and names the part with the least margin."""
    gate = gates(BASE | {"T3.1": 4, "T1.1": 4, "T2.1": 4})["G1"]

    assert (gate.state, gate.limiting) == ("met", ())
    assert gate.items == ("T4.1", "T4.2")


def test_unmet() -> None:
    """An unmet gate names the parts that fail and their items."""
    gate = gates(BASE | {"T2.1": 2, "T4.2": 1})["G1"]

    assert (gate.state, gate.limiting) == ("unmet", ("T2.1+T2.3", "T4.1+T4.2"))
    assert gate.items == ("T2.1", "T2.3", "T4.1", "T4.2")


def test_unmet_comes_before_unknown() -> None:
    """One part that fails for sure settles it, whatever another part turns out to be."""
    gate = gates(BASE | {"T2.1": 1, "T4.2": -8})["G1"]

    assert (gate.state, gate.limiting) == ("unmet", ("T2.1+T2.3",))


def test_unknown() -> None:
    """A gate that missing answers could tip is unknown, and names them."""
    gate = gates(BASE | {"T2.1": -8, "T4.2": -9})["G1"]

    assert (gate.state, gate.limiting) == ("unknown", ("T2.1+T2.3", "T4.1+T4.2"))
    assert gate.items == ("T2.1", "T4.2")


def test_a_form_that_does_not_ask_is_told_apart() -> None:
    """Unknown for want of answers is one thing; unknown because the form does not ask is another."""
    asked, unasked = (gates(BASE | {"T4.1": code, "T4.2": code})["G1"] for code in (-8, -6))

    assert (asked.state, asked.unasked) == ("unknown", False)
    assert (unasked.state, unasked.unasked) == ("unknown", True)
    assert not gates(BASE | {"T4.1": -6, "T4.2": -6, "T1.1": -8, "T1.2": -8})["G1"].unasked


def test_missing_that_cannot_tip() -> None:
    """A missing answer that changes nothing leaves the gate met."""
    assert gates(BASE | {"T2.1": 5, "T2.3": -8})["G1"].state == "met"


def test_gate_within_a_gate() -> None:
    """A gate can wait for another: it is named, and its items are those of the other."""
    gate = gates(MEANS | {"R1.1": 1})["G3b"]

    assert (gate.state, gate.limiting) == ("unmet", ("G3a",))
    assert gate.items == ("R1.1", "R1.2", "R1.3")


def test_only_what_is_asked_is_named() -> None:
    """In a shorter form a pair is the item asked, and the gate is indicative."""
    asked = {"T1.1": 3, "T2.3": 2, "T3.2": 3, "T4.1": 3}
    gate = gates(asked, rest=-6)["G1"]

    assert (gate.state, gate.limiting, gate.items, gate.indicative) == ("unmet", ("T2.3",), ("T2.3",), True)
    assert not gates(BASE)["G1"].indicative


def test_nothing_asked() -> None:
    """A gate of which nothing is asked is unknown and says which answers are wanting."""
    gate = gates({}, rest=-6)["G2"]

    assert (gate.state, gate.limiting) == ("unknown", ("N1", "N3"))
    assert gate.items == ("N1.1", "N1.2", "N1.3", "N3.1", "N3.2", "N3.3")


def test_patterns() -> None:
    """A pattern is present, absent or unknown; "not applicable" makes it absent."""
    states = [gates({"R1.3": code, "S1.1": 2})["G7"].state for code in (2, 3, -8, -7)]

    assert states == ["present", "absent", "unknown", "absent"]


def test_borderline_label_leaves_a_pattern_open() -> None:
    """Where a label is one of two in a tie and no answer is missing, the answers on the crossover are named."""
    rules = {"N1.1": 3, "N1.2": 3, "N1.3": 3, "N2.2": 2, "N2.3": 3, "S1.1": 1}
    calm = {item: 1 for item in QUESTIONNAIRE.item_ids if item[0] in "TOP"}
    gate = gates(calm | rules)["G4"]

    assert (gate.state, gate.limiting) == ("unknown", ("typology:H",))
    assert gate.items == ("N2.2", "N2.3")


def test_ahead_of_its_base() -> None:
    """Spreading while the base is unmet is flagged; other gates have no such flag."""
    ahead = gates(BASE | {"T1.1": 1, "S1.1": 4})
    behind = gates(dict.fromkeys(QUESTIONNAIRE.item_ids, 1))

    assert (ahead["G1"].ahead, behind["G1"].ahead, ahead["G2"].ahead) == ("present", "absent", None)
    assert gates(BASE | {"T1.1": 1, "S1.1": -8, "P3.1": 1, "P3.2": 1, "P3.3": 1})["G1"].ahead == "unknown"


@pytest.mark.parametrize(
    ("spread", "decided", "usual", "stage"),
    [
        (1, 1, 1, 0),
        (2, 5, 5, 1),
        (3, 1, 1, 2),
        (4, 5, 5, 3),
        (5, 3, 4, 4),
        (5, 2, 4, 3),
        (5, -8, 4, -1),
        (5, -8, 2, 3),
        (-9, 1, 1, -1),
    ],
)
def test_scale_stage(spread: int, decided: int, usual: int, stage: int) -> None:
    """The highest stage that holds; none when a missing answer could make it a higher one."""
    scores = score(PLAN, sheet_of({"S1.1": spread, "S1.2": decided, "S1.3": usual}))

    assert scores.stage[0] == stage


def test_items_behind_a_gate_that_must_be_unmet() -> None:
    """Where a rule wants another gate unmet, the answers that would meet it change the rule, and the reverse."""
    rule = Rule(gate="G3a", state="unmet")

    assert reading(MEANS | {"R2.1": 1}).items_that_change(rule, YES) == ("R2.1", "R2.2", "R2.3")
    assert reading(MEANS | {"R1.1": 5}).items_that_change(rule, NO) == ("R2.1", "R2.2", "R2.3")


def test_margins_compare_as_shares_of_the_scale() -> None:
    """One level of four is more room than a fifth of a membership."""
    rule = Rule(all_of=(Rule(item="S1.1", at_least=2), Rule(condition="m1", above=0.5)))

    assert reading({}).items_that_change(rule, YES) == ("P1.1", "P1.2", "P1.3")


def test_alternatives_fail_together() -> None:
    """An alternative has as much room as its firmest member."""
    either = Rule(any_of=(Rule(item="S1.1", at_least=2), Rule(item="S1.2", at_least=2)))
    rule = Rule(all_of=(either, Rule(item="S1.3", at_least=2)))

    assert reading({"S1.1": 2, "S1.2": 5, "S1.3": 3}).items_that_change(rule, YES) == ("S1.3",)
    assert reading({"S1.1": 2, "S1.2": 2, "S1.3": 3}).items_that_change(rule, YES) == ("S1.1", "S1.2")
