"""Yes/no tests over answers of which some are missing: three values, by Kleene's (1952) strong logic.

Every test looks at an interval [low, high]: what its quantity can be over all ways of filling in the missing answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from maturity.questionnaire.rules import Rule
from maturity.scoring.membership import Floats
from maturity.scoring.placement import Bools

Verdict = NDArray[np.int8]  # (n,)

NO, UNKNOWN, YES = 0, 1, 2


@dataclass(frozen=True, eq=False)
class Facts:
    """What rules can be asked about, for n rows at once.

    ``low``, ``high``: (groups, n) bounds of each group's mean. ``irrelevant``: (groups, n) "not applicable" throughout.
    ``conditions``: bounds of each membership. ``possible``: by "placement:configuration", whether that label is
    possible, and whether it is the only one. ``verdicts`` fills itself.
    """

    groups: Mapping[tuple[str, ...], int]
    subdimensions: Mapping[str, int]
    low: Floats
    high: Floats
    irrelevant: Bools
    conditions: Mapping[str, tuple[Floats, Floats]]
    possible: Mapping[str, tuple[Bools, Bools]]
    gates: Mapping[str, Rule]
    verdicts: dict[str, Verdict] = field(default_factory=dict)

    def gate(self, id: str) -> Verdict:
        """Whether a gate is met (a pattern present), worked out once."""
        if id not in self.verdicts:
            self.verdicts[id] = verdict(self.gates[id], self)
        return self.verdicts[id]


def verdict(rule: Rule, facts: Facts) -> Verdict:
    """Is the rule true? NO, UNKNOWN or YES for each of n rows. AND is the minimum, OR the maximum."""
    if rule.all_of is not None:
        every: Verdict = np.minimum.reduce([verdict(inner, facts) for inner in rule.all_of])
        return every
    if rule.any_of is not None:
        some: Verdict = np.maximum.reduce([verdict(inner, facts) for inner in rule.any_of])
        return some
    if rule.gate is not None:
        met = facts.gate(rule.gate)
        return met if rule.state == "met" else (YES - met).astype(np.int8)
    if rule.label is not None:
        possible, alone = facts.possible[rule.label]
        return np.where(alone, YES, np.where(possible, UNKNOWN, NO)).astype(np.int8)
    if rule.condition is not None:
        return compare(rule, *facts.conditions[rule.condition])
    group = group_of(rule, facts)
    tested = compare(rule, facts.low[group], facts.high[group])
    tested[facts.irrelevant[group]] = NO
    return tested


def group_of(rule: Rule, facts: Facts) -> int:
    """Which group of items a test on levels looks at."""
    if rule.subdimension is not None:
        return facts.subdimensions[rule.subdimension]
    return facts.groups[rule.mean or (rule.item or "",)]


def compare(rule: Rule, low: Floats, high: Floats) -> Verdict:
    """A quantity somewhere in [low, high] against the rule's thresholds (all of them must hold)."""
    sure, can = np.ones(low.shape, dtype=np.bool_), np.ones(low.shape, dtype=np.bool_)
    if rule.at_least is not None:
        sure &= low >= rule.at_least
        can &= high >= rule.at_least
    if rule.above is not None:
        sure &= low > rule.above
        can &= high > rule.above
    if rule.at_most is not None:
        sure &= high <= rule.at_most
        can &= low <= rule.at_most
    return sure.astype(np.int8) + can.astype(np.int8)


def item_groups(rule: Rule) -> list[tuple[str, ...]]:
    """Every group of items that the tests of a rule look at, sub-dimensions apart."""
    if rule.mean is not None:
        return [rule.mean]
    if rule.item is not None:
        return [(rule.item,)]
    return [group for inner in rule.all_of or rule.any_of or () for group in item_groups(inner)]
