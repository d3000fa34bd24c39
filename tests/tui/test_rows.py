"""Rows: wrapping by cells, cutting, tables and columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from maturity.tui.widgets.rows import Row, Sheet, beside, fit, wrap


def test_wrap_holds_french_spaces_together() -> None:
    """A line is broken at ordinary spaces only: never before a ; or inside « »."""
    assert wrap("Où en est\u202f? «\u00a0Pau\u00a0»", 12) == ["Où en est\u202f?", "«\u00a0Pau\u00a0»"]
    assert wrap("a\nb", 10) == ["a", "b"]
    assert wrap("", 10) == [""]
    assert wrap("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]


@given(st.text(alphabet=st.sampled_from("ab é日本\u202f\u00a0 \n"), max_size=80), st.integers(2, 30))
def test_no_line_is_wider_than_it_may_be(text: str, width: int) -> None:
    """Whatever the text, each line fits, and no letter is lost."""
    lines = wrap(text, width)

    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(alphabet=st.sampled_from("ab é日本\n"), max_size=40), st.integers(2, 30))
def test_fit_is_exact(text: str, width: int) -> None:
    """Cut or filled to exactly this many cells."""
    assert cell_len(fit(text, width)) == width


def test_a_lead_hangs() -> None:
    """What follows the first line stands below its text, not below its lead."""
    sheet = Sheet(20)
    sheet.text("un deux trois quatre ou", lead=(("1  ", "key"),), target="x")

    assert [row.plain for row in sheet.rows] == ["  1  un deux trois", "     quatre ou"]
    assert {row.target for row in sheet.rows} == {"x"}


def test_a_table_fits_the_page() -> None:
    """The widest column gives way; nothing is lost."""
    sheet = Sheet(40)
    sheet.table(("Nom", "Niveau"), [("une sous-dimension au nom fort long, vraiment", "3,2")])

    assert all(row.width <= 40 for row in sheet.rows)
    assert "3,2" in "".join(row.plain for row in sheet.rows)


def test_two_columns() -> None:
    """The right column begins where the left one ends, behind a thin line."""
    rows = beside([Row((("a", ""),), "t"), Row((("b", ""),))], [Row((("c", ""),))], 5)

    assert [row.plain for row in rows] == ["a      │ c", "b      │ "]
    assert rows[0].target == "t"
