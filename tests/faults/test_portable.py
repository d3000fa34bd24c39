"""The save path without what only POSIX has: as on Windows, and as on a network drive without locks."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from maturity.errors import LockedError
from maturity.response import saving, sidecars
from maturity.response.file import OpenResponse, read
from maturity.response.model import Answer

WINDOWS = """
import os, sys, warnings
from pathlib import Path
for name in ("fcntl", "pwd", "grp", "termios", "resource"):
    sys.modules[name] = None
for name in ("fchown", "fork", "fdatasync", "O_NOFOLLOW", "O_DIRECTORY", "O_CLOEXEC", "pread", "pwrite", "sync"):
    delattr(os, name)
warnings.simplefilter("ignore")
from maturity.errors import ConflictError, DamagedError, LockedError
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, forget, read
from maturity.response.restoring import restore
from maturity.response.model import Answer
from tests.response.samples import SAMPLE
path = Path(sys.argv[1])
create(path, SAMPLE)
with OpenResponse.open(path) as session:
    try:
        OpenResponse.open(path)
    except LockedError:
        print("locked")
    for level in (1, 2, 3):
        saved = session.save(session.response.with_answer("A1.2", Answer(level=level)))
assert read(path) == saved and saved.revision == 4
assert read(sidecars.previous(path)).revision == 3
path.write_bytes(path.read_bytes()[:100])
try:
    read(path)
except DamagedError:
    print("damaged")
print("restored", restore(path).revision, len(forget(path)), path.exists())
"""


@pytest.mark.family(16)
def test_without_posix(tmp_path: Path) -> None:
    """Create, lock, save, notice damage, restore and forget work without one call that Windows does not have."""
    command = [sys.executable, "-c", WINDOWS, str(tmp_path / "a" / "r1.toml")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)

    assert done.stderr == ""
    assert done.stdout == "locked\ndamaged\nrestored 3 4 False\n"


@pytest.mark.family(16)
@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP, errno.EMLINK])
def test_a_disk_without_hard_links(path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Where a file cannot have two names, the previous version is a copy."""

    def link(source: object, target: object) -> None:  # noqa: ARG001 - the call's signature
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", link)
    before = path.read_bytes()
    with OpenResponse.open(path) as session:
        session.save(session.response.with_answer("A1.2", Answer(level=5)))
    assert sidecars.previous(path).read_bytes() == before
    assert not sidecars.spare(path).exists()


@pytest.mark.family(16)
@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL])
def test_a_drive_without_locks(path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """A network drive that knows no locks: a marker file keeps the second session out."""
    import fcntl

    def flock(handle: int, operation: int) -> None:  # noqa: ARG001 - the call's signature
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", flock)
    with OpenResponse.open(path) as session:
        with pytest.raises(LockedError):
            OpenResponse.open(path)
        assert session.save(session.response) == read(path)
    with OpenResponse.open(path) as session:
        assert session.save(session.response).revision == 3


@pytest.mark.family(16)
def test_a_virus_scanner_has_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows another program may hold the file for a moment: the save waits for it, a little."""
    real = os.replace
    refused: list[Path] = []

    def replace(source: Path, target: Path) -> None:
        if len(refused) < 3:
            refused.append(target)
            raise PermissionError(errno.EACCES, "in use")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(saving, "WINDOWS", True)
    monkeypatch.setattr(saving, "PAUSES", (0.0, 0.0, 0.0, 0.0))
    with OpenResponse.open(path) as session, warnings.catch_warnings():
        assert session.save(session.response) == read(path)
    assert len(refused) == 3
