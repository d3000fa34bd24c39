"""What to do next: the gaps that the people chose, unmet readiness conditions in the order of phasing, the weakest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import floor

from maturity.questionnaire.rules import Gate, Rule
from maturity.scoring.readiness import Reading
from maturity.scoring.result import BlockResult, Priority, SubdimensionResult
from maturity.scoring.rounding import known, maybe
from maturity.scoring.rules import NO, YES, group_of
from maturity.scoring.sheet import NOT_ASKED


@dataclass(frozen=True)
class Candidate:
    """A sub-dimension to work on, from which level, and why."""

    subdimension: str
    level: float
    items: tuple[str, ...]
    gate: str | None
    target: int | None = None
    advised: bool = False  # by the gate, as a way to be met


def priorities(reading: Reading, blocks: Sequence[BlockResult]) -> tuple[Priority, ...]:
    """The next actions, best first: no sub-dimension twice, none at the top, none that is good enough for its people.

    A sub-dimension that an unmet gate postpones comes only when all others are used up, chosen or not.
    """
    questionnaire, top = reading.compiled.questionnaire, reading.compiled.table.top
    recommendations = {(r.subdimension, r.from_level): r.id for r in questionnaire.advice.recommendations}
    unmet = [g for g in questionnaire.readiness.gates if g.kind == "gate" and reading.verdict(g.when) == NO]
    postponed = {subdimension for gate in unmet for subdimension in gate.postpones}
    asked = [candidate for gate in unmet for candidate in _for_gate(reading, gate, blocks)]
    candidates = [*_chosen(reading, blocks, asked), *asked, *_weakest(reading, blocks)]
    enough = {s.id for block in blocks for s in block.subdimensions if _is_enough(s)}
    candidates.sort(key=lambda c: c.subdimension in postponed)  # stable: the order above stays within each half
    found: dict[str, Priority] = {}
    for candidate in candidates:
        step = (candidate.subdimension, min(max(floor(candidate.level), 1), top - 1))
        if candidate.subdimension in found.keys() | enough or candidate.level >= top or step not in recommendations:
            continue
        found[candidate.subdimension] = Priority(
            rank=len(found) + 1,
            recommendation=recommendations[step],
            subdimension=candidate.subdimension,
            level=candidate.level,
            reason="target" if candidate.target else "gate" if candidate.gate else "weakest",
            gate=candidate.gate,
            advised=candidate.advised,
            target=candidate.target,
            items=candidate.items,
            indicative=_indicative(reading, candidate.subdimension),
        )
        if len(found) == questionnaire.scoring.priorities:
            break
    return tuple(found.values())


def _is_enough(result: SubdimensionResult) -> bool:
    """Whether its people find it good enough, or have reached the level that they chose."""
    if result.target is None or result.target == "enough":
        return result.target is not None
    return result.level is not None and result.level >= result.target


def _chosen(reading: Reading, blocks: Sequence[BlockResult], asked: Sequence[Candidate]) -> Iterator[Candidate]:
    """What stands below the level that its people chose, the largest gap first; ties in the questionnaire's order.

    Where an unmet gate asks for it too (``asked``), the gate is named with it.
    """
    gates = {candidate.subdimension: candidate for candidate in reversed(asked)}
    gaps = [
        (known(result.target - result.level), result.target, result)
        for block in blocks
        for result in block.subdimensions
        if isinstance(result.target, int) and result.level is not None and result.level < result.target
    ]
    for _gap, target, result in sorted(gaps, key=lambda gap: -gap[0]):
        by = gates.get(result.id)
        for candidate in _candidate(reading, result, by.gate if by else None):
            yield replace(candidate, target=target, advised=by is not None and by.advised)


def _for_gate(reading: Reading, gate: Gate, blocks: Sequence[BlockResult]) -> Iterator[Candidate]:
    """What an unmet gate asks for: the sub-dimensions it advises, then those of its failing tests.

    Not an advised one that the gate itself finds sufficient: it would be pushed further for nothing.
    """
    subdimensions = {s.id: s for block in blocks for s in block.subdimensions}
    parts = gate.when.all_of or (gate.when,)
    enough = {home for part in parts for test in reading.tests(part, YES) for home in _homes(reading, test)}
    failing = reading.tests(gate.when, NO)
    failed = {home for test in failing for home in _homes(reading, test)}
    for advised in gate.advises:
        if advised not in enough:
            for candidate in _candidate(reading, subdimensions[advised], gate.id):
                yield replace(candidate, advised=advised not in failed)
    for test in failing:
        if test.gate is not None:
            continue  # it stands in the list itself, earlier
        items = reading.items(test)
        homes = _homes(reading, test)
        mean = _mean(reading, test)
        for home in homes:
            if len(homes) == 1 and mean is not None:
                yield Candidate(home, mean, _asked(reading, items), gate.id)
            else:
                yield from _candidate(reading, subdimensions[home], gate.id)


def _homes(reading: Reading, test: Rule) -> list[str]:
    """The sub-dimensions of the items that a test looks at, each once."""
    items = reading.items(test)
    return list(dict.fromkeys(reading.compiled.questionnaire.item(item).subdimension for item in items))


def _weakest(reading: Reading, blocks: Sequence[BlockResult]) -> Iterator[Candidate]:
    """Every scorable sub-dimension of the dimensions, lowest first, ties in the questionnaire's order."""
    results = [s for block in blocks if block.kind == "dimension" for s in block.subdimensions if s.level is not None]
    for result in sorted(results, key=lambda s: s.level or 0.0):
        yield from _candidate(reading, result, None)


def _candidate(reading: Reading, result: SubdimensionResult, gate: str | None) -> Iterator[Candidate]:
    if result.level is not None:
        yield Candidate(result.id, result.level, _asked(reading, reading.subdimension(result.id)), gate)


def _mean(reading: Reading, test: Rule) -> float | None:
    if test.condition is not None or test.label is not None:
        return None
    key = reading.passes.point.keys[group_of(test, reading.passes.facts), 0]
    return maybe(reading.compiled.table.mean[key])


def _asked(reading: Reading, items: Sequence[str]) -> tuple[str, ...]:
    return tuple(item for item in items if reading.code(item) != NOT_ASKED)


def _indicative(reading: Reading, subdimension: str) -> bool:
    return any(reading.code(item) == NOT_ASKED for item in reading.subdimension(subdimension))
