"""Hostile text and hostile lines: harmless, said as letters, never obeyed."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest

from maturity.plain.voice import Voice
from maturity.questionnaire.model import Questionnaire
from maturity.response.file import create, read
from maturity.text import clean_text
from tests.plain.conftest import converse_with, response_to

HOSTILE = [
    "\x1b[31mrouge\x1b[0m \x1b]0;titre\x07",
    "\x9b2J effacé",
    "abc\u202etxt.exe",
    "zéro\u200blargeur\ufeff",
    "[/b] [@click=app.quit]x[/] {name} %s",
    "\ud800 seul",
    "cloche\x07 retour\x08\x08\x7f nul\x00",
    "a" + "\u0301" * 500,
]
FORBIDDEN = {chr(n) for n in (*range(10), *range(11, 32), *range(127, 160))} | set("\u202e\u200b\ufeff\ud800")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_is_harmless(path: Path, text: str) -> None:
    """As an answer, a note, a name or a word searched for: no control character is said, and the file can be read."""
    lines = [text, "2", "1", f"n {text}", "e", text, "", f"/ {text}", f"g {text}", f"langue {text}", "g c", text, "q"]
    code, said = converse_with(path, lines)

    assert code == 0
    assert not set(said) & FORBIDDEN
    assert read(path).helix or not text.strip("\ud800")


@pytest.mark.parametrize("text", HOSTILE)
def test_names_in_a_file_are_harmless(tmp_path: Path, questionnaire: Questionnaire, text: str) -> None:
    """An authority's name is said as letters, whatever a file holds."""
    file = tmp_path / "r1.toml"
    create(file, response_to(questionnaire, name=clean_text(f"Pau {text}", limit=300)))
    _code, said = converse_with(file, ["s"])

    assert "Pau" in said
    assert not set(said) & FORBIDDEN


def test_any_lines_at_all(path: Path) -> None:
    """Three thousand lines of chance neither end nor break the conversation, and the file stays whole."""
    chance = random.Random(20261122)  # noqa: S311 - for a test
    words = [
        "1",
        "2",
        "5",
        "9",
        "",
        "b",
        "u",
        "r",
        "n",
        "e",
        "c",
        "f",
        "x",
        "?",
        "h",
        "l",
        "g 3",
        "g c",
        "g f",
        "/ a",
        "-",
    ]
    words += [
        "passer",
        "fin",
        "oui",
        "non",
        "0 1 2 3",
        "o 3",
        "o assez",
        "del",
        "langue",
        "where",
        "n mot",
        "zut",
        "g d",
    ]
    code, said = converse_with(path, [chance.choice(words) for _ in range(600)])

    assert code == 0
    assert read(path).revision > 1
    assert said


def test_a_console_that_knows_few_letters() -> None:
    """Where the other end writes only ASCII or Latin-1, typography becomes plain, and nothing breaks."""
    for encoding, expected in (("ascii", b'L\'?t?, "oui" ?\n'), ("latin-1", 'L\'été, "oui" ?\n'.encode("latin-1"))):
        raw = io.BytesIO()
        sink = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
        Voice(sink, lambda _prompt: "", width=80, echo=False).say("L’été, “oui”\u202f?")

        assert raw.getvalue() == expected
