"""What the benchmarks share: CPU time here and in child processes, and one way to print a figure beside its floor."""

from __future__ import annotations

import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence


def cpu(work: Callable[[], object], *, times: int = 9) -> float:
    """Median CPU seconds of this process for one call of ``work``."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def child_cpu(command: Sequence[str], *, times: int = 9) -> float:
    """Median CPU seconds (user and system) of one run of a command, its output thrown away."""
    spent = []
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(spent)


def show(name: str, figure: str, *, floor: str, ratio: float, limit: str, within: bool) -> bool:  # noqa: PLR0913
    """Print one line; returns ``within`` so that ``main`` can add them up."""
    print(f"{name}: {figure} · floor {floor} · ×{ratio:.2f} · limit {limit} · {'within' if within else 'OVER'}")
    return within
