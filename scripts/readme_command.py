"""Print one of the README's two opening commands, ``demo`` or ``test``: the CI runs what a reader would type."""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def commands(text: str) -> dict[str, str]:
    """The first two shell blocks, as they stand."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return dict(zip(("demo", "test"), (block.strip() for block in blocks), strict=False))


if __name__ == "__main__":
    print(commands(README.read_text(encoding="utf-8"))[sys.argv[1]])
