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
        self._targets: list[str] = []
        self._places: dict[str, int] = {}

    @property
    def targets(self) -> list[str]:
        """What can be chosen, in order."""
        return self._targets

    def refill(self) -> None:
        """Ask for the entries again; those in sight are drawn when the window is."""
        width = self.scrollable_content_region.width
        if width <= 0:
            self._built_for = -1
            return
        self._built_for = width
        now = self._now = self._entries(min(width, self.widest))
        self._rows = _Rows(now)
        above = dict.fromkeys(row.target for row in now.head if row.target is not None)
        self._targets = [*above, *map(str, range(now.count))]
        self._places = {target: n for n, target in enumerate(self._targets)}
        if self.cursor not in self._places:
            self.cursor = None
        self._last = len(self._rows) - 1
        self.virtual_size = Size(width, len(self._rows))
        self.refresh()

    def action_move(self, step: int) -> None:
        """The mark up or down; beyond the first one the page scrolls to its head."""
        place = self._places[self.cursor] + step if self.cursor is not None else 0
        if 0 <= place < len(self._targets):
            self.put_cursor(self._targets[place])
        else:
            self.scroll_relative(y=3 * step, animate=False)

    def action_page_down(self) -> None:
        """The mark a window further."""
        self._leap(1)

    def action_page_up(self) -> None:
        """The mark a window back."""
        self._leap(-1)

    def _leap(self, way: int) -> None:
        if self._targets:
            place = self._places[self.cursor] if self.cursor is not None else 0
            place += way * max(self.size.height // self._now.height - 1, 1)
            self.put_cursor(self._targets[min(max(place, 0), len(self._targets) - 1)])

    def action_scroll_home(self) -> None:
        """The first that can be chosen, and all that stands above it."""
        self._to_end(0)

    def action_scroll_end(self) -> None:
        """The last that can be chosen."""
        self._to_end(-1)

    def _to_end(self, place: int) -> None:
        if self._targets:
            self.put_cursor(self._targets[place])
        self.scroll_to(y=0 if place == 0 else self.max_scroll_y, animate=False)

    def _redraw(self, lines: list[int]) -> None:
        """All of the window: it is only a window."""
        del lines
        self._marked = self.cursor
        self.refresh()

    def _keep_visible(self) -> None:
        head = self._now.head
        if self.cursor is None or self.cursor not in self._places:
            return
        lines = [n for n, row in enumerate(head) if row.target == self.cursor]
        if not lines:
            first = len(head) + int(self.cursor) * self._now.height
            lines = [first, first + self._now.height - 1]
        below = lines[-1] < self._last
        region = Region(0, lines[0], 1, lines[-1] - lines[0] + 1 + below)
        self.scroll_to_region(region, animate=False, force=True)
