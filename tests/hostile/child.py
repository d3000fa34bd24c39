"""The program in a process of its own, with a clock beside it: what a hostile file costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROGRAM = (sys.executable, "-m", "maturity", "--lang", "en")
PATIENCE = 60.0  # seconds after which a process is taken for one that waits for ever
# A process of its own between: to the largest memory of a child Linux counts that of the process which forked it, and
# this one has read every hostile file. `wait4`: only it tells what one process took.
_MEASURE = """
import json, os, subprocess, sys, threading
child = subprocess.Popen(sys.argv[3:], stdin=subprocess.DEVNULL)
watch = threading.Timer(float(sys.argv[2]), child.kill)
watch.start()
_pid, status, used = os.wait4(child.pid, 0)
watch.cancel()
seconds = used.ru_utime + used.ru_stime
with open(sys.argv[1], "w") as file:
    json.dump([os.waitstatus_to_exitcode(status), seconds, used.ru_maxrss], file)
"""


@dataclass(frozen=True)
class Ran:
    """How a process ended, what it said, and what it took."""

    code: int
    out: str
    err: str
    seconds: float  # of the processor: what else a machine is busy with is no fault of the file
    kilobytes: int  # the largest resident memory


def run(*arguments: object, folder: Path | None = None, more: Mapping[str, str] | None = None) -> Ran:
    """``maturity …`` to its end, with nothing to read from; killed where it waits for something."""
    return measured([*PROGRAM, *map(str, arguments)], folder=folder, more=more)


def measured(command: list[str], *, folder: Path | None = None, more: Mapping[str, str] | None = None) -> Ran:
    """A command to its end."""
    with tempfile.TemporaryDirectory() as place:
        figures = Path(place) / "figures.json"
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _MEASURE, str(figures), str(PATIENCE), *command],
            capture_output=True,
            check=True,
            cwd=folder,
            env={**os.environ, **(more or {})},
        )
        code, seconds, largest = json.loads(figures.read_text("utf-8"))
    if sys.platform == "darwin":  # bytes there, kilobytes elsewhere
        largest //= 1024
    return Ran(code, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"), seconds, largest)


def run_twice(*arguments: object, folder: Path | None = None) -> Ran:
    """The quicker of two runs, where the first one took more than a second: two on one core slow each other down."""
    first = run(*arguments, folder=folder)
    return first if first.seconds < 1 else min(first, run(*arguments, folder=folder), key=lambda ran: ran.seconds)
