"""The one family of the report: Source Sans, embedded. Static TrueType, tabular figures, every French letter."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD, ITALIC = "Source-Sans", "Source-Sans-Bold", "Source-Sans-Italic"
_FILES = {REGULAR: "Regular", BOLD: "Semibold", ITALIC: "It"}


@cache
def register() -> None:
    """Make the fonts known to ReportLab, once a process."""
    from font_source_sans_pro import font_directory

    for name, file in _FILES.items():
        # No shaping: ligatures would break text search and PDF/A-3a (ISO 19005-3, 6.2.11.7.2; ISO 14289-1, 7.21.7).
        # asciiReadable: whether a file carries all of ASCII; without it, only the letters that it uses.
        path = Path(font_directory) / f"SourceSansPro-{file}.ttf"
        pdfmetrics.registerFont(TTFont(name, str(path), shapable=False, asciiReadable=0))


def has(character: str, font: str) -> bool:
    """Whether the font can draw the character; a missing one would vanish without a word."""
    return ord(character) in cast("TTFont", pdfmetrics.getFont(font)).face.charToGlyph
