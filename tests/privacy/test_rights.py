"""What the program writes is its owner's alone, whatever the umask."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from maturity.response import sidecars
from maturity.response.file import OpenResponse
from tests.privacy.tour import Tour

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


def open_to_others(tour: Tour, ours: set[Path]) -> list[str]:
    """Files that are not 0600, and folders that are not 0700."""
    wanted = {True: 0o700, False: 0o600}
    found = [(path, path.lstat().st_mode) for path in tour.files if path not in ours]
    return [f"{mode:o} {path}" for path, mode in found if stat.S_IMODE(mode) != wanted[stat.S_ISDIR(mode)]]


@pytest.mark.parametrize("umask", [0o000, 0o777], ids=["0000", "0777"])
def test_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    """Responses, the versions and locks beside them, reports, pictures, tables, examples."""
    tour = Tour(tmp_path, umask=umask)
    file = tour.everything("a note")
    file.write_bytes(file.read_bytes().replace(b"level = 3", b"level = 2", 1))
    tour.maturity("restore", "--yes", file)
    kinds = {path.suffix for path in tour.files if path.is_file()}
    ours = {tmp_path / "tmp", tmp_path / "logo.svg", tmp_path / "out"}

    assert kinds >= {".toml", ".previous", ".damaged-1", ".lock", ".pdf", ".svg", ".csv", ".xlsx"}
    assert open_to_others(tour, ours) == []


def test_while_it_is_open(tmp_path: Path) -> None:
    """Who has it open stands in a file of its own."""
    before = os.umask(0)
    try:
        tour = Tour(tmp_path)
        file = tour.begin("2026", "a note")
        with OpenResponse.open(file) as session:
            session.save(session.response)
            assert sidecars.session(file).exists()
            assert open_to_others(tour, {tmp_path / "tmp"}) == []
    finally:
        os.umask(before)
