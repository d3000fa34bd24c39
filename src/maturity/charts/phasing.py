"""When each next action can begin: two a quarter in the order of the list, none before what conditions it is done.

What a readiness condition asks for comes before what it conditions: the sub-dimensions that it postpones, and what a
condition that depends on it asks for. That order is the questionnaire's; two beginnings a quarter are this tool's
choice, so that nobody is told to begin six things at once. Pure: a result and its questionnaire in, months out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from maturity.questionnaire.advice import Recommendation
from maturity.questionnaire.base import Words
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Gate
from maturity.scoring import undone
from maturity.scoring.result import GateResult, Priority, Result

QUARTER = 3  # months between two moments of beginning
BEGINNINGS = 2  # actions that begin at one of them, at most


class Slot(NamedTuple):
    """One action in time. ``start`` and ``end``: months from today; ``after``: ranks of those that come first."""

    priority: Priority
    advice: Recommendation
    title: Words  # what is still to be done of it
    start: int
    end: int
    after: tuple[int, ...]


def schedule(questionnaire: Questionnaire, result: Result) -> tuple[Slot, ...]:
    """The priorities by rank, each with its months."""
    advice = {one.id: one for one in questionnaire.advice.recommendations}
    before = conditioned(questionnaire, result)
    ends: dict[int, int] = {}
    starts: dict[int, int] = {}
    waiting, month = {one.rank: one for one in result.priorities}, 0
    while waiting:
        ready = [rank for rank in sorted(waiting) if all(ends.get(first, month + 1) <= month for first in before[rank])]
        for rank in ready[:BEGINNINGS]:
            starts[rank] = month
            ends[rank] = month + advice[waiting.pop(rank).recommendation].horizon_months
        month += QUARTER
    return tuple(
        Slot(
            one,
            advice[one.recommendation],
            undone.of_priority(questionnaire, result.sheet, one).title,
            starts[one.rank],
            ends[one.rank],
            before[one.rank],
        )
        for one in result.priorities
    )


def conditioned(questionnaire: Questionnaire, result: Result) -> Mapping[int, tuple[int, ...]]:
    """By rank: the ranks of the actions that come first. Never a circle: what would close one is left out."""
    before: dict[int, set[int]] = {one.rank: set() for one in result.priorities}
    for gate in questionnaire.readiness.gates:
        asked, held = _asked(questionnaire, result, gate), _held(questionnaire, result, gate)
        for later in result.priorities:
            if later.subdimension not in held - asked:
                continue
            for first in result.priorities:
                if first.subdimension in asked and later.rank not in _all_before(before, first.rank):
                    before[later.rank].add(first.rank)
    return {rank: tuple(sorted(first)) for rank, first in before.items()}


def _unmet(result: Result) -> Iterator[GateResult]:
    return (gate for gate in result.gates if gate.kind == "gate" and gate.state == "unmet")


def _asked(questionnaire: Questionnaire, result: Result, gate: Gate) -> set[str]:
    """The sub-dimensions that an unmet gate asks to be worked on."""
    found = next((one for one in _unmet(result) if one.id == gate.id), None)
    if found is None:
        return set()
    items = {*questionnaire.item_ids}
    limits = {
        questionnaire.item(item).subdimension for part in found.limiting for item in part.split("+") if item in items
    }
    named = {*found.limiting} & {*questionnaire.subdimensions}
    chosen = {one.subdimension for one in result.priorities if one.gate == gate.id}
    return limits | named | {*gate.advises} | chosen


def _held(questionnaire: Questionnaire, result: Result, gate: Gate) -> set[str]:
    """The sub-dimensions that wait for a gate: those it postpones, and those of the gates that depend on it."""
    held = {*gate.postpones}
    for other in questionnaire.readiness.gates:
        if any(found.id == other.id and gate.id in found.limiting for found in _unmet(result)):
            held |= _asked(questionnaire, result, other)
    return held


def _all_before(before: Mapping[int, set[int]], rank: int) -> set[int]:
    """An action and all that comes before it, directly or not."""
    found, left = {rank}, [rank]
    while left:
        for first in before[left.pop()] - found:
            found.add(first)
            left.append(first)
    return found
