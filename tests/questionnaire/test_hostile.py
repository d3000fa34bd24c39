"""Hostile files: one clear error each, nothing followed, nothing waited for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.questionnaire.conftest import Copy

FILE = "glossary.toml"


def _link(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


CONTENT: dict[str, bytes | Callable[[Path], None]] = {
    "nested brackets": b"x = " + b"[" * 2000,
    "dotted key": b".".join([b"a"] * 20_000) + b" = 1",
    "larger than any": b"# " + b"x" * (2 << 20),
    "digits": b"x = " + b"9" * 10_000,
    "nul": b"\0" * 4096,
    "latin": 'x = "é"'.encode("latin-1"),
    "utf-16": "x = 1".encode("utf-16"),
    "link to a device": _link,
    "pipe": _pipe,
    "folder": Path.mkdir,
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and links")
@pytest.mark.parametrize("content", CONTENT.values(), ids=CONTENT)
def test_hostile_file_is_one_clear_error(garden: Copy, content: bytes | Callable[[Path], None]) -> None:
    """The file is named, once, with what to do."""
    path = garden.folder / FILE
    path.unlink()
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        content(path)

    (problem,) = garden.problems()

    assert problem.where.startswith(FILE)
    assert problem.why
    assert problem.fix


def test_notepad_and_windows_line_ends_are_accepted(garden: Copy) -> None:
    """A byte-order mark and CRLF are how a text editor saves, not a fault."""
    path = garden.folder / "items/ground.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert garden.problems() == []


def test_block_cannot_name_a_file_elsewhere(garden: Copy) -> None:
    """An id is no path: nothing outside the folder is opened."""
    outside = garden.folder.parent / "secret.toml"
    outside.write_text("[[items]]\n")
    garden.change("blocks.toml", 'id = "ground"', 'id = "../../secret"')

    assert "secret.toml" not in " ".join(one.where for one in garden.problems())


ENTRY = (
    '\n[[glossary]]\nslug = "x{n}"\nterm = {{ en = "x", fr = "x" }}\ndefinition = {{ en = "x", fr = "x" }}\nslugg = 1\n'
)


def test_many_faults_are_counted(garden: Copy) -> None:
    """Nobody reads hundreds of messages: the first 200 and how many more."""
    garden.add(FILE, "".join(ENTRY.format(n=n) for n in range(300)))

    found = garden.problems()

    assert len(found) == 201
    assert "100 more problems" in found[-1].why


@pytest.mark.parametrize(
    "text", ["[[glossary]]\n" * 1500, "[[glossary]]\n" * 60_000, "x = 1\n" * 2], ids=["many", "long", "twice"]
)
def test_file_that_is_all_faults_is_one_message(garden: Copy, text: str) -> None:
    """Thousands of faults are not told one by one."""
    (garden.folder / FILE).write_text(text)

    assert len(garden.problems()) == 1
