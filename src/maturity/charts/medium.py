"""How much room text takes: proportional type on paper, one column a character in a terminal.

A picture is laid out once, by asking the medium; so the same module draws for a page of 460 points and for 80 columns.
In a terminal one column is 5 points and one row 10, whatever the size of the type.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from math import fsum

SMALL, BODY, TITLE = 7.5, 8.5, 9.5  # the only sizes of type, in points
COLUMN, ROW = 5.0, 10.0  # a terminal cell, in points
TALL = 36  # rows from which a picture may be larger

# Advance widths of Source Sans (Adobe, OFL) in 1/1000 of the size; letters with accents are as wide as without.
_REGULAR = {
    125: "\u202f", 200: " \u00a0", 246: "ij", 249: "',.:;·’", 255: "l", 263: "I", 289: "!f", 303: "()[]{}", 311: "-",
    338: "t", 347: "r", 350: "/\\", 419: "s", 425: '"?z“”', 429: "«»", 446: "x", 456: "c", 467: "vy", 476: "Y",
    480: "J–", 486: "L", 495: "Fk", 497: "e#$+0123456789<=>×≤≥−€", 504: "ag_", 514: "XV", 527: "E", 535: "ST", 539: "Z",
    543: "Ahuo", 547: "n", 555: "bdpq", 570: "PRC", 579: "K", 588: "B", 609: "&", 617: "DG→↑←", 646: "UN",
    652: "H", 664: "OQ", 718: "w", 727: "M", 785: "W", 829: "m%", 839: "œæ", 847: "@Œ", 948: "…",
}  # fmt: skip
_BOLD = {
    125: "\u202f", 200: " \u00a0", 276: "ij", 286: "l", 300: "',.:;·’I", 332: "-", 341: "f!/", 344: "()[]{}", 383: "t",
    398: "r", 443: "s", 463: "?z", 467: "c", 480: "«»–", 509: "J", 518: "xLevyFY", 528: "a$+0123456789<=>×≤≥−€#",
    535: 'g"“”', 541: "Z", 555: "EkoSTV", 568: "uXhn", 573: "Abdpq", 582: "C", 605: "PBR", 617: "KG→↑←", 640: "D",
    665: "NU&", 684: "HOQ", 762: "M", 776: "w", 813: "W", 822: "œæ", 857: "m%", 871: "Œ", 903: "@", 977: "…",
}  # fmt: skip
_WIDTHS = tuple(
    {character: width for width, all_ in table.items() for character in all_} for table in (_REGULAR, _BOLD)
)
_UNKNOWN = 700  # a character that is not in the table takes more room rather than less


@cache
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):  # marks, joiners, selectors: drawn with their neighbour
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cells(text: str) -> int:
    """Columns that a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _advance(character: str, *, bold: bool) -> int:
    table = _WIDTHS[bold]
    return table.get(character) or table.get(unicodedata.normalize("NFD", character)[0], _UNKNOWN)


@dataclass(frozen=True)
class Medium:
    """Measures text and spaces rows. ``fixed``: a terminal; ``rows``: how many a picture should keep to, if it can."""

    fixed: bool
    rows: int | None = None

    @property
    def low(self) -> bool:
        """Whether a picture should leave out what can stand elsewhere."""
        return self.rows is not None and self.rows < TALL

    @property
    def tall(self) -> bool:
        """Whether there is room for a larger picture than usual."""
        return self.rows is not None and self.rows >= TALL

    def width(self, text: str, size: float = BODY, *, bold: bool = False) -> float:
        """Points that a line of text takes."""
        if self.fixed:
            return cells(text) * COLUMN
        return fsum(_advance(character, bold=bold) for character in text) * size / 1000

    def row(self, size: float = BODY) -> float:
        """From one baseline to the next."""
        return ROW if self.fixed else size * 1.25

    def drop(self, size: float = BODY) -> float:
        """From the top of a row to its baseline."""
        return ROW * 0.75 if self.fixed else size * 0.95

    def middle(self, size: float = BODY) -> float:
        """From the middle of a line of text down to its baseline."""
        return ROW * 0.25 if self.fixed else size * 0.33

    def gap(self, points: float) -> float:
        """White space: as asked on paper, whole rows in a terminal (half a row counts as one)."""
        return float(int(points / ROW + 0.5) * ROW) if self.fixed else points

    def aside(self, points: float) -> float:
        """White space beside: as asked on paper, whole columns in a terminal, at least one."""
        return max(COLUMN, round(points / COLUMN) * COLUMN) if self.fixed else points

    def fits(self, text: str, width: float, size: float = BODY, *, bold: bool = False) -> bool:
        """Whether every word of the text is at most this wide."""
        return all(self.width(word, size, bold=bold) <= width for word in text.split(" "))

    def wrap(self, text: str, width: float, size: float = BODY, *, bold: bool = False) -> tuple[str, ...]:
        """The text in lines of at most ``width`` points, broken at plain spaces; a word that is too long is cut."""
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if self.width(longer, size, bold=bold) <= width:
                lines[-1] = longer
                continue
            pieces = self._cut(word, width, size, bold=bold)
            lines[-1:] = ([lines[-1]] if lines[-1] else []) + pieces
        return tuple(lines)

    def _cut(self, word: str, width: float, size: float, *, bold: bool) -> list[str]:
        pieces = []
        while word and self.width(word, size, bold=bold) > width:
            length = 1
            while self.width(f"{word[: length + 1]}-", size, bold=bold) <= width:
                length += 1
            while length > 1 and _columns(word[length]) == 0:  # an accent stays with its letter
                length -= 1
            pieces.append(f"{word[:length]}-")
            word = word[length:]
        return [*pieces, word]


PRINT = Medium(fixed=False)
TERMINAL = Medium(fixed=True)
