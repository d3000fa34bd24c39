"""Why this label and not another: the smallest change that would give another, and the missing answers that could."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

import numpy as np

from maturity.scoring.arrays import Measures
from maturity.scoring.compiled import Compiled
from maturity.scoring.kernel import labels, passes
from maturity.scoring.placement import CROSSOVER, Bools, Partition, names_of
from maturity.scoring.result import Change, Flip, OpenQuestion
from maturity.scoring.sheet import Sheet, missing

SHOWN = 4  # smallest changes told, when several have the same size


def deciding(compiled: Compiled, placement: str) -> list[int]:
    """Columns of the items that a placement's conditions read, in order."""
    conditions = list(compiled.conditions.values())[compiled.placements[placement]]
    return sorted(
        {int(column) for run in conditions for part in compiled.parts[run] for column in compiled.members[part]}
    )


def flips(compiled: Compiled, sheet: Sheet, partition: Partition, point: tuple[str, ...]) -> tuple[Flip, ...]:
    """The fewest answers (at most ``max_flips``), each moved by one level, that give one other label; () when none do.

    ``sheet`` (1, items); ``point``: its labels, several in a tie. All ways of changing so many answers are rows of one
    call. Up to four are returned, those that raise answers first, then in the order of the items; what missing answers
    leave possible after each is one call more.
    """
    answered = [column for column in deciding(compiled, partition.placement) if sheet[0, column] > 0]
    span = compiled.countings[None].spans[partition.placement]
    for size in range(1, compiled.questionnaire.scoring.max_flips + 1):
        rows = _changed(sheet, answered, size, compiled.table.top)
        reached = labels(compiled, rows)[:, span]
        others = reached & ~np.isin(partition.configurations, point if len(point) == 1 else ())
        hits = np.flatnonzero((reached.sum(axis=1) == 1) & others.any(axis=1))
        if hits.size:
            lowered = (rows[hits] < sheet).sum(axis=1)
            told = hits[np.argsort(lowered, kind="stable")][:SHOWN]
            possible = passes(compiled, rows[told]).possible[span].T
            return tuple(
                _flip(compiled, sheet, rows[hit], (reached[hit], open_), partition)
                for hit, open_ in zip(told, possible, strict=True)
            )
    return ()


def could_decide(
    compiled: Compiled, sheet: Sheet, partition: Partition, low: Measures, high: Measures
) -> tuple[str, ...]:
    """The missing answers that could change the label: those of a part that could tip a condition that could tip it."""
    run = compiled.placements[partition.placement]
    parts = list(compiled.conditions.values())[run]
    can_be_out, can_be_in = low.conditions[run, 0] <= CROSSOVER, high.conditions[run, 0] >= CROSSOVER
    membership = compiled.countings[None].memberships
    columns: set[int] = set()
    for row, span in enumerate(parts):
        if not _matters(partition, row, np.stack([can_be_out, can_be_in])):
            continue
        for part in compiled.parts[span]:
            open_part = membership["low"][low.keys[part, 0]] <= CROSSOVER <= membership["high"][high.keys[part, 0]]
            if open_part:
                columns.update(int(c) for c in compiled.members[part] if missing(sheet)[0, c])
    return tuple(compiled.questionnaire.item_ids[column] for column in sorted(columns))


def open_questions(
    compiled: Compiled, sheet: Sheet, partition: Partition, items: Sequence[str]
) -> tuple[OpenQuestion, ...]:
    """What a level in each of these missing items would tell by itself, most useful first.

    Every level of every item is a row of one call. First those that settle the label, then by how few labels remain on
    average over the levels, each as likely; equal ones in the order of ``items``. "Not applicable" is no level: it is
    not tried.
    """
    if not items:
        return ()
    top, ids = compiled.table.top, compiled.questionnaire.item_ids
    rows = np.repeat(sheet, len(items) * top, axis=0)
    columns = np.repeat([ids.index(item) for item in items], top)
    rows[np.arange(len(rows)), columns] = np.tile(np.arange(1, top + 1, dtype=np.int8), len(items))
    span = compiled.countings[None].spans[partition.placement]
    reached = passes(compiled, rows).possible[span].T.reshape(len(items), top, -1)  # (items, levels, configurations)
    remain, every = reached.sum(axis=2), np.logical_or.reduce(reached, axis=1)
    settles, total = remain.max(axis=1) == 1, remain.sum(axis=1)
    return tuple(
        OpenQuestion(
            item=items[n],
            labels=names_of(every[n], partition.configurations),
            settles=bool(settles[n]),
            narrows=bool((remain[n] < every[n].sum()).any()),
        )
        for n in np.lexsort((total, ~settles))
    )


def _matters(partition: Partition, condition: int, reach: Bools) -> bool:
    """Whether two reachable corners that differ only in this condition have different labels."""
    reachable = {
        tuple(corner): tuple(names)
        for corner, names in zip(partition.corners.tolist(), partition.labels.tolist(), strict=True)
        if all(reach[int(inside), row] for row, inside in enumerate(corner))
    }
    return any(
        reachable.get((*corner[:condition], not corner[condition], *corner[condition + 1 :]), names) != names
        for corner, names in reachable.items()
    )


def _changed(sheet: Sheet, columns: list[int], size: int, top: int) -> Sheet:
    """Every copy of the sheet with ``size`` of these answers moved by one level and still on the scale."""
    rows = []
    for chosen in map(list, combinations(columns, size)):
        for steps in product((-1, 1), repeat=size):
            row = sheet[0].copy()
            row[chosen] += np.array(steps, dtype=np.int8)
            if row[chosen].min() >= 1 and row[chosen].max() <= top:
                rows.append(row)
    return np.array(rows, dtype=np.int8).reshape(-1, sheet.shape[1])


def _flip(compiled: Compiled, sheet: Sheet, row: Sheet, told: tuple[Bools, Bools], partition: Partition) -> Flip:
    changed = np.flatnonzero(row != sheet[0])
    items = compiled.questionnaire.item_ids
    return Flip(
        changes=tuple(Change(item=items[c], before=int(sheet[0, c]), after=int(row[c])) for c in changed),
        label=names_of(told[0], partition.configurations)[0],
        labels=names_of(told[1], partition.configurations),
    )
