"""The questionnaire turned once into index matrices: what the kernel needs to know of it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Calibration, Rule, Variant
from maturity.scoring.levels import Fill, Table, tabulate
from maturity.scoring.membership import Floats, calibrate
from maturity.scoring.placement import Partition, partition
from maturity.scoring.rules import item_groups

_FILLS: tuple[Fill, ...] = ("point", "low", "high")

Group = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Counting:
    """One way of counting: the main one, or a variant's. ``memberships``: of every key of the table, for each fill.

    ``partitions``: the placements'; ``spans``: where each one's configurations stand among all of them.
    """

    calibration: Calibration
    median: bool
    memberships: Mapping[Fill, Floats]
    partitions: tuple[Partition, ...]
    spans: Mapping[str, slice]


@dataclass(frozen=True, eq=False)
class Compiled:
    """A questionnaire ready to score sheets whose columns are its items in order.

    A *group* is a tuple of items of which a mean is taken: the sub-dimensions', the conditions' parts, the extents, the
    tests of rules; ``matrix`` (groups, items) holds 1 where an item belongs to a group. ``subdimensions``, ``parts``
    and ``extents`` say which group is whose. ``dimensions`` are runs of sub-dimensions, ``conditions`` of parts,
    ``placements`` of conditions. ``countings``: the main way of counting under None, each variant's under its id.
    """

    questionnaire: Questionnaire
    table: Table
    groups: Mapping[Group, int]
    members: tuple[NDArray[np.intp], ...]
    matrix: NDArray[np.float32]
    subdimensions: Mapping[str, int]
    dimensions: Mapping[str, slice]
    parts: tuple[int, ...]
    conditions: Mapping[str, slice]
    placements: Mapping[str, slice]
    extents: Mapping[str, tuple[int, int]]  # by placement: group, and how many answers it needs
    gates: Mapping[str, Rule]
    countings: Mapping[str | None, Counting]


_recent: list[Compiled] = []


def compiled(questionnaire: Questionnaire) -> Compiled:
    """The questionnaire compiled, kept for the next call with the very same object."""
    for known in _recent:
        if known.questionnaire is questionnaire:
            return known
    made = _compile(questionnaire)
    _recent[:] = [made, *_recent[:7]]
    return made


def _compile(questionnaire: Questionnaire) -> Compiled:
    by_subdimension = _items_by_subdimension(questionnaire)
    conditions = [condition for placement in questionnaire.placements for condition in placement.conditions]
    parts = [part.items for condition in conditions for part in condition.parts]
    extents = {p.id: p.extent for p in questionnaire.placements if p.extent is not None}
    wanted = [*by_subdimension.values(), *parts, *(extent.items for extent in extents.values())]
    wanted += [group for rule in _rules(questionnaire) for group in item_groups(rule)]
    groups = {group: row for row, group in enumerate(dict.fromkeys(wanted))}
    column = {item: n for n, item in enumerate(questionnaire.item_ids)}
    members = tuple(np.array([column[item] for item in group], dtype=np.intp) for group in groups)
    matrix = np.zeros((len(groups), len(column)), dtype=np.float32)
    for row, columns in enumerate(members):
        matrix[row, columns] = 1
    table = tabulate(max(map(len, groups)), questionnaire.levels)
    variants: dict[str | None, Variant | None] = {None: None, **{v.id: v for v in questionnaire.scoring.variants}}
    return Compiled(
        questionnaire=questionnaire,
        table=table,
        groups=groups,
        members=members,
        matrix=matrix,
        subdimensions={name: groups[items] for name, items in by_subdimension.items()},
        dimensions=_runs(
            {b.id: len(b.subdimensions) for b in questionnaire.blocks},
            {b.id for b in questionnaire.blocks if b.kind == "dimension"},
        ),
        parts=tuple(groups[part] for part in parts),
        conditions=_runs({c.id: len(c.parts) for c in conditions}),
        placements=_runs({p.id: len(p.conditions) for p in questionnaire.placements}),
        extents={name: (groups[extent.items], extent.min_valid) for name, extent in extents.items()},
        gates={gate.id: gate.when for gate in questionnaire.readiness.gates},
        countings={name: _counting(questionnaire, table, variant) for name, variant in variants.items()},
    )


def _counting(questionnaire: Questionnaire, table: Table, variant: Variant | None) -> Counting:
    calibration = questionnaire.scoring.calibration
    if variant is not None and variant.crossover is not None:
        calibration = calibration.model_copy(update={"crossover": variant.crossover})
    partitions = tuple(partition(placement, variant) for placement in questionnaire.placements)
    return Counting(
        calibration=calibration,
        median=variant is not None and variant.aggregate == "median",
        memberships={fill: calibrate(table.bounded(fill), calibration) for fill in _FILLS},
        partitions=partitions,
        spans=_runs({partition.placement: len(partition.configurations) for partition in partitions}),
    )


def _items_by_subdimension(questionnaire: Questionnaire) -> dict[str, Group]:
    found: dict[str, Group] = dict.fromkeys(questionnaire.subdimensions, ())
    for item in questionnaire.items:
        found[item.subdimension] += (item.id,)
    return found


def _rules(questionnaire: Questionnaire) -> Iterator[Rule]:
    """Every rule of the questionnaire, wherever it stands."""
    readiness = questionnaire.readiness
    for gate in readiness.gates:
        yield gate.when
        if gate.ahead is not None:
            yield gate.ahead.when
    yield from (stage.when for stage in readiness.scale_stages)
    for placement in questionnaire.placements:
        for configuration in placement.configurations:
            yield from (nuance.when for nuance in configuration.nuances)


def _runs(lengths: Mapping[str, int], wanted: set[str] | None = None) -> dict[str, slice]:
    runs, start = {}, 0
    for name, length in lengths.items():
        if wanted is None or name in wanted:
            runs[name] = slice(start, start + length)
        start += length
    return runs
