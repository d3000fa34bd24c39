"""Breaking text into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.report import fonts
from maturity.report.tagging.spans import Look, Span, break_lines, width

fonts.register()
LOOK = Look(fonts.REGULAR, 10, "#000000")
BOLD = Look(fonts.BOLD, 10, "#000000")
TEXT = st.text(alphabet=st.sampled_from("abcdéœM -/\u00a0\u202f\n’"), max_size=200)


@given(st.lists(TEXT, min_size=1, max_size=4), st.floats(20, 400))
def test_nothing_is_lost_or_added(texts: list[str], room: float) -> None:
    """The lines put together are the text, a line break read as a space."""
    spans = [Span(text, BOLD if index % 2 else LOOK) for index, text in enumerate(texts)]
    lines = break_lines(spans, room)

    assert "".join(texts).replace("\n", " ") == "".join(span.text for line in lines for span in line.spans)


@given(TEXT, st.floats(20, 400))
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    """Whatever the text, its drawn letters stay inside."""
    for line in break_lines([Span(text, LOOK)], room):
        drawn = "".join(span.text for span in line.spans).rstrip(" ")

        assert width(drawn, LOOK) <= room + 1e-6


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_no_break_space_never_breaks(space: str) -> None:
    """The sign stays with its word."""
    lines = break_lines([Span(f"Est-ce bien cela{space}?", LOOK)], width("Est-ce bien cela", LOOK))

    assert f"cela{space}?" in lines[-1].spans[-1].text


def test_the_space_at_a_break_is_kept() -> None:
    """Readers that join lines do not join words."""
    first, second = break_lines([Span("deux mots", LOOK)], width("deux mo", LOOK))

    assert (first.spans[0].text, second.spans[0].text) == ("deux ", "mots")


def test_a_word_wider_than_the_line_is_cut() -> None:
    """A long address goes on over several lines instead of leaving the page."""
    lines = break_lines([Span("x" * 500, LOOK)], 100)

    assert len(lines) > 10
