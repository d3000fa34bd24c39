"""Every call to the system fails once, and from then on: the old or the new version stands, and the message is true."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from maturity.errors import MaturityError, SaveError, UnsureSaveError
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer
from tests.response.samples import SAMPLE

CALLS = ("open", "write", "read", "fsync", "close", "link", "replace", "rename", "unlink", "chmod", "lstat", "mkdir")
CODES = (errno.EIO, errno.ENOSPC, errno.EMFILE, errno.EROFS, errno.EXDEV, errno.EACCES)


P = ParamSpec("P")
R = TypeVar("R")


class Failing:
    """Counts calls of ``os`` and lets the n-th fail, or every one from the n-th on."""

    def __init__(self, nth: int, code: int, *, for_ever: bool) -> None:
        self.nth, self.code, self.for_ever = nth, code, for_ever
        self.count = 0

    def wrap(self, real: Callable[P, R]) -> Callable[P, R]:
        """The call, failing when its time has come. A close that fails has closed nevertheless, as on Linux."""

        def call(*arguments: P.args, **named: P.kwargs) -> R:
            self.count += 1
            if self.count == self.nth or (self.for_ever and self.count > self.nth):
                if real.__name__ == "close":
                    real(*arguments, **named)
                raise OSError(self.code, os.strerror(self.code))
            return real(*arguments, **named)

        return call

    @property
    def happened(self) -> bool:
        """Whether a call failed at all."""
        return self.count >= self.nth


@pytest.mark.family(4)
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for-ever"])
@pytest.mark.parametrize("code", CODES, ids=lambda code: errno.errorcode[code])
def test_save(path: Path, monkeypatch: pytest.MonkeyPatch, code: int, for_ever: bool) -> None:
    """Whichever call fails, the file is whole, an acknowledged save is there, and a refused one is told in three parts.

    After it the same session saves again, unless the disk says that it may have been saved: then also.
    """
    level = 0
    for nth in range(1, 60):
        level = level % 9 + 1
        session = OpenResponse.open(path)
        before, saved, told = read(path), None, None
        failing = Failing(nth, code, for_ever=for_ever)
        with monkeypatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, failing.wrap(getattr(os, name)))
            try:
                saved = session.save(session.response.with_answer("A1.2", Answer(level=level)))
            except MaturityError as error:
                told = error
        after = read(path)
        assert saved is None or saved == after
        assert saved or after.answer("A1.2") in (before.answer("A1.2"), Answer(level=level))
        if told:
            assert isinstance(told, SaveError)
            assert all(part for problem in told.problems for part in (problem.where, problem.why, problem.fix))
            assert isinstance(told, UnsureSaveError) or after == before, told
        assert not (isinstance(told, UnsureSaveError) and after == before)

        assert session.save(session.response.with_answer("B1.1", Answer(level=level))) == read(path)
        session.close()
        assert not sidecars.temporary(path).exists()
        if not failing.happened:
            return
    pytest.fail("the save never came to its end")


@pytest.mark.family(4)
@pytest.mark.parametrize("code", CODES, ids=lambda code: errno.errorcode[code])
def test_create(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Whichever call fails, there is no file or the whole one."""
    for nth in range(1, 80):
        path = tmp_path / f"{nth}" / "r1.toml"
        failing, created = Failing(nth, code, for_ever=False), None
        with monkeypatch.context() as patch, suppress(SaveError):
            for name in CALLS:
                patch.setattr(os, name, failing.wrap(getattr(os, name)))
            created = create(path, SAMPLE)
        assert not created or read(path) == created
        assert not path.exists() or read(path).answers == SAMPLE.answers
        if not failing.happened:
            return
    pytest.fail("the file was never made")


@pytest.mark.family(3)
def test_a_write_that_lies(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that reports success and wrote less is found out before anything is replaced."""
    real, before = os.write, path.read_bytes()

    def write(handle: int, data: bytes) -> int:
        real(handle, bytes(data)[:-40])
        return len(data)

    with OpenResponse.open(path) as session:
        monkeypatch.setattr(os, "write", write)
        with pytest.raises(SaveError, match="something else than was written"):
            session.save(session.response)
    assert path.read_bytes() == before


@pytest.mark.family(3)
def test_short_writes_are_continued(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write may take only some of the bytes: the rest follows."""
    real = os.write

    with OpenResponse.open(path) as session:
        monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data)[:7]))
        saved = session.save(session.response)
    assert read(path) == saved


@pytest.mark.family(16)
@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_drive_without_fsync(path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Network drives that do not know fsync can be saved to."""

    def fsync(handle: int) -> None:  # noqa: ARG001 - the call's signature
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fsync)
    with OpenResponse.open(path) as session:
        assert session.save(session.response) == read(path)


@pytest.mark.family(3)
def test_an_unsure_folder_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the folder does not confirm, the message says that it may have been saved; the next save is no conflict."""
    real = os.open
    opened: list[Path] = []

    def open_(name: Path, flags: int, mode: int = 0o777) -> int:
        if name == path.parent:
            opened.append(name)
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(name, flags, mode)

    with OpenResponse.open(path) as session:
        with monkeypatch.context() as patch:
            patch.setattr(os, "open", open_)
            with pytest.raises(UnsureSaveError, match="may have been saved"):
                session.save(session.response.with_answer("A1.2", Answer(level=5)))
        assert read(path).revision == 2
        assert session.save(session.response).revision == 3
    assert opened


@pytest.mark.family(5)
def test_the_order_of_a_save(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What makes it survive a power cut: new bytes on the disk before they get the name, the name before "saved"."""
    calls: list[str] = []

    def note(name: str, real: Callable[P, R]) -> Callable[P, R]:
        def call(*arguments: P.args, **named: P.kwargs) -> R:
            result = real(*arguments, **named)
            about = next((Path(one).name for one in arguments[:1] if isinstance(one, (str, Path))), "")
            calls.append(f"{name} {about}".strip())
            return result

        return call

    with OpenResponse.open(path) as session:
        for name in ("open", "write", "fsync", "link", "replace"):
            monkeypatch.setattr(os, name, note(name, getattr(os, name)))
        session.save(session.response)

    assert calls == [
        "open r1.toml",  # still as it was left
        "open .r1.toml.tmp",
        "write",
        "fsync",
        "open .r1.toml.tmp",  # read back
        "link r1.toml",
        "replace .r1.toml.spare",
        "open .r1.toml.tmp",  # a last look: this is still ours
        "open r1.toml",  # and nobody else saved meanwhile
        "replace .r1.toml.tmp",
        f"open {path.parent.name}",
        "fsync",
        "open r1.toml",  # it is there, and nobody else's
    ]
