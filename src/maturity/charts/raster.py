"""A field of Braille dots, 2 × 4 a cell, each cell in one role: the last that drew there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import floor

from maturity.charts.palette import Role
from maturity.charts.scene import Dash

_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # [row][column] of a cell (Unicode 2800)
_ALL = 0xFF
_HAIR = 1e-6  # so that 2.9999999 counts as 3
_DENSITY: dict[Role, int] = {  # which dots of a cell a ground sets: darker is denser, so no colour is needed
    "step1": 0x02,
    "step2": 0x95,
    "step3": 0xB7,
    "step4": _ALL,
    "grid": 0x95,
    "accent": _ALL,
    "second": _ALL,
    "ink": _ALL,
    "muted": _ALL,
}
_ROWS = [sum(_BITS[row]) for row in range(4)]
_COLUMNS = [sum(bits[column] for bits in _BITS) for column in range(2)]


class Raster:
    """Dots from the upper left corner, y down."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.width, self.height = columns * 2, rows * 4
        self.dots = [bytearray(columns) for _ in range(rows)]
        self.roles: list[list[Role | None]] = [[None] * columns for _ in range(rows)]

    def dot(self, x: int, y: int, role: Role) -> None:
        """Set one dot; outside is ignored, but the far edges belong to the last dots."""
        x, y = x - (x == self.width), y - (y == self.height)
        if 0 <= x < self.width and 0 <= y < self.height:
            row, column = y >> 2, x >> 1
            self.dots[row][column] |= _BITS[y & 3][x & 1]
            self.roles[row][column] = role

    def line(self, start: tuple[float, float], end: tuple[float, float], role: Role, dash: Dash = ()) -> None:
        """A straight line of dots; ``dash`` in dots on and off."""
        (x1, y1), (x2, y2) = start, end
        steps = max(1, round(max(abs(x2 - x1), abs(y2 - y1))))
        period = sum(dash)
        on = dash[0] if dash else 0.0
        dx, dy = (x2 - x1) / steps, (y2 - y1) / steps
        for step in range(steps + 1):
            if not dash or step % period < on:
                self.dot(floor(x1 + dx * step + _HAIR), floor(y1 + dy * step + _HAIR), role)

    def outline(
        self, points: Sequence[tuple[float, float]], role: Role, dash: Dash = (), *, closed: bool = True
    ) -> None:
        """Lines from point to point."""
        for start, end in pairwise(points):
            self.line(start, end, role, dash)
        if closed and points:
            self.line(points[-1], points[0], role, dash)

    def fill(self, left: float, top: float, right: float, bottom: float, role: Role) -> None:
        """Fill a rectangle in the density of its role; a light role wipes it."""
        x1, y1 = max(0, round(left)), max(0, round(top))
        x2, y2 = min(self.width, max(round(right), x1 + 1)), min(self.height, max(round(bottom), y1 + 1))
        for row in range(y1 >> 2, (y2 + 3) >> 2):
            across = sum(_ROWS[y & 3] for y in range(max(y1, row * 4), min(y2, row * 4 + 4)))
            self._fill_row(row, across, (x1, x2), role)

    def _fill_row(self, row: int, across: int, span: tuple[int, int], role: Role) -> None:
        pattern = _DENSITY.get(role, 0)
        dots, roles = self.dots[row], self.roles[row]
        for column in range(span[0] >> 1, (span[1] + 1) >> 1):
            area = across & sum(_COLUMNS[x & 1] for x in range(max(span[0], column * 2), min(span[1], column * 2 + 2)))
            dots[column] = dots[column] & ~area & _ALL | area & pattern
            if area & pattern:
                roles[column] = role

    def fill_polygon(self, points: Sequence[tuple[float, float]], role: Role) -> None:
        """Fill any outline (even–odd), one row of dots at a time."""
        ys = [y for _, y in points]
        for y in range(max(0, int(min(ys))), min(self.height, int(max(ys)) + 1)):
            crossings = sorted(self._crossings(points, y + 0.5))
            for left, right in zip(crossings[::2], crossings[1::2], strict=False):
                self.fill(left, y, right, y + 1, role)

    @staticmethod
    def _crossings(points: Sequence[tuple[float, float]], y: float) -> Iterable[float]:
        for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
            if (y1 <= y) != (y2 <= y):
                yield x1 + (y - y1) * (x2 - x1) / (y2 - y1)
