"""One session at a time on a response: the second is told as whom it is open, since when, and whether on this computer.

The lock itself is filelock's: freed by the system when its holder dies, so that nothing has to be taken over by hand.
Where a network drive knows no locks, a marker file does the same. Neither holds a name: computers are told apart by six
digits of a hash.
"""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maturity.errors import LockedError, Problem, ResponseError, SaveError
from maturity.locale import domain, language
from maturity.locale.formats import day, hour
from maturity.response import sidecars
from maturity.response.marker import Marker, machine
from maturity.response.saving import UNSUPPORTED, reason
from maturity.toml import read_bytes, shown_file

if TYPE_CHECKING:
    from filelock import BaseFileLock

_, ngettext, pgettext = domain("response").functions


class SessionLock:
    """Held from `acquire` to `release`, also from another thread."""

    def __init__(self, path: Path, whose: str = "", *, fix: str = "") -> None:
        """``whose`` answers stand in the file: a pseudonym, for the message to the second session.

        ``fix``: what is advised to whoever wants to do something else than to answer.
        """
        self.path = path
        self._whose = whose
        self._fix = fix
        self._lock: BaseFileLock | Marker | None = None

    def acquire(self) -> None:
        """Take it at once; LockedError when somebody has it, SaveError when the folder takes no lock."""
        try:
            self._lock = _take(self.path)
        except OSError as error:
            why = _("It cannot be opened for writing: {reason}.").format(reason=reason(error))
            fix = _("Open it to read only, or copy it into another folder.")
            raise SaveError(Problem(shown_file(self.path), why, fix)) from error
        if self._lock is None:
            raise LockedError(held(self.path, self._whose or _("This file"), fix=self._fix))
        _say_who(self.path)

    def renew(self) -> None:
        """It is in use, in case that others can see only by the time of a file."""
        if isinstance(self._lock, Marker):
            self._lock.renew()

    def release(self) -> None:
        """Let it go; harmless when it is not held."""
        if self._lock is None:
            return
        with suppress(OSError):
            sidecars.session(self.path).unlink(missing_ok=True)
        with suppress(OSError):
            self._lock.release()
        self._lock = None


def _take(path: Path) -> BaseFileLock | Marker | None:
    """None when somebody else has it."""
    from filelock import FileLock, Timeout

    _may_write(path.parent)
    try:
        name = sidecars.lock(path)
        lock = FileLock(name, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False)
        lock.acquire()
    except Timeout:
        return None
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        return Marker.take(path)
    return lock


def _may_write(folder: Path) -> None:
    """A lock that was left there can be taken in a folder where nothing can be saved: told now, not after an answer."""
    asked = {"effective_ids": True} if os.access in os.supports_effective_ids else {}
    if os.name != "nt" and folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK, **asked):
        code = errno.EROFS if os.statvfs(folder).f_flag & os.ST_RDONLY else errno.EACCES
        raise OSError(code, os.strerror(code))


def _say_who(path: Path) -> None:
    """For the second session's message only: nothing depends on it, so a failure is no failure."""
    since = datetime.now(UTC).isoformat(timespec="seconds")
    text = json.dumps({"machine": machine(), "since": since})
    with suppress(OSError):
        target = sidecars.session(path)
        target.unlink(missing_ok=True)
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(text)


def held(path: Path, whose: str, *, fix: str = "") -> Problem:
    """That it is open elsewhere: as whose answers, where, since when. Nobody needs to know what a lock is."""
    who = _who(path)
    since = _since(who.get("since"))
    if not since:
        why = _("{whose}: already open in another window, or on another computer.")
    elif who.get("machine") == machine():
        why = _("{whose}: open {since} in another window on this computer.")
    else:
        why = _("{whose}: open {since} on another computer.")
    fix = fix or _("Close it there, look at it here without changing anything, or save a copy of your own.")
    return Problem(shown_file(path), why.format(whose=whose, since=since), fix)


def _who(path: Path) -> dict[str, Any]:
    try:
        who = json.loads(read_bytes(sidecars.session(path), ResponseError, limit=1000))
    except (ResponseError, ValueError, RecursionError):
        return {}
    return who if isinstance(who, dict) else {}


def _since(text: object) -> str:
    """Since an hour of today, else of its day; empty when it is none."""
    try:
        since = datetime.fromisoformat(str(text)).astimezone()
    except (ValueError, OverflowError, OSError):
        return ""
    clock = hour(since, language=language())
    if since.date() == datetime.now().astimezone().date():
        return _("since {hour}").format(hour=clock)
    return _("since {day}, {hour}").format(day=day(since.date(), language=language()), hour=clock)
