"""A report that is killed at a system call, or finds no room: the old one or the new one, and nothing left behind."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from maturity.report.placing import put
from maturity.response.file import create
from maturity.response.parsing import loads
from tests.hostile.responses import TEXT

pytestmark = pytest.mark.family(18)
CALLS = "openat,write,fsync,close,rename,unlink"
PUT = """
import sys
from pathlib import Path
from maturity.report.placing import put
put(Path(sys.argv[1]), b"new" * 100_000)
print("written", flush=True)
"""
SMALL = """
import resource, sys
from maturity.cli.main import main
resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
main(sys.argv[1:])
"""


def traced(path: Path, *inject: str) -> tuple[str, str]:
    """A report put in its place by a process of its own: stdout, and its calls on files below the folder."""
    log = path.parent.parent / "trace"
    command = ["strace", "-f", "-qq", "-y", "-o", str(log), "-e", f"trace={CALLS}", *inject]
    done = subprocess.run([*command, sys.executable, "-c", PUT, str(path)], capture_output=True, text=True, check=False)
    return done.stdout, log.read_text()


@pytest.mark.needs("strace")
def test_killed(tmp_path: Path) -> None:
    """At each call on the new file: what is there is whole, and the next run leaves nothing but the report."""
    path = tmp_path / "kept" / "r1.pdf"
    path.parent.mkdir()
    out, trace = traced(path)
    assert out == "written\n", trace
    points = []
    counts: dict[str, int] = {}
    for line in trace.splitlines():
        name = re.match(r"\d+ +(\w+)\(", line)
        if name:
            counts[name[1]] = counts.get(name[1], 0) + 1
            if ".part" in line:
                points.append((name[1], counts[name[1]]))
    assert {call for call, _ in points} >= {"openat", "write", "fsync", "close", "rename"}
    for call, number in points:
        path.write_bytes(b"old")
        traced(path, "-e", f"inject={call}:signal=KILL:when={number}")
        assert path.read_bytes() in (b"old", b"new" * 100_000), call

        put(path, b"next")
        assert [one.name for one in path.parent.iterdir()] == ["r1.pdf"], call


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no limits for a process")
def test_no_room(tmp_path: Path) -> None:
    """Where no file may grow so large, the old report stays, and the error has three parts."""
    file, report = tmp_path / "r1.toml", tmp_path / "old.pdf"
    create(file, loads(TEXT, "r1.toml"))
    arguments = ["--lang", "en", "report", str(file), "--short", "-o", str(report)]
    subprocess.run([sys.executable, "-m", "maturity", *arguments], capture_output=True, check=True)
    old, before = report.read_bytes(), sorted(tmp_path.iterdir())
    done = subprocess.run([sys.executable, "-c", SMALL, *arguments], capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "\n  → " in done.stderr
    assert "Traceback" not in done.stderr
    assert report.read_bytes() == old
    assert sorted(tmp_path.iterdir()) == before
