"""What stands on every page: artifacts, so that a reader hears the text and not its frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor

from maturity.report import fonts
from maturity.report.sections.phrases import clipped
from maturity.report.styles import ACCENT, GRID, LEFT, MUTED, PAGE, SECOND, WIDTH
from maturity.report.tagging.canvas import FOOTER, HEADER, Artifact, TaggedCanvas
from maturity.report.tagging.spans import Look, width
from maturity.report.words import Gate

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from maturity.report.matter import Matter

COVER_BAND = 330.0  # height of the coloured ground of the cover, points
_STAIRS = ("#1b5c9a", "#2d6dab", "#4481bc", "#6399cc", "#8ab5dd")
_LOOK = Look(fonts.REGULAR, 8.2, MUTED)


class Furniture:
    """Header, footer and the ground of the cover."""

    def __init__(self, matter: Matter, gate: Gate, *, short: bool) -> None:
        authority, tell = matter.response.authority, matter.voice.tell
        self.left = gate.drawable(clipped(authority.name, 60), fonts.REGULAR)
        self.right = gate.drawable(tell("Wave {wave}", wave=matter.response.wave), fonts.REGULAR)
        marks = []
        if authority.invented:
            marks.append(tell("Invented authority"))
        if matter.response.edited_by_hand:
            marks.append(tell("Answers edited outside the program"))
        self.marks = " · ".join(marks)
        self.page_of = tell("Page {page} of {pages}")
        self.short = short

    def cover(self, canvas: Canvas, _template: object) -> None:
        """A coloured ground behind the title."""
        with _tagged(canvas).tag(Artifact("Background")):
            canvas.setFillColor(HexColor(ACCENT))
            canvas.rect(0, PAGE[1] - COVER_BAND, PAGE[0], COVER_BAND, stroke=0, fill=1)
            self._staircase(canvas)
            canvas.setFillColor(HexColor(SECOND))
            canvas.rect(0, PAGE[1] - COVER_BAND - 4, PAGE[0], 4, stroke=0, fill=1)

    @staticmethod
    def _staircase(canvas: Canvas) -> None:
        """An emblem: five levels, each higher and lighter than the one before."""
        side, gap, low = 20.0, 4.0, PAGE[1] - COVER_BAND + 34
        for level, colour in enumerate(_STAIRS):
            canvas.setFillColor(HexColor(colour))
            for step in range(level + 1):
                x = PAGE[0] - LEFT - (5 - level) * (side + gap) + gap
                canvas.rect(x, low + step * (side + gap), side, side, stroke=0, fill=1)

    def inside(self, canvas: Canvas, _template: object) -> None:
        """Who and when above; marks and page number below."""
        tagged = _tagged(canvas)
        top, bottom = PAGE[1] - 44, 36
        with tagged.tag(HEADER):
            self._put(canvas, self.left, LEFT, top)
            self._put(canvas, self.right, LEFT + WIDTH - width(self.right, _LOOK), top)
            canvas.setStrokeColor(HexColor(GRID))
            canvas.setLineWidth(0.5)
            canvas.line(LEFT, top - 8, LEFT + WIDTH, top - 8)
        with tagged.tag(FOOTER):
            self._put(canvas, self.marks, LEFT, bottom)
            number = canvas.getPageNumber()
            tagged.late(
                lambda: self.page_of.format(page=number, pages=canvas.getPageNumber() - 1), _LOOK, LEFT + WIDTH, bottom
            )

    @staticmethod
    def _put(canvas: Canvas, text: str, x: float, y: float) -> None:
        canvas.setFont(_LOOK.font, _LOOK.size)
        canvas.setFillColor(HexColor(_LOOK.colour))
        canvas.drawString(x, y, text)


def _tagged(canvas: Canvas) -> TaggedCanvas:
    if not isinstance(canvas, TaggedCanvas):
        raise TypeError(type(canvas))
    return canvas
