"""A page of very many entries: rows above, then entries of the same height, drawn when they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

from textual.geometry import Region, Size

from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row

Draw = Callable[[int], Sequence[Row]]


@dataclass(frozen=True)
class Entries:
    """What is listed: rows above it, how many entries, rows of each (the same for all), and how one is drawn.

    ``draw(n)`` gives exactly ``height`` rows, every one with ``str(n)`` as its target.
    """

    head: Sequence[Row]
    count: int
    height: int
    draw: Draw


class _Rows(Sequence[Row]):
    """All rows, of which only those that are asked for are drawn; each once."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._drawn: dict[int, Sequence[Row]] = {}

    def __len__(self) -> int:
        return len(self._entries.head) + self._entries.count * self._entries.height

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        head = self._entries.head
        if index < len(head):
            return head[index]
        n, line = divmod(index - len(head), self._entries.height)
        if n >= self._entries.count:
            raise IndexError(index)
        if n not in self._drawn:
            self._drawn[n] = self._entries.draw(n)
        return self._drawn[n][line]


class LongPage(Page):
    """A page that never looks at all of its rows: what a key costs does not grow with their number."""

    def __init__(self, entries: Callable[[int], Entries], *, id: str | None = None, widest: int = 110) -> None:
        super().__init__(id=id, widest=widest)
        self._entries = entries
        self._now = Entries((), 0, 1, lambda _n: ())
        self._above: list[str] = []  # what can be chosen in the head

    @property
    def targets(self) -> list[str]:
        """What can be chosen, in order."""
        return [*self._above, *map(str, range(self._now.count))]

    def _place(self, target: str | None) -> int | None:
        """Where something that can be chosen stands among the others."""
        if target in self._above:
            return self._above.index(target)
        known = target is not None and target.isdecimal() and int(target) < self._now.count
        return len(self._above) + int(target) if known and target is not None else None

    def _put(self, place: int) -> None:
        """The mark onto the n-th; onto the nearest there is."""
        place = min(max(place, 0), len(self._above) + self._now.count - 1)
        if place >= 0:
            self.put_cursor(self._above[place] if place < len(self._above) else str(place - len(self._above)))

    def refill(self) -> None:
        """Ask for the entries again; those in sight are drawn when the window is."""
        width = self.scrollable_content_region.width
        if width <= 0:
            self._built_for = -1
            return
        self._built_for = width
        now = self._now = self._entries(min(width, self.widest))
        self._rows = _Rows(now)
        self._above = list(dict.fromkeys(row.target for row in now.head if row.target is not None))
        if self._place(self.cursor) is None:
            self.cursor = None
        self._last = len(self._rows) - 1
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def action_move(self, step: int) -> None:
        """The mark up or down; beyond the first one the page scrolls to its head."""
        here = self._place(self.cursor)
        place = 0 if here is None else here + step
        if 0 <= place < len(self._above) + self._now.count:
            self._put(place)
        else:
            self.scroll_relative(y=3 * step, animate=False)

    def action_page_down(self) -> None:
        """The mark a window further."""
        self._leap(1)

    def action_page_up(self) -> None:
        """The mark a window back."""
        self._leap(-1)

    def _leap(self, way: int) -> None:
        self._put((self._place(self.cursor) or 0) + way * max(self.size.height // self._now.height - 1, 1))

    def action_scroll_home(self) -> None:
        """The first that can be chosen, and all that stands above it."""
        self._put(0)
        self.scroll_to(y=0, animate=False)

    def action_scroll_end(self) -> None:
        """The last that can be chosen."""
        self._put(len(self._above) + self._now.count - 1)

    def _redraw(self, lines: list[int]) -> None:
        """All of the window: it is only a window."""
        del lines
        self._marked = self.cursor
        self.refresh()

    def _keep_visible(self) -> None:
        head = self._now.head
        if self._place(self.cursor) is None or self.cursor is None:
            return
        lines = [n for n, row in enumerate(head) if row.target == self.cursor]
        if not lines:
            first = len(head) + int(self.cursor) * self._now.height
            lines = [first, first + self._now.height - 1]
        below = lines[-1] < self._last
        region = Region(0, lines[0], 1, lines[-1] - lines[0] + 1 + below)
        self.scroll_to_region(region, animate=False, force=True)
