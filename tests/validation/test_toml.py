"""The one way in for TOML."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from maturity.errors import MaturityError
from maturity.locale import set_language
from maturity.toml import DOTS, LIMIT, decode, parse, read_bytes, shown_file


def why(text: str) -> str:
    """Why a text is refused."""
    set_language("en")
    with pytest.raises(MaturityError) as caught:
        parse(text, "x.toml")
    return caught.value.problems[0].why


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_dots(quote: str) -> None:
    """As many dots as a key may have are read; one more is refused before the parser sees it."""
    part = f"{quote}a{quote}"
    assert parse(".".join([part] * (DOTS + 1)) + " = 1", "x.toml")
    assert why(".".join([part] * (DOTS + 2)) + " = 1") == "A name holds more than 64 dots."


@pytest.mark.parametrize(
    "text",
    ['n = "{}"', "n = '{}'", 'n = """\n{}"""', "n = '''\n{}'''", 'n = "\\"{}"', "# {}", 'n = """\\"""{}\n""" # {}'],
)
def test_dots_in_texts_are_free(text: str) -> None:
    """Strings and comments may hold any number of dots."""
    parse(text.replace("{}", "a." * 500), "x.toml")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a = \n", "The file cannot be understood at line 1, column 5."),
        ("a = [", "The file cannot be understood: it ends too early."),
        ("a = " + "9" * 5000, "The file cannot be understood: a number or a date in it is not possible."),
        ("a = " + "[" * 900, "Brackets stand in brackets, too deep to be read."),
        ("a = " + "{ a = " * 900, "Brackets stand in brackets, too deep to be read."),
    ],
)
def test_what_cannot_be_parsed(text: str, reason: str) -> None:
    """Where the reading stopped, without a word of the parser's own English."""
    assert why(text) == reason


@pytest.mark.parametrize("text", ["a" * LIMIT, '"' * LIMIT, "a." * (LIMIT // 2), "\\" * LIMIT, "a = " + "['" * 400_000])
def test_no_text_takes_for_ever(text: str) -> None:
    """Looking for dots takes a time that grows with the length only."""
    assert why(text)


def test_size(tmp_path: Path) -> None:
    """A file of the largest size is read; one byte more is refused."""
    path = tmp_path / "x.toml"
    path.write_bytes(b"#" * LIMIT)
    assert len(read_bytes(path)) == LIMIT
    path.write_bytes(b"#" * (LIMIT + 1))
    with pytest.raises(MaturityError):
        read_bytes(path)


def test_decode() -> None:
    """A byte-order mark and Windows line ends disappear."""
    assert decode(b"\xef\xbb\xbfa = 1\r\n", "x") == "a = 1\n"
    with pytest.raises(MaturityError):
        decode(b"a = '\xe9'", "x")


def test_near_name(tmp_path: Path) -> None:
    """A mistyped name of a file gets the nearest there is."""
    (tmp_path / "pau-2026.toml").touch()
    set_language("en")

    with pytest.raises(MaturityError, match=r"Did you mean “pau-2026\.toml”"):
        read_bytes(tmp_path / "pau-2062.toml")


@pytest.mark.parametrize("name", ["a\0b.toml", "x" * 300 + ".toml", ""])
def test_impossible_names(tmp_path: Path, name: str) -> None:
    """A name that no file can have is an error like any other."""
    with pytest.raises(MaturityError):
        read_bytes(tmp_path / name)


@pytest.mark.parametrize("fate", ["link", "fifo"])
def test_replaced_between_looking_and_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fate: str) -> None:
    """A file that becomes a link or a FIFO at the last moment is neither followed nor waited for."""
    file, trap = tmp_path / "good.toml", tmp_path / "trap.toml"
    file.write_text("a = 1\n")
    if fate == "link":
        trap.symlink_to(file)
    else:
        os.mkfifo(trap)
    monkeypatch.setattr(Path, "lstat", lambda _path: file.stat())

    with pytest.raises(MaturityError):
        read_bytes(trap)


def test_a_line_break_in_a_name_is_seen() -> None:
    """Shown as a space, the message would name a file that is not there."""
    assert shown_file(Path("a\nb.toml")) == "a\\nb.toml"
    assert shown_file(Path("été 2026/r1.toml")) == "été 2026/r1.toml"


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="such files are Linux’s")
def test_a_file_that_does_not_tell_how_long_it_is() -> None:
    """Read to its end all the same; and no further than the limit."""
    assert read_bytes(Path("/proc/version")) == Path("/proc/version").read_bytes() != b""
    with pytest.raises(MaturityError):
        read_bytes(Path("/proc/version"), limit=10)


@pytest.mark.parametrize(("size", "readable"), [(0, True), (9, True), (10, True), (11, False)])
def test_as_long_as_the_limit(tmp_path: Path, size: int, readable: bool) -> None:
    """One byte more, and it is refused."""
    path = tmp_path / "x.toml"
    path.write_bytes(b"x" * size)
    if readable:
        assert read_bytes(path, limit=10) == b"x" * size
        return
    with pytest.raises(MaturityError):
        read_bytes(path, limit=10)
