"""The gate for what is said."""

from __future__ import annotations

import io

import pytest

from maturity.errors import Problem
from maturity.plain.voice import Voice


def spoken(*texts: str, width: int = 80) -> str:
    """What comes out."""
    sink = io.StringIO()
    Voice(sink, lambda _prompt: "", width=width, echo=False).say(*texts)
    return sink.getvalue()


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("\x1b[31mrouge\x1b[0m", "rouge\n"),
        ("a\u202eb\x07", "ab\n"),
        ("Oui\u202f? «\u00a0Non\u00a0»", "Oui ? « Non »\n"),
        ("un\n\ndeux", "un\ndeux\n"),
        ("", ""),
    ],
)
def test_only_letters_go_out(text: str, out: str) -> None:
    """No control character, no space that Braille tables lack, no empty line inside."""
    assert spoken(text) == out


def test_lines_are_folded_between_words() -> None:
    """At the width asked for; a no-break space holds, a word that is longer stays whole."""
    assert spoken("un deux trois quatre", width=10) == "un deux\ntrois\nquatre\n"
    assert spoken("un deux\u00a0trois", width=10) == "un\ndeux trois\n"
    assert spoken("x" * 30, width=10) == "x" * 30 + "\n"


def test_one_empty_line_at_most() -> None:
    """However often a pause is made."""
    sink = io.StringIO()
    voice = Voice(sink, lambda _prompt: "", width=80, echo=False)
    voice.pause()
    voice.say("un")
    voice.pause()
    voice.pause()
    voice.say("deux")

    assert sink.getvalue() == "un\n\ndeux\n"


def test_a_problem_in_three_parts() -> None:
    """Why, where, what to do: no arrow, nothing indented."""
    sink = io.StringIO()
    Voice(sink, lambda _prompt: "", width=80, echo=False).problem(
        Problem("r1.toml", "Le disque est plein.", "Libérez.")
    )

    assert sink.getvalue() == "Le disque est plein.\nr1.toml\nLibérez.\n"
