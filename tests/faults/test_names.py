"""Odd names of the file itself, through every command that takes one: it works, or is one error that shows the name.

What stands on the screen is printable, and it is the whole name: nothing of it is left out.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from maturity.questionnaire.cases import examples
from maturity.questionnaire.reading import load
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, read
from maturity.text import spelled_out
from maturity.toml import shown_file
from tests.faults.damaged import response
from tests.faults.program import PATIENCE
from tests.tally import Tried

pytestmark = [pytest.mark.family(19), pytest.mark.skipif(os.name == "nt", reason="Windows takes other names")]
NAMES = {  # and how they are shown, alone
    "spaces": (" r 1 .toml", "\\x20r 1 .toml"),
    "a space at the end": ("r1.toml ", "r1.toml\\x20"),
    "NFC": (unicodedata.normalize("NFC", "été.toml"), unicodedata.normalize("NFC", "été.toml")),
    "NFD": (unicodedata.normalize("NFD", "été.toml"), unicodedata.normalize("NFD", "été.toml")),
    "255 bytes": ("f" * 250 + ".toml",) * 2,
    "not UTF-8": (os.fsdecode(b"caf\xe9\xff.toml"), "caf\\xe9\\xff.toml"),
    "a newline": ("r1\nr2\r.toml", "r1\\nr2\\r.toml"),
    "a dash first": ("-f.toml",) * 2,
    "dots": ("...", "..."),
    "emoji": ("\U0001f469\u200d\U0001f467.toml",) * 2,
    "bidi": ("r1\u202elmot.toml", "r1\\u202elmot.toml"),
    "escapes": ("r1\x1b]52;c;eA==\x07\x9b31m.toml", "r1\\x1b]52;c;eA==\\x07\\x9b31m.toml"),
    "quotes": ('it\'s "`id`" $HOME %s {0} [b].toml',) * 2,
    "a star": ("*.toml",) * 2,
}
CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
CALLS = """
import json, sys
from maturity.cli.main import main
for call in json.loads(sys.argv[1]):
    try:
        main(["--lang", "en", *call])
    except SystemExit as end:
        for stream in (sys.stdout, sys.stderr):
            print(f"\\x00{end.code}", end="\\x00", file=stream, flush=True)
"""


@dataclass(frozen=True)
class Said:
    """What a command answered, and with which code."""

    code: int
    out: str
    err: str


def calls(folder: Path, *each: Sequence[object], **environment: str) -> list[Said]:
    """Commands one after the other, in one process of their own."""
    done = subprocess.run(
        [sys.executable, "-c", CALLS, json.dumps([[os.fspath(word) for word in one] for one in each])],  # type: ignore[call-overload]
        input=b"q\n",
        capture_output=True,
        cwd=folder,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, **environment},
    )
    texts = [stream.decode("utf-8", "surrogateescape").split("\0") for stream in (done.stdout, done.stderr)]
    assert [len(text) for text in texts] == [2 * len(each) + 1] * 2, (texts[1][-1], done.returncode)
    found = [
        Said(int(code), out, err) for out, code, err in zip(texts[0][::2], texts[0][1::2], texts[1][::2], strict=False)
    ]
    for one, call in zip(found, each, strict=True):
        assert CONTROL.search(one.out + one.err) is None, (call, one)
        assert "Traceback" not in one.out + one.err, (call, one)
        assert one.code == 0 or (one.code in (1, 2) and one.err.count("\n  → ") == 1), (call, one)
    return found


@pytest.mark.parametrize("key", NAMES)
def test_every_command(tmp_path: Path, key: str, tried: Tried) -> None:
    """From its beginning until it is forgotten."""
    name, shown = NAMES[key]
    assert spelled_out(name) == shown
    folder, out = tmp_path / "in", tmp_path / "out"
    out.mkdir()
    path, said, pdf = folder / name, f"./{name}", tmp_path / "whole.pdf"
    create(path, next(iter(examples(load(), "en").values())))
    with OpenResponse.open(path) as session:
        session.save(session.response)
    before = path.read_bytes()
    found = calls(
        folder,
        ("score", said),
        ("verify", said),
        ("answer", "--plain", said),
        ("restore", "--yes", said),
        ("report", "--short", said, "-o", pdf),
        ("report", "--short", said, "-o", out / name),
        (
            "report",
            "--short",
            said,
            "-o",
            pdf,
            "--slides",
            out / f"p{name[:200]}",
            "--actions",
            out / f"{name[:200]}.csv",
        ),
        ("verify", out / name),
        ("open", said),  # there is no terminal
        ("compare", said, said),  # one wave
        ("report", "--short", said),  # its name may grow too long
        ("report", said, "-o", said),
        ("score", f"./{'g' if len(name) > 200 else 'no'}{name[1:]}"),
        ("report", said, "-o", pdf, "--logo", f"./no{name[:200]}"),
        ("forget", said),  # nobody can be asked
        ("list", "--folder", "."),
    )
    assert [one.code for one in found[:7]] == [0] * 7, found
    assert path.read_bytes() == before
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert shown_file(out / name) in found[5].out
    assert shown_file(out / f"{name[:200]}.csv") in found[6].out
    assert found[8].code == 2
    assert shown in found[8].err
    assert [found[n].code for n in (9, 11, 12, 13)] == [2, 2, 1, 1], found
    assert shown in found[11].err
    if path.suffix == ".toml":  # others are not taken for responses of ours
        assert shown in found[15].out
        assert calls(folder, ("forget", "--yes", said))[0].code == 0
        assert not path.exists()
        assert sidecars.every(path) == []
    tried.add(17)


@pytest.mark.parametrize("key", NAMES)
def test_home(tmp_path: Path, key: str, tried: Tried) -> None:
    """Assessments are kept in a folder of this name."""
    home = tmp_path / "h" / NAMES[key][0]
    shown = shown_file(home / "pau-64445-2026/r1.toml")
    begun = ("new", "--authority", "64445", "--role", "elected", "--wave", "2026")
    found = calls(tmp_path, ("list",), begun, ("list",), begun, MATURITY_HOME=str(home))
    assert [one.code for one in found] == [0] * 4, found
    assert shown in found[1].out
    assert f'maturity open "{shown}"' in found[1].err
    assert found[2].out.count(shown) == 1
    assert read(home / "pau-64445-2026" / "r2.toml").revision == 1
    tried.add(4)


def test_no_files(tmp_path: Path, tried: Tried) -> None:
    """Folders, however they are called, are no files; nor is nothing."""
    names, commands = (".", "..", "", "/"), ("score", "verify", "forget", "restore", "open")
    each = [(command, name) for command in commands for name in names]
    found = calls(tmp_path, *each, *(("report", "r1.toml", "-o", name) for name in (".", "..", "/")))
    assert all(one.code for one in found), found
    tried.add(len(found))


def test_in_the_terminal(tmp_path: Path) -> None:
    """A home that is no UTF-8, in it a folder with escapes and a line break: listed and opened; none comes through."""
    pytest.importorskip("pexpect")
    from tests.tui.terminal import Terminal

    home = tmp_path / os.fsdecode(b"caf\xe9")
    path = home / "x\x1b]52;c;eA==\x07\n\u202e" / "r1\x1b]52;c;eA==\x07.toml"
    near = tmp_path / path.relative_to(home)  # arguments of this terminal are UTF-8
    create(path, response())
    create(near, response())
    broken = path.with_name("broken\x1b]52;c;eA==\x07.toml")
    broken.write_bytes(b"")
    with Terminal(home, "--lang", "en") as terminal:
        terminal.wait_for("broken\\x1b]52")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0
    raw = terminal.raw
    with Terminal(tmp_path, "--lang", "en", "open", str(near)) as terminal:
        terminal.wait_for("of 34")
        terminal.type("4")
        terminal.wait_for("● 4")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0
    assert read(near).revision == 2
    assert b"\x1b]52" not in raw + terminal.raw
    assert "\u202e".encode() not in raw + terminal.raw
