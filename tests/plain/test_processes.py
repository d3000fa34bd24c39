"""The program itself: in a pipe, in a real terminal, and whatever ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from maturity.questionnaire.model import Questionnaire
from maturity.response.file import OpenResponse, read

pexpect = pytest.importorskip("pexpect")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

from tests.tui.terminal import PATIENCE, closed  # noqa: E402 - needs pexpect


def command(*arguments: str) -> list[str]:
    """The program, as it is installed here."""
    return [sys.executable, "-m", "maturity", *arguments]


def item(questionnaire: Questionnaire, n: int = 0) -> str:
    """The n-th item that is asked."""
    form = set(questionnaire.form(questionnaire.default_form).items)
    return [one for one in questionnaire.item_ids if one in form][n]


class Window:
    """A real terminal of lines: what was sent to it stays as it was sent."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        env = {**os.environ, "LANG": "fr_FR.UTF-8", "PYTHONUTF8": "1", **environment}
        self.child: Any = pexpect.spawn(
            sys.executable, ["-m", "maturity", *arguments], env=env, dimensions=(24, 80), timeout=PATIENCE
        )

    def hear(self, words: str) -> str:
        """Until these words are said; all since the last time."""
        self.child.expect_exact(words.encode())
        return str((self.child.before + self.child.after).decode())

    def type(self, line: str) -> None:
        """A line and Enter."""
        self.child.send(line + "\r")

    def ended(self) -> int:
        """The exit code, once the program has left."""
        self.child.expect(pexpect.EOF)
        self.child.wait()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)


def test_a_pipe(path: Path, questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Lines from a file, UTF-8 whatever the system says, one line without end among them: answered and saved."""
    lines = tmp_path / "lines.txt"
    lines.write_bytes("2\n1\nn déjà vu\n\xff\n4\n".encode("utf-8", "surrogateescape") + b"z" * 3_000_000 + b"\n2\n")
    with lines.open("rb") as typed:
        done = subprocess.run(
            command("answer", str(path), "--plain"),
            stdin=typed,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LANGUAGE": "fr"},
        )

    assert (done.returncode, done.stderr) == (0, b"")
    assert "Tout est enregistré." in done.stdout.decode()
    assert b"\x1b" not in done.stdout
    assert read(path).answer(item(questionnaire)).note == "déjà vu"
    assert [read(path).answer(item(questionnaire, n)).level for n in range(2)] == [4, 2]


def test_a_listener_who_leaves(path: Path) -> None:
    """``| head``: what was saved stays, and nothing is complained of."""
    with subprocess.Popen(
        command("answer", str(path), "--plain"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        program.stdin.write(b"2\n1\n" + b"3\n" * 30)
        program.stdin.close()
        complaint = program.stderr.read()

    assert (program.returncode, complaint) == (0, b"")
    read(path)


@POSIX
def test_a_real_terminal(path: Path, questionnaire: Questionnaire) -> None:
    """In a terminal: lines go down the window, what is pasted with breaks is one note, Ctrl-D ends with all kept."""
    window = Window("answer", str(path), "--plain")
    window.hear("Votre réponse : ")
    window.type("2")
    window.hear("Enregistré.")
    window.hear("Votre réponse : ")
    window.type("1")
    window.hear("Question 1 sur 34")
    window.hear("Votre réponse : ")
    window.type("n")
    window.hear("Texte : ")
    window.type("\x1b[200~Un paragraphe\r\r3\r\rq\x1b[201~")
    window.hear("Texte : ")
    window.type("")
    said = window.hear("Enregistré.")
    window.hear("Votre réponse : ")
    window.type("4")
    said += window.hear("Question 2 sur 34")
    window.child.send("\x04")
    window.hear("Tout est enregistré.")

    assert window.ended() == 0
    answer = read(path).answer(item(questionnaire))
    assert answer.level == 4
    assert answer.note.split("\n") == ["Un paragraphe", "", "3", "", "q"]


@POSIX
def test_nothing_moves_on_a_dumb_terminal(path: Path) -> None:
    """``TERM=dumb``: letters and line ends only; without ``--plain`` it is told what to type."""
    window = Window("answer", str(path), "--plain", TERM="dumb")
    said = window.hear("Votre réponse : ")
    window.type("2")
    said += window.hear("Question 2 sur 2")
    window.type("q")
    said += window.hear("Tout est enregistré.")
    assert window.ended() == 0
    assert "\x1b" not in said
    assert "\x08" not in said

    window = Window("answer", str(path), TERM="dumb")
    window.hear("--plain")
    assert window.ended() == 2


@POSIX
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_signals_lose_nothing(path: Path, questionnaire: Questionnaire, number: signal.Signals, code: int) -> None:
    """Told to end, the program keeps even the half-typed line of a note, gives the file back, and says why it left."""
    window = Window("answer", str(path), "--plain")
    for line in ("2", "1", "3", "n"):
        window.hear("Votre réponse : ")
        window.type(line)
    window.hear("Texte : ")
    window.type("Une ligne")
    window.hear("Texte : ")
    window.child.send("à moitié")
    window.hear("à moitié")
    if number == signal.SIGINT:
        window.child.send("\x03")
    else:
        window.child.kill(number)

    assert window.ended() == code
    assert read(path).answer(item(questionnaire, 0)).level == 3
    assert read(path).answer(item(questionnaire, 1)).note == "Une ligne\nà moitié"
    OpenResponse.open(path).close()  # nobody holds it


@POSIX
def test_a_closed_window(path: Path, questionnaire: Questionnaire) -> None:
    """When the terminal is gone, the answers are there and the program is not."""
    window = Window("answer", str(path), "--plain")
    for line in ("2", "1", "5"):
        window.hear("Votre réponse : ")
        window.type(line)
    window.hear("Question 2 sur 34")

    assert closed(window.child) == 129
    assert read(path).answer(item(questionnaire)).level == 5


@POSIX
def test_saved_means_saved(path: Path, questionnaire: Questionnaire) -> None:
    """Killed right after “Enregistré”: the answer is in the file."""
    window = Window("answer", str(path), "--plain")
    for line in ("2", "1", "5"):
        window.hear("Votre réponse : ")
        window.type(line)
    window.hear("Enregistré.")
    window.child.kill(signal.SIGKILL)
    window.ended()

    assert read(path).answer(item(questionnaire)).level == 5
    OpenResponse.open(path).close()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Told in three parts, with how to begin."""
    done = subprocess.run(
        command("--lang", "fr", "answer", str(tmp_path / "r9.toml"), "--plain"),
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )

    assert done.returncode == 1
    assert "maturity new" in done.stderr
    assert "Traceback" not in done.stderr


@POSIX
def test_without_plain_the_terminal_opens(path: Path) -> None:
    """``maturity answer FILE`` is the usual screen, on this file."""
    window = Window("answer", str(path), TERM="xterm-256color")
    window.hear("\x1b[?1049h")
    window.hear("Avant les questions")
    window.child.send("\x11")

    assert window.ended() == 0
