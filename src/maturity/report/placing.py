"""Puts a file in its place whole: whoever looks sees the old file or the new one, never a part."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def put(path: Path, data: bytes) -> None:
    """Into a new file beside it, then in its place, for its owner alone, whatever the umask.

    What an earlier run left behind when it was killed goes.

    Raises:
        OSError: it could not be written; what was there is as it was.
    """
    begin = f".{path.name[:40]}."
    _sweep(path.parent, begin)
    handle, name = tempfile.mkstemp(prefix=f"{begin}{os.getpid()}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o600)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _sweep(folder: Path, begin: str) -> None:
    """Remove parts whose writer is no longer there."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - names only
            if name.startswith(begin) and name.endswith(".part") and not _lives(name[len(begin) :].partition(".")[0]):
                with suppress(OSError):
                    Path(folder, name).unlink()


def _lives(number: str) -> bool:
    """Whether a process has this number; on Windows an open file cannot be removed, and nobody need be asked."""
    if os.name == "nt" or not (number.isascii() and number.isdigit() and len(number) < 10):
        return os.name != "nt"
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True
