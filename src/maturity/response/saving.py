"""The saving protocol: on the disk there is always the old or the new version, never a mixture.

Temporary file in the same folder → fsync → read back → keep the previous version → replace → fsync the folder. Only
when `replace` returns may a face say "saved". Whoever calls holds the lock (``locking``). Windows has no fsync of a
folder, no O_NOFOLLOW and may refuse a hard link: each has its portable twin here.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from maturity.errors import Problem, SaveError, UnsureSaveError
from maturity.locale import domain
from maturity.response import sidecars
from maturity.text import clean_text
from maturity.toml import shown_file

_, ngettext, pgettext = domain("response").functions

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_FLAGS |= sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"))
UNSUPPORTED = {getattr(errno, name, None) for name in ("EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "ENOLCK")}
WINDOWS = os.name == "nt"
PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)  # a virus scanner or an indexer lets go of the file soon


def replace(path: Path, data: bytes, *, keep_previous: bool, last_look: Callable[[], object] | None = None) -> None:
    """Put ``data`` at ``path``, whole or not at all; the lock is held by the caller.

    ``last_look`` is called right before the new version takes its place, and may still refuse: writing takes a while,
    and a drive without locks keeps nobody else from saving meanwhile.

    Raises:
        SaveError: nothing at ``path`` changed.
        UnsureSaveError: the new version is there, but the disk did not confirm it.
    """
    temporary = sidecars.temporary(path)
    try:
        with _step(path):
            _write(temporary, data)
            _read_back(path, temporary, data)
            if keep_previous:
                _keep_previous(path)
            if last_look is not None:
                last_look()
            _swap(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path)


def finish(path: Path, data: bytes, *, keep_previous: bool, last_look: Callable[[], object]) -> None:
    """Put the temporary file of a save that was cut short, ``data`` when it was looked at, where it was to go.

    ``last_look``: as `replace`.

    Raises:
        SaveError, UnsureSaveError: as `replace`; the temporary file stays.
    """
    temporary = sidecars.temporary(path)
    with _step(path):
        handle = os.open(temporary, os.O_RDWR | _READING)
        try:
            sync(handle)
        finally:
            os.close(handle)
        _read_back(path, temporary, data)
        if keep_previous:
            _keep_previous(path)
        last_look()
        _swap(temporary, path)
    _sync_folder(path)


def write_new(path: Path, data: bytes) -> None:
    """A file that did not exist, on the disk when this returns; SaveError otherwise."""
    with _step(path):
        _write(path, data, stale=False)
    _sync_folder(path)


def make_folder(folder: Path) -> None:
    """The folder and those above it, as `own_folder`; SaveError when the disk refuses."""
    with _step(folder):
        own_folder(folder)


def own_folder(folder: Path) -> None:
    """The folder and those above it; the new ones for their owner alone, whatever the umask.

    A folder whose name did not reach the disk would take all that is in it along when the power goes.
    """
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        with suppress(FileExistsError):
            missing.mkdir(mode=0o700)
            try:
                missing.chmod(0o700)
                _sync_names(missing.parent)
            except OSError:
                missing.rmdir()  # else the next try would take it for one that is on the disk
                raise


def _write(path: Path, data: bytes, *, stale: bool = True) -> None:
    """Exclusive and for the owner alone; a ``stale`` file that a crash left there goes first."""
    try:
        handle = os.open(path, _FLAGS, 0o600)
    except FileExistsError:
        if not stale:
            raise
        path.unlink()
        handle = os.open(path, _FLAGS, 0o600)
    try:
        path.chmod(0o600)
        rest = memoryview(data)
        while rest:
            written = os.write(handle, rest)
            if written == 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            rest = rest[written:]
        sync(handle)
    finally:
        os.close(handle)


def sync(handle: int) -> None:
    """Network drives may not know fsync; they promise nothing, and saving must work there."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise


def _read_back(path: Path, temporary: Path, data: bytes) -> None:
    """A write can report success and have written less."""
    handle = os.open(temporary, _READING)
    try:
        found = os.read(handle, len(data) + 1)
    finally:
        os.close(handle)
    if found != data:
        why = _("Not saved: the disk gave back something else than was written.")
        raise SaveError(Problem(shown_file(path), why, _("Save to another disk; your last saved version is intact.")))


def _keep_previous(path: Path) -> None:
    """The version on disk gets a second name, or is copied where a file cannot have two."""
    spare = sidecars.spare(path)
    try:
        _link(path, spare)
    except OSError:
        _write(spare, path.read_bytes())
    _swap(spare, sidecars.previous(path))


def _link(path: Path, spare: Path) -> None:
    try:
        os.link(path, spare)
    except FileExistsError:  # left by a crash
        spare.unlink()
        os.link(path, spare)


def _swap(source: Path, target: Path) -> None:
    for pause in (*PAUSES, None):
        try:
            source.replace(target)
        except PermissionError:
            if not WINDOWS or pause is None:
                raise
            time.sleep(pause)
        else:
            return


def _sync_folder(path: Path) -> None:
    """Only now does the new name survive a power cut."""
    try:
        _sync_names(path.parent)
    except OSError as error:
        why = _("It may have been saved, or not: {reason}.").format(reason=reason(error))
        fix = _("Do not close this yet: save again, if need be to another disk.")
        raise UnsureSaveError(Problem(shown_file(path), why, fix)) from error


def _sync_names(folder: Path) -> None:
    """Windows does without."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        sync(handle)
    finally:
        os.close(handle)


@contextmanager
def _step(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = _("Not saved: {reason}.").format(reason=reason(error))
        fix = _way_out(error) if path.is_file() else _way_out_of_nothing(error)
        raise SaveError(Problem(shown_file(path), why, fix)) from error


def reason(error: OSError) -> str:
    """Why the system refuses, in plain words, to stand after a colon."""
    reasons = {
        errno.ENOSPC: _("the disk is full"),
        getattr(errno, "EDQUOT", -1): _("your share of the disk is used up"),
        errno.EFBIG: _("the disk does not take a file of this size"),
        errno.EROFS: _("this disk can only be read"),
        errno.EACCES: _("you may not write in this folder"),
        errno.EPERM: _("you may not write in this folder"),
        errno.EEXIST: _("a file of this name is already there"),
        errno.ENOENT: _("there is no such folder"),
        errno.ENOTDIR: _("a file stands where the folder should be"),
        errno.EISDIR: _("a folder stands where the file should be"),
        errno.ELOOP: _("a link stands where the file should be"),
        errno.EMFILE: _("too many files are open on this computer"),
        errno.ENFILE: _("too many files are open on this computer"),
        errno.ENAMETOOLONG: _("the name is too long for this disk"),
        errno.EIO: _("the disk reports a fault"),
    }
    detail = clean_text(error.strerror or str(error), limit=200)
    return reasons.get(error.errno or 0, detail)


def _way_out(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", -1), errno.EFBIG):
        return _("Make room, then save again; your last saved version is intact.")
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return _("Close other programs, then save again; your last saved version is intact.")
    return _("Save in another folder; your last saved version is intact.")


def _way_out_of_nothing(error: OSError) -> str:
    """As `_way_out`, where there is no version yet that could be intact."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", -1), errno.EFBIG):
        return _("Make room, or choose a folder on another disk; nothing was changed.")
    if error.errno in (errno.EMFILE, errno.ENFILE):
        return _("Close other programs, then try again; nothing was changed.")
    return _("Choose another folder; nothing was changed.")
