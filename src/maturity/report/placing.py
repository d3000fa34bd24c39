"""Puts a file in its place whole: whoever looks sees the old file or the new one, never a part."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from maturity.response.parts import SUFFIX, prefix, sweep
from maturity.response.saving import sync


def put(path: Path, data: bytes) -> None:
    """Into a new file beside it, then in its place, for its owner alone, whatever the umask.

    What an earlier run left behind when it was killed goes.

    Raises:
        OSError: it could not be written; what was there is as it was.
    """
    begin = prefix(path)
    sweep(path.parent, begin)
    handle, name = tempfile.mkstemp(prefix=f"{begin}{os.getpid()}.", suffix=SUFFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            sync(file.fileno())
        Path(name).chmod(0o600)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
