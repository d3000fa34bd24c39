"""How long a score takes: one response with its stability, and a million rows with their bounds.

    python -m benchmarks.scoring

CPU seconds on one core. Floors: the bare random draws that the stability needs; one bare matrix product over the same
million rows.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy is imported: one core

import resource
import sys

import numpy as np

from benchmarks.common import cpu, show
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import folders, load
from maturity.scoring.compiled import Compiled, compiled
from maturity.scoring.evaluation import evaluate
from maturity.scoring.kernel import CHUNK, chunks
from maturity.scoring.sheet import DONT_KNOW, Sheet

ROWS = 1_000_000
MISSING = 0.03  # share of "don't know": five rows of six have at least one
LIMIT_ONE, LIMIT_MILLION = 0.060, 3.0  # seconds


def main() -> int:
    """Print both figures; 0 when both are within their limits."""
    questionnaire = load()
    within = [one_response(questionnaire), million_rows(compiled(questionnaire))]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"memory at its highest: {peak} MB, of which the rows themselves {ROWS * 60 // 2**20} MB")
    return 0 if all(within) else 1


def one_response(questionnaire: Questionnaire) -> bool:
    """A whole result, warm, against the random draws alone."""
    case = next(case for folder in folders() for case in read_cases(folder) if case.authority)
    given = response(case, questionnaire)
    settings = questionnaire.scoring.stability
    draws = (settings.draws, len(questionnaire.item_ids))

    seconds = cpu(lambda: evaluate(questionnaire, given))
    floor = cpu(lambda: np.random.PCG64(settings.seed).random_raw(draws))
    return show(
        "one response, all of its result",
        f"{seconds * 1000:.1f} ms",
        floor=f"{floor * 1000:.1f} ms (bare random draws)",
        ratio=seconds / floor,
        limit=f"{LIMIT_ONE * 1000:.0f} ms",
        within=seconds <= LIMIT_ONE,
    )


def million_rows(plan: Compiled) -> bool:
    """Levels, bounds, memberships, labels and gates of a million sheets; what a data set needs is kept."""
    sheet = _sheet(plan)
    labels = np.empty((ROWS, sum(len(p.configurations) for p in plan.countings[None].partitions)), dtype=np.bool_)
    profile = np.empty((ROWS, len(plan.dimensions)))

    def work() -> None:
        start = 0
        for block in chunks(plan, sheet):
            end = start + len(block.labels)
            labels[start:end], profile[start:end] = block.labels, block.profile
            start = end

    def bare() -> None:
        for start in range(0, ROWS, CHUNK):
            plan.matrix @ sheet[start : start + CHUNK].astype(np.float32).T

    seconds, floor = cpu(work, times=3), cpu(bare, times=3)
    return show(
        "a million rows, with bounds and gates",
        f"{seconds:.2f} s",
        floor=f"{floor:.2f} s (one bare matrix product)",
        ratio=seconds / floor,
        limit=f"{LIMIT_MILLION:.1f} s",
        within=seconds <= LIMIT_MILLION,
    )


def _sheet(plan: Compiled) -> Sheet:
    random = np.random.default_rng(1)
    shape = (ROWS, len(plan.questionnaire.item_ids))
    sheet = random.integers(1, plan.table.top + 1, shape, dtype=np.int8)
    for start in range(0, ROWS, CHUNK):
        part = sheet[start : start + CHUNK]
        part[random.random(part.shape, dtype=np.float32) < MISSING] = DONT_KNOW
    return sheet


if __name__ == "__main__":
    sys.exit(main())
