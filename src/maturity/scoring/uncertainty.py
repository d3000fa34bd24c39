"""How far a label can be trusted: disturbed copies of the answers, and other defensible ways of counting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from maturity.questionnaire.rules import Stability, Variant
from maturity.scoring.compiled import Compiled
from maturity.scoring.kernel import labels, measure
from maturity.scoring.placement import names_of
from maturity.scoring.result import StabilityResult, VariantResult
from maturity.scoring.rounding import known, maybe
from maturity.scoring.sheet import Sheet


def disturbed(sheet: Sheet, stability: Stability, top: int) -> Sheet:
    """Copies of one sheet (1, items): each answer moves one level with ``probability``, half each way, on the scale.

    Shape (draws, items). Missing answers stay missing. The moves come from the raw 64-bit stream of PCG64 (O'Neill
    2014), which numpy guarantees never to change, so that every machine and every year gives the same copies.
    """
    size = (stability.draws, sheet.shape[1])
    raw = np.random.PCG64(stability.seed).random_raw(size)
    half = int(stability.probability / 2 * 2**64)
    moves = (raw < 2 * half).astype(np.int8) - 2 * (raw < half).astype(np.int8)
    return np.where(sheet > 0, np.clip(sheet + moves, 1, top), sheet).astype(np.int8)


def stabilities(compiled: Compiled, sheet: Sheet, points: Sequence[tuple[str, ...]]) -> list[StabilityResult | None]:
    """For each placement, how often the copies keep its point label (of a tie, the first); None where there is none."""
    settings, counting = compiled.questionnaire.scoring.stability, compiled.countings[None]
    reached = labels(compiled, disturbed(sheet, settings, compiled.table.top))
    found: list[StabilityResult | None] = []
    for partition, point in zip(counting.partitions, points, strict=True):
        mine = reached[:, counting.spans[partition.placement]]
        first = np.where(mine.any(axis=1), mine.argmax(axis=1), -1)
        shares = {name: int((first == n).sum()) / settings.draws for n, name in enumerate(partition.configurations)}
        found.append(_stability(settings, shares, point[0]) if point else None)
    return found


def _stability(settings: Stability, shares: dict[str, float], label: str) -> StabilityResult:
    share = shares[label]
    word: Literal["clear", "likely", "uncertain"] = "uncertain"
    if share >= settings.likely_from:
        word = "clear" if share >= settings.clear_from else "likely"
    return StabilityResult(
        share=known(share),
        word=word,
        draws=settings.draws,
        probability=settings.probability,
        seed=settings.seed,
        shares={name: known(value) for name, value in shares.items() if value},
    )


def variants(compiled: Compiled, sheet: Sheet, points: Sequence[tuple[str, ...]]) -> list[tuple[VariantResult, ...]]:
    """For each placement, the labels under every variant that can touch it."""
    found: list[list[VariantResult]] = [[] for _ in points]
    for variant in compiled.questionnaire.scoring.variants:
        counting, measures = compiled.countings[variant.id], measure(compiled, sheet, variant.id)
        for row, partition in enumerate(counting.partitions):
            if not _touches(variant, partition.placement):
                continue
            span, names = counting.spans[partition.placement], partition.configurations
            given = names_of(measures.labels[span, 0], names)
            memberships = measures.memberships[span, 0]
            found[row].append(
                VariantResult(
                    id=variant.id,
                    labels=given,
                    holds=given == points[row],
                    memberships={name: maybe(value) for name, value in zip(names, memberships, strict=True)},
                )
            )
    return [tuple(results) for results in found]


def _touches(variant: Variant, placement: str) -> bool:
    """Whether the variant changes anything for this placement: else its agreement would be no evidence."""
    counts = variant.crossover is not None or variant.aggregate != "mean"
    return counts or any(new.placement == placement for new in variant.replace)
