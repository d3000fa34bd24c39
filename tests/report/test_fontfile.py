"""Fonts without what no page needs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from reportlab.pdfbase.pdfmetrics import getFont

from maturity.report import fonts
from maturity.report.tagging.fontfile import _places, _tables, lean

fonts.register()


def subset(letters: str) -> bytes:
    """A font file with these letters, as it would be embedded."""
    font: Any = getFont(fonts.REGULAR)
    made: bytes = font.face.makeSubset([0, *map(ord, letters)])
    return made


def test_outlines_and_widths_stay() -> None:
    """Each glyph keeps its contours, its box and its width, the composed ones (é) their parts."""
    font = subset("aéŒg–’1")
    before, after = _tables(font), _tables(lean(font))
    heads = [
        [tables["glyf"][start : start + 10] for start, stop in pairwise(places) if stop > start]
        for tables, places in ((before, _places(before)), (after, _places(after)))
    ]

    assert heads[0] == heads[1]
    assert len(heads[1]) >= len("aéŒg–’1")
    assert any(head.startswith(b"\xff\xff") for head in heads[1])  # a composed one
    assert (before["hmtx"], before["cmap"], before["maxp"]) == (after["hmtx"], after["cmap"], after["maxp"])


def test_what_no_page_needs_is_gone() -> None:
    """A third fewer bytes: no names, no programs, no instructions inside glyphs."""
    font = subset("abcdefghijklmnopqrstuvwxyzéèêàç")
    made = lean(font)

    assert set(_tables(made)) == {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert len(made) < 0.6 * len(font)


def test_a_lean_font_stays_as_it_is() -> None:
    """There is nothing more to take away."""
    made = lean(subset("aéŒ"))

    assert lean(made) == made
