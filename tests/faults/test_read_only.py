"""A folder, a file, a whole disk that can only be read: reading goes on, answering says why not, nothing changes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from maturity.errors import SaveError
from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer
from maturity.response.parsing import loads
from tests.faults.program import maturity, new, told, went
from tests.faults.test_full_disk import mounted
from tests.faults.test_processes import as_nobody, everybodys
from tests.hostile.responses import TEXT
from tests.tally import Tried

pytestmark = [pytest.mark.family(8), pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")]
__all__ = ["everybodys"]  # a fixture, for pytest to find here
# What lets the superuser write everywhere is taken away; another user may not even reach the Python that runs here.
AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()


def kept(folder: Path) -> Path:
    """A response in a folder that everybody reaches."""
    path = folder / "pau-2026" / "r1.toml"
    create(path, loads(TEXT, "r1.toml"))
    path.parent.chmod(0o755)
    for one in path.parent.iterdir():
        one.chmod(0o644)
    return path


@contextmanager
def folder_closed(path: Path) -> Iterator[tuple[str, ...]]:
    """No file can be made in its folder."""
    path.parent.chmod(0o555)
    try:
        yield AS_ANYBODY
    finally:
        path.parent.chmod(0o755)


@contextmanager
def remounted(path: Path) -> Iterator[tuple[str, ...]]:
    """The disk it is on takes nothing any more, not even from the superuser."""
    disk = str(path.parent.parent)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    try:
        yield ()
    finally:
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)


@contextmanager
def bound(path: Path) -> Iterator[tuple[str, ...]]:
    """Its folder is seen through a second mount that can only be read."""
    folder = str(path.parent)
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        yield ()
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


CLOSED: dict[str, tuple[Callable[[Path], AbstractContextManager[tuple[str, ...]]], str]] = {
    "folder": (folder_closed, "you may not write in this folder"),
    "disk": (remounted, "this disk can only be read"),
    "bind": (bound, "this disk can only be read"),
}


@pytest.mark.needs("mount", "umount", "setpriv")
@pytest.mark.parametrize("closed", CLOSED)
def test_nothing_can_be_written(everybodys: Path, closed: str, tried: Tried) -> None:
    """Reading, scoring, a report elsewhere work; answering and forgetting say why not; nothing changes."""
    close, why = CLOSED[closed]
    elsewhere = everybodys / "elsewhere"
    elsewhere.mkdir()
    elsewhere.chmod(0o777)
    with mounted(everybodys / "disk") as disk:
        path = kept(disk)
        before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
        with close(path) as through:
            went(maturity("list", "--folder", disk, through=through))
            went(maturity("score", path, through=through))
            went(maturity("verify", path, through=through))
            went(maturity("report", path, "--short", "-o", elsewhere / "r.pdf", through=through))
            went(maturity("answer", "--plain", "--read-only", path, said="q\n", through=through))
            answering = went(maturity("answer", "--plain", path, said="read\nq\n", through=through))
            assert why in answering
            assert "read: look at it; nothing is changed" in answering
            assert why in told(maturity("report", path, "--short", through=through))
            forgetting = told(maturity("forget", "--yes", path, through=through))
            assert why in forgetting
            assert "removed" in forgetting
            if closed == "disk":
                assert why in told(new(disk))
            assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == before
        assert (elsewhere / "r.pdf").stat().st_size > 10_000
        with OpenResponse.open(path) as session:  # and with the right to write, it goes on
            session.save(session.response)
        tried.add(9)


@pytest.mark.needs("mount", "umount", "setpriv")
def test_a_disk_that_closes_under_an_open_file(everybodys: Path) -> None:
    """As Linux does with a failing disk: what was saved stays, and when it opens again saving goes on."""
    with mounted(everybodys / "disk") as disk:
        path = kept(disk)
        with OpenResponse.open(path) as session:
            session.save(session.response.with_answer("P1.1", Answer(level=3)))
            with bound(path), pytest.raises(SaveError, match="this disk can only be read"):
                session.save(session.response.with_answer("P1.1", Answer(level=4)))
            assert read(path).answer("P1.1") == Answer(level=3)
            session.save(session.response.with_answer("P1.1", Answer(level=4)))
        assert read(path).answer("P1.1") == Answer(level=4)


def test_a_file_that_may_only_be_read(everybodys: Path, tried: Tried) -> None:
    """In a folder of one's own, a save puts a new file in its place; in another's, it is refused."""
    path = everybodys / "r1.toml"
    create(path, loads(TEXT, "r1.toml"))
    path.chmod(0o444)
    with OpenResponse.open(path) as session:
        session.save(session.response)
    assert read(path).revision == 2
    everybodys.chmod(0o1777)
    path.chmod(0o444)
    for one in everybodys.iterdir():
        one.chmod(0o444)
    with as_nobody():
        before = path.read_bytes()
        if os.geteuid() != path.stat().st_uid:
            with pytest.raises(SaveError, match=r"you may not write|already there"):
                OpenResponse.open(path)
        assert read(path).revision == 2
        assert path.read_bytes() == before
    tried.add(2)


@pytest.mark.needs("setpriv")
def test_a_file_of_another_that_may_not_be_read(everybodys: Path) -> None:
    """Every command says that, and what to do."""
    path = kept(everybodys)
    path.chmod(0o000)
    for call in ("score", "verify", "report", "forget"):
        more = ["--yes"] if call == "forget" else []
        assert "r1.toml" in told(maturity(call, *more, path, through=AS_ANYBODY)), call
    assert path.exists()
