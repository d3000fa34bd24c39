"""From memberships in conditions to memberships in types or modes, and to labels (fuzzy ideal types, Kvist 2007)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from maturity.questionnaire.rules import Configuration, Placement, Term, Variant
from maturity.scoring.membership import Floats
from maturity.scoring.rounding import maybe

CROSSOVER = 0.5  # as much in as out: the condition counts both ways

Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Partition:
    """One placement's configurations over the corners of its conditions.

    ``corners``: (2^c, c) crisp conditions; ``labels``: (2^c, configurations), which configuration each corner has.
    """

    placement: str
    conditions: tuple[str, ...]
    configurations: tuple[str, ...]
    terms: tuple[tuple[Term, ...], ...]
    corners: Bools
    labels: Bools

    def memberships(self, conditions: Floats) -> Floats:
        """Memberships in each configuration: (c, n) → (configurations, n); NaN where a condition needed is NaN."""
        named = dict(zip(self.conditions, conditions, strict=True))
        return np.stack([conjunction(terms, named) for terms in self.terms])

    def possible(self, low: Floats, high: Floats) -> Bools:
        """Every label that some way of filling in the missing answers gives: bounds (c, n) → (configurations, n).

        Exact, because a condition rises with each of its items. A condition of exactly 0.5 counts both ways.
        """
        reach = np.stack([low <= CROSSOVER, high >= CROSSOVER])  # can be out, can be in
        found = np.zeros((len(self.configurations), low.shape[1]), dtype=np.bool_)
        for corner, labels in zip(self.corners, self.labels, strict=True):
            reached = np.logical_and.reduce([reach[int(inside), row] for row, inside in enumerate(corner)])
            found[labels] |= reached
        return found

    def nearest(self, conditions: Floats) -> str | None:
        """The label of the nearest corner (Euclidean: Doty & Glick 1994); None when two tie or a condition is NaN."""
        if np.isnan(conditions).any():
            return None
        distances = np.linalg.norm(self.corners - conditions, axis=1)
        labels = self.labels[distances <= distances.min() + 1e-9].any(axis=0)
        return self.configurations[int(labels.argmax())] if labels.sum() == 1 else None


def partition(placement: Placement, variant: Variant | None = None) -> Partition:
    """The placement's configurations, with those a variant replaces or adds."""
    terms = {configuration.id: configuration.all_of for configuration in placement.configurations}
    if variant is not None:
        terms |= {new.id: new.all_of for new in variant.replace if new.placement == placement.id}
    conditions = tuple(condition.id for condition in placement.conditions)
    corners = np.array(list(product((False, True), repeat=len(conditions))))
    named = dict(zip(conditions, corners.T.astype(np.float64), strict=True))
    labels = np.stack([conjunction(parts, named) > CROSSOVER for parts in terms.values()], axis=1)
    return Partition(placement.id, conditions, tuple(terms), tuple(terms.values()), corners, labels)


def conjunction(terms: Sequence[Term], conditions: Mapping[str, Floats]) -> Floats:
    """Fuzzy AND: the smallest of its terms' memberships."""
    least: Floats = np.minimum.reduce([_term(term, conditions) for term in terms])
    return least


def _term(term: Term, conditions: Mapping[str, Floats]) -> Floats:
    if term.any_of is not None:
        largest: Floats = np.maximum.reduce([_term(inner, conditions) for inner in term.any_of])
        return largest
    if term.not_ is not None:
        return 1 - conditions[term.not_]
    assert term.is_ is not None, "the questionnaire was checked: a term has one member"  # noqa: S101
    return conditions[term.is_]


def names_of(flags: Bools, configurations: Sequence[str]) -> tuple[str, ...]:
    """The ids whose flag is set, in order."""
    return tuple(name for flag, name in zip(flags, configurations, strict=True) if flag)


def position(memberships: Floats, configurations: Sequence[Configuration]) -> float | None:
    """Mean of the landmarks weighted by membership: a display convention, for data exports; None where unknown."""
    placed = [n for n, configuration in enumerate(configurations) if configuration.position is not None]
    landmarks = [configurations[n].position or 0.0 for n in placed]
    total = memberships[placed].sum()
    return maybe(float(memberships[placed] @ landmarks / total)) if placed and total != 0 else None
