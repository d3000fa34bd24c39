"""Ended at every system call of a save: the old or the new version, never a mixture, and the next session goes on.

Told is what the program printed. By default some of the points are tried, with `MATURITY_SWEEP=full` each, and every
third one for the signals that a program may handle.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from maturity.errors import DamagedError
from maturity.response import sidecars
from maturity.response.file import OpenResponse, read
from maturity.response.model import Answer
from maturity.response.opening import open_with_questionnaire
from maturity.response.restoring import restore
from tests.faults.acts import ACTS, Act, Outcome, copy_of, outcome, run
from tests.tally import Tried

FULL = os.environ.get("MATURITY_SWEEP") == "full"
CYCLES = Path(__file__).parent.parent.parent / "scripts/cycles.py"


def _goes_on(act: Act, path: Path, new: Outcome) -> None:
    """Whoever comes next does what was not done, or is offered the version that was on its way."""
    if outcome(path) != new:
        offered = False
        if act.name == "answer":
            try:
                open_with_questionnaire(path)[1].close()
            except DamagedError:
                offered = True
        if offered:
            restore(path)
        else:
            assert act.told in run(act, path).out
        assert outcome(path) == new
    with OpenResponse.open(path) as session:
        assert session.save(session.response.with_answer("B1.1", Answer(level=2))) == read(path)
    assert not sidecars.temporary(path).exists()


@pytest.mark.needs("strace")
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
@pytest.mark.parametrize(
    ("signal", "every"),
    [
        pytest.param("KILL", 1 if FULL else 5, marks=pytest.mark.family(1)),
        pytest.param("TERM", 3 if FULL else 15, marks=pytest.mark.family(2)),
        pytest.param("HUP", 3 if FULL else 14, marks=pytest.mark.family(2)),
    ],
)
def test_every_call(tmp_path: Path, tried: Tried, act: Act, signal: str, every: int) -> None:
    """At each (call, k): what was told is there, whatever is there is whole, and it goes on."""
    first = act.prepare(tmp_path / "first")
    old, whole = outcome(first), copy_of(first, tmp_path / "whole")
    done = run(act, whole)
    new = outcome(whole)
    assert act.told in done.out, done
    assert old != new
    assert len(done.points) >= 9
    seen = list[Outcome]()
    for number, (call, k) in enumerate(done.points[::-every]):
        path = copy_of(first, tmp_path / str(number))
        ran = run(act, path, ["-e", f"inject={call}:signal={signal}:when={k}"])

        seen.append(outcome(path))
        assert seen[-1] in (old, new), (call, k)
        assert seen[-1] == new or act.told not in ran.out, (call, k, ran.out)
        _goes_on(act, path, new)
        tried.add(1)
    assert old in seen or signal != "KILL"


@pytest.mark.family(1)
@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_cycles_at_random(tried: Tried) -> None:
    """Saved, killed, reopened, 200 times at random."""
    done = subprocess.run([sys.executable, str(CYCLES), "200"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["0 lost"]), done
    share = re.search(r"\((\d+)%\)", done.stdout)
    assert share is not None
    assert int(share[1]) > 30  # of the kills fell into a save
    tried.add(200)


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_cycles_find_what_is_broken() -> None:
    """Written in place, some of what was told is lost: the cycles can fail."""
    command = [sys.executable, str(CYCLES), "150", "--broken", "removed_before_replaced"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done
    assert not done.stdout.endswith("\n0 lost\n")
