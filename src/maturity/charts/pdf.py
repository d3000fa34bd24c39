"""Scene → operators of a ReportLab canvas, as vectors. The canvas is handed in, so nothing of ReportLab is imported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, singledispatch
from typing import TYPE_CHECKING

from maturity.charts.marks import outline
from maturity.charts.palette import Role, rgb
from maturity.charts.scene import Circle, Group, Line, Marker, Polygon, Polyline, Rect, Scene, Shape, Text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class Fonts:
    """Names of two registered fonts."""

    regular: str
    bold: str


def _as_it_is(text: str, font: str) -> str:  # noqa: ARG001 - a gate may ask which font
    return text


@dataclass(frozen=True)
class Drawing:
    """A scene ready to be placed: ``width`` × ``height`` points.

    ``drawable``: (text, font) → what the font can draw of it. A picture may hold a user's words (the name of a
    project), and a character that the font does not have would vanish without a word.
    """

    scene: Scene
    fonts: Fonts
    drawable: Callable[[str, str], str] = _as_it_is

    @property
    def width(self) -> float:
        """In points."""
        return self.scene.width

    @property
    def height(self) -> float:
        """In points."""
        return self.scene.height

    def drawOn(self, canvas: Canvas, x: float, y: float) -> None:  # noqa: N802 - the name that ReportLab calls
        """Draw with the lower left corner at (x, y)."""
        canvas.saveState()
        canvas.translate(x, y)
        pen = _Pen(canvas, self)
        for shape in self.scene.flat():
            _draw(shape, pen)
        canvas.restoreState()


class _Pen:
    """A canvas that is told a colour, a width or a dash only when it changes, and places to a hundredth of a point.

    Half of the bytes of a drawing otherwise say again what was said before.
    """

    def __init__(self, canvas: Canvas, drawing: Drawing) -> None:
        self.canvas, self.drawing = canvas, drawing
        self._fill: Role | None = None
        self._stroke: tuple[Role, float, tuple[float, ...]] | None = None
        self._joined = False

    def fill(self, role: Role | None) -> None:
        """With this colour from now on; None: whichever it is."""
        if role and role != self._fill:
            self._fill = role
            self.canvas.setFillColorRGB(*_shares(role))

    def stroke(self, role: Role | None, width: float, dash: tuple[float, ...] = ()) -> None:
        """With this colour, width and dash from now on; None: whichever they are."""
        if not role or (role, width, dash) == self._stroke:
            return
        before, self._stroke = self._stroke, (role, width, dash)
        if before is None or before[0] != role:
            self.canvas.setStrokeColorRGB(*_shares(role))
        if before is None or before[1] != width:
            self.canvas.setLineWidth(width)
        if (before[2] if before else ()) != dash:
            self.canvas.setDash(list(dash))

    def round_joins(self) -> None:
        """Strokes meet in a round corner from now on."""
        if not self._joined:
            self._joined = True
            self.canvas.setLineJoin(1)


@cache
def _shares(role: Role) -> tuple[float, ...]:
    """Red, green, blue from 0 to 1; three digits tell all 256 steps apart."""
    return tuple(round(share, 3) for share in rgb(role))


def _at(*numbers: float) -> tuple[float, ...]:
    return tuple(round(number, 2) for number in numbers)


@singledispatch
def _draw(shape: Shape, pen: _Pen) -> None:  # noqa: ARG001
    raise TypeError(shape)


@_draw.register(Line)
def _(shape: Line, pen: _Pen) -> None:
    pen.stroke(shape.stroke, shape.width, shape.dash)
    pen.canvas.line(*_at(shape.x1, shape.y1, shape.x2, shape.y2))


@_draw.register(Rect)
def _(shape: Rect, pen: _Pen) -> None:
    pen.fill(shape.fill)
    pen.stroke(shape.stroke, shape.line, shape.dash)
    x, y, width, height = _at(shape.x, shape.y, shape.width, shape.height)
    stroke, fill = int(shape.stroke is not None), int(shape.fill is not None)
    if shape.radius:
        pen.canvas.roundRect(x, y, width, height, shape.radius, stroke=stroke, fill=fill)
    else:
        pen.canvas.rect(x, y, width, height, stroke=stroke, fill=fill)


_QUARTER = 4 / 3 * (2**0.5 - 1)  # how far the control points of a quarter of a circle stand off, in radii


@_draw.register(Circle)
def _(shape: Circle, pen: _Pen) -> None:
    pen.fill(shape.fill)
    pen.stroke(shape.stroke, shape.line)
    x, y, r, off = shape.x, shape.y, shape.radius, shape.radius * _QUARTER
    path = pen.canvas.beginPath()
    path.moveTo(*_at(x + r, y))
    path.curveTo(*_at(x + r, y + off, x + off, y + r, x, y + r))
    path.curveTo(*_at(x - off, y + r, x - r, y + off, x - r, y))
    path.curveTo(*_at(x - r, y - off, x - off, y - r, x, y - r))
    path.curveTo(*_at(x + off, y - r, x + r, y - off, x + r, y))
    path.close()
    pen.canvas.drawPath(path, stroke=int(shape.stroke is not None), fill=int(shape.fill is not None))


def _path(pen: _Pen, points: tuple[tuple[float, float], ...], *, closed: bool, stroke: bool, fill: bool) -> None:
    path = pen.canvas.beginPath()
    path.moveTo(*_at(*points[0]))
    for point in points[1:]:
        path.lineTo(*_at(*point))
    if closed:
        path.close()
    pen.round_joins()
    pen.canvas.drawPath(path, stroke=int(stroke), fill=int(fill))


@_draw.register(Polygon)
def _(shape: Polygon, pen: _Pen) -> None:
    pen.fill(shape.fill)
    pen.stroke(shape.stroke, shape.line)
    _path(pen, shape.points, closed=True, stroke=shape.stroke is not None, fill=shape.fill is not None)


@_draw.register(Polyline)
def _(shape: Polyline, pen: _Pen) -> None:
    pen.stroke(shape.stroke, shape.width, shape.dash)
    _path(pen, shape.points, closed=False, stroke=True, fill=False)


_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}  # share of a text that stands before its place


@_draw.register(Text)
def _(shape: Text, pen: _Pen) -> None:
    pen.fill(shape.fill)
    font = pen.drawing.fonts.bold if shape.bold else pen.drawing.fonts.regular
    text, before = pen.drawing.drawable(shape.text, font), _BEFORE[shape.anchor]
    left = shape.x - before * pen.canvas.stringWidth(text, font, shape.size) if before else shape.x
    pen.canvas.setFont(font, shape.size)
    pen.canvas.drawString(round(left, 2), round(shape.y, 2), text)


@_draw.register(Marker)
def _(shape: Marker, pen: _Pen) -> None:
    for part in outline(shape):
        _draw(part, pen)


@_draw.register(Group)
def _(shape: Group, pen: _Pen) -> None:
    for part in shape.shapes:
        _draw(part, pen)
