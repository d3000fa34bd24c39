"""One response, one file: read it, open it for a session, save it. The only gate to the disk for responses."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from maturity.errors import ConflictError, Problem, ResponseError, SaveError, UnsureSaveError
from maturity.locale import domain
from maturity.response import sidecars
from maturity.response.checksum import examine
from maturity.response.locking import SessionLock
from maturity.response.model import REVISIONS, Response
from maturity.response.parsing import loads
from maturity.response.reading import interpret, keep_what_gives_way, read
from maturity.response.rendering import dumps, render, tidy
from maturity.response.saving import make_folder, reason, replace
from maturity.toml import LIMIT, read_bytes, shown_file

__all__ = ["OpenResponse", "create", "dumps", "forget", "loads", "read", "remove"]

_, ngettext, pgettext = domain("response").functions


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def create(path: Path, response: Response) -> Response:
    """Write a response that has no file yet, as revision 1; returns it as it stands on the disk.

    Raises:
        SaveError: a file is already there, or the disk refuses; nothing changed.
    """
    response = tidy(response.model_copy(update={"revision": 1}))
    data = data_of(path, response)
    make_folder(path.parent)
    lock = SessionLock(path)
    lock.acquire()
    try:
        if path.exists() or path.is_symlink():
            why = _("Not saved: a file of this name is already there.")
            raise SaveError(Problem(shown_file(path), why, _("Open that one, or choose another name.")))
        replace(path, data, keep_previous=False)
    finally:
        lock.release()
    return response


class OpenResponse:
    """A response for the length of a session: nobody else saves it meanwhile, and nobody's work is overwritten.

    ``save`` may be called from any thread; it returns when the disk has confirmed.
    """

    def __init__(self, path: Path, response: Response, data: bytes, lock: SessionLock | None) -> None:
        self.path = path
        self.response = response
        self._lock = lock
        self._saving = threading.Lock()
        self._damaged = examine(data).state != "intact"
        # what the disk may hold without anybody else having written: after a save that failed late, two versions
        self._ours = {data: response.revision}

    @classmethod
    def open(
        cls,
        path: Path,
        read_only: bool = False,
        *,
        accept_damaged: bool = False,
        first: Callable[[Response], object] | None = None,
    ) -> Self:
        """Read the file and, unless ``read_only``, hold it until `close`.

        ``first`` is called when it is held and nothing on the disk has changed, and may still refuse.

        Raises:
            LockedError: another session has it open; says since when and where.
            DamagedError, ResponseError: as `read`.
        """
        found = read(path, accept_damaged=accept_damaged)  # a file that is none gets no lock beside it
        lock = None if read_only else SessionLock(path, found.respondent.pseudonym)
        if lock:
            lock.acquire()
        try:
            data = read_bytes(path, ResponseError)
            response = interpret(path, data, accept_damaged=accept_damaged)
            if first is not None:
                first(response)
            if lock:
                keep_what_gives_way(path, data)
            return cls(path, response, data, lock)
        except BaseException:
            if lock:
                lock.release()
            raise

    @property
    def read_only(self) -> bool:
        """Whether `save` is refused; after `close` it is."""
        return self._lock is None

    def save(self, response: Response, now: Callable[[], datetime] = _now) -> Response:
        """Save as the next revision; returns the response as it stands on the disk.

        Raises:
            ConflictError: the file changed since it was opened, or can count no further save; nothing was overwritten.
            UnsureSaveError: it may have been saved.
            SaveError: nothing changed on the disk.
        """
        with self._saving:
            if self._lock is None:
                why = _("Not saved: this response is open to read only.")
                raise SaveError(Problem(shown_file(self.path), why, _("Open it again when nobody else has it open.")))
            revision = self._revision_on_disk()
            if revision >= REVISIONS:  # what could not be read again is never written
                why = _("Not saved: the file counts more saves than a file may have.")
                raise ConflictError(Problem(shown_file(self.path), why, _("Save as a copy: it counts anew.")))
            response = tidy(response.model_copy(update={"revision": revision + 1, "updated": now()}))
            data = data_of(self.path, response)
            self._ours[data] = response.revision
            replace(self.path, data, keep_previous=not self._damaged, last_look=lambda: self._last_look(data))
            self._check_landed(data)
            self._lock.renew()
            self._ours = {data: response.revision}
            self._damaged = False
            self.response = response
            return response

    def _revision_on_disk(self) -> int:
        """The revision that is there now; ConflictError when it is nobody's of this session."""
        try:
            found = self._ours.get(read_bytes(self.path, ResponseError))
        except ResponseError as error:
            if self.path.is_file() and not self.path.is_symlink():
                raise SaveError(*error.problems) from error
            why = _("Not saved: the file was moved, removed or replaced since you opened it.")
            raise ConflictError(Problem(shown_file(self.path), why, _keep_both())) from error
        if found is None:
            why = _("Not saved: somebody else changed the file since you opened it.")
            raise ConflictError(Problem(shown_file(self.path), why, _keep_both()))
        return found

    def _last_look(self, data: bytes) -> None:
        """Nobody saved while this was written. Where locks hold nobody back, the written may be somebody else's."""
        try:
            written = read_bytes(sidecars.temporary(self.path), ResponseError)
        except ResponseError as error:
            raise SaveError(*error.problems) from error
        if written != data:
            raise ConflictError(self._at_once())
        self._revision_on_disk()  # last of all: nothing stands between this and the replacement

    def _at_once(self) -> Problem:
        why = _("Not saved: somebody else saved at the same moment.")
        return Problem(shown_file(self.path), why, _keep_both())

    def _check_landed(self, data: bytes) -> None:
        """Where locks hold nobody back, two may take their last look at once, and the later one has the file."""
        try:
            found = read_bytes(self.path, ResponseError)
        except ResponseError as error:
            why = _("It may have been saved, or not: the file cannot be read any more.")
            raise UnsureSaveError(
                Problem(shown_file(self.path), why, _("Do not close this yet: save again, if need be to another disk."))
            ) from error
        if found != data:
            raise ConflictError(self._at_once())

    def close(self) -> None:
        """Let others open it, once a save that is under way is done; harmless when done twice."""
        with self._saving:
            if self._lock:
                self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def to_forget(path: Path) -> list[Path]:
    """What `forget` removes; the response last: who is interrupted finds it again, and with it all the rest."""
    return [*sidecars.reports(path), *sidecars.every(path), path]


def forget(path: Path) -> list[Path]:
    """Remove a response, all that stands beside it, reports too, and its folder when empty; returns what was removed.

    Raises:
        LockedError: a session has it open; nothing was removed.
        SaveError: the folder or its disk takes no change.
    """
    lock = SessionLock(path, fix=_("Close it there, then try again."))
    ours = sidecars.lock(path), sidecars.session(path)
    try:
        lock.acquire()
    except SaveError as error:
        if not isinstance(error.__cause__, OSError):
            raise
        why = _("Nothing was removed: {reason}.").format(reason=reason(error.__cause__))
        raise SaveError(Problem(shown_file(path), why, _("Check that you may write in this folder."))) from error
    try:
        removed = [name for name in to_forget(path) if name not in ours and remove(name)]
    finally:
        lock.release()
    for name in ours:
        remove(name)
    with suppress(OSError):  # there is none, or somebody put something of their own into it
        sidecars.pictures(path).rmdir()
    with suppress(OSError):  # others have their responses there
        path.parent.rmdir()
        removed.append(path.parent)
    return removed


def remove(name: Path) -> bool:
    """Whether a file was there and is gone now; SaveError when the system keeps it."""
    try:
        name.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        why = _("It could not be removed: {reason}.").format(reason=reason(error))
        raise SaveError(Problem(shown_file(name), why, _("Check that you may write in this folder."))) from error
    return True


def data_of(path: Path, response: Response) -> bytes:
    """The bytes to write of a tidy response; a file too large to be read again is never written."""
    data = render(response).encode()
    if len(data) > LIMIT:
        why = _("Not saved: with its notes, the response is larger than {n} KB.").format(n=LIMIT // 1024)
        raise SaveError(Problem(shown_file(path), why, _("Shorten the longest notes.")))
    return data


def _keep_both() -> str:
    return _("Nothing was overwritten: your answers can be saved as a copy beside it.")
