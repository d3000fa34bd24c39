"""How much room text takes, and where it breaks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.charts.medium import PRINT, TERMINAL, Medium, cells

WORDS = st.lists(st.text(st.characters(categories=("L", "Mn", "Nd", "Po", "So")), max_size=30), max_size=12).map(
    " ".join
)


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("été", 3), ("e\u0301", 1), ("日本", 4), ("a\u200db", 2), ("\u00a0:", 2)]
)
def test_columns_of_a_terminal(text: str, columns: int) -> None:
    """Marks and joiners take none, wide characters two."""
    assert cells(text) == columns


@pytest.mark.parametrize("medium", [PRINT, TERMINAL])
@settings(deadline=None)
@given(text=WORDS, width=st.floats(40, 300))
def test_lines_fit_and_nothing_is_lost(medium: Medium, text: str, width: float) -> None:
    """No line is wider than asked, and the lines hold every letter in order."""
    lines = medium.wrap(text, width, 8)

    assert all(medium.width(line, 8) <= width for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace("-", "").replace(" ", "")


def test_a_no_break_space_does_not_break() -> None:
    """French punctuation stays with its word."""
    assert TERMINAL.wrap("Dépend de\u00a0: tout", 50) == ("Dépend", "de\u00a0: tout")


def test_a_word_that_is_too_long_is_cut_with_a_hyphen() -> None:
    """And its accents stay on their letters."""
    assert TERMINAL.wrap("abcdefgh", 25) == ("abcd-", "efgh")
    assert TERMINAL.wrap("abce\u0301efgh", 25) == ("abce\u0301-", "efgh")


def test_a_terminal_has_only_whole_rows_and_columns() -> None:
    """White space is rounded, beside a text to at least one column."""
    assert [TERMINAL.gap(points) for points in (2, 4, 6, 14, 16)] == [0, 0, 10, 10, 20]
    assert [TERMINAL.aside(points) for points in (1, 6, 13)] == [5, 5, 15]
    assert (PRINT.gap(4), PRINT.aside(6)) == (4, 6)
