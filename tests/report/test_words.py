"""The gate for text on its way into the PDF."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.report import fonts
from maturity.report.styles import BODY
from maturity.report.words import LINES, LONGEST, STAND_IN, Bold, Gate, Linked
from tests.report.hostile import HOSTILE

SOURCE = Path(__file__).parent.parent.parent / "src/maturity/report"


@given(st.text(max_size=300))
def test_every_character_that_comes_out_can_be_drawn(said: str) -> None:
    """Whatever goes in, the fonts have what comes out, and nothing is hidden in it."""
    for piece in (said, Bold(said)):
        (span,) = Gate().spans(piece, BODY.look)

        assert all(character == "\n" or fonts.has(character, span.look.font) for character in span.text)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stays_text(name: str) -> None:
    """Markup, operators and addresses are letters like others."""
    (span,) = Gate().spans(HOSTILE[name], BODY.look)

    assert span.link == ""
    if name in ("image", "script", "markup", "operators", "formula", "braces", "textual"):
        assert span.text == HOSTILE[name].strip()


def test_a_missing_character_is_replaced_where_everybody_sees_it() -> None:
    """And it is counted, so that the command line can say it."""
    gate = Gate()
    (span,) = gate.spans("a日b日", BODY.look)

    assert span.text == f"a{STAND_IN}b{STAND_IN}"
    assert dict(gate.replaced) == {"日": 2}


def test_what_has_an_equal_is_not_called_missing() -> None:
    """A non-breaking hyphen becomes a hyphen, a thin space a narrow one; nobody needs to know."""
    gate = Gate()
    (span,) = gate.spans("porte\u2011parole\u2009!", BODY.look)

    assert span.text == "porte-parole\u202f!"
    assert not gate.replaced


def test_many_lines_are_run_together() -> None:
    """A note of five thousand lines keeps the first ones, and every word."""
    (span,) = Gate().spans("a\n" * 4_000, BODY.look)

    assert span.text.count("\n") == LINES
    assert span.text.split() == ["a"] * 4_000


def test_a_text_too_long_is_cut_and_says_so() -> None:
    """A megabyte without a space ends in an ellipsis."""
    (span,) = Gate().spans("x" * 1_000_000, BODY.look)

    assert len(span.text) == LONGEST + 1
    assert span.text.endswith("…")


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "http://example.org", "file:///etc/passwd", "HTTPS://x", "#a b", "https://x y"],
)
def test_only_safe_addresses_become_links(target: str) -> None:
    """https, mailto and places inside the document."""
    with pytest.raises(ValueError, match=re.escape(target)):
        Gate().spans(Linked("texte", target), BODY.look)


def test_nobody_walks_around_the_gate() -> None:
    """Outside the tagging library, only the gate makes spans; nothing draws or parses text, and a logo alone pixels."""
    others = ("words.py", "logo.py")
    beside = [path for path in SOURCE.rglob("*.py") if "tagging" not in path.parts and path.name not in others]
    text = {path.name: path.read_text(encoding="utf-8") for path in beside}

    assert [
        name for name, code in text.items() if re.search(r"\bSpan\(|\bParagraph\b|drawImage|\.paragraph import", code)
    ] == []
    assert [name for name, code in text.items() if "drawString" in code] == []
