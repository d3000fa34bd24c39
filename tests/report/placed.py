"""Where everything came to stand, noted while the report is drawn, and the rules that pages keep."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from maturity.report.document import render
from maturity.report.matter import Matter
from maturity.report.sections.order import chapters
from maturity.report.styles import BOTTOM, PAGE, TOP
from maturity.report.tagging.canvas import TaggedCanvas
from maturity.report.tagging.flow import Drawn, Flowable
from maturity.report.tagging.table import Row, Table
from maturity.report.tagging.text import Text

FOOT = 60.0  # points: here a heading would stand alone
LEAST_FILLED = 0.55  # of a page
_ROOM = PAGE[1] - TOP - BOTTOM


@dataclass(frozen=True)
class Placed:
    """One thing on its page: points from the page's foot. ``depth``: 0 on the page itself, more inside of others."""

    thing: Flowable
    page: int
    top: float
    bottom: float
    left: float
    depth: int

    @property
    def heading(self) -> bool:
        """Whether it is the heading of something."""
        tag = self.thing.element.tag if isinstance(self.thing, Text) and self.thing.element else ""
        return tag in ("H1", "H2", "H3")

    @property
    def said(self) -> str:
        """Its first words, for a message."""
        if isinstance(self.thing, Text):
            return "".join(span.text for line in self.thing.lines[:1] for span in line.spans)[:60]
        return type(self.thing).__name__


@dataclass
class Pages:
    """All that was drawn, in order."""

    placed: list[Placed] = field(default_factory=list)
    broken: list[float] = field(default_factory=list)  # heights of table rows that were split
    fresh: frozenset[str] = frozenset()  # keys of the chapters that ask for a new page
    depth: int = 0

    def of(self, page: int, *, depth: int | None = None) -> list[Placed]:
        """What stands on a page, in the order of drawing."""
        return [one for one in self.placed if one.page == page and depth in (None, one.depth)]

    def forced(self) -> set[int]:
        """Pages that end because the next chapter asks for a new one."""
        return {one.page - 1 for one in self.placed if isinstance(one.thing, Text) and _key(one.thing) in self.fresh}

    @property
    def count(self) -> int:
        """Pages."""
        return max(one.page for one in self.placed)


@contextmanager
def recorded() -> Iterator[Pages]:
    """Notes each thing that is drawn inside."""
    found, draw_on, split_row = Pages(), Flowable.drawOn, Table._split_row

    def noting(thing: Flowable, canvas: TaggedCanvas, x: float, y: float) -> None:
        if isinstance(thing, Drawn) and thing.height > 0:
            left, bottom = canvas.absolutePosition(x, y)
            top, page = bottom + thing.height, canvas.getPageNumber()
            found.placed.append(Placed(thing, page, top, bottom, left, found.depth))
        found.depth += 1
        draw_on(thing, canvas, x, y)
        found.depth -= 1

    def splitting(table: Table, heads: list[Row], room: float) -> list[Flowable]:
        parts = split_row(table, heads, room)
        found.broken += [table.rows[len(heads)].height] if parts else []
        return parts

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Table, "_split_row", splitting)
        patch.setattr(Flowable, "drawOn", noting)
        yield found


def laid_out(matter: Matter, *, short: bool = False) -> Pages:
    """The pages of a report."""
    with recorded() as pages:
        render(matter, short=short)
    pages.fresh = frozenset(chapter.key for chapter in chapters(matter) if chapter.room > _ROOM / 2)
    return pages


def _key(text: Text) -> str:
    return text.outline[1] if text.outline else ""


def faults(pages: Pages, *, first: int = 2) -> list[str]:
    """Every rule that a page breaks, in words, from page ``first`` on: the cover has rules of its own."""
    found = [f"a table row of {height:.0f} points is broken" for height in pages.broken if height < _ROOM - 60]
    for page in range(first, pages.count + 1):
        found += [f"page {page}: {fault}" for fault in _page(pages.of(page))]
        if page < pages.count and page not in pages.forced():
            filled = share_filled(pages, page)
            if filled < LEAST_FILLED:
                found.append(f"page {page}: only {filled:.0%} filled")
    return found


def share_filled(pages: Pages, page: int) -> float:
    """How far down a page goes, 0–1."""
    return (PAGE[1] - TOP - min((one.bottom for one in pages.of(page)), default=PAGE[1])) / _ROOM


def _page(placed: list[Placed]) -> Iterator[str]:
    for one in placed:
        if one.heading:
            yield from _heading(one, placed)
        if isinstance(one.thing, Table):
            yield from _table(one.thing)
        if isinstance(one.thing, Text) and not one.thing.spans and len(one.thing.lines) == 1:  # part of a paragraph
            yield f"a single line of a paragraph: {one.said}"


def _heading(one: Placed, placed: list[Placed]) -> Iterator[str]:
    """At least two lines of text or a whole thing below, in the same column."""
    below = [other for other in placed if other.top <= one.bottom + 1 and abs(other.left - one.left) < 40]
    if not below:
        yield f"nothing follows the heading “{one.said}”"
        return
    texts = [other for other in below if not other.heading]
    lines = sum(len(other.thing.lines) for other in texts if isinstance(other.thing, Text))
    if lines < 2 and all(isinstance(other.thing, Text) for other in texts) and one.bottom - BOTTOM < FOOT:
        yield f"less than two lines follow the heading “{one.said}”"


def _table(table: Table) -> Iterator[str]:
    body = [row for row in table.rows if not row.head]
    if not body:
        yield "a table's head stands alone"
