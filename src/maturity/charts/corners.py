"""Which configurations hold in the corners of a placement, where every condition is plainly yes or no."""

from __future__ import annotations

from collections.abc import Mapping

from maturity.questionnaire.rules import Configuration, Placement
from maturity.scoring.placement import partition


def labels(placement: Placement, fixed: Mapping[str, bool]) -> tuple[Configuration, ...]:
    """The configurations that hold in some corner where ``fixed`` is so, whatever the other conditions are."""
    split = partition(placement)
    columns = [split.conditions.index(one) for one in fixed]
    here = (split.corners[:, columns] == list(fixed.values())).all(axis=1)
    found = split.labels[here].any(axis=0)
    return tuple(one for one, holds in zip(placement.configurations, found, strict=True) if holds)
