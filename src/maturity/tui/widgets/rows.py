"""Rows of text with roles: what every page, card and table of the terminal is made of. Knows no widget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

from maturity.tui.widgets.words import shown

Span = tuple[str, str]  # text, role (see `palette`)


@dataclass(frozen=True)
class Row:
    """One line of the screen; ``target`` makes it something that can be chosen."""

    spans: tuple[Span, ...] = ()
    target: str | None = None

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(text for text, _ in self.spans)

    @property
    def width(self) -> int:
        """In cells."""
        return sum(cell_len(text) for text, _ in self.spans)


_SHORT = 6  # lines of a paragraph; a longer one loses nothing by a short last line
_NARROWER = 16  # cells that a paragraph may give up so that its last line is not one word


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` cells, broken at ordinary spaces only (U+00A0 and U+202F hold).

    A paragraph whose last line would be a single word is made a little narrower where this helps.
    """
    return list(_wrapped(text, max(width, 2)))  # a wide sign needs two, whatever is left for it


@lru_cache(maxsize=1024)
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    return tuple(line for paragraph in shown(text).split("\n") for line in _balanced(paragraph, width))


def _balanced(paragraph: str, width: int) -> list[str]:
    lines = _broken(paragraph, width)
    if not 1 < len(lines) <= _SHORT or " " in lines[-1]:
        return lines
    for less in range(1, min(_NARROWER, width // 4) + 1):
        other = _broken(paragraph, width - less)
        if len(other) > len(lines):
            break
        if " " in other[-1]:
            return other
    return lines


def _broken(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for word in paragraph.expandtabs(4).split(" "):
        size = cell_len(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = "", 0
        while size > width:
            head = _fitting(word, width) or word[0]
            lines.append(head)
            word = word[len(head) :]  # noqa: PLW2901 - the rest of a word longer than the line
            size = cell_len(word)
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line]


def _fitting(word: str, width: int) -> str:
    used = 0
    for n, character in enumerate(word):
        used += cell_len(character)
        if used > width:
            return word[:n]
    return word


def fit(text: str, width: int) -> str:
    """Exactly ``width`` cells: cut with … or filled with spaces."""
    text = shown(text).replace("\n", " ")
    if cell_len(text) > width:
        text = _fitting(text, width - 1) + "…"
    return text + " " * (width - cell_len(text))


class Sheet:
    """Collects rows for a page ``width`` cells wide."""

    def __init__(self, width: int) -> None:
        self.width = max(width, 20)
        self.rows: list[Row] = []

    def add(self, *spans: Span, target: str | None = None) -> None:
        """One row as it is."""
        self.rows.append(Row(tuple((shown(text), role) for text, role in spans), target))

    def blank(self, count: int = 1) -> None:
        """Empty rows."""
        self.rows.extend([Row()] * count)

    def text(
        self, text: str, role: str = "", *, indent: int = 2, lead: Sequence[Span] = (), target: str | None = None
    ) -> None:
        """A paragraph, wrapped; ``lead`` stands before the first line and the rest hangs below its text."""
        before = sum(cell_len(part) for part, _ in lead)
        lines = wrap(text, max(self.width - indent - before, 10))
        margin = (" " * indent, "")
        first = tuple((shown(part), its) for part, its in lead)
        for n, line in enumerate(lines):  # they passed the gate when they were wrapped
            start = first if n == 0 else ((" " * before, ""),)
            self.rows.append(Row((margin, *start, (line, role)), target))

    def title(self, text: str) -> None:
        """A heading inside a page."""
        self.text(text, "title")

    def ends(self, left: Span, right: Span, *, indent: int = 2, target: str | None = None) -> None:
        """One row with a text at each end; the left one is cut when both do not fit."""
        room = self.width - indent - cell_len(right[0]) - 2
        self.add((" " * indent, ""), (fit(left[0], max(room, 1)), left[1]), ("  ", ""), right, target=target)

    def right(self, *spans: Span) -> None:
        """One row, its texts at the right end; an empty one where there are none."""
        used = sum(cell_len(text) for text, _ in spans)
        self.add((" " * max(self.width - used, 2), ""), *spans)

    def rule(self, *, indent: int = 2) -> None:
        """A thin line."""
        self.add((" " * indent, ""), ("─" * (self.width - indent), "rule"))

    def bar(self, share: float, *, indent: int = 2, beside: Sequence[Span] = (), length: int | None = None) -> None:
        """How far one is, 0–1, the number standing elsewhere; ``beside``: texts at the right end of the row.

        ``length`` in cells; without it the bar takes the whole row.
        """
        room = self.width - indent
        size = room if length is None else min(length, room)
        full = round(size * min(max(share, 0.0), 1.0))
        gap = max(room - size - sum(cell_len(text) for text, _ in beside), 0)
        bar = ((" " * indent, ""), ("━" * full, "accent"), ("─" * (size - full), "rule"))
        self.add(*bar, *(((" " * gap, ""), *beside) if beside else ()))

    def table(self, headers: Sequence[str], rows: Iterable[Sequence[str]], *, indent: int = 2) -> None:
        """Columns as wide as their texts; the widest one is wrapped when the page is too narrow."""
        body = [tuple(map(shown, row)) for row in rows]
        widths = _widths([tuple(headers), *body], self.width - indent)
        for n, row in enumerate([tuple(headers), *body]):
            cells = [wrap(text, width) for text, width in zip(row, widths, strict=True)]
            for line in range(max(map(len, cells))):
                parts = [
                    fit(cell[line] if line < len(cell) else "", width)
                    for cell, width in zip(cells, widths, strict=True)
                ]
                self.add((" " * indent, ""), ("  ".join(parts).rstrip(), "strong" if n == 0 else ""))
            if n == 0:
                self.add(
                    (" " * indent, ""), ("─" * min(sum(widths) + 2 * len(widths) - 2, self.width - indent), "rule")
                )


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    widths = [
        max(max(cell_len(line) for line in cell.split("\n")) for cell in column) for column in zip(*rows, strict=True)
    ]
    while sum(widths) + 2 * (len(widths) - 1) > room and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    return [max(width, 1) for width in widths]


def lowered(rows: list[Row], height: int) -> list[Row]:
    """A little below the top of a tall window."""
    return [*[Row()] * min(max((height - len(rows)) // 4, 0), 3), *rows]


def beside(left: list[Row], right: list[Row], left_width: int) -> list[Row]:
    """Two columns with a thin line between; what can be chosen stands on the left."""
    rows = []
    for n in range(max(len(left), len(right))):
        one = left[n] if n < len(left) else Row()
        other = right[n] if n < len(right) else Row()
        filler = " " * max(left_width - one.width + 2, 1)
        rows.append(Row((*one.spans, (filler, ""), ("│ ", "rule"), *other.spans), one.target))
    return rows
