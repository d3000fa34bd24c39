"""What the program writes for people beside their answers, each in a process of its own under strace."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from maturity.questionnaire.cases import examples
from maturity.questionnaire.reading import load
from maturity.response.file import create, read
from tests.faults.program import PATIENCE, RUN, role

CALLS = "openat,write,fsync,close,rename,link,unlink,mkdir,chmod"
Found = dict[str, object]


@dataclass(frozen=True)
class Export:
    """``arguments``: of ``maturity``, said from the folder that is written into; ANSWERS stands for a response.

    ``replaces``: whether an older one of ours is there before.
    """

    name: str
    arguments: tuple[str, ...]
    replaces: bool = False

    def said(self, kept: Path) -> list[str]:
        """The arguments, when ``kept`` is written into: the folder of the answers stands beside it."""
        return [str(kept.parent / "answers" / "r1.toml") if one == "ANSWERS" else one for one in self.arguments]


_REPORT = ("report", "ANSWERS", "--short", "-o", "r1.pdf")
EXPORTS = (
    Export("report", _REPORT, replaces=True),
    Export("slides", (*_REPORT, "--slides", "slides"), replaces=True),
    Export("csv", (*_REPORT, "--actions", "sheets.csv")),
    Export("xlsx", (*_REPORT, "--actions", "sheets.xlsx")),
    Export("demo report", ("demo", "--report", "demo.pdf"), replaces=True),
    Export("demo files", ("demo", "--files", "files")),
    Export("new", ("new", "--authority", "64445", "--role", role(), "--wave", "2026", "--folder", "files")),
)


@dataclass(frozen=True)
class Ran:
    """How it ended, what it said, and its calls on the folder: which, and the how manieth of its kind it was."""

    done: subprocess.CompletedProcess[str]
    points: list[tuple[str, int]]


def answers(folder: Path) -> Path:
    """A response of an invented authority."""
    path = folder / "answers" / "r1.toml"
    create(path, next(iter(examples(load(), "en").values())))
    return path


def run(export: Export, kept: Path, inject: Sequence[str] = (), *, under: str = "") -> Ran:
    """Into ``kept``."""
    log = kept.parent / "trace"
    strace = ["strace", "-f", "-qq", "-y", "-o", str(log), "-e", f"trace={CALLS}", *inject]
    done = subprocess.run(
        [*strace, sys.executable, "-c", under + RUN, "--lang", "en", *export.said(kept)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        cwd=kept,
        timeout=PATIENCE,
        env={
            **os.environ,
            "PYTHONHASHSEED": "0",
            "MATURITY_HOME": str(kept.parent / "home"),
        },  # the same calls each time
    )
    return Ran(done, _points(log.read_text(encoding="utf-8", errors="replace"), kept))


def _points(log: str, kept: Path) -> list[tuple[str, int]]:
    """Those in the folder; the number of each is its own among the calls of that name in its thread."""
    counts: dict[tuple[str, str], int] = {}
    found = []
    for line in log.splitlines():
        made = re.match(r"(\d+) +(\w+)\((.*)", line)
        if made is None:
            continue
        process, call, rest = made.groups()
        counts[process, call] = counts.get((process, call), 0) + 1
        if _there(call, rest, kept):
            found.append((call, counts[process, call]))
    return found


def _there(call: str, rest: str, kept: Path) -> bool:
    """Whether it is a call on what is in the folder: on a file open there, or by a name, often a relative one."""
    if call in ("write", "fsync", "close"):
        return f"<{kept}/" in rest
    name = re.search(r'"((?:[^"\\]|\\.)*)"', rest)
    return name is not None and (name[1].startswith(f"{kept}/") or name[1][:1] not in ("", "/", "."))


def visible(folder: Path) -> Found:
    """Whoever looks sees this: name → bytes; of a response what is answered, for it gets an id and a time each time."""
    found = Found()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            name = str(path.relative_to(folder))
            if path.suffix == ".toml":
                response = read(path)  # raises where it is not whole
                found[name] = (response.authority, response.answers, response.revision)
            else:
                found[name] = path.read_bytes()
    return found


def hidden(folder: Path) -> list[str]:
    """What was left half done; a lock stays, empty."""
    return sorted(path.name for path in folder.rglob(".*") if path.is_file() and not path.name.endswith(".lock"))
