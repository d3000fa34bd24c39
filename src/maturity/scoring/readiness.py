"""Readiness conditions and points to watch: the state of each, what limits it, and which answers would change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from maturity.questionnaire.rules import Gate, Rule
from maturity.scoring.arrays import Passes
from maturity.scoring.compiled import Compiled
from maturity.scoring.explanation import could_decide
from maturity.scoring.placement import CROSSOVER
from maturity.scoring.result import GateResult
from maturity.scoring.rules import NO, UNKNOWN, YES, group_of, verdict
from maturity.scoring.sheet import DONT_KNOW, NOT_APPLICABLE, NOT_ASKED, Sheet

State = Literal["met", "unmet", "present", "absent", "unknown"]

_STATES: dict[str, tuple[State, State, State]] = {
    "gate": ("unmet", "unknown", "met"),
    "pattern": ("absent", "unknown", "present"),
}
_AHEAD: tuple[Literal["absent", "unknown", "present"], ...] = ("absent", "unknown", "present")


@dataclass(frozen=True, eq=False)
class Reading:
    """The tests of rules looked at one by one, for one response: ``sheet`` (1, items) and its passes."""

    compiled: Compiled
    sheet: Sheet
    passes: Passes

    def verdict(self, rule: Rule) -> int:
        """NO, UNKNOWN or YES."""
        return int(verdict(rule, self.passes.facts)[0])

    def gates(self) -> tuple[GateResult, ...]:
        """Every gate and pattern of the questionnaire, in the order of phasing."""
        return tuple(self._gate(gate) for gate in self.compiled.questionnaire.readiness.gates)

    def _gate(self, gate: Gate) -> GateResult:
        met = self.verdict(gate.when)
        tests = self.tests(gate.when, met)
        told = met == UNKNOWN or (met == NO and gate.kind == "gate")
        items = self.items_that_change(gate.when, met)
        return GateResult(
            id=gate.id,
            kind=gate.kind,
            state=_STATES[gate.kind][met],
            limiting=_once(self.name(test) for test in tests) if told else (),
            items=items,
            indicative=any(self.code(item) == NOT_ASKED for item in self.all_items(gate.when)),
            unasked=met == UNKNOWN and bool(items) and all(self.code(item) == NOT_ASKED for item in items),
            ahead=_AHEAD[self.verdict(gate.ahead.when)] if gate.ahead is not None else None,
        )

    def tests(self, rule: Rule, outcome: int) -> list[Rule]:
        """The single tests that make the rule come out so: same outcome, below parts of the same outcome."""
        if self.verdict(rule) != outcome:
            return []
        inner = rule.all_of or rule.any_of
        return [rule] if inner is None else [test for part in inner for test in self.tests(part, outcome)]

    def name(self, test: Rule) -> str:
        """How a result calls a test: sub-dimension, gate, condition, label, or the items asked joined by "+"."""
        named = test.subdimension or test.gate or test.condition or test.label
        if named is not None:
            return named
        items = self.items(test)
        return "+".join([item for item in items if self.code(item) != NOT_ASKED] or items)

    def items(self, test: Rule) -> tuple[str, ...]:
        """Every item that a single test looks at, asked or not; a gate's are those of its own tests."""
        compiled, ids = self.compiled, self.compiled.questionnaire.item_ids
        if test.gate is not None:
            return self.all_items(compiled.gates[test.gate])
        if test.condition is not None or test.label is not None:
            parts = [
                part for condition in self._conditions(test) for part in compiled.parts[compiled.conditions[condition]]
            ]
            return _once(ids[column] for part in parts for column in compiled.members[part])
        return tuple(ids[column] for column in compiled.members[group_of(test, self.passes.facts)])

    def subdimension(self, name: str) -> tuple[str, ...]:
        """Every item of a sub-dimension, asked or not."""
        columns = self.compiled.members[self.compiled.subdimensions[name]]
        return tuple(self.compiled.questionnaire.item_ids[column] for column in columns)

    def all_items(self, rule: Rule) -> tuple[str, ...]:
        """Every item that a rule looks at."""
        inner = rule.all_of or rule.any_of
        return self.items(rule) if inner is None else _once(item for part in inner for item in self.all_items(part))

    def items_that_change(self, rule: Rule, outcome: int) -> tuple[str, ...]:
        """The items whose answer would change the outcome.

        Not true: those of the tests that fail. Unknown: the missing ones that could tip it, else those of a tie. True:
        those of the test with the least margin.
        """
        if outcome == YES:
            return self._closest(rule)[1]
        return _once(item for test in self.tests(rule, outcome) for item in self._movable(test, outcome))

    def code(self, item: str) -> int:
        """The answer to an item, as on the sheet."""
        return int(self.sheet[0, self.compiled.questionnaire.item_ids.index(item)])

    def _movable(self, test: Rule, outcome: int) -> tuple[str, ...]:
        if test.gate is not None:
            inner = outcome if test.state == "met" else YES - outcome
            return self.items_that_change(self.compiled.gates[test.gate], inner)
        items = self.items(test)
        if outcome != UNKNOWN:
            return tuple(item for item in items if self.code(item) not in (NOT_ASKED, NOT_APPLICABLE))
        if test.label is not None:
            return self._could_decide(test.label) or self._tied(test)
        return (
            tuple(item for item in items if self.code(item) <= DONT_KNOW)
            or self._tied(test)
            or tuple(item for item in items if self.code(item) == NOT_ASKED)
        )

    def _could_decide(self, label: str) -> tuple[str, ...]:
        placement, passes = label.partition(":")[0], self.passes
        partition = next(p for p in self.compiled.countings[None].partitions if p.placement == placement)
        return could_decide(self.compiled, self.sheet, partition, passes.low, passes.high)

    def _tied(self, test: Rule) -> tuple[str, ...]:
        """Items of the parts that stand exactly at the crossover."""
        compiled, ids, point = self.compiled, self.compiled.questionnaire.item_ids, self.passes.point
        memberships = compiled.countings[None].memberships["point"]
        parts = [
            part for condition in self._conditions(test) for part in compiled.parts[compiled.conditions[condition]]
        ]
        tied = [part for part in parts if memberships[point.keys[part, 0]] == CROSSOVER]
        return _once(ids[column] for part in tied for column in compiled.members[part])

    def _conditions(self, test: Rule) -> list[str]:
        if test.condition is not None:
            return [test.condition]
        if test.label is not None:
            return list(self.compiled.conditions)[self.compiled.placements[test.label.partition(":")[0]]]
        return []

    def _closest(self, rule: Rule) -> tuple[float, tuple[str, ...]]:
        """Of a rule that is true: its margin as a share of the scale, and the items of the test nearest to failing.

        An alternative fails only when all its true members do: its margin is the largest of theirs.
        """
        inner = rule.all_of or rule.any_of
        if inner is not None:
            margins = [self._closest(part) for part in inner if self.verdict(part) == YES]
            if rule.all_of is not None:
                return min(margins, key=lambda found: found[0])
            return max(found[0] for found in margins), _once(item for found in margins for item in found[1])
        if rule.gate is not None:
            if rule.state == "met":
                return self._closest(self.compiled.gates[rule.gate])
            return 0.0, self._movable(rule, YES)
        return self._margin(rule), self._movable(rule, YES)

    def _margin(self, test: Rule) -> float:
        facts, ends = self.passes.facts, []
        if test.label is not None:
            return 0.0
        if test.condition is not None:
            (low, high), scale = facts.conditions[test.condition], 1
        else:
            group = group_of(test, facts)
            low, high, scale = facts.low[group], facts.high[group], self.compiled.table.top - 1
        ends += [float(low[0]) - bound for bound in (test.at_least, test.above) if bound is not None]
        ends += [test.at_most - float(high[0])] if test.at_most is not None else []
        return min(ends, default=1.0) / scale


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
