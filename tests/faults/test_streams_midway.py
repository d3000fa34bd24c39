"""A conversation whose output stops midway, questions that nobody would see, and what a closed stream leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from maturity.response.file import create, read
from tests.faults.damaged import make, response
from tests.faults.program import PATIENCE
from tests.tally import Tried

FULL = os.environ.get("MATURITY_SWEEP") == "full"
pytestmark = [
    pytest.mark.family(15),
    pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's"),
]
PROGRAM = (sys.executable, "-m", "maturity", "--lang", "en")
LARGEST = 200_000  # bytes of a file: a response has room, the output that was there before is nearly as large
LIMITED = f"""
import resource, sys
from maturity.cli.main import main
resource.setrlimit(resource.RLIMIT_FSIZE, ({LARGEST}, {LARGEST}))
main(["--lang", "en", *sys.argv[1:]])
"""
# Leaves with the number that the first file got.
KEPT = """
import os
from maturity.cli.streams import guarded
with guarded():
    os._exit(os.open("kept", os.O_WRONLY | os.O_CREAT))
"""
TYPED = "2\n3\n4\nn It runs\n5\nf\n1\nq\n"
NOTHING_LOST = "Everything answered until then is saved."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """One to which nothing was answered yet."""
    path = tmp_path / "pau" / "r1.toml"
    create(path, response().model_copy(update={"answers": {}}))
    return path


def told_and_kept(heard: str, file: Path) -> tuple[int, int]:
    """How often it was said that something is saved, and how often something was."""
    return heard.count("Saved."), read(file).revision - 1


@pytest.mark.parametrize("room", range(0, 8000, 200 if FULL else 1000))
def test_full_in_the_middle(file: Path, room: int, tried: Tried) -> None:
    """Wherever the log of a conversation finds no more room: it ends, says why, and nothing acknowledged is lost."""
    log = file.with_name("log")
    log.write_bytes(b"")
    os.truncate(log, LARGEST - room)
    with log.open("ab") as out:
        done = subprocess.run(
            [sys.executable, "-c", LIMITED, "answer", "--plain", file],
            input=TYPED,
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    heard = log.read_bytes()[LARGEST - room :].decode(errors="replace")

    told, kept = told_and_kept(heard, file)
    assert told <= kept <= told + 1  # the word on the last one may be what found no room
    ended = "Everything is saved." in heard
    assert done.returncode == (0 if ended else 1), done.stderr
    assert (NOTHING_LOST in done.stderr) is not ended
    assert "Traceback" not in done.stderr
    tried.add(1)


@pytest.mark.parametrize("lines", range(1, 90, 4 if FULL else 22))
def test_a_reader_leaves_in_the_middle(file: Path, lines: int, tried: Tried) -> None:
    """The same with a pipe, without an error: who reads no further is not missed."""
    done = subprocess.run(
        [
            "/bin/sh",
            "-c",
            f'{{ "$@"; echo $? >"$CODE"; }} | head -n {lines}',
            "sh",
            *PROGRAM,
            "answer",
            "--plain",
            file,
        ],
        input=TYPED,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env={**os.environ, "CODE": str(file.parent / "code")},
    )

    told, kept = told_and_kept(done.stdout, file)
    assert told <= kept
    assert ((file.parent / "code").read_text(), done.stderr) == ("0\n", "")
    tried.add(1)


@pytest.mark.parametrize("command", ["new", "forget {file}", "restore {torn}", "answer --plain {file}"])
@pytest.mark.parametrize("redirected", ["2>/dev/full", "2>&-", ">/dev/full 2>&-"])
def test_nobody_sees_the_question(file: Path, command: str, redirected: str, tried: Tried) -> None:
    """At a keyboard, a question that is shown nowhere is not put: the command ends instead of waiting for ever."""
    if command.startswith("answer") and not redirected.startswith(">"):
        redirected = f">/dev/full {redirected}"  # it asks on standard output
    before = file.read_bytes()
    keyboard, theirs = os.openpty()
    line = command.format(file=file, torn=make(file.parents[1] / "torn", "cut"))
    try:
        done = subprocess.run(
            ["/bin/sh", "-c", f'exec "$@" {line} {redirected}', "sh", *PROGRAM],
            stdin=theirs,
            stdout=theirs,
            stderr=subprocess.PIPE,
            check=False,
            timeout=PATIENCE,
        )
    finally:
        os.close(keyboard)
        os.close(theirs)

    assert done.returncode == (1 if command.startswith("answer") else 2)
    assert not done.stderr
    assert file.read_bytes() == before
    tried.add(1)


def test_no_file_takes_the_place_of_a_stream(tmp_path: Path, tried: Tried) -> None:
    """The system gives the number of a closed stream to the next file: what is printed must not end up in it."""
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        line = f'exec "$@" {closed}'
        done = subprocess.run(
            ["/bin/sh", "-c", line, "sh", sys.executable, "-c", KEPT], check=False, cwd=tmp_path, timeout=PATIENCE
        )
        assert done.returncode > 2, closed
        tried.add(1)


@pytest.mark.parametrize("redirected", ["2>/dev/full", "2>&-"])
def test_screens_are_seen_without_standard_error(file: Path, redirected: str, tried: Tried) -> None:
    """The terminal is drawn where one looks, not where standard error goes; an answer is saved as ever."""
    pytest.importorskip("pexpect")
    from tests.tui.terminal import Terminal

    with Terminal(file.parents[1], "--lang", "en", "open", str(file), redirected, by_shell=True) as terminal:
        terminal.wait_for("1 of 34")
        terminal.type("3")
        terminal.wait_for("● 3")
        terminal.type("ctrl+q")
        terminal.wait_for("$")

    assert len(read(file).answers) == 1
    tried.add(1)
