"""Text in balanced columns that flows over pages, read column by column, page by page."""

from __future__ import annotations

from collections.abc import Sequence

from maturity.report.tagging.flow import Drawn, Flowable
from maturity.report.tagging.stack import column_widths, draw_stack, split_stack, stack_height

_STEP = 2.0  # points: columns are balanced to this
_LEAST = 70.0  # points: less is not begun at the foot of a page
_HAIR = 0.05  # points: what rounding may add to a column
_NEARLY_A_PAGE = 400.0  # points: what finds no place here finds none on the next page either


class Newspaper(Drawn):
    """Things in ``count`` columns, ``gap`` points apart, as equally high as they can be split.

    Drawn in the order of the things, so the structure has the reading order (ISO 14289-1, 7.2).
    """

    def __init__(
        self,
        things: Sequence[Flowable],
        count: int = 2,
        *,
        gap: float = 20,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(before, after)
        self.things, self.count, self.gap = list(things), count, gap
        self.columns: list[list[Flowable]] | None = None  # balanced when wrapped
        self._broken_at = -1.0

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """(width, height) in points; what is longer than ``height`` is only estimated, since it will be split."""
        self.width, self.each = available, column_widths((1,) * self.count, self.gap, available)[0]
        if self._broken_at == available:
            return available, self.height
        if self.columns is None:
            total = stack_height(self.things, self.each)
            if total / self.count > height:
                self.height = total / self.count
                return available, self.height
            self.columns = self._balanced(total)
        self.height = max(stack_height(column, self.each) for column in self.columns)
        self._broken_at = available
        return available, self.height

    @property
    def least(self) -> float:
        """A few lines of each column."""
        return min(self.height, _LEAST)

    def split(self, available: float, height: float) -> list[Flowable]:
        """Columns as high as the page has room, and the rest."""
        self.wrap(available, height)
        if height < _LEAST:
            return []
        room = height - _HAIR
        columns, rest = self._filled(room, forced=False)
        if not any(columns) and height > _NEARLY_A_PAGE:
            columns, rest = self._filled(room, forced=True)
        if not any(columns):
            return []
        first = Newspaper([], self.count, gap=self.gap, before=self.spaceBefore)
        first.columns = columns
        if not rest:
            first.spaceAfter = self.spaceAfter
            return [first]
        return [first, Newspaper(rest, self.count, gap=self.gap, after=self.spaceAfter)]

    def _balanced(self, total: float) -> list[list[Flowable]]:
        """The lowest columns that hold everything."""
        low, high = total / self.count, total
        best, rest = self._filled(low, forced=False)
        if not rest:
            return best
        best = [self.things, *([] for _ in range(self.count - 1))]
        while high - low > _STEP:
            middle = (low + high) / 2
            columns, rest = self._filled(middle, forced=False)
            if rest:
                low = middle
            else:
                high, best = middle, columns
        return best

    def _filled(self, height: float, *, forced: bool) -> tuple[list[list[Flowable]], list[Flowable]]:
        columns, rest = list[list[Flowable]](), self.things
        for _ in range(self.count):
            first, rest = split_stack(rest, self.each, height, forced=forced)
            columns.append(first)
        return columns, rest

    def draw(self) -> None:
        """Column by column."""
        for number, column in enumerate(self.columns or ()):
            draw_stack(self.canvas, column, number * (self.each + self.gap), self.height, self.each)
