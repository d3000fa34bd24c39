"""When next actions begin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.charts import agenda
from maturity.charts.phasing import BEGINNINGS, QUARTER, conditioned, schedule
from maturity.charts.scene import Text
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import folder_of, load
from maturity.scoring.evaluation import evaluate
from maturity.scoring.result import GateResult, Priority, Result

QUESTIONNAIRE = load()
CASE = next(case for case in read_cases(folder_of(QUESTIONNAIRE.id)) if case.authority is not None)
BASE = evaluate(QUESTIONNAIRE, response(CASE, QUESTIONNAIRE))
GATES = [gate for gate in QUESTIONNAIRE.readiness.gates if gate.kind == "gate"]
HOLDING = next(gate for gate in GATES if gate.postpones and gate.advises)


def priorities(subdimensions: list[str], gates: list[str | None]) -> tuple[Priority, ...]:
    """Of these sub-dimensions, from the lowest level, in this order."""
    advice = {(one.subdimension, one.from_level): one.id for one in QUESTIONNAIRE.advice.recommendations}
    return tuple(
        Priority(
            rank=rank, recommendation=advice[name, 1], subdimension=name, level=1.0,
            reason="gate" if gate else "weakest", gate=gate, items=(), indicative=False,
        )
        for rank, (name, gate) in enumerate(zip(subdimensions, gates, strict=True), start=1)
    )  # fmt: skip


def state(gate: str, kind: Literal["met", "unmet", "unknown"], limiting: tuple[str, ...]) -> GateResult:
    """A gate's result in this state."""
    return GateResult(id=gate, kind="gate", state=kind, limiting=limiting, items=(), indicative=False)


@st.composite
def results(draw: st.DrawFn) -> Result:
    """Any priorities with any states of the gates."""
    names = draw(st.lists(st.sampled_from(sorted(QUESTIONNAIRE.subdimensions)), max_size=6, unique=True))
    ids = [gate.id for gate in GATES]
    serves = draw(st.lists(st.sampled_from([None, *ids]), min_size=len(names), max_size=len(names)))
    parts = st.sampled_from([*sorted(QUESTIONNAIRE.subdimensions), *ids])
    gates = tuple(
        state(gate, draw(st.sampled_from(["met", "unmet", "unknown"])), tuple(draw(st.lists(parts, max_size=3))))
        for gate in ids
    )
    return BASE.model_copy(update={"priorities": priorities(names, serves), "gates": gates})


@given(results())
@settings(deadline=None, max_examples=200)
def test_what_conditions_is_done_before_what_it_conditions_begins(result: Result) -> None:
    """No action begins before those that come first are done, no more than two begin at once, and all begin."""
    slots = {slot.priority.rank: slot for slot in schedule(QUESTIONNAIRE, result)}

    assert [*slots] == [priority.rank for priority in result.priorities]
    for slot in slots.values():
        assert slot.start % QUARTER == 0
        assert slot.end - slot.start == slot.advice.horizon_months
        assert all(slots[first].end <= slot.start for first in slot.after)
        assert sum(other.start == slot.start for other in slots.values()) <= BEGINNINGS


@given(results())
@settings(deadline=None, max_examples=200)
def test_the_order_of_a_gate_is_kept_wherever_it_is_no_circle(result: Result) -> None:
    """What an unmet gate postpones comes after what the gate is the reason for, unless that waits for it in turn."""
    before = conditioned(QUESTIONNAIRE, result)
    unmet = {gate.id for gate in result.gates if gate.state == "unmet"}
    for gate in GATES:
        asks = {priority.subdimension for priority in result.priorities if priority.gate == gate.id} | {*gate.advises}
        for first in result.priorities:
            for later in result.priorities:
                asked = gate.id in unmet and first.gate == gate.id and later.subdimension in {*gate.postpones} - asks
                limits = next(one.limiting for one in result.gates if one.id == gate.id)
                if asked and later.subdimension not in limits:
                    assert first.rank in before[later.rank] or later.rank in _all(before, first.rank)


def _all(before: Mapping[int, tuple[int, ...]], rank: int) -> set[int]:
    return {rank, *(far for near in before[rank] for far in _all(before, near))}


def test_a_postponed_action_waits_even_when_it_is_first(questionnaire: Questionnaire) -> None:
    """An action that people put first, but that an unmet gate postpones, begins after what the gate asks for."""
    held, asked = HOLDING.postpones[0], HOLDING.advises[0]
    result = BASE.model_copy(
        update={
            "priorities": priorities([held, asked], [None, HOLDING.id]),
            "gates": (state(HOLDING.id, "unmet", (asked,)),),
        }
    )
    first, second = schedule(questionnaire, result)

    assert (first.after, second.after) == ((2,), ())
    assert first.start >= second.end > 0
    assert "after action 2" in agenda.picture(questionnaire, result, "en").alt


def test_what_goes_on_beyond_the_picture_says_until_when(questionnaire: Questionnaire) -> None:
    """Eighteen months are shown; a longer action ends in an arrow with its month."""
    longest = max(questionnaire.advice.recommendations, key=lambda one: one.horizon_months)
    last = BASE.priorities[-1].model_copy(update={"recommendation": longest.id, "subdimension": longest.subdimension})
    result = BASE.model_copy(update={"priorities": (*BASE.priorities[:-1], last), "gates": ()})
    slot = schedule(questionnaire, result)[-1]
    shown = [getattr(shape, "text", "") for shape in agenda.picture(questionnaire, result, "en").scene.shapes]

    assert slot.end > agenda.SHOWN
    assert f"→ month {slot.end}" in shown


def test_every_agenda_has_the_same_months(questionnaire: Questionnaire, results: Mapping[str, Result]) -> None:
    """From 0 to 18, with the unit said: the bars of two reports can be laid side by side."""
    for result in results.values():
        if not result.priorities:
            continue
        texts = [one.text for one in agenda.picture(questionnaire, result, "en").scene.flat() if isinstance(one, Text)]

        assert "months from now" in texts
        assert [one for one in texts if one.isdecimal()][:7] == ["0", "3", "6", "9", "12", "15", "18"]
