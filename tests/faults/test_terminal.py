"""The terminal is told to end, or its window is closed, on every main screen and in the middle of a save."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from maturity.questionnaire.reading import load
from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer
from tests.tally import Tried
from tests.tui.conftest import new_response

pytest.importorskip("pexpect")
pytestmark = [
    pytest.mark.family(14),
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX"),
]

from tests.tui.terminal import Terminal, closed  # noqa: E402 - needs pexpect

FULL = os.environ.get("MATURITY_SWEEP") == "full"
CODES = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130}
SCREENS = {  # the keys that lead there from the first question, and what stands there
    "question": ((), "1 sur 34"),
    "note": (("n",), "garder et fermer"),
    "map": (("g",), "en tableau"),
    "search": (("/",), "Échap"),
    "help": (("h",), "Échap"),
    "results": (("s",), "━━━"),
    "report": (("s", "w"), "1–4"),
    "palette": (("ctrl+p",), "Chercher une commande"),
    "home": (("escape",), "Nouvelle évaluation"),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment whose first question is the next."""
    questionnaire = load()
    response = new_response(questionnaire)
    profile = {q.id: q.options[0].code for q in questionnaire.profile if q.filled_from is None and q.kind == "choice"}
    path = tmp_path / "pau-2026" / "r1.toml"
    create(path, response.model_copy(update={"profile": profile}))
    return path


def first(path: Path) -> Answer:
    """The answer to the first question."""
    return read(path).answer(load().form("placement").items[0])


@pytest.mark.parametrize("screen", SCREENS)
def test_ended_on_any_screen(file: Path, screen: str, tried: Tried) -> None:
    """The answer just given is kept, the terminal is as it was, the exit code says why, and nobody holds the file."""
    keys, words = SCREENS[screen]
    place = list(SCREENS).index(screen)
    for n, (number, code) in enumerate(CODES.items()):
        if not FULL and n != place % 3:
            continue
        with Terminal(file.parents[1], "--lang", "fr", "open", str(file)) as terminal:
            terminal.wait_for("sur 34")
            if "1 sur 34" not in terminal.text:
                terminal.type("left")
                terminal.wait_for("1 sur 34")
            terminal.type(str(3 + n))
            terminal.wait_for(f"● {3 + n}")
            for key in keys:
                terminal.type(key)
                time.sleep(0.2)
            terminal.wait_for(words)
            terminal.child.kill(number)
            assert terminal.ended() == code
            assert terminal.modes == set()
        assert first(file).level == 3 + n
        OpenResponse.open(file).close()
        tried.add(1)


@pytest.mark.parametrize("end", [*CODES, None], ids=lambda end: end.name if end else "window closed")
def test_ended_in_the_middle_of_saving(file: Path, end: signal.Signals | None, tried: Tried) -> None:
    """At any moment after a key whose answer is on the screen: the file is whole, and holds it."""
    for pause in (0.0, 0.003, 0.01, 0.03) if FULL else (0.0, 0.01):
        with Terminal(file.parents[1], "--lang", "fr", "open", str(file)) as terminal:
            terminal.wait_for("sur 34")
            level = 1 + tried.cases % 5
            if "1 sur 34" not in terminal.text:
                terminal.type("left")
                terminal.wait_for("1 sur 34")
            terminal.type(str(level))
            terminal.wait_for(f"● {level}")
            time.sleep(pause)
            (_close if end is None else _send(end))(terminal)
        assert first(file).level == level
        tried.add(1)


def _send(number: signal.Signals) -> Callable[[Terminal], None]:
    def send(terminal: Terminal) -> None:
        terminal.child.kill(number)
        assert terminal.ended() == CODES[number]
        assert terminal.modes == set()

    return send


def _close(terminal: Terminal) -> None:
    """There is nothing left to write to."""
    closed(terminal.child)
