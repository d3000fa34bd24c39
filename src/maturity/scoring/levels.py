"""Levels: of a group of items (mean), of a dimension (profile and secured), and the tables that make them fast.

A mean of a few whole levels has a few hundred possible values. So each formula is computed once for all of them, in a
`Table`, and a million rows look theirs up: the same numbers whatever the row's place, and no arithmetic twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from maturity.scoring.membership import Floats
from maturity.scoring.sheet import NOT_ASKED, Sheet

Fill = Literal["point", "low", "high"]  # answers as given; every missing one at level 1; every missing one at the top

_EPSILON = 1e-9  # margins such as 0.1 are not exact in binary


@dataclass(frozen=True, eq=False)
class Table:
    """Everything that a group of items can amount to, by its key ``sum + a·valid + b·asked``.

    ``weights[code & 255]`` is what one answer adds to the key. ``mean``: of the valid items, NaN without any.
    ``level``: the mean where at least half of the items asked (and at least one) are valid, else NaN. ``log``: of
    ``level``, 0 where NaN. ``irrelevant``: asked, and "not applicable" throughout (once nothing is missing).
    """

    top: int
    weights: NDArray[np.float32]
    valid: NDArray[np.intp]
    mean: Floats
    level: Floats
    log: Floats
    irrelevant: NDArray[np.bool_]

    def bounded(self, fill: Fill) -> Floats:
        """``mean``, and for a group without a valid answer NaN, or the ends of the scale."""
        return np.where(np.isnan(self.mean), self.empty(fill), self.mean)

    def empty(self, fill: Fill) -> float:
        """What a mean over no valid answer is taken as."""
        return {"point": np.nan, "low": 1.0, "high": float(self.top)}[fill]


def tabulate(size: int, top: int) -> Table:
    """The table for groups of up to ``size`` items with levels 1–``top``."""
    width, span = size + 1, size * top + 1
    if span * width * width > 2**24:  # beyond this float32 no longer tells the keys apart
        raise ValueError(f"a group of {size} items is too large to be scored")
    keys = np.arange(span * width * width)
    total, valid, asked = keys % span, keys // span % width, keys // (span * width)
    mean = np.divide(total, valid, out=np.full(keys.size, np.nan), where=valid > 0)
    mean[(mean < 1) | (mean > top)] = np.nan  # keys that no answers have
    level = np.where((valid >= 1) & (2 * valid >= asked), mean, np.nan)
    weights = np.zeros(256, dtype=np.float32)
    codes = np.arange(-128, 128)
    weights[codes.astype(np.uint8)] = np.where(codes == NOT_ASKED, 0, span * width) + np.where(
        codes > 0, codes + span, 0
    )
    return Table(
        top=top,
        weights=weights,
        valid=valid,
        mean=mean,
        level=level,
        log=np.log(np.where(np.isnan(level), 1, level)),
        irrelevant=(valid == 0) & (asked > 0),
    )


def profile_level(logs: Floats, scorable: NDArray[np.bool_], needed: int) -> Floats:
    """Geometric mean of a dimension's sub-dimensions: weakness hurts but does not annul (OECD/JRC 2008).

    ``logs``, ``scorable``: (sub-dimensions, n); returns (n,), on the item scale, NaN where fewer than ``needed`` (or
    than all, if the dimension has fewer) are scorable.
    """
    count = scorable.sum(axis=0)
    enough = count >= max(min(needed, len(logs)), 1)
    mean = np.divide(logs.sum(axis=0), count, out=np.full(count.shape, np.nan), where=enough)
    level: Floats = np.exp(mean)
    return level


def secured_level(levels: Floats, margin: float, top: int) -> NDArray[np.int8]:
    """Weakest link: the largest L in 1–top with every scorable sub-dimension ≥ L − ``margin``; 0 when none is scorable.

    ``levels``: (sub-dimensions, n), NaN = not scorable; returns (n,).
    """
    lowest = np.fmin.reduce(levels, axis=0)
    reached = np.clip(np.floor(lowest + margin + _EPSILON), 1, top)
    secured: NDArray[np.int8] = np.nan_to_num(reached, nan=0.0).astype(np.int8)
    return secured


def medians(sheet: Sheet, groups: Sequence[NDArray[np.intp]]) -> Floats:
    """Median of the valid items of each group, NaN without any; shape (groups, n). Ties in the middle: their mean."""
    out = np.full((len(groups), len(sheet)), np.nan)
    for row, group in enumerate(groups):
        answers = np.where(sheet[:, group] > 0, sheet[:, group].astype(np.float64), np.inf)
        answers.sort(axis=1)
        valid = np.isfinite(answers).sum(axis=1)
        known = np.flatnonzero(valid)
        upper, lower = valid[known] // 2, (valid[known] - 1) // 2
        out[row, known] = (answers[known, lower] + answers[known, upper]) / 2
    return out
