"""Scene → operators of a ReportLab canvas, as vectors. The canvas is handed in, so nothing of ReportLab is imported."""

from __future__ import annotations

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


@dataclass(frozen=True)
class Drawing:
    """A scene ready to be placed: ``width`` × ``height`` points."""

    scene: Scene
    fonts: Fonts

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
            _draw(shape, canvas, self.fonts)
        canvas.restoreState()


def _paint(canvas: Canvas, fill: Role | None, stroke: Role | None, width: float, dash: tuple[float, ...] = ()) -> None:
    if fill:
        canvas.setFillColorRGB(*rgb(fill))
    if stroke:
        canvas.setStrokeColorRGB(*rgb(stroke))
        canvas.setLineWidth(width)
        canvas.setDash(list(dash))


@singledispatch
def _draw(shape: Shape, canvas: Canvas, fonts: Fonts) -> None:  # noqa: ARG001
    raise TypeError(shape)


@_draw.register(Line)
def _(shape: Line, canvas: Canvas, fonts: Fonts) -> None:  # noqa: ARG001 - one signature for all shapes
    _paint(canvas, None, shape.stroke, shape.width, shape.dash)
    canvas.line(shape.x1, shape.y1, shape.x2, shape.y2)


@_draw.register(Rect)
def _(shape: Rect, canvas: Canvas, fonts: Fonts) -> None:  # noqa: ARG001
    _paint(canvas, shape.fill, shape.stroke, shape.line, shape.dash)
    stroke, fill = int(shape.stroke is not None), int(shape.fill is not None)
    if shape.radius:
        canvas.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius, stroke=stroke, fill=fill)
    else:
        canvas.rect(shape.x, shape.y, shape.width, shape.height, stroke=stroke, fill=fill)


@_draw.register(Circle)
def _(shape: Circle, canvas: Canvas, fonts: Fonts) -> None:  # noqa: ARG001
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
def _(shape: Polygon, canvas: Canvas, fonts: Fonts) -> None:  # noqa: ARG001
    _paint(canvas, shape.fill, shape.stroke, shape.line)
    _path(canvas, shape.points, closed=True, stroke=shape.stroke is not None, fill=shape.fill is not None)


@_draw.register(Polyline)
def _(shape: Polyline, canvas: Canvas, fonts: Fonts) -> None:  # noqa: ARG001
    _paint(canvas, None, shape.stroke, shape.width, shape.dash)
    _path(canvas, shape.points, closed=False, stroke=True, fill=False)


@_draw.register(Text)
def _(shape: Text, canvas: Canvas, fonts: Fonts) -> None:
    canvas.setFillColorRGB(*rgb(shape.fill))
    canvas.setFont(fonts.bold if shape.bold else fonts.regular, shape.size)
    draw = {"start": canvas.drawString, "middle": canvas.drawCentredString, "end": canvas.drawRightString}
    draw[shape.anchor](shape.x, shape.y, shape.text)


@_draw.register(Marker)
def _(shape: Marker, canvas: Canvas, fonts: Fonts) -> None:
    for part in outline(shape):
        _draw(part, canvas, fonts)


@_draw.register(Group)
def _(shape: Group, canvas: Canvas, fonts: Fonts) -> None:
    for part in shape.shapes:
        _draw(part, canvas, fonts)
