"""The grid and the few styles of the report. Lengths in points; colours from the palette of the charts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from maturity.charts.palette import COLOURS
from maturity.report.fonts import BOLD, ITALIC, REGULAR
from maturity.report.tagging.spans import Look
from maturity.report.tagging.text import Block

PAGE = (595.28, 841.89)  # A4
LEFT, TOP, BOTTOM = 67.0, 72.0, 62.0
WIDTH = PAGE[0] - 2 * LEFT  # of a line of text, a table, a picture
ROOM = PAGE[1] - TOP - BOTTOM  # height of what a page holds
COVER_BAND, COVER_TOP = 318.0, 44.0  # the coloured ground of the cover, and where its text begins
EMBLEM = 104.0  # width of what is drawn beside the title on the cover
INK, MUTED, ACCENT, GRID, PALE = (COLOURS[role] for role in ("ink", "muted", "accent", "grid", "pale"))
PAPER, SECOND = COLOURS["paper"], COLOURS["second"]


LEAST = 8.0  # points: no type is smaller; reports are photocopied


@dataclass(frozen=True)
class Style:
    """How a paragraph looks and stands."""

    look: Look
    block: Block

    def but(self, **changes: object) -> Style:
        """The same with other distances or alignment."""
        return Style(self.look, replace(self.block, **changes))  # type: ignore[arg-type]

    def coloured(self, colour: str) -> Style:
        """The same in another colour."""
        return Style(replace(self.look, colour=colour), self.block)


BODY = Style(Look(REGULAR, 9.7, INK), Block(13.8, after=6))
LEAD = Style(Look(REGULAR, 12.5, INK), Block(17.5, after=9))
FINDING = Style(Look(BOLD, 12.5, INK), Block(16.5, after=8, keep_with_next=True))  # what a chapter says
SMALL = Style(Look(REGULAR, 8.4, MUTED), Block(11.4, after=5))
STRONG = Style(Look(BOLD, 9.7, INK), Block(13.8, after=3, keep_with_next=True))
QUOTE = Style(Look(ITALIC, 9.4, MUTED), Block(13.4, after=4, indent=12))
ITEM = Style(Look(REGULAR, 9.7, INK), Block(13.4, after=2, indent=13))
LABEL = Style(Look(BOLD, 8.2, MUTED), Block(11.5, after=2, keep_with_next=True))
CELL = Style(Look(REGULAR, 8.7, INK), Block(11.6, after=1.5))
HEAD_CELL = Style(Look(BOLD, 8.4, MUTED), Block(11.2))
HEADINGS = {
    1: Style(Look(BOLD, 21, ACCENT), Block(26, after=8, keep_with_next=True)),
    2: Style(Look(BOLD, 13, INK), Block(17, before=12, after=4, keep_with_next=True)),
    3: Style(Look(BOLD, 10.4, ACCENT), Block(14.4, before=8, after=2, keep_with_next=True)),
}
TITLE = Style(Look(BOLD, 32, PAPER), Block(37, after=10))
SUBTITLE = Style(Look(REGULAR, 13, PAPER), Block(18, after=2))
ENTRY = Style(Look(REGULAR, 10.2, INK), Block(13.5, after=7.5))
