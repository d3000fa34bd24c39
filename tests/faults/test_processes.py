"""Several processes at one file."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from maturity.errors import LockedError, ResponseError, SaveError
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer
from tests.response.samples import SAMPLE

HOLD = """
import sys, time
from pathlib import Path
from maturity.response.file import OpenResponse
session = OpenResponse.open(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""
SAVES = """
import sys
from pathlib import Path
from maturity.errors import LockedError
from maturity.response.file import OpenResponse
from maturity.response.model import Answer
path, who, done = Path(sys.argv[1]), int(sys.argv[2]), 0
while done < 15:
    try:
        with OpenResponse.open(path) as session:
            session.save(session.response.with_answer(f"P{who}.{done}", Answer(level=1)))
            done += 1
    except LockedError:
        pass
"""


def hold(path: Path) -> subprocess.Popen[str]:
    """Another process that has the file open."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


@pytest.mark.family(10)
def test_another_process_has_it_open(path: Path) -> None:
    """The second process is told that it is this computer; when the first dies, its lock is nobody's."""
    process = hold(path)
    try:
        with pytest.raises(LockedError, match="another window on this computer"):
            OpenResponse.open(path)
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()

    with OpenResponse.open(path) as session:
        assert session.save(session.response).revision == 2


@pytest.mark.family(10)
def test_another_computer_has_it_open(path: Path) -> None:
    """On a shared drive the holder is another computer, told from this one by six digits and by no name."""
    with OpenResponse.open(path):
        who = {"machine": "a3f9c2", "process": 1, "since": "2026-01-22T10:00:00+00:00"}
        sidecars.session(path).write_text(json.dumps(who))
        with pytest.raises(LockedError, match=r"r1: open since 22.January 2026, \d+:00 on another computer"):
            OpenResponse.open(path)


@pytest.mark.family(11)
def test_many_savers_lose_nothing(path: Path) -> None:
    """Four processes that save in turn: every save that was acknowledged is in the file."""
    processes = [subprocess.Popen([sys.executable, "-c", SAVES, str(path), str(who)]) for who in range(4)]

    assert [process.wait(timeout=120) for process in processes] == [0] * 4
    response = read(path)
    assert response.revision == 1 + 4 * 15
    assert all(response.answer(f"P{who}.{n}") == Answer(level=1) for who in range(4) for n in range(15))


@pytest.mark.family(10)
def test_stale_files_of_a_crash(path: Path) -> None:
    """What a killed save left behind is cleared away under the lock."""
    for name in (sidecars.temporary(path), sidecars.spare(path), sidecars.session(path), sidecars.previous(path)):
        name.write_bytes(b"torn")
    sidecars.temporary(path).chmod(0o400)

    with OpenResponse.open(path) as session:
        session.save(session.response)
        session.save(session.response)
    assert sorted(one.name for one in path.parent.iterdir()) == [".r1.toml.lock", "r1.toml", "r1.toml.previous"]
    assert read(sidecars.previous(path)).revision == 2


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the superuser's rights, where the tests have them."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def everybodys() -> Iterator[Path]:
    """A folder that others than the superuser reach, too."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.family(8)
def test_a_folder_that_may_not_be_written(everybodys: Path) -> None:
    """Nothing changes, the message says why, and reading goes on."""
    path = everybodys / "r1.toml"
    create(path, SAMPLE)
    path.chmod(0o644)
    everybodys.chmod(0o555)

    with as_nobody():
        with pytest.raises(SaveError, match="you may not write in this folder"):
            OpenResponse.open(path)
        assert OpenResponse.open(path, read_only=True).response == read(path)
        with pytest.raises(SaveError, match="you may not write in this folder"):
            create(everybodys / "r2.toml", SAMPLE)
    everybodys.chmod(0o755)
    assert sorted(one.name for one in everybodys.iterdir()) == [".r1.toml.lock", "r1.toml"]


@pytest.mark.family(8)
def test_a_file_that_may_not_be_read(everybodys: Path) -> None:
    """One message, with what to do."""
    path = everybodys / "r1.toml"
    create(path, SAMPLE)
    if os.geteuid() != 0:
        path.chmod(0o000)

    with as_nobody(), pytest.raises(ResponseError, match="You may not read this file"):
        read(path)


@pytest.mark.family(11)
def test_two_threads_save_in_turn(path: Path) -> None:
    """Saves from several threads of one session follow one another."""
    from concurrent.futures import ThreadPoolExecutor

    with OpenResponse.open(path) as session, ThreadPoolExecutor(8) as pool:
        revisions = list(pool.map(lambda _: session.save(session.response).revision, range(40)))

    assert sorted(revisions) == list(range(2, 42))
    assert read(path).revision == 41
