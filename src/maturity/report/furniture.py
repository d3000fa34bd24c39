"""What stands on every page: artifacts, so that a reader hears the text and not its frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor

from maturity.report import fonts
from maturity.report.styles import ACCENT, COVER_BAND, COVER_TOP, GRID, LEFT, MUTED, PAGE, PAPER, WIDTH
from maturity.report.tagging.canvas import FOOTER, HEADER, Artifact, TaggedCanvas
from maturity.report.tagging.spans import Look, width
from maturity.report.words import Gate

if TYPE_CHECKING:
    from maturity.report.matter import Matter

_TINTS = ("#175590", "#1f5f9a", "#2a6aa5", "#3878b2", "#4a88c0")  # above the accent, quietly
_MARGIN = 16.0  # points of white around a logo
_HALF = 0.62  # of a line of the header: the most that the name on its left takes
_LOOK = Look(fonts.REGULAR, 8.2, MUTED)


class Furniture:
    """Header, footer and the ground of the cover."""

    def __init__(
        self, matter: Matter, gate: Gate, chapters: Sequence[tuple[str, str]], tops: Mapping[int, str]
    ) -> None:
        """``chapters``: title and key of each; ``tops``: page → key of the one read at its top, known in the end."""
        authority, tell = matter.response.authority, matter.voice.tell
        self.tops, self.logo = tops, matter.logo
        self.chapters = {key: gate.drawable(title, fonts.REGULAR) for title, key in chapters}
        edition = gate.drawable(" · " + tell("Assessment {wave}", wave=matter.response.wave), fonts.REGULAR)
        name = gate.drawable(authority.name, fonts.REGULAR)
        self.left = _shortened(name, _HALF * WIDTH - width(edition, _LOOK)) + edition
        marks = []
        if authority.invented:
            marks.append(tell("Invented authority"))
        if matter.response.edited_by_hand:
            marks.append(tell("Answers edited outside the program"))
        self.marks = " · ".join(marks)
        self.gate = gate
        self.page_of = tell("Page {page} of {pages}")

    def cover(self, canvas: TaggedCanvas) -> None:
        """A coloured ground behind the title."""
        with canvas.tag(Artifact("Background")):
            canvas.setFillColor(HexColor(ACCENT))
            canvas.rect(0, PAGE[1] - COVER_BAND, PAGE[0], COVER_BAND, stroke=0, fill=1)
            self._emblem(canvas)
            if self.logo:
                self._field(canvas, *self.logo.size)

    @staticmethod
    def _field(canvas: TaggedCanvas, width: float, height: float) -> None:
        """White, so that a logo looks as its makers meant it."""
        low = PAGE[1] - COVER_TOP - height - _MARGIN
        canvas.setFillColor(HexColor(PAPER))
        canvas.rect(LEFT + WIDTH - width - _MARGIN, low, width + 2 * _MARGIN, PAGE[1] - low, stroke=0, fill=1)

    @staticmethod
    def _emblem(canvas: TaggedCanvas) -> None:
        """Five tints, each once in every row and column: no place stands above another."""
        side, gap, low = 15.0, 3.0, PAGE[1] - COVER_BAND + 40
        count = len(_TINTS)
        left = PAGE[0] - LEFT - count * (side + gap) + gap
        for row in range(count):
            for column in range(count):
                canvas.setFillColor(HexColor(_TINTS[(2 * row + column) % count]))
                canvas.rect(left + column * (side + gap), low + row * (side + gap), side, side, stroke=0, fill=1)

    def inside(self, canvas: TaggedCanvas) -> None:
        """Who, when and which chapter above; marks and page number below."""
        top, bottom, number = PAGE[1] - 44, 36, canvas.getPageNumber()
        with canvas.tag(HEADER):
            self._put(canvas, self.left, LEFT, top)
            canvas.late(partial(self._chapter, number), _LOOK, LEFT + WIDTH, top)
            canvas.setStrokeColor(HexColor(GRID))
            canvas.setLineWidth(0.5)
            canvas.line(LEFT, top - 8, LEFT + WIDTH, top - 8)
        with canvas.tag(FOOTER):
            self._put(canvas, self.marks, LEFT, bottom)
            canvas.late(
                lambda: self.page_of.format(page=number, pages=canvas.getPageNumber() - 1), _LOOK, LEFT + WIDTH, bottom
            )

    def _chapter(self, page: int) -> str:
        """The one that is being read where this page begins."""
        title = self.chapters.get(self.tops.get(page, ""), "")
        return _shortened(title, (1 - _HALF) * WIDTH - 12)

    def _put(self, canvas: TaggedCanvas, text: str, x: float, y: float) -> None:
        canvas.write([(x, y, [self.gate.span(text, _LOOK)])])


def _shortened(text: str, room: float) -> str:
    """As many of its letters as fit into ``room`` points."""
    if width(text, _LOOK) <= room:
        return text
    while text and width(text + "…", _LOOK) > room:
        text = text[:-1]
    return text.rstrip() + "…"
