"""A file that stands for the lock on a network drive that knows no locks.

Whoever creates it holds it. One that a dead process left is taken over: on this computer when no process of its number
began when it says, on another one when it was not renewed for a day, for nobody can be asked there. Should two hold it
all the same, the look at the file before each save keeps them from overwriting each other.
"""

from __future__ import annotations

import json
import os
import platform
import secrets
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Self

from maturity.response import sidecars

_UNFINISHED, _FORGOTTEN = 60, 86_400  # seconds
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


def machine() -> str:
    """This computer, without its name."""
    return sha256(platform.node().encode()).hexdigest()[:6]


class Marker:
    """Held from `take` to `release`."""

    def __init__(self, path: Path, text: bytes) -> None:
        self.path = path
        self._text = text

    @classmethod
    def take(cls, path: Path) -> Self | None:
        """Of the response at ``path``; None when somebody else holds it. OSError when the folder takes no file."""
        name, process = sidecars.marker(path), os.getpid()
        who = {"machine": machine(), "process": process, "began": began(process), "once": secrets.token_hex(8)}
        text = json.dumps(who).encode()
        for _again in range(2):
            try:
                handle = os.open(name, _FLAGS, 0o600)
            except FileExistsError:
                if not _put_away(name, sidecars.taken(path)):
                    return None
                continue
            try:
                os.write(handle, text)
            finally:
                os.close(handle)
            return cls(name, text)
        return None

    def renew(self) -> None:
        """It is in use."""
        with suppress(OSError):
            if _read(self.path) == self._text:
                os.utime(self.path)

    def release(self) -> None:
        """Let it go, unless it is another one's by now."""
        with suppress(OSError):
            if _read(self.path) == self._text:
                self.path.unlink()


def _put_away(name: Path, aside: Path) -> bool:
    """Take away a marker that nobody holds any more; false when somebody does, or took it at the same moment.

    OSError when something else has its name.
    """
    try:
        text = _read(name)
        if not _stale(text, time.time() - name.lstat().st_mtime):
            return False
        name.replace(aside)
        ours = _read(aside) == text
        if not ours:  # somebody took it over meanwhile: give it back, if nobody holds the place by now
            os.link(aside, name)
        aside.unlink()
    except FileNotFoundError:  # its holder let it go
        return True
    except OSError:
        if name.is_dir() or name.is_symlink():  # none of ours, so nobody will let it go
            raise
        return False
    return ours


def _stale(text: bytes, age: float) -> bool:
    try:
        who: Any = json.loads(text)
        here, process, since = who["machine"] == machine(), who["process"], who["began"]
    except (ValueError, RecursionError, TypeError, KeyError):
        return age > _UNFINISHED  # a crash, or one that is being written just now
    if not here or not isinstance(process, int) or not 0 < process < 2**31:
        return age > _FORGOTTEN
    return not _alive(process, since)


def _alive(process: int, since: object) -> bool:
    """Whether it still runs; another program may have its number since."""
    now = began(process)
    if now:
        return since in (now, "")
    if Path("/proc/self/stat").exists():
        return False
    if os.name == "nt":  # asking would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def began(process: int) -> str:
    """When a process began, as the system counts; empty where it does not say, or there is none."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return fields[19] if len(fields) > 19 and fields[0] not in ("Z", "X") else ""


def _read(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        return os.read(handle, 1000)
    finally:
        os.close(handle)
