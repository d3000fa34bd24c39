"""How long the shell waits for ``maturity --version``. Floor: a bare interpreter in the same run."""

from __future__ import annotations

import sys

from benchmarks.common import child_cpu, show

LIMIT = 0.150  # seconds of CPU


def main() -> int:
    """Print the figure; 1 when it is over its limit."""
    floor = child_cpu([sys.executable, "-c", "pass"])
    version = child_cpu([sys.executable, "-m", "maturity", "--version"])
    return not show(
        "maturity --version",
        f"{version * 1000:.0f} ms CPU",
        floor=f"{floor * 1000:.0f} ms (bare interpreter)",
        ratio=version / floor,
        limit=f"{LIMIT * 1000:.0f} ms",
        within=version <= LIMIT,
    )


if __name__ == "__main__":
    sys.exit(main())
