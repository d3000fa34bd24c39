"""Scene → operators of a ReportLab canvas, as vectors. The canvas is handed in, so nothing of ReportLab is imported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch
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
        for shape in self.scene.flat():
            _draw(shape, canvas, self)
        canvas.restoreState()


def _paint(canvas: Canvas, fill: Role | None, stroke: Role | None, width: float, dash: tuple[float, ...] = ()) -> None:
    if fill:
        canvas.setFillColorRGB(*rgb(fill))
    if stroke:
        canvas.setStrokeColorRGB(*rgb(stroke))
        canvas.setLineWidth(width)
        canvas.setDash(list(dash))


@singledispatch
def _draw(shape: Shape, canvas: Canvas, drawing: Drawing) -> None:  # noqa: ARG001
    raise TypeError(shape)


@_draw.register(Line)
def _(shape: Line, canvas: Canvas, drawing: Drawing) -> None:  # noqa: ARG001 - one signature for all shapes
    _paint(canvas, None, shape.stroke, shape.width, shape.dash)
    canvas.line(shape.x1, shape.y1, shape.x2, shape.y2)


@_draw.register(Rect)
def _(shape: Rect, canvas: Canvas, drawing: Drawing) -> None:  # noqa: ARG001
    _paint(canvas, shape.fill, shape.stroke, shape.line, shape.dash)
    stroke, fill = int(shape.stroke is not None), int(shape.fill is not None)
    if shape.radius:
        canvas.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius, stroke=stroke, fill=fill)
    else:
        canvas.rect(shape.x, shape.y, shape.width, shape.height, stroke=stroke, fill=fill)


@_draw.register(Circle)
def _(shape: Circle, canvas: Canvas, drawing: Drawing) -> None:  # noqa: ARG001
    _paint(canvas, shape.fill, shape.stroke, shape.line)
    stroke, fill = int(shape.stroke is not None), int(shape.fill is not None)
    canvas.circle(shape.x, shape.y, shape.radius, stroke=stroke, fill=fill)


def _path(canvas: Canvas, points: tuple[tuple[float, float], ...], *, closed: bool, stroke: bool, fill: bool) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    canvas.setLineJoin(1)
    canvas.drawPath(path, stroke=int(stroke), fill=int(fill))


@_draw.register(Polygon)
def _(shape: Polygon, canvas: Canvas, drawing: Drawing) -> None:  # noqa: ARG001
    _paint(canvas, shape.fill, shape.stroke, shape.line)
    _path(canvas, shape.points, closed=True, stroke=shape.stroke is not None, fill=shape.fill is not None)


@_draw.register(Polyline)
def _(shape: Polyline, canvas: Canvas, drawing: Drawing) -> None:  # noqa: ARG001
    _paint(canvas, None, shape.stroke, shape.width, shape.dash)
    _path(canvas, shape.points, closed=False, stroke=True, fill=False)


@_draw.register(Text)
def _(shape: Text, canvas: Canvas, drawing: Drawing) -> None:
    canvas.setFillColorRGB(*rgb(shape.fill))
    font = drawing.fonts.bold if shape.bold else drawing.fonts.regular
    canvas.setFont(font, shape.size)
    draw = {"start": canvas.drawString, "middle": canvas.drawCentredString, "end": canvas.drawRightString}
    draw[shape.anchor](shape.x, shape.y, drawing.drawable(shape.text, font))


@_draw.register(Marker)
def _(shape: Marker, canvas: Canvas, drawing: Drawing) -> None:
    for part in outline(shape):
        _draw(part, canvas, drawing)


@_draw.register(Group)
def _(shape: Group, canvas: Canvas, drawing: Drawing) -> None:
    for part in shape.shapes:
        _draw(part, canvas, drawing)
