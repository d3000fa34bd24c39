"""A long paste in a real terminal: all of it stands in the note, and goes at once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from maturity.questionnaire.reading import load
from maturity.response.file import create, read
from tests.tui.conftest import new_response

pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

from tests.tui.terminal import Terminal  # noqa: E402 - needs pexpect

START, END = "\x1b[200~", "\x1b[201~"  # what a terminal sends around a paste


def test_a_long_paste(tmp_path: Path) -> None:
    """5,000 characters with accents and line ends, bracketed as terminals do: kept as one note, undone as one."""
    path = tmp_path / "home" / "pau-2026" / "r1.toml"
    questionnaire = load()
    create(path, new_response(questionnaire))
    pasted = "".join(f"ligne {n:03} : été à la mairie\r" for n in range(179))[:4_999] + "!"
    kept = pasted.replace("\r", "\n")
    with Terminal(tmp_path / "home", "--lang", "fr", "open", str(path)) as terminal:
        terminal.wait_for("1 sur 2")
        terminal.type("enter", "enter")
        terminal.wait_for("1 sur 34")
        terminal.type("n")
        terminal.wait_for("garder et fermer")
        terminal.paste(f"{START}{pasted}{END}")
        terminal.wait_for("ligne 178", "✓ Enregistré")
        terminal.type("escape")
        terminal.wait_for("1 sur 34", "✎ note")
        assert next(iter(read(path).answers.values())).note == kept

        terminal.type("z")
        terminal.wait_for("Annulé")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0

    assert len(kept) == 5_000
    assert read(path).answers == {}
