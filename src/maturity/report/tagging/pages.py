"""Flowables onto pages: one frame a page, from top to bottom. Lengths in points."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from maturity.report.tagging.canvas import TaggedCanvas
from maturity.report.tagging.flow import CondPageBreak, Flowable, PageBreak

_NEARLY = 1e-6  # what adding up heights may lose


@dataclass(frozen=True)
class Sheet:
    """One kind of page: the lower left corner and the size of its frame, and what is drawn around it first."""

    left: float
    bottom: float
    width: float
    height: float
    furniture: Callable[[TaggedCanvas], None]


class Pages:
    """Fills pages. The first sheet is that of the first page, and so on; the last one serves for all that follow."""

    def __init__(self, canvas: TaggedCanvas, sheets: Sequence[Sheet]) -> None:
        self.canvas, self.sheets, self.count = canvas, sheets, 0
        self._begun = False
        self._y = self._after = 0.0

    @property
    def _sheet(self) -> Sheet:
        return self.sheets[min(self.count, len(self.sheets)) - 1]

    def place(self, story: list[Flowable], placed: Callable[[Flowable, int], None]) -> None:
        """All of the story; ``placed`` is called with each thing and its page (the first is 1).

        The story is emptied: what is drawn gives its memory back while the rest is drawn.

        Raises:
            ValueError: a thing is larger than a page and cannot be parted.
        """
        waiting = deque(story)
        story.clear()
        while waiting:
            thing = waiting.popleft()
            if isinstance(thing, PageBreak):
                self._end()
                continue
            self._begin()
            if isinstance(thing, CondPageBreak):
                if thing.ends_page(self._room(thing)) and not self._at_top:
                    self._end()
                self._after = 0.0
            elif self._put(thing):
                placed(thing, self.count)
            else:
                waiting.extendleft(reversed(self._parted(thing, placed)))
        self._end()

    def _begin(self) -> None:
        if not self._begun:
            self._begun, self.count = True, self.count + 1
            self._sheet.furniture(self.canvas)
            self._y, self._after = self._top, 0.0

    def _end(self) -> None:
        if self._begun:
            self._begun = False
            self.canvas.showPage()

    @property
    def _top(self) -> float:
        return self._sheet.bottom + self._sheet.height

    @property
    def _at_top(self) -> bool:
        return self._y >= self._top

    def _above(self, thing: Flowable) -> float:
        """White above it that its neighbour has not left already."""
        return 0.0 if self._at_top else max(thing.getSpaceBefore() - self._after, 0.0)

    def _room(self, thing: Flowable) -> float:
        return self._y - self._sheet.bottom - self._above(thing)

    def _put(self, thing: Flowable) -> bool:
        """Draw it if it fits."""
        above, room = self._above(thing), self._room(thing)
        if room <= 0:
            return False
        height = thing.wrap(self._sheet.width, room)[1]
        if height > room + _NEARLY:
            return False
        self._y -= above + height
        thing.drawOn(self.canvas, self._sheet.left, self._y)
        self._after = thing.getSpaceAfter()
        self._y -= self._after
        return True

    def _parted(self, thing: Flowable, placed: Callable[[Flowable, int], None]) -> list[Flowable]:
        """What is left of it for the next page, once what fits here is drawn."""
        room = self._room(thing)
        parts = list(thing.split(self._sheet.width, room)) if room > 0 else []
        if parts:
            if not self._put(parts[0]):
                raise ValueError("a part is larger than the room it was made for")
            placed(parts[0], self.count)
            return parts[1:]
        if self._at_top:
            raise ValueError("larger than a page, and cannot be parted")
        self._end()
        return [thing]
