"""A memory disk of 16 KB: what finds no room is refused in words, what was saved stays; with room again it goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from maturity.errors import SaveError
from maturity.response import saving, sidecars
from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer, Response
from maturity.response.parsing import loads
from tests.faults.program import maturity, new, told, went
from tests.hostile.responses import TEXT
from tests.response.samples import SAMPLE
from tests.tally import Tried

pytestmark = [pytest.mark.family(6), pytest.mark.needs("mount", "umount")]
PAGE = 4096  # what a file of the memory disk grows by
PAGES = 4


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[Path]:
    """A memory disk for the length of a test; without the right to mount one, the test is skipped, visibly."""
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", ",".join(("mode=755", *options)), "maturity-test", str(place)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and os.environ.get("MATURITY_ALL_TOOLS"):
        pytest.fail(f"no memory disk: {done.stderr}")
    if done.returncode:
        pytest.skip("a memory disk needs the rights of the superuser")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """16 KB."""
    with mounted(tmp_path / "disk", "size=16k") as place:
        yield place


def fill(disk: Path, leave: int = 0) -> Path:
    """Take all room but so many pages."""
    filler = disk / "others.bin"
    free = os.statvfs(disk)
    room = free.f_bavail * free.f_frsize - leave * PAGE
    filler.write_bytes(b"x" * max(room, 0))
    return filler


def of_size(size: int) -> Response:
    """A response whose file is about so large."""
    notes = {f"A1.{n}": Answer(level=2, note="n" * min(9_000, size - 9_000 * n)) for n in range(size // 9_000 + 1)}
    return SAMPLE.model_copy(update={"answers": notes})


@pytest.mark.parametrize("size", [1_000, 6_000])
@pytest.mark.parametrize("leave", range(PAGES))
def test_saving(disk: Path, size: int, leave: int) -> None:
    """With each number of pages free: saved, or refused with the old version whole; with room again it is saved."""
    path = disk / "r1.toml"
    create(path, SAMPLE)
    filler = fill(disk, leave)
    with OpenResponse.open(path) as session:
        before, wanted = session.response, of_size(size)
        refused = ""
        try:
            session.save(wanted)
        except SaveError as error:
            refused = str(error)
        if refused:
            assert "the disk is full" in refused
            assert "Make room" in refused
            assert read(path) == before
            assert not sidecars.temporary(path).exists()
            filler.unlink()
            session.save(wanted)
        assert refused or leave
    assert read(path).answers == wanted.answers
    assert read(path).revision == 2


def test_without_room_for_one_more_name(tmp_path: Path) -> None:
    """A disk that takes no further file, however small."""
    with mounted(tmp_path / "disk", "size=64k", "nr_inodes=8") as disk:
        path = disk / "r1.toml"
        create(path, SAMPLE)
        with suppress(OSError):
            for number in range(9):
                (disk / f"other-{number}").touch()
        for other in list(disk.glob("other-*"))[:1]:
            other.unlink()
        with OpenResponse.open(path) as session:
            before = session.response
            with pytest.raises(SaveError, match="the disk is full"):
                session.save(of_size(1_000))
            assert read(path) == before
            for other in disk.glob("other-*"):
                other.unlink()
            session.save(of_size(1_000))
        assert read(path).revision == 2


def test_writing_in_place_would_lose_it(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test can fail: a save that writes over the file leaves neither version."""

    def over(path: Path, data: bytes, **_more: object) -> None:
        with saving._step(path):
            path.write_bytes(data)

    path = disk / "r1.toml"
    create(path, SAMPLE)
    fill(disk)
    monkeypatch.setattr("maturity.response.file.replace", over)
    with OpenResponse.open(path) as session, pytest.raises(SaveError):
        session.save(of_size(6_000))
    with pytest.raises(Exception, match=r"damaged|missing|zeros"):
        read(path)


def test_beginning(disk: Path, tried: Tried) -> None:
    """``maturity new`` says so and leaves no half a file; with room again it begins."""
    filler = fill(disk)
    assert "the disk is full" in told(new(disk))
    assert list(disk.glob("*/*.toml")) == []
    filler.unlink()
    went(new(disk))
    assert read(next(disk.glob("*/r1.toml"))).revision == 1
    tried.add(2)


def test_answering(disk: Path, tried: Tried) -> None:
    """Line by line: what could not be saved is said to be not saved; what was saved is there."""
    went(new(disk))
    path = next(disk.glob("*/r1.toml"))
    before = path.read_bytes()
    filler = fill(disk)
    done = maturity("answer", "--plain", path, said="2\nq\n")
    assert "Traceback" not in done.stderr + done.stdout
    assert "the disk is full" in done.stderr + done.stdout
    assert path.read_bytes() == before
    filler.unlink()
    maturity("answer", "--plain", path, said="2\nq\n")
    assert read(path).revision == 2
    tried.add(2)


def test_reports_and_tables(disk: Path, tried: Tried) -> None:
    """A report, its pictures, the table of actions, the example files: refused in words, and the answers stay whole."""
    path = disk / "r1.toml"
    create(path, loads(TEXT, "r1.toml"))
    before = path.read_bytes()
    fill(disk)
    for call in (
        ("report", path),
        ("report", path, "--short"),
        ("report", path, "-o", disk.parent / "r.pdf", "--slides", disk / "slides"),
        ("report", path, "-o", disk.parent / "r.pdf", "--actions", disk / "a.csv"),
        ("report", path, "-o", disk.parent / "r.pdf", "--actions", disk / "a.xlsx"),
        ("demo", "--report", disk / "demo.pdf"),
        ("demo", "--files", disk / "examples"),
    ):
        assert "the disk is full" in told(maturity(*call)), call
        assert path.read_bytes() == before
        tried.add(1)
    assert not [one for one in disk.rglob("*") if one.suffix in (".pdf", ".svg", ".csv", ".xlsx", ".part", ".tmp")]
    shutil.rmtree(disk / "examples", ignore_errors=True)


def test_reading_and_forgetting(disk: Path, tried: Tried) -> None:
    """What needs no room goes on: the list, the result, and forgetting, which makes room."""
    path = disk / "pau-2026" / "r1.toml"
    create(path, loads(TEXT, "r1.toml"))
    fill(disk)
    went(maturity("list", "--folder", disk))
    went(maturity("score", path))
    went(maturity("verify", path))
    went(maturity("forget", "--yes", path))
    assert not path.parent.exists()
    tried.add(4)
