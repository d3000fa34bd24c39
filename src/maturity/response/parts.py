"""The files in which an export grows before it gets its name, and what of them a killed program left behind.

``.r1.pdf.4711.a1b2c3.part``: hidden, beside the file that it becomes, with the number of the process that writes it.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final

SUFFIX: Final = ".part"
_PART: Final = re.compile(r"\..+\.([0-9]{1,9})\.[^.]+\.part", re.DOTALL)


def prefix(path: Path) -> str:
    """What the names of a file's parts begin with; short, so that no name grows too long for the disk."""
    return f".{path.name[:40]}."


def left(folder: Path, begin: str = ".") -> list[Path]:
    """Parts in a folder, by how their names begin, whose writer is no longer there; of any disk that answers."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names only
    except OSError:
        return []
    found = ((name, _PART.fullmatch(name)) for name in names if name.startswith(begin))
    return [Path(folder, name) for name, part in found if part and not _lives(int(part[1]))]


def sweep(folder: Path, begin: str) -> None:
    """Remove them; what the system keeps stays, hidden."""
    for name in left(folder, begin):
        with suppress(OSError):
            name.unlink()


def _lives(process: int) -> bool:
    """Whether a process has this number. On Windows an open file cannot be removed, and nobody need be asked."""
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True
