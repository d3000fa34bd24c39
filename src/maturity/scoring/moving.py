"""Levels of two waves: whether a difference is more than the same answers, given again, would show.

An answer is taken to shift by one level with the questionnaire's own probability p (``scoring.stability``), half each
way: a variance of p. So the mean of m answers has p/m, the difference of two means p/m₁ + p/m₂, and 1.96 times its root
is the reliable change of Jacobson & Truax (1991). A geometric mean takes its variance by the delta method.
"""

from __future__ import annotations

from math import sqrt
from typing import Literal, NamedTuple

from maturity.questionnaire.bridging import Verdict
from maturity.scoring.changes import BlockChange, LevelChange, Side
from maturity.scoring.pairing import Pair
from maturity.scoring.result import BlockResult, Interval, SubdimensionResult
from maturity.scoring.rounding import interval, known

_RELIABLE = 1.96  # 95 of 100 pairs of waves without a change stay within
_CLOSE = 1e-5  # results are rounded to six decimals
_ABSENT = Verdict(comparable=False)


class _Known(NamedTuple):
    """One level as one wave gives it; ``variance``: how much it would shift if answered again."""

    level: float | None
    bounds: Interval | None
    variance: float
    asked: int


def block_changes(pair: Pair) -> tuple[BlockChange, ...]:
    """Every block that both versions have, in the later one's order."""
    earlier = {block.id: block for block in pair.before.result.blocks}
    shared = [block for block in pair.after.result.blocks if block.id in earlier]
    return tuple(_block(pair, earlier[block.id], block) for block in shared)


def _block(pair: Pair, before: BlockResult, after: BlockResult) -> BlockChange:
    old = {one.id: one for one in before.subdimensions}
    inner = tuple(_subdimension(pair, old[one.id], one) for one in after.subdimensions if one.id in old)
    level = None
    if after.kind == before.kind == "dimension":
        sides = _profile(pair, before), _profile(pair, after)
        same_parts = [[s.id for s in b.subdimensions if s.level is not None] for b in (before, after)]
        other = same_parts[0] != same_parts[1] or any(one.other_items for one in inner)
        level = _change(after.id, *sides, pair.bridge.blocks.get(after.id, _ABSENT), other_items=other)
    return BlockChange(
        id=after.id,
        kind=after.kind,
        level=level,
        secured_before=before.secured_level,
        secured_after=after.secured_level,
        secured_before_at_most=before.secured_level is not None and before.secured_is_upper_bound,
        secured_after_at_most=after.secured_level is not None and after.secured_is_upper_bound,
        subdimensions=inner,
    )


def _probability(pair: Pair) -> float:
    return pair.after.questionnaire.scoring.stability.probability


def _subdimension(pair: Pair, before: SubdimensionResult, after: SubdimensionResult) -> LevelChange:
    sides = [
        _Known(one.level, one.bounds, _probability(pair) / one.valid if one.valid else 0.0, one.asked)
        for one in (before, after)
    ]
    verdict = pair.bridge.subdimensions.get(after.id, _ABSENT)
    other = pair.other_items(*pair.members(after.id))
    return _change(after.id, sides[0], sides[1], verdict, other_items=other)


def _profile(pair: Pair, block: BlockResult) -> _Known:
    """∂g/∂x = g / (k·x) for the geometric mean g of k sub-dimensions x."""
    parts = [(one.level, one.valid) for one in block.subdimensions if one.level is not None]
    level = block.profile_level
    shifts = [_probability(pair) / valid * ((level or 0.0) / (len(parts) * x)) ** 2 for x, valid in parts]
    return _Known(level, block.profile_bounds, sum(shifts), sum(one.asked for one in block.subdimensions))


def _change(id: str, before: _Known, after: _Known, verdict: Verdict, *, other_items: bool) -> LevelChange:
    reason, side = _hindrance(before, after, verdict)
    if reason or before.level is None or after.level is None or before.bounds is None or after.bounds is None:
        return LevelChange(
            id=id,
            status="not-comparable",
            before=before.level,
            after=after.level,
            difference=None,
            bounds=None,
            noise=None,
            other_items=other_items,
            reason=reason,
            side=side,
            notes=verdict.notes,
        )
    difference = known(after.level - before.level)
    bounds = interval(after.bounds.low - before.bounds.high, after.bounds.high - before.bounds.low)
    noise = known(_RELIABLE * sqrt(before.variance + after.variance))
    return LevelChange(
        id=id,
        status=_status(difference, bounds, noise),
        before=before.level,
        after=after.level,
        difference=difference,
        bounds=bounds,
        noise=noise,
        other_items=other_items,
        reason=None,
        side=None,
        notes=verdict.notes,
    )


def _hindrance(
    before: _Known, after: _Known, verdict: Verdict
) -> tuple[Literal["crosswalk", "not-asked", "few-answers"] | None, Side | None]:
    """Why two levels cannot be held against each other at all, and on which side."""
    if not verdict.comparable:
        return "crosswalk", None
    if side := _side(not before.asked, not after.asked):
        return "not-asked", side
    side = _side(before.level is None, after.level is None)
    return ("few-answers" if side else None), side


def _side(before: bool, after: bool) -> Side | None:
    if before and after:
        return "both"
    return "before" if before else "after" if after else None


def _status(
    difference: float, bounds: Interval, noise: float
) -> Literal["up", "down", "slight", "same", "cannot-tell"]:
    """What holds for every way in which missing answers could turn out; without missing ones, both bounds are equal."""
    if bounds.low > noise:
        return "up"
    if bounds.high < -noise:
        return "down"
    if -noise <= bounds.low and bounds.high <= noise:
        return "same" if max(abs(difference), bounds.high - bounds.low) < _CLOSE else "slight"
    return "cannot-tell"
