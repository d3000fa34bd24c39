"""Killed at every system call of a save: the old or the new version, never a mixture, and the next save works."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from maturity.response import sidecars
from maturity.response.file import OpenResponse, read
from maturity.response.model import Answer
from tests.tally import Tried

CALLS = "openat,write,fsync,close,link,rename,unlink,chmod,read,lseek,newfstatat,fstat"
SAVE = """
import sys
from pathlib import Path
from maturity.response.file import OpenResponse
from maturity.response.model import Answer
session = OpenResponse.open(Path(sys.argv[1]))
saved = session.save(session.response.with_answer("A1.2", Answer(level=int(sys.argv[2]))))
print("saved", saved.revision, flush=True)
"""


def run(path: Path, level: int, *inject: str) -> tuple[str, str]:
    """A save in a process of its own, only its calls on the response's files being looked at: stdout and the trace."""
    log = path.parent.parent / "trace"
    names = [path, path.parent, sidecars.temporary(path), sidecars.previous(path), sidecars.spare(path)]
    looked_at = [part for name in names for part in ("-P", str(name))]
    command = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS}", *inject, *looked_at]
    done = subprocess.run(
        [*command, sys.executable, "-c", SAVE, str(path), str(level)], capture_output=True, text=True, check=False
    )
    return done.stdout, log.read_text()


@pytest.mark.needs("strace")
@pytest.mark.parametrize(
    ("signal", "every"),
    [
        pytest.param("KILL", 1, marks=pytest.mark.family(1)),
        pytest.param("TERM", 4, marks=pytest.mark.family(2)),
        pytest.param("HUP", 4, marks=pytest.mark.family(2)),
    ],
)
def test_every_call(path: Path, tried: Tried, signal: str, every: int) -> None:
    """At each (call, k) of a save: what was acknowledged is there, whatever is there is whole, and saving goes on."""
    out, trace = run(path, 1)
    assert out.startswith("saved"), trace
    calls = re.findall(r"^\d+ +(\w+)\(", trace, re.MULTILINE)
    points = [(call, k) for call in dict.fromkeys(calls) for k in range(1, calls.count(call) + 1)]
    assert len(points) >= 9
    seen = set()
    for number, (call, k) in enumerate(points[::-every]):
        before, level = read(path), number % 8 + 2
        out, _ = run(path, level, "-e", f"inject={call}:signal={signal}:when={k}")

        after = read(path)
        state = "new" if after.answer("A1.2") == Answer(level=level) else "old"
        seen.add(state)
        assert state == "new" or after == before, (call, k)
        assert state == "new" or not out, (call, k)
        with OpenResponse.open(path) as session:  # the dead process's lock and temporary file are in nobody's way
            tried.add(1)
            assert session.save(session.response.with_answer("B1.1", Answer(level=level))) == read(path)
    assert seen == {"old", "new"}
    assert read(sidecars.previous(path)).revision == read(path).revision - 1
