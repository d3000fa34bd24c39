"""The next actions and why they were chosen."""

from __future__ import annotations

from maturity.response.model import Answer
from maturity.scoring.evaluation import evaluate
from maturity.scoring.result import Priority
from tests.scoring.sheets import QUESTIONNAIRE, every, response_of


def told(level: int, form: str = "full", **answers: int | None) -> tuple[Priority, ...]:
    """The priorities when all items have this level but for those named (None: don't know)."""
    others = {k: Answer(missing="dont-know") if v is None else Answer(level=v) for k, v in answers.items()}
    return evaluate(QUESTIONNAIRE, response_of(every(level, **others), form=form)).priorities


def short(priorities: tuple[Priority, ...]) -> list[tuple[str, str | None]]:
    """Recommendation and gate of each."""
    return [(priority.recommendation, priority.gate) for priority in priorities]


def test_unmet_gates_first_in_the_order_of_phasing() -> None:
    """What the gates ask for comes first, in their order; then the weakest sub-dimensions."""
    found = told(3, N1_1=2, T4_1=2, R1_1=1, O4_1=1)

    assert short(found) == [
        ("T4-2-3", "G1"), ("N1-2-3", "G2"), ("R4-3-4", "G3a"), ("R1-2-3", "G3a"), ("T1-3-4", None), ("T2-3-4", None),
    ]  # fmt: skip
    assert [priority.rank for priority in found] == [1, 2, 3, 4, 5, 6]


def test_a_gate_does_not_push_what_it_finds_sufficient() -> None:
    """Facilitation at level 3 is enough for its condition: what fails there, the way of working, is advised instead."""
    gates = [(priority.subdimension, priority.gate) for priority in told(3, O2_1=2, O2_2=2, O2_3=2)]

    assert gates[0] == ("O2", "G3b")
    assert ("R3", "G3b") not in gates


def test_a_help_is_not_what_fails() -> None:
    """What a gate advises without failing on it is told as a help; what fails there is not."""
    helps = {(one.subdimension, one.gate): one.advised for one in told(3, R1_1=1, R1_2=1, R1_3=1) if one.gate}

    advised = {(sub, gate.id) for gate in QUESTIONNAIRE.readiness.gates for sub in gate.advises}
    assert helps[("R1", "G3a")] is False
    assert any(helps.values())
    assert {key for key, help_ in helps.items() if help_} <= advised


def test_step_of_the_failing_part() -> None:
    """A gate's step starts from the level of the part that fails, not from the sub-dimension's."""
    first = told(4, T2_1=2, T2_3=1, T2_2=5)[0]

    assert (first.recommendation, first.level, first.items) == ("T2-1-2", 1.5, ("T2.1", "T2.3"))


def test_postponed_sub_dimensions_wait() -> None:
    """While resources are short, organisational change comes after everything else, however weak it is."""
    found = told(4, R1_1=1, R1_2=1, O1_1=1, O1_2=1, O1_3=1)

    assert "O1" not in {priority.subdimension for priority in found}


def test_postponed_when_nothing_else_is_left() -> None:
    """When all others are at the top, what was postponed is told after all."""
    found = told(5, R1_1=1, R1_2=1, R1_3=1, O1_1=2, O1_2=2, O1_3=2)

    assert short(found) == [("R1-1-2", "G3a"), ("O1-2-3", None)]


def test_top_levels_need_no_advice() -> None:
    """At the top everywhere there is nothing to advise."""
    assert told(5) == ()


def test_lowest_first_ties_in_order() -> None:
    """Without an unmet gate the lowest come first, equal ones in the questionnaire's order, each once."""
    assert short(told(4, N4_1=3, T2_2=3))[:3] == [("T2-3-4", None), ("N4-3-4", None), ("T1-4-5", None)]


def test_unscorable_is_not_weak() -> None:
    """A sub-dimension nobody could answer for is no weakness."""
    found = told(4, N4_1=None, N4_2=None, N4_3=1)

    assert "N4" not in {priority.subdimension for priority in found}


def test_indicative_in_shorter_forms() -> None:
    """Where the form asks only part of a sub-dimension, its advice is indicative."""
    assert all(priority.indicative for priority in told(2, form="short", T1_1=4)[:4])
    assert not any(priority.indicative for priority in told(2))


def test_a_gate_within_a_gate_is_not_advised_twice() -> None:
    """A gate asks for its failing tests; another gate among them stands for itself."""
    readiness = QUESTIONNAIRE.readiness
    bare = tuple(gate.model_copy(update={"advises": ()}) for gate in readiness.gates if gate.id in ("G3a", "G3b"))
    changed = QUESTIONNAIRE.model_copy(update={"readiness": readiness.model_copy(update={"gates": bare})})
    found = evaluate(changed, response_of(every(3, R1_1=Answer(level=1), R3_2=Answer(level=1)))).priorities

    assert short(found)[:3] == [("R1-2-3", "G3a"), ("R3-2-3", "G3b"), ("T1-3-4", None)]
