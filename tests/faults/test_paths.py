"""Names with spaces, accents in both forms, bytes that are no text, at the limit of what a disk takes."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer
from maturity.response.parsing import loads
from tests.faults.program import maturity, new, told, went
from tests.hostile.responses import TEXT
from tests.tally import Tried

pytestmark = [pytest.mark.family(19), pytest.mark.skipif(os.name == "nt", reason="Windows takes other names")]
RESPONSE = loads(TEXT, "r1.toml")
ACCENTS = "Préfecture de l’Île-d’Oléron – été"
FOLDERS = {
    "spaces": "  two  spaces and a tab\t",
    "NFC": unicodedata.normalize("NFC", ACCENTS),
    "NFD": unicodedata.normalize("NFD", ACCENTS),
    "255 bytes": "é" * 127 + "x",
    "not UTF-8": os.fsdecode(b"caf\xe9"),
    "a newline": "two\nlines",
}
ONE, OTHER = unicodedata.normalize("NFC", "été.toml"), unicodedata.normalize("NFD", "été.toml")


def used(path: Path, folder: Path) -> int:
    """Everything that is done with a file in its life; how many things that was."""
    create(path, RESPONSE)
    with OpenResponse.open(path) as session:
        session.save(session.response.with_answer(next(iter(RESPONSE.answers)), Answer(level=2)))
    assert read(path).revision == 2
    pdf = folder / "elsewhere.pdf"
    for call in (
        ("score", path),
        ("verify", path),
        ("answer", "--plain", path),
        ("report", "--short", "-o", pdf, path),
        ("list", "--folder", path.parent),
    ):
        heard = went(maturity(*call, said="q\n", folder=path.parent))
        assert "\x1b]52" not in heard, call
    assert pdf.read_bytes().startswith(b"%PDF-")
    with OpenResponse.open(path) as session:
        session.save(session.response)
    went(maturity("forget", "--yes", path, folder=path.parent))
    assert not path.exists()
    return 9


@pytest.mark.parametrize("name", FOLDERS)
def test_folders(tmp_path: Path, name: str, tried: Tried) -> None:
    """A whole life in a folder of this name; a beginning too, by the command line."""
    folder = tmp_path / FOLDERS[name]
    tried.add(used(folder / "pau-2026" / "r1.toml", tmp_path))
    went(new(folder))
    assert read(folder / "pau-64445-2026" / "r1.toml").revision == 1
    assert "Pau" in went(maturity("list", "--folder", f"{folder}"))
    tried.add(2)


def test_two_forms_of_one_name(tmp_path: Path) -> None:
    """Linux takes them for two files: each keeps its own answers, and forgetting one leaves the other."""
    one, other = tmp_path / ONE, tmp_path / OTHER
    create(one, RESPONSE)
    if other.exists():
        pytest.skip("this disk takes both for one")
    create(other, RESPONSE)
    with OpenResponse.open(one) as first, OpenResponse.open(other) as second:
        first.save(first.response)
        first.save(first.response)
        second.save(second.response)
    assert (read(one).revision, read(other).revision) == (3, 2)
    went(maturity("forget", "--yes", one))
    assert read(other).revision == 2
    assert len(list(tmp_path.glob("*.toml"))) == 1


@pytest.mark.parametrize("room", [20, 100, 400])
def test_as_long_as_a_path_may_be(tmp_path: Path, room: int, tried: Tried) -> None:
    """So near to 4,096 bytes that names beside the file may not fit: done whole, or refused in words."""
    longest, folder = 4095 - room, tmp_path
    while longest - len(os.fsencode(folder)) > 260:
        folder /= "d" * 200
    left = longest - len(os.fsencode(folder)) - len("/r1.toml")
    if left > 1:
        folder /= "e" * (left - 1)
    path = folder / "r1.toml"
    assert len(os.fsencode(path)) == longest
    begin(path)
    for call in (("score", path), ("verify", path), ("report", "--short", path), ("answer", "--plain", path)):
        done = maturity(*call, said="2\nq\n")
        went(done) if done.returncode == 0 else told(done)
        tried.add(1)
    assert read_anywhere(path)


def begin(path: Path) -> None:
    """The file, put there from within its folder: from outside its path is too long to be made in one step."""
    here = Path.cwd()
    os.chdir("/")
    try:
        for part in path.parts[1:-1]:
            if not Path(part).exists():
                Path(part).mkdir()
            os.chdir(part)
        create(Path(path.name), RESPONSE)
    finally:
        os.chdir(here)


def read_anywhere(path: Path) -> bool:
    """Whether it is whole, seen from its folder."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        return read(Path(path.name)).revision >= 1
    finally:
        os.chdir(here)
