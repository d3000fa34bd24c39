"""The levels of one response, told block by block: each sub-dimension, and what a dimension is and is limited by."""

from __future__ import annotations

from collections.abc import Mapping

from maturity.questionnaire.model import Block
from maturity.response.model import Target
from maturity.scoring.arrays import Scores
from maturity.scoring.compiled import Compiled
from maturity.scoring.levels import medians
from maturity.scoring.result import BlockResult, SubdimensionResult
from maturity.scoring.rounding import interval, known, maybe, maybe_interval
from maturity.scoring.sheet import BLANK, DONT_KNOW, NOT_ASKED, Sheet


def block_results(
    compiled: Compiled, sheet: Sheet, scores: Scores, targets: Mapping[str, Target]
) -> tuple[BlockResult, ...]:
    """Every block with its sub-dimensions, for one response: ``sheet`` (1, items), ``targets`` by sub-dimension."""
    groups = [compiled.members[group] for group in compiled.subdimensions.values()]
    middles = medians(sheet, groups)[:, 0]
    subdimensions = {}
    for row, (id_, columns) in enumerate(zip(compiled.subdimensions, groups, strict=True)):
        codes = sheet[0, columns]
        subdimensions[id_] = SubdimensionResult(
            id=id_,
            level=maybe(scores.levels[0, row]),
            bounds=interval(scores.levels_low[0, row], scores.levels_high[0, row]),
            median=maybe(middles[row]),
            valid=int((codes > 0).sum()),
            asked=int((codes != NOT_ASKED).sum()),
            indicative=bool((codes == NOT_ASKED).any()),
            target=targets.get(id_),
        )
    return tuple(
        _block(compiled, block, sheet, scores, tuple(subdimensions[s.id] for s in block.subdimensions))
        for block in compiled.questionnaire.blocks
    )


def _block(
    compiled: Compiled, block: Block, sheet: Sheet, scores: Scores, subdimensions: tuple[SubdimensionResult, ...]
) -> BlockResult:
    columns = [c for s in block.subdimensions for c in compiled.members[compiled.subdimensions[s.id]]]
    codes = sheet[0, columns]
    asked = int((codes != NOT_ASKED).sum())
    found = BlockResult(
        id=block.id,
        kind=block.kind,
        profile_level=None,
        profile_bounds=None,
        secured_level=None,
        secured_is_upper_bound=False,
        limited_by=(),
        dont_know_share=known(int((codes == DONT_KNOW).sum()) / asked) if asked else 0.0,
        unanswered=int((codes == BLANK).sum()),
        indicative=any(s.indicative for s in subdimensions),
        subdimensions=subdimensions,
    )
    if block.kind == "practice":
        return found
    row = list(compiled.dimensions).index(block.id)
    secured = int(scores.secured[0, row])
    lowest = min((s.level for s in subdimensions if s.level is not None), default=None)
    return found.model_copy(
        update={
            "profile_level": maybe(scores.profile[0, row]),
            "profile_bounds": maybe_interval(scores.profile_low[0, row], scores.profile_high[0, row]),
            "secured_level": secured or None,
            "secured_is_upper_bound": bool(secured and scores.secured_is_upper_bound[0, row]),
            "limited_by": tuple(s.id for s in subdimensions if s.level is not None and s.level == lowest),
        }
    )
