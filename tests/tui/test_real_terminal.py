"""Runs in a real terminal: the whole way by keys alone, signals, a window without colour, a pipe."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from maturity.questionnaire.reading import load
from maturity.response.file import OpenResponse, read
from maturity.response.workspace import listing
from maturity.scoring.evaluation import evaluate

pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

from tests.tui.terminal import PATIENCE, Terminal  # noqa: E402 - needs pexpect


def _begin(terminal: Terminal) -> None:
    """A new assessment of the commune of Pau, by type-ahead."""
    terminal.wait_for("Nouvelle évaluation", "nouvelle")
    terminal.type("n")
    terminal.wait_for("Quelle collectivité")
    terminal.type("pau")
    terminal.wait_for("Pyrénées-Atlantiques (64)")
    terminal.type("enter")
    terminal.wait_for("Quelle est votre fonction")
    terminal.type("down", "enter")
    terminal.wait_for("Quel questionnaire")
    terminal.type("enter")
    terminal.wait_for("Avant les questions")


def test_the_whole_way_by_keys(tmp_path: Path) -> None:
    """New assessment, 34 answers, grid, counts, results, report; then the file opens again and scores the same."""
    home = tmp_path / "home"
    with Terminal(home, "--lang", "fr") as terminal:
        _begin(terminal)
        terminal.type("2", "enter")
        terminal.wait_for("2 sur 2")
        terminal.type("1", "enter")
        for n in range(34):
            terminal.wait_for(f"{n + 1} sur 34")
            terminal.type(str(2 + n % 3))
            terminal.wait_for(f"● {2 + n % 3}")
            terminal.type("enter")
        terminal.wait_for("Qui a pris part à quoi")
        terminal.type("n")
        terminal.wait_for("garder et fermer")
        terminal.type("Signalements", "enter")
        terminal.wait_for("Signalements", "remplir")
        terminal.type(*"32103210321032103210")
        terminal.wait_for("[0]")
        terminal.type("enter")
        terminal.wait_for("Pour finir", "2 sur 4")
        terminal.type("3", "enter")
        terminal.wait_for("3 sur 4")
        terminal.type("2", "enter")
        terminal.wait_for("4 sur 4")
        terminal.type("5", "down", "2", "down", "1", "enter")
        terminal.wait_for("Toutes les questions ont une réponse", "✓ Enregistré")
        terminal.type("s")
        terminal.wait_for("niveau assuré")
        for page, words in (("2", "Certitude"), ("5", "Conditions"), ("6", "Que faire ensuite")):
            terminal.type(page)
            terminal.wait_for(words)
        terminal.type("w")
        terminal.wait_for("Le rapport est écrit.")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0

    (entry,) = listing(home)
    response = read(entry.path)
    assert (response.authority.name, response.authority.code) == ("Pau", "64445")
    assert [response.answer(item).level for item in load().form("placement").items].count(None) == 0
    assert response.helix[0].name == "Signalements"
    assert sorted(response.portfolio.values()) == [1, 2, 5]
    (report,) = entry.path.parent.glob("*.pdf")
    assert report.read_bytes().startswith(b"%PDF-")

    first = evaluate(load(), response)
    with Terminal(home, "--lang", "fr", "open", str(entry.path)) as terminal:
        terminal.wait_for("Toutes les questions ont une réponse")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0
    assert evaluate(load(), read(entry.path)) == first


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_signals_lose_nothing(tmp_path: Path, number: signal.Signals, code: int) -> None:
    """Told to end, or left by its window, the program saves a half-typed note, restores the terminal and says why."""
    home = tmp_path / "home"
    with Terminal(home, "--lang", "fr") as terminal:
        _begin(terminal)
        terminal.type("enter", "enter")
        terminal.wait_for("1 sur 34")
        terminal.type("4", "n")
        terminal.wait_for("garder et fermer")
        terminal.type("à moitié")
        terminal.wait_for("à moitié")
        terminal.child.kill(number)

        assert terminal.ended() == code
        assert b"\x1b[?1049l" in terminal.raw  # back from the second screen
        assert b"\x1b[?25h" in terminal.raw  # the cursor is shown again

    (entry,) = listing(home)
    (answer,) = read(entry.path).answers.values()
    assert (answer.level, answer.note) == (4, "à moitié")
    OpenResponse.open(entry.path).close()  # nobody holds it


def test_a_closed_window_loses_nothing(tmp_path: Path) -> None:
    """When the window is gone, there is nothing left to write to: the half-typed note is saved all the same."""
    home = tmp_path / "home"
    with Terminal(home, "--lang", "fr") as terminal:
        _begin(terminal)
        terminal.type("enter", "enter")
        terminal.wait_for("1 sur 34")
        terminal.type("n")
        terminal.wait_for("garder et fermer")
        terminal.type("parti")
        terminal.wait_for("parti")
        process: Any = vars(terminal.child)["ptyproc"]
        process.fileobj.close()
        end = time.monotonic() + PATIENCE
        while process.isalive():
            assert time.monotonic() < end
            time.sleep(0.05)

    (entry,) = listing(home)
    assert [answer.note for answer in read(entry.path).answers.values()] == ["parti"]


def test_without_colour(tmp_path: Path) -> None:
    """``NO_COLOR``: no colour is sent, and what is chosen is seen all the same."""
    with Terminal(tmp_path, "--lang", "en", NO_COLOR="1") as terminal:
        terminal.wait_for("New assessment", "quit")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0

    colours = re.findall(rb"\x1b\[[0-9;]*m", terminal.raw)
    assert colours
    assert not [code for code in colours if re.search(rb"[\[;](?:3[0-7]|4[0-7]|9[0-7]|38;|48;)", code)]


@pytest.mark.parametrize("arguments", [[], ["open", "FILE"]])
def test_without_a_terminal(tmp_path: Path, arguments: list[str]) -> None:
    """On a pipe nothing is drawn: three lines on stderr, exit code 2, and Textual is not even imported."""
    file = tmp_path / "r1.toml"
    file.write_text("x = 1\n", encoding="utf-8")
    words = [str(file) if word == "FILE" else word for word in arguments]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "maturity", "--lang", "fr", *words],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )

    assert done.returncode == 2
    assert done.stdout == ""
    assert "Ce n’est pas un terminal" in done.stderr
    assert "maturity score" in done.stderr
    assert "textual" not in done.stderr
