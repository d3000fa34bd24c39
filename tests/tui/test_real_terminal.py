"""Runs in a real terminal: the whole way by keys alone, signals, a window without colour, a pipe."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from maturity.questionnaire.reading import load
from maturity.response.file import OpenResponse, read
from maturity.response.workspace import listing
from maturity.scoring.evaluation import evaluate
from tests.response.samples import begun

pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

from tests.tui.terminal import CURSOR, Terminal, closed  # noqa: E402 - needs pexpect

# What stands on the screens that one passes, and what leads on from there.
WORDS = {
    "fr": {
        "new": "Nouvelle évaluation",
        "which": "son code INSEE",
        "place": "Pyrénées-Atlantiques (64)",
        "role": "Quelle est votre fonction",
        "form": "Quel questionnaire",
        "before": "Avant les questions",
        "of": "sur",
        "grid": "Qui a pris part à quoi",
        "writing": "garder et fermer",
        "after": "Pour finir",
        "done": "Merci.",
        "saved": "✓ Enregistré",
        "report": "✓ Écrit",
        "small": "Petite fenêtre",
    },
    "en": {
        "new": "New assessment",
        "which": "press ctrl+n",
        "place": "Pyrénées-Atlantiques (64)",
        "role": "What is your role",
        "form": "Which questionnaire",
        "before": "Before the questions",
        "of": "of",
        "grid": "Who took part in what",
        "writing": "keep and close",
        "after": "To finish",
        "done": "Thank you.",
        "saved": "✓ Saved",
        "report": "✓ Written",
        "small": "Small window",
    },
}


def _begin(terminal: Terminal, language: str = "fr") -> None:
    """A new assessment of the commune of Pau, by type-ahead."""
    words = WORDS[language]
    terminal.wait_for(words["new"])
    terminal.type("n")
    terminal.wait_for(words["which"])
    terminal.type("pau")
    terminal.wait_for(words["place"])
    terminal.type("enter")
    terminal.wait_for(words["role"])
    terminal.type("down", "enter")
    terminal.wait_for(words["form"])
    terminal.type("enter")
    terminal.wait_for(words["before"])


def _note(path: Path) -> list[str]:
    return [answer.note for answer in read(path).answers.values()]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_whole_way_by_keys(tmp_path: Path, language: str) -> None:
    """New assessment, 34 answers, grid, counts, results, report; then the file opens again and scores the same."""
    home, words = tmp_path / "home", WORDS[language]
    with Terminal(home, "--lang", language) as terminal:
        _begin(terminal, language)
        terminal.type("2", "enter")
        terminal.wait_for(f"2 {words['of']} 2")
        terminal.type("1", "enter")
        for n in range(34):
            terminal.wait_for(f"{n + 1} {words['of']} 34")
            terminal.type(str(2 + n % 3))
            terminal.wait_for(f"● {2 + n % 3}")
            terminal.type("enter")
        terminal.wait_for(words["grid"])
        terminal.type("n")
        terminal.wait_for(words["writing"])
        terminal.type("Signalements", "enter")
        terminal.wait_for("Signalements", "[ ]")
        terminal.type(*"32103210321032103210")
        terminal.wait_for("[0]")
        terminal.type("enter")
        terminal.wait_for(words["after"], f"2 {words['of']} 4")
        terminal.type("3", "enter")
        terminal.wait_for(f"3 {words['of']} 4")
        terminal.type("2", "enter")
        terminal.wait_for(f"4 {words['of']} 4")
        terminal.type("5", "down", "2", "down", "1", "enter")
        terminal.wait_for(words["done"], words["saved"])
        _look(terminal, words["report"])
        terminal.type("ctrl+q")
        assert terminal.ended() == 0
        assert terminal.modes == set()

    (entry,) = listing(home)
    response = read(entry.path)
    assert (response.authority.name, response.authority.code) == ("Pau", "64445")
    assert [response.answer(item).level for item in load().form("placement").items].count(None) == 0
    assert response.helix[0].name == "Signalements"
    assert sorted(response.portfolio.values()) == [1, 2, 5]
    (report,) = entry.path.parent.glob("*.pdf")
    assert report.read_bytes().startswith(b"%PDF-")

    first = evaluate(load(), response)
    with Terminal(home, "--lang", language, "open", str(entry.path)) as terminal:
        terminal.wait_for(words["done"])
        terminal.type("ctrl+q")
        assert terminal.ended() == 0
    assert evaluate(load(), read(entry.path)) == first


def _look(terminal: Terminal, written: str) -> None:
    """All pages of the results, then the report."""
    terminal.type("s")
    terminal.wait_for("━━━")
    for page in "23456":
        terminal.type(page)
        terminal.wait_for(f"{page} ", "━━━")
    terminal.type("w")
    terminal.wait_for("1–4")
    terminal.type("1")
    terminal.wait_for(written)


def _write(terminal: Terminal, *typed: str) -> None:
    """A level and a note on the first question."""
    terminal.wait_for("1 sur 34")
    terminal.type("4", "n")
    terminal.wait_for("garder et fermer")
    terminal.type(*typed)
    terminal.wait_for("".join(typed))


@pytest.mark.family(14)
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (None, 130)]
)
def test_signals_lose_nothing(tmp_path: Path, number: signal.Signals | None, code: int) -> None:
    """Told to end, left by its window or stopped by Ctrl-C, it saves a half-typed note and leaves the terminal tidy."""
    path = begun(tmp_path)
    with Terminal(tmp_path, "--lang", "fr", "open", str(path)) as terminal:
        _write(terminal, "à moitié")
        assert {1049, CURSOR} <= terminal.modes
        if number is None:
            terminal.type("ctrl+c")
        else:
            terminal.child.kill(number)

        assert terminal.ended() == code
        assert terminal.modes == set()

    (answer,) = read(path).answers.values()
    assert (answer.level, answer.note) == (4, "à moitié")
    OpenResponse.open(path).close()  # nobody holds it


@pytest.mark.family(14)
def test_a_closed_window_loses_nothing(tmp_path: Path) -> None:
    """When the window is gone, there is nothing left to write to: the half-typed note is saved all the same."""
    path = begun(tmp_path)
    with Terminal(tmp_path, "--lang", "fr", "open", str(path)) as terminal:
        _write(terminal, "parti")
        closed(terminal.child)

    assert _note(path) == ["parti"]


def test_another_window_in_the_middle_of_a_note(tmp_path: Path) -> None:
    """Made small and wide again while one types: a word about it, every letter stays, and the screen is whole again."""
    path = begun(tmp_path)
    with Terminal(tmp_path, "--lang", "fr", "open", str(path)) as terminal:
        _write(terminal, "avant ")
        terminal.resize(40, 10)
        terminal.wait_for("Petite fenêtre")
        terminal.type("pendant ")
        terminal.wait_for("avant pendant")
        terminal.resize(80, 24)
        terminal.wait_for("avant pendant", "─" * 70, "garder et fermer")
        terminal.type("après")
        terminal.wait_for("avant pendant après")
        assert "Petite fenêtre" not in terminal.text
        terminal.type("ctrl+q")
        assert terminal.ended() == 0

    assert _note(path) == ["avant pendant après"]


@pytest.mark.family(14)
@pytest.mark.parametrize("by", ["key", "signal"])
def test_stopped_and_gone_on_with(tmp_path: Path, by: str) -> None:
    """Ctrl-Z or SIGTSTP: all is saved, the shell finds its terminal as it was, and ``fg`` shows the same screen."""
    path = begun(tmp_path)
    with Terminal(tmp_path, "--lang", "fr", "open", str(path), by_shell=True) as terminal:
        _write(terminal, "pause")
        if by == "key":  # in a text, Ctrl-Z takes back what was typed
            terminal.type("escape")
            terminal.wait_for("1 sur 34", "✓ Enregistré")
            terminal.type("ctrl+z")
        else:
            terminal.wait_for("✓ Enregistré")
            os.kill(os.tcgetpgrp(terminal.child.fileno()), signal.SIGTSTP)
        terminal.wait_for("topped")
        assert terminal.modes - {2004} == set()  # some shells want their own pastes in brackets
        assert _note(path) == ["pause"]
        terminal.screen.reset()
        terminal.type("stty -a", "enter")
        terminal.wait_for("icanon", "echoe", "ixon", "isig")
        assert re.findall(r"-(?:icanon|echo|ixon|isig)\b", terminal.text) == []

        terminal.screen.reset()
        terminal.type("fg", "enter")
        terminal.wait_for("✓ Enregistré", "1 sur 34" if by == "key" else "garder et fermer", "pause")
        assert {1049, CURSOR} <= terminal.modes
        terminal.type("?" if by == "key" else " finie")
        terminal.wait_for("●" if by == "key" else "pause finie")
        terminal.type("ctrl+q")
        terminal.wait_for("$")
        terminal.type("echo code=$?", "enter")
        terminal.wait_for("code=0")
        assert terminal.modes - {2004} == set()

    assert _note(path) == ["pause" if by == "key" else "pause finie"]


def test_letters_of_everywhere(tmp_path: Path) -> None:
    """Accents and other scripts arrive as typed, even when the line delivers a letter in pieces."""
    typed = "Été, œuvre, ŋ, Ü, ’, «\u202f東\u202f»"
    path = begun(tmp_path)
    with Terminal(tmp_path, "--lang", "fr", "open", str(path)) as terminal:
        _write(terminal, "ç")
        for byte in typed.encode():
            os.write(terminal.child.fileno(), bytes([byte]))
            time.sleep(0.01)
        terminal.wait_for("ŋ, Ü", "東")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0

    assert _note(path) == ["ç" + typed]


def test_without_colour(tmp_path: Path) -> None:
    """``NO_COLOR``: no colour is sent on any screen passed, and what is chosen is seen all the same."""
    path = begun(tmp_path)
    with Terminal(tmp_path, "--lang", "fr", "open", str(path), NO_COLOR="1") as terminal:
        _write(terminal, "noir")
        terminal.type("escape")
        terminal.wait_for("● 4")
        terminal.type("ctrl+p")
        terminal.wait_for("Chercher une commande")
        terminal.type("ctrl+t", "ctrl+t", "escape")
        terminal.gone("Chercher une commande")
        terminal.type("s")
        terminal.wait_for("━━━", "1–6 page")
        terminal.type("2", "t", "ctrl+q")
        assert terminal.ended() == 0

    sent = [code for codes in re.findall(rb"\x1b\[([0-9;:]*)m", terminal.raw) for code in re.split(rb"[;:]", codes)]
    assert b"1" in sent  # bold is no colour
    assert [code for code in sent if code and int(code) in COLOURS] == []


COLOURS = {*range(30, 39), *range(40, 49), *range(90, 98), *range(100, 108)}


@pytest.mark.parametrize("animations", ["none", "full"])
def test_nothing_moves(tmp_path: Path, animations: str) -> None:
    """While nobody does anything nothing is sent: no cursor blinks, no clock ticks, in a note nor in the palette."""
    path = begun(tmp_path)
    with Terminal(tmp_path, "--lang", "fr", "open", str(path), TEXTUAL_ANIMATIONS=animations) as terminal:
        _write(terminal, "calme")
        assert terminal.rest(1.5) == b""
        terminal.type("escape")
        terminal.gone("garder et fermer")
        terminal.type("ctrl+p")
        terminal.wait_for("Chercher une commande")
        assert terminal.rest(1.5) == b""
        terminal.type("ctrl+q")
        assert terminal.ended() == 0


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
    assert "--plain" in done.stderr
    assert "textual" not in done.stderr
