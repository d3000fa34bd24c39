"""Scene → rows of styled characters for a terminal: Braille dots for shapes, plain characters for texts and signs.

No library of the terminal is needed here: a widget turns each segment's role into its theme's colour. One cell has one
colour (the last shape's), and texts and signs win over dots; so a picture draws its finding last.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from maturity.charts.medium import COLUMN, ROW, cells
from maturity.charts.palette import Role
from maturity.charts.raster import Raster
from maturity.charts.scene import Circle, Dash, Line, Marker, Polygon, Polyline, Rect, Scene, Shape, Text

_DOTS = [chr(0x2800 + bits) for bits in range(256)]
_ROUND = 24  # corners of a circle
_SIGNS = {
    "dot": "●",
    "ring": "○",
    "diamond": "◆",
    "open-diamond": "◇",
    "square": "■",
    "open-square": "□",
    "triangle": "▲",
    "check": "✓",
    "unknown": "?",
}


class Segment(NamedTuple):
    """Neighbouring characters of one style."""

    text: str
    role: Role
    bold: bool


class _Cell(NamedTuple):
    character: str
    role: Role
    bold: bool


def size(scene: Scene) -> tuple[int, int]:
    """Columns and rows that the scene was laid out for (a column is 5 points, a row 10)."""
    return math.ceil(scene.width / COLUMN - 1e-6), math.ceil(scene.height / ROW - 1e-6)


def draw(scene: Scene, columns: int | None = None, rows: int | None = None) -> list[list[Segment]]:
    """The scene on ``columns`` × ``rows`` cells (its own size when left out); every row is exactly as wide."""
    own = size(scene)
    return _Terminal(scene, columns or own[0], rows or own[1]).segments()


_BLANK = _Cell(" ", "ink", bold=False)


class _Terminal:
    def __init__(self, scene: Scene, columns: int, rows: int) -> None:
        self.height = scene.height
        self.raster = Raster(columns, rows)
        own = size(scene)
        self.across, self.along = 2 / COLUMN * columns / own[0], 4 / ROW * rows / own[1]
        self.over: list[dict[int, _Cell]] = [{} for _ in range(rows)]
        for shape in scene.flat():
            self._shape(shape)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x * self.across, (self.height - y) * self.along

    def _dash(self, dash: Dash) -> Dash:
        return tuple(max(1.0, float(round(length * self.across))) for length in dash)

    def _shape(self, shape: Shape) -> None:
        match shape:
            case Text():
                self._text(shape)
            case Marker():
                self._text(Text(shape.x, shape.y, _SIGNS[shape.sign], anchor="middle", bold=True, fill=shape.fill))
            case Line():
                ends = self._at(shape.x1, shape.y1), self._at(shape.x2, shape.y2)
                self.raster.line(*ends, shape.stroke, self._dash(shape.dash))
            case Polyline():
                points = [self._at(*point) for point in shape.points]
                self.raster.outline(points, shape.stroke, self._dash(shape.dash), closed=False)
            case Rect():
                self._rect(shape)
            case Polygon():
                self._polygon([self._at(*point) for point in shape.points], shape.fill, shape.stroke)
            case Circle():
                turns = [2 * math.pi * step / _ROUND for step in range(_ROUND)]
                around = [
                    (shape.x + shape.radius * math.cos(turn), shape.y + shape.radius * math.sin(turn)) for turn in turns
                ]
                self._polygon([self._at(*point) for point in around], shape.fill, shape.stroke)

    def _rect(self, shape: Rect) -> None:
        left, bottom = self._at(shape.x, shape.y)
        right, top = self._at(shape.x + shape.width, shape.y + shape.height)
        if shape.fill:
            self.raster.fill(left, top, right, bottom, shape.fill)
        if shape.stroke:
            right, bottom = max(left, right - 1), max(top, bottom - 1)
            corners = ((left, top), (right, top), (right, bottom), (left, bottom))
            self.raster.outline(corners, shape.stroke, self._dash(shape.dash))

    def _polygon(self, points: list[tuple[float, float]], fill: Role | None, stroke: Role | None) -> None:
        if fill:
            self.raster.fill_polygon(points, fill)
        if stroke and stroke != "paper":
            self.raster.outline(points, stroke)

    def _text(self, shape: Text) -> None:
        # "paper" is the ground itself here: such text stands on dark paper, and in ink on a terminal.
        hidden = shape.fill == "paper"
        role: Role = "ink" if hidden else shape.fill
        bold, text = shape.bold or hidden, shape.text
        across, along = self._at(shape.x, shape.y)
        row = min(self.raster.rows - 1, max(0, int(along / 4 + 1e-6)))
        left = across / 2 - {"start": 0.0, "middle": cells(text) / 2, "end": float(cells(text))}[shape.anchor]
        column = max(0, min(round(left - 1e-6), self.raster.columns - cells(text)))
        written = self.over[row]
        for character in text:
            wide = cells(character)
            if wide == 0:  # a combining mark joins the character before it
                before = written.get(column - 1)
                written[column - 1] = _Cell((before.character if before else "") + character, role, bold)
                continue
            written[column] = _Cell(character, role, bold)
            if wide == 2:
                written[column + 1] = _Cell("", role, bold)
            column += wide

    def segments(self) -> list[list[Segment]]:
        """Rows of runs."""
        return [self._row(row) for row in range(self.raster.rows)]

    def _row(self, row: int) -> list[Segment]:
        dots, roles, over = self.raster.dots[row], self.raster.roles[row], self.over[row]
        runs: list[Segment] = []
        start = _BLANK
        text = ""
        for column, bits in enumerate(dots):
            cell = over.get(column) or (_Cell(_DOTS[bits], roles[column] or "ink", bold=False) if bits else _BLANK)
            if cell.role != start.role or cell.bold != start.bold:
                if text:
                    runs.append(Segment(text, start.role, start.bold))
                start, text = cell, ""
            text += cell.character
        return [*runs, Segment(text, start.role, start.bold)]
