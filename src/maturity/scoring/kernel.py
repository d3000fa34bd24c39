"""The one kernel: answer sheets of shape (n, items) in, arrays of n out.

One respondent is n = 1; the disturbed copies for stability, the bounds for missing answers, the smallest change that
gives another label and the variants are more rows of the same call; a pooled data set is n in the millions, in chunks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from maturity.scoring.arrays import Keys, Measures, Passes, Scores
from maturity.scoring.compiled import Compiled, Counting
from maturity.scoring.levels import Fill, medians, profile_level, secured_level
from maturity.scoring.membership import Floats, calibrate
from maturity.scoring.placement import CROSSOVER, Bools
from maturity.scoring.rules import NO, YES, Facts, Verdict, verdict
from maturity.scoring.sheet import Sheet, filled, missing

CHUNK = 8192  # rows: what stays in the processor's cache


def score(compiled: Compiled, sheet: Sheet, variant: str | None = None) -> Scores:
    """Score n sheets and keep everything (about 1 KB a row); for millions of rows take `chunks`, keep what you need."""
    blocks = list(chunks(compiled, sheet, variant))
    return Scores(*(np.concatenate([getattr(block, field.name) for block in blocks]) for field in fields(Scores)))


def chunks(compiled: Compiled, sheet: Sheet, variant: str | None = None, *, rows: int = CHUNK) -> Iterator[Scores]:
    """Score n sheets ``rows`` at a time, so that memory stays small; at least one (perhaps empty) chunk.

    Raises ValueError when the sheet has another shape, type or levels than the questionnaire's.
    """
    _check(compiled, sheet)
    for start in range(0, max(len(sheet), 1), rows):
        yield scores(compiled, passes(compiled, sheet[start : start + rows], variant))


def measure(compiled: Compiled, sheet: Sheet, variant: str | None = None, fill: Fill = "point") -> Measures:
    """Everything that follows from the valid answers alone; ``fill`` says what a mean over no answer is taken as."""
    table, counting, scoring = compiled.table, compiled.countings[variant], compiled.questionnaire.scoring
    keys = (compiled.matrix @ table.weights.take(sheet.view(np.uint8)).T).astype(np.intp)
    subdimensions = keys[list(compiled.subdimensions.values())]
    levels, logs = table.level[subdimensions], table.log[subdimensions]
    scorable, runs = ~np.isnan(levels), compiled.dimensions.values()
    means, inside = _parts(compiled, sheet, keys, counting, fill)
    conditions = _stack([inside[run].min(axis=0) for run in compiled.conditions.values()], len(sheet))
    placed = [(partition, conditions[compiled.placements[partition.placement]]) for partition in counting.partitions]
    memberships = _join([partition.memberships(mine) for partition, mine in placed], len(sheet))
    profile = [profile_level(logs[run], scorable[run], scoring.min_subdimensions) for run in runs]
    secured = [secured_level(levels[run], scoring.secured_margin, table.top) for run in runs]
    return Measures(
        keys=keys,
        levels=levels,
        profile=_stack(profile, len(sheet)),
        secured=_stack(secured, len(sheet), np.int8),
        means=means,
        conditions=conditions,
        memberships=memberships,
        labels=memberships >= CROSSOVER,
    )


def labels(compiled: Compiled, sheet: Sheet) -> Bools:
    """Only the point labels, for many rows: (n, configurations)."""
    starts = range(0, max(len(sheet), 1), CHUNK)
    return np.concatenate([measure(compiled, sheet[start : start + CHUNK]).labels.T for start in starts])


def passes(compiled: Compiled, sheet: Sheet, variant: str | None = None) -> Passes:
    """The three passes that bound the missing answers, and what the rules can be asked about."""
    table, counting = compiled.table, compiled.countings[variant]
    point = measure(compiled, sheet, variant)
    unknown = bool(missing(sheet).any())
    low = measure(compiled, filled(sheet, 1) if unknown else sheet, variant, "low")
    high = measure(compiled, filled(sheet, table.top) if unknown else sheet, variant, "high")
    runs = [(partition, compiled.placements[partition.placement]) for partition in counting.partitions]
    possible = [partition.possible(low.conditions[run], high.conditions[run]) for partition, run in runs]
    told = _join(possible, len(sheet), np.bool_)
    return Passes(point, low, high, told, _facts(compiled, counting, low, high, told))


def _facts(compiled: Compiled, counting: Counting, low: Measures, high: Measures, possible: Bools) -> Facts:
    """What the rules can be asked about."""
    table, rows = compiled.table, possible.shape[1]
    only = [possible[span] & (possible[span].sum(axis=0) == 1) for span in counting.spans.values()]
    alone = _join(only, rows, np.bool_)
    names = [f"{part.placement}:{label}" for part in counting.partitions for label in part.configurations]
    return Facts(
        groups=compiled.groups,
        subdimensions=compiled.subdimensions,
        low=table.bounded("low")[low.keys],
        high=table.bounded("high")[high.keys],
        irrelevant=table.irrelevant[low.keys],
        conditions={name: (low.conditions[row], high.conditions[row]) for row, name in enumerate(compiled.conditions)},
        possible={name: (possible[row], alone[row]) for row, name in enumerate(names)},
        gates=compiled.gates,
    )


def scores(compiled: Compiled, done: Passes) -> Scores:
    """The passes told as one array of n rows each."""
    point, low, high, facts = done.point, done.low, done.high, done.facts
    rows, readiness = point.keys.shape[1], compiled.questionnaire.readiness
    unscored = np.isnan(point.levels)
    open_ends = _stack([unscored[run].any(axis=0) for run in compiled.dimensions.values()], rows, np.bool_)
    gates = _stack([facts.gate(gate.id) for gate in readiness.gates], rows, np.int8)
    ahead = [np.zeros(rows, np.int8) if g.ahead is None else verdict(g.ahead.when, facts) for g in readiness.gates]
    subdimensions = list(compiled.subdimensions.values())
    return Scores(
        levels=point.levels.T,
        levels_low=facts.low[subdimensions].T,
        levels_high=facts.high[subdimensions].T,
        profile=point.profile.T,
        profile_low=low.profile.T,
        profile_high=high.profile.T,
        secured=point.secured.T,
        secured_is_upper_bound=open_ends.T,
        means=point.means.T,
        means_low=low.means.T,
        means_high=high.means.T,
        conditions=point.conditions.T,
        conditions_low=low.conditions.T,
        conditions_high=high.conditions.T,
        memberships=point.memberships.T,
        labels=point.labels.T,
        possible=done.possible.T,
        extent=_extents(compiled, point).T,
        extent_low=_extents(compiled, low).T,
        extent_high=_extents(compiled, high).T,
        gates=gates.T,
        ahead=_stack(ahead, rows, np.int8).T,
        stage=scale_stage(compiled, facts, rows),
    )


def scale_stage(compiled: Compiled, facts: Facts, rows: int) -> Verdict:
    """The highest stage whose rule is met; −1 where an unknown one comes first, or none is met."""
    stage = np.full(rows, -1, dtype=np.int8)
    settled = np.zeros(rows, dtype=np.bool_)
    for candidate in sorted(compiled.questionnaire.readiness.scale_stages, key=lambda s: s.stage, reverse=True):
        met = verdict(candidate.when, facts)
        stage[~settled & (met == YES)] = candidate.stage
        settled |= met != NO
    return stage


def _check(compiled: Compiled, sheet: Sheet) -> None:
    """A wrong sheet must not be scored in silence: the tables would give some number."""
    items = len(compiled.questionnaire.item_ids)
    if sheet.dtype != np.int8 or sheet.ndim != 2 or sheet.shape[1] != items:
        raise ValueError(f"a sheet is int8 of shape (n, {items}), not {sheet.dtype} of shape {sheet.shape}")
    if sheet.max(initial=1) > compiled.table.top or (sheet == 0).any():
        raise ValueError(f"levels are 1 to {compiled.table.top}; other codes are below zero")


def _parts(compiled: Compiled, sheet: Sheet, keys: Keys, counting: Counting, fill: Fill) -> tuple[Floats, Floats]:
    """The level of each part of a condition, and its membership: (parts, n) each."""
    rows = list(compiled.parts)
    if not counting.median:
        return compiled.table.bounded(fill)[keys[rows]], counting.memberships[fill][keys[rows]]
    middles = medians(sheet, [compiled.members[row] for row in rows])
    middles[np.isnan(middles)] = compiled.table.empty(fill)
    return middles, calibrate(middles, counting.calibration)


def _extents(compiled: Compiled, measures: Measures) -> Floats:
    """Mean of each placement's extent items, NaN with too few answers: (placements, n)."""
    table, rows = compiled.table, measures.keys.shape[1]
    found = np.full((len(compiled.placements), rows), np.nan)
    for row, placement in enumerate(compiled.placements):
        if placement in compiled.extents:
            group, needed = compiled.extents[placement]
            keys = measures.keys[group]
            found[row] = np.where(table.valid[keys] >= needed, table.mean[keys], np.nan)
    return found


def _stack(rows: Sequence[Any], width: int, kind: type[Any] = np.float64) -> NDArray[Any]:
    """Rows under each other; none gives an array without rows."""
    return np.array(rows, dtype=kind).reshape(len(rows), width)


def _join(blocks: Sequence[NDArray[Any]], width: int, kind: type[Any] = np.float64) -> NDArray[Any]:
    """Blocks of rows under each other; none gives an array without rows."""
    return np.concatenate([np.empty((0, width), dtype=kind), *blocks])
