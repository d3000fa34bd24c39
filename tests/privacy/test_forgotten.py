"""After `maturity forget` nothing is left: every file, name and place is searched, and the disk itself looked at."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.privacy.tour import Tour

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts a disk in memory")
WORD = "qzvkwxjyhbtnmrplsdfgocie"  # of the note; no text of ours has it
TRACES = (WORD.encode(), WORD.encode("utf-16-be"), b"Pau", b"64445", b"pau-")


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[Path]:
    """A disk of its own at this place."""
    place.mkdir()
    subprocess.run(["mount", *options, str(place)], check=True, capture_output=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def may_mount() -> bool:
    """As root; elsewhere whoever looks at the skip sees why."""
    return os.geteuid() == 0


def traces(place: Path) -> list[str]:
    """Where one of the traces stands, in a name or in a file; what stands inside a PDF counts as well."""
    found = []
    for path in sorted(place.rglob("*")):
        if any(trace in os.fsencode(path.name) for trace in TRACES):
            found.append(f"name of {path}")
        if path.is_file() and not path.is_symlink():
            data = path.read_bytes()
            found += [f"{trace!r} in {path}" for trace in TRACES if trace in data]
    return found


@pytest.mark.needs("mount", "umount")
@pytest.mark.skipif(not may_mount(), reason="only root may mount")
def test_nothing_is_left(tmp_path: Path) -> None:
    """On a disk in memory that holds nothing else: home, cache and temporary files are on it, too."""
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=64m", "none") as disk:
        tour = Tour(disk)
        first, second = tour.begin("2025", WORD), tour.begin("2026", WORD)
        tour.maturity("report", second, "--since", first)
        tour.maturity("report", second, "--short")
        second.write_bytes(second.read_bytes().replace(b"level = 3", b"level = 2", 1))
        tour.maturity("restore", "--yes", second)
        before = traces(disk)
        for file in (first, second):
            tour.maturity("forget", "--yes", file)

        assert len(before) > 10, "the search finds what is there"
        assert traces(disk) == []
        assert [path for path in tour.files if path.is_file()] == []


@pytest.mark.needs("mount", "umount", "mkfs.ext4")
@pytest.mark.skipif(not may_mount(), reason="only root may mount")
def test_what_a_disk_keeps_is_said(tmp_path: Path) -> None:
    """A real file system on a disk image: no file has the word, but freed blocks may; `maturity privacy` says so."""
    image = tmp_path / "disk.img"
    with image.open("wb") as empty:
        empty.truncate(64 * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True, capture_output=True)
    with mounted(tmp_path / "disk", "-o", "loop", str(image)) as disk:
        tour = Tour(disk)
        file = tour.begin("2026", WORD)
        tour.maturity("forget", "--yes", file)
        left = traces(disk)
        told = " ".join(tour.maturity("privacy").split())
        os.sync()
    raw = image.read_bytes()

    assert left == []
    if WORD.encode() in raw:  # what any removed file leaves until its room is used again
        assert "What was removed may be found on a disk for a while" in told
        assert "an encrypted disk is the remedy" in told
