"""The table of contents: one line a heading, page numbers filled in when the last page is done."""

from __future__ import annotations

from collections.abc import Mapping

from reportlab.lib.colors import HexColor

from maturity.report.tagging.flow import Drawn
from maturity.report.tagging.spans import Span
from maturity.report.tagging.structure import Element
from maturity.report.tagging.text import Block, Text


class Entry(Drawn):
    """One line of the contents: the heading as a link, dots, the number of its page.

    ``pages``: key → page, filled while drawing.

    ISO 32000-1, 14.8.4.2: TOC holds TOCI, which holds a Reference to the heading.
    """

    def __init__(self, span: Span, block: Block, parent: Element, pages: Mapping[str, int]) -> None:
        super().__init__(block.before, block.after)
        reference = parent.add("TOCI").add("Reference")
        self.text = Text([span], block, reference)
        self.number = Element("Span", reference)
        self.look, self.key, self.pages = span.look, span.link.removeprefix("#"), pages

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """(width, height) in points."""
        self.width, self.height = available, self.text.wrap(available - 36, height)[1]
        return self.width, self.height

    def draw(self) -> None:
        """The link now, the number when it is known."""
        canvas = self.canvas
        self.text.drawOn(canvas, 0, 0)
        base = self.height - self.text.ascent - (len(self.text.lines) - 1) * self.text.block.leading
        start, end = self.text.block.indent + self.text.lines[-1].width + 6, self.width - 22
        if end > start:
            canvas.setStrokeColor(HexColor("#b9c2ca"))
            canvas.setLineWidth(0.6)
            canvas.setDash([0.6, 3])
            canvas.line(start, base + 1, end, base + 1)
            canvas.setDash([])
        with canvas.tag(self.number.placed()):  # after the link, which takes its place when drawn
            canvas.late(lambda: str(self.pages.get(self.key, "")), self.look, self.width, base)
