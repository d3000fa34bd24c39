"""A machine without any network: everything works, and nobody even tries to reach one."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.privacy.tour import Tour

pytestmark = [pytest.mark.needs("unshare", "strace"), pytest.mark.skipif(sys.platform != "linux", reason="Linux's own")]
ALONE = ("unshare", "--net", "--map-root-user")  # not even loopback is up
ASKS = re.compile(r"socket\((?!AF_UNIX|PF_LOCAL)|sa_family=AF_(?!UNIX)")
WATCH = ("strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=network", "-o")
ROOT = Path(__file__).parents[2]


def reached(log: Path) -> list[str]:
    """Every call that asks for something else than a socket inside this machine."""
    return [line for line in log.read_text(errors="replace").splitlines() if ASKS.search(line)]


def test_every_command(tmp_path: Path) -> None:
    """The whole tour, every process of it watched."""
    log = tmp_path / "calls"
    tour = Tour(tmp_path / "place", before=(*ALONE, *WATCH, str(log), "-A"))
    file = tour.everything("a note")
    tour.maturity("forget", "--yes", file)

    assert len(set(tour.done)) >= 11
    assert reached(log) == []


def test_the_terminal(tmp_path: Path) -> None:
    """The whole way by keys, in a real terminal: begin, answer, results, report."""
    log = tmp_path / "calls"
    case = f"{ROOT}/tests/tui/test_real_terminal.py::test_the_whole_way_by_keys[en]"
    done = subprocess.run(
        [*ALONE, *WATCH, str(log), sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", case],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    assert done.returncode == 0, done.stdout[-3000:]
    assert "1 passed" in done.stdout or "." in done.stdout
    assert reached(log) == []


def test_a_look_outside_would_be_seen(tmp_path: Path) -> None:
    """The watch itself can fail: one who asks for an address is noticed, and gets no answer."""
    log = tmp_path / "calls"
    code = "import socket; socket.create_connection(('192.0.2.1', 80), 2)"
    done = subprocess.run([*ALONE, *WATCH, str(log), sys.executable, "-c", code], capture_output=True, check=False)

    assert done.returncode == 1
    assert reached(log)
