"""Reading the whole questionnaire: at most 120 ms of CPU, and 2.5 times what parsing its TOML takes by itself."""

from __future__ import annotations

import sys

from benchmarks.common import cpu, show
from maturity.questionnaire.reading import DEFAULT, folder_of, read
from maturity.toml import decode, parse, read_bytes

LIMIT = 0.120  # seconds
RATIO = 2.5


def main() -> int:
    """Read, check and digest the shipped questionnaire; 1 when it is slower than it may be."""
    folder = folder_of(DEFAULT)
    texts = [decode(read_bytes(file), file) for file in sorted(folder.rglob("*.toml")) if file.parent.name != "cases"]

    spent = cpu(lambda: read(folder))
    floor = cpu(lambda: [parse(text, "") for text in texts])
    within = show(
        "questionnaire, read and checked",
        f"{spent * 1000:.0f} ms CPU",
        floor=f"{floor * 1000:.0f} ms (its TOML parsed)",
        ratio=spent / floor,
        limit=f"{LIMIT * 1000:.0f} ms and ×{RATIO}",
        within=spent <= LIMIT and spent / floor <= RATIO,
    )
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main())
