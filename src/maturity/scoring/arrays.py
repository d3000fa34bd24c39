"""What the kernel gives: arrays of n, for one way of counting."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maturity.scoring.membership import Floats
from maturity.scoring.placement import Bools
from maturity.scoring.rules import Facts, Verdict

Keys = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Measures:
    """One pass over n rows; every array has n columns. Levels on the item scale, memberships in 0–1, NaN = none.

    ``keys``: (groups, n) into the table. ``levels``: of sub-dimensions; ``means``: of the conditions' parts;
    ``conditions``, ``memberships``: in all placements' conditions and configurations; ``labels``: at least 0.5 (one
    label, or several in a tie).
    """

    keys: Keys
    levels: Floats
    profile: Floats
    secured: NDArray[np.int8]
    means: Floats
    conditions: Floats
    memberships: Floats
    labels: Bools


@dataclass(frozen=True, eq=False)
class Scores:
    """What n sheets give; every array has n rows. NaN = not scorable; low and high are exact bounds.

    Columns: sub-dimensions, dimensions, parts, conditions, configurations, placements (extent) and gates, each in the
    questionnaire's order. ``secured``: 0 = none. ``gates``, ``ahead``: 0 no, 1 unknown, 2 yes. ``stage``: −1 = unknown.
    """

    levels: Floats
    levels_low: Floats
    levels_high: Floats
    profile: Floats
    profile_low: Floats
    profile_high: Floats
    secured: NDArray[np.int8]
    secured_is_upper_bound: Bools
    means: Floats
    means_low: Floats
    means_high: Floats
    conditions: Floats
    conditions_low: Floats
    conditions_high: Floats
    memberships: Floats
    labels: Bools
    possible: Bools
    extent: Floats
    extent_low: Floats
    extent_high: Floats
    gates: Verdict
    ahead: Verdict
    stage: NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class Passes:
    """The answers as given, with every missing one at level 1, and at the top; ``possible``: (configurations, n)."""

    point: Measures
    low: Measures
    high: Measures
    possible: Bools
    facts: Facts
