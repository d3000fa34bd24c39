"""A table: header rows repeated on every page, no row broken over pages unless it is taller than one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import fsum

from reportlab.lib.colors import HexColor

from maturity.report.tagging.canvas import TaggedCanvas
from maturity.report.tagging.flow import Drawn, Flowable
from maturity.report.tagging.stack import draw_stack, split_stack, stack_height

Cell = Sequence[Flowable]
_NEARLY_A_PAGE = 400.0  # points: with less, what does not fit waits for the next page


@dataclass(frozen=True)
class Grid:
    """How a table looks: distances in points, colours ``#rrggbb``."""

    columns: tuple[float, ...]
    pad: float = 5  # above and below
    gap: float = 10  # between columns
    head_rule: str = "#000000"
    rule: str = "#cccccc"
    head_fill: str | None = None


@dataclass
class Row:
    """One row; ``head``: repeated. ``quiet``: already read, drawn again as an artifact."""

    cells: list[Cell]
    head: bool = False
    fill: str | None = None
    ruled: bool = True
    height: float = field(default=0.0, init=False)


class Table(Drawn):
    """Rows of cells. Elements (Table, THead, TBody, TR, TH, TD) are declared by whoever fills the cells."""

    def __init__(
        self, rows: Sequence[Row], grid: Grid, *, before: float = 0, after: float = 0, again: bool = False
    ) -> None:
        super().__init__(before, after)
        self.rows, self.grid, self.again = list(rows), grid, again
        self._measured = False

    def wrap(self, _available: float, _height: float) -> tuple[float, float]:
        """(width, height) in points."""
        if not self._measured:
            for row in self.rows:
                row.height = max(map(stack_height, row.cells, self.grid.columns), default=0) + 2 * self.grid.pad
            self._measured = True
        self.width = fsum(self.grid.columns) + self.grid.gap * (len(self.grid.columns) - 1)
        self.height = fsum(row.height for row in self.rows)
        return self.width, self.height

    @property
    def least(self) -> float:
        """The header and two rows."""
        heads = sum(1 for row in self.rows if row.head)
        return fsum(row.height for row in self.rows[: heads + 2])

    def split(self, available: float, height: float) -> list[Flowable]:
        """At the last row that fits; the header comes again above the rest."""
        self.wrap(available, height)
        heads = [row for row in self.rows if row.head]
        used, count = fsum(row.height for row in heads), len(heads)
        for row in self.rows[count:]:
            if used + row.height > height:
                break
            used, count = used + row.height, count + 1
        above, below = count - len(heads), len(self.rows) - count
        if below == 1 and above > 2:  # no row is left alone
            count -= 1
        elif height < _NEARLY_A_PAGE and (above == 1 or below == 1):
            return []
        if above:
            return self._parts(self.rows[:count], heads, self.rows[count:])
        if height < _NEARLY_A_PAGE:
            return []
        return self._split_row(heads, height - used)

    def _parts(self, first: list[Row], heads: list[Row], rest: list[Row]) -> list[Flowable]:
        if not rest:
            return [self]
        return [
            Table(first, self.grid, before=self.spaceBefore, again=self.again),
            Table([*heads, *rest], self.grid, after=self.spaceAfter, again=bool(heads)),
        ]

    def _split_row(self, heads: list[Row], room: float) -> list[Flowable]:
        row, *rest = self.rows[len(heads) :]
        halves = [
            split_stack(cell, width, room - 2 * self.grid.pad)
            for cell, width in zip(row.cells, self.grid.columns, strict=True)
        ]
        if not any(first for first, _ in halves):
            return []
        upper = Row([first for first, _ in halves], fill=row.fill, ruled=False)
        lower = Row([second for _, second in halves], fill=row.fill, ruled=row.ruled)
        return self._parts([*heads, upper], heads, [lower, *rest])

    def draw(self) -> None:
        """Grounds and rules are artifacts; the cells draw themselves under their elements."""
        canvas = self.canvas
        y = self.height
        for row in self.rows:
            self._ground(canvas, row, y)
            x = 0.0
            for cell, width in zip(row.cells, self.grid.columns, strict=True):
                things = _silent(cell) if row.head and self.again else cell
                draw_stack(canvas, things, x, y - self.grid.pad, width)
                x += width + self.grid.gap
            y -= row.height

    def _ground(self, canvas: TaggedCanvas, row: Row, top: float) -> None:
        fill = self.grid.head_fill if row.head else row.fill
        if fill:
            canvas.setFillColor(HexColor(fill))
            canvas.rect(-6, top - row.height, self.width + 12, row.height, stroke=0, fill=1)
        if row.ruled:
            canvas.setStrokeColor(HexColor(self.grid.head_rule if row.head else self.grid.rule))
            canvas.setLineWidth(0.9 if row.head else 0.4)
            canvas.line(0, top - row.height, self.width, top - row.height)


def _silent(cell: Cell) -> list[Flowable]:
    """Header cells drawn again: artifacts, since a reader has heard them (ISO 14289-1, 7.1)."""
    from maturity.report.tagging.text import Text

    return [Text(thing.spans, thing.block, None) for thing in cell if isinstance(thing, Text)]
