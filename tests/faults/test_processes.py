"""Several processes at one file."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from maturity.errors import LockedError, ResponseError, SaveError
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, read
from maturity.response.marker import began, machine
from maturity.response.model import Answer
from tests.response.samples import SAMPLE
from tests.tally import Tried

HOLD = """
import sys, time
from pathlib import Path
from maturity.response.file import OpenResponse
session = OpenResponse.open(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""
NO_LOCKS = """
import errno, fcntl
def flock(handle, operation):
    raise OSError(errno.ENOLCK, "no locks here")
fcntl.flock = flock
"""
LYING_LOCKS = """
import fcntl
fcntl.flock = lambda handle, operation: None
"""
DRIVES = {"locks": "", "no locks": NO_LOCKS}
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
RACES = """
import sys
from pathlib import Path
from maturity.errors import LockedError, SaveError
from maturity.response.copying import keep_beside
from maturity.response.file import OpenResponse
from maturity.response.model import Answer
path, who = Path(sys.argv[1]), sys.argv[2]
for line in sys.stdin:
    item = f"P{who}.{line.strip()}"
    try:
        session = OpenResponse.open(path)
    except LockedError:
        print("locked", flush=True)
        sys.stdin.readline()
        continue
    print("open", flush=True)
    sys.stdin.readline()
    mine = session.response.with_answer(item, Answer(level=1))
    try:
        session.save(mine)
    except SaveError:
        print("told", keep_beside(path, mine).name, flush=True)
    else:
        print("saved", path.name, flush=True)
    session.close()
"""


def hold(path: Path, drive: str = "") -> subprocess.Popen[str]:
    """Another process that has the file open."""
    process = subprocess.Popen([sys.executable, "-c", drive + HOLD, str(path)], stdout=subprocess.PIPE, text=True)
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


@pytest.mark.family(10, 16)
def test_a_marker_of_a_dead_process(path: Path) -> None:
    """On a drive without locks the marker of a killed process is taken over, and nothing of it is left afterwards."""
    process = hold(path, NO_LOCKS)
    try:
        with without_locks(), pytest.raises(LockedError, match="another window on this computer"):
            OpenResponse.open(path)
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()

    assert sidecars.marker(path).exists()
    with without_locks(), OpenResponse.open(path) as session:
        assert session.save(session.response).revision == 2
    assert sorted(one.name for one in path.parent.iterdir()) == [".r1.toml.lock", "r1.toml", "r1.toml.previous"]


def marker(**told: object) -> bytes:
    """Of a process of this computer that runs: this one."""
    return json.dumps(
        {"machine": machine(), "process": os.getpid(), "began": began(os.getpid()), "once": "x", **told}
    ).encode()


DAY = 86_400
MARKERS = {  # what the marker says, how old it is, whether it is taken over
    "alive": (marker(), 30 * DAY, False),
    "dead": (marker(process=2**30), 0, True),
    "its number is another program's": (marker(began="1"), 0, True),
    "no number": (marker(process="?"), 60, False),
    "another computer": (marker(machine="a3f9c2"), DAY - 60, False),
    "another computer, long ago": (marker(machine="a3f9c2"), DAY + 60, True),
    "being written": (b"", 0, False),
    "never written": (b"", 120, True),
    "zeros": (bytes(200), 120, True),
    "rubbish": (b"[" * 5000, 120, True),
    "from tomorrow": (b"[]", -DAY, False),
}


@pytest.mark.family(10, 16)
@pytest.mark.parametrize("name", MARKERS)
def test_whose_marker_it_is(path: Path, name: str) -> None:
    """Only what certainly nobody holds is taken over; the note about who has it may be rubbish, too."""
    text, age, free = MARKERS[name]
    place = sidecars.marker(path)
    place.write_bytes(text)
    os.utime(place, (time.time() - age, time.time() - age))
    sidecars.session(path).write_bytes(text)
    with without_locks():
        if free:
            OpenResponse.open(path).close()
        else:
            with pytest.raises(LockedError):
                OpenResponse.open(path)
    assert place.exists() is not free
    assert free or place.read_bytes() == text


@contextmanager
def without_locks() -> Iterator[None]:
    """As a network drive answers."""
    import fcntl

    def flock(handle: int, operation: int) -> None:  # noqa: ARG001 - the call's signature
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fcntl, "flock", flock)
        yield


@pytest.mark.family(11, 16)
@pytest.mark.parametrize("drive", DRIVES)
def test_many_savers_lose_nothing(path: Path, drive: str, tried: Tried) -> None:
    """Four processes that save in turn: every save that was acknowledged is in the file."""
    command = [sys.executable, "-c", DRIVES[drive] + SAVES, str(path)]
    processes = [subprocess.Popen([*command, str(who)]) for who in range(4)]

    assert [process.wait(timeout=120) for process in processes] == [0] * 4
    response = read(path)
    assert response.revision == 1 + 4 * 15
    assert all(response.answer(f"P{who}.{n}") == Answer(level=1) for who in range(4) for n in range(15))
    tried.add(4 * 15)


@pytest.mark.family(11, 16)
@pytest.mark.parametrize("drive", [*DRIVES, "locks that lie"])
def test_all_on_one_revision(path: Path, drive: str, tried: Tried) -> None:
    """Four processes open the same revision and save at once: what each was told is true, and nothing is lost.

    Where locks lie, as on some shared folders, nobody is kept from opening: all may be told, and each has its copy. One
    of the copies may then be in the file, too: who renames may put there what another has just written.
    """
    lying = drive == "locks that lie"
    command = [sys.executable, "-c", {**DRIVES, "locks that lie": LYING_LOCKS}[drive] + RACES, str(path)]
    with ExitStack() as ended:
        racers = [
            ended.enter_context(
                subprocess.Popen([*command, str(who)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for who in range(4)
        ]
        revision = 1
        for number in range(ROUNDS):
            say(racers, str(number))
            opened = [racer for racer in racers if heard(racer) == "open"]
            say(racers, "now")
            ends = {str(racers.index(racer)): heard(racer).split() for racer in opened}
            saved = [told for told, _name in ends.values()].count("saved")
            assert (saved <= 1 < len(opened)) if lying else (saved == 1 == len(opened)), ends
            for who, (_told, name) in ends.items():
                assert read(path.with_name(name)).answer(f"P{who}.{number}") == Answer(level=1)
            grown = read(path).revision - revision
            assert (saved <= grown <= 1) if lying else (grown == 1), ends
            revision += grown
            tried.add(len(ends))
        for racer in racers:
            racer.communicate()
    assert [racer.returncode for racer in racers] == [0] * 4


ROUNDS = 12


def say(processes: list[subprocess.Popen[str]], line: str) -> None:
    """To all of them at once."""
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(f"{line}\n")
        process.stdin.flush()


def heard(process: subprocess.Popen[str]) -> str:
    """The next line of one."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


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
