"""Scene → one standalone SVG file: real text, title and description for screen readers, no script, no outside link."""

from __future__ import annotations

from collections.abc import Callable
from html import escape  # not xml.sax.saxutils: with it come urllib, http, ssl and e-mail, 3 MB
from typing import Any
from zlib import crc32

from maturity.charts.marks import outline
from maturity.charts.medium import PRINT
from maturity.charts.palette import COLOURS, Role
from maturity.charts.picture import Picture
from maturity.charts.scene import Circle, Dash, Group, Line, Marker, Polygon, Polyline, Rect, Shape, Text

FAMILY = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'DejaVu Sans Condensed', 'DejaVu Sans', sans-serif"
_MARGIN = 4  # points: letters reach over their edges, and over a picture's


def render(picture: Picture) -> str:
    """The picture as SVG text, same bytes for the same picture."""
    scene = picture.scene
    key = f"{crc32(picture.alt.encode()):08x}"  # several pictures may stand in one page
    width, height = _number(scene.width + 2 * _MARGIN), _number(scene.height + 2 * _MARGIN)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="-{_MARGIN} -{_MARGIN} {width} {height}" '
        f'role="img" lang="{picture.language}" aria-labelledby="title-{key}" aria-describedby="desc-{key}" '
        f'font-family="{FAMILY}">'
    )
    body = [_drawn(shape, scene.height) for shape in scene.shapes]
    title = f'<title id="title-{key}">{escape(picture.table.caption, quote=False)}</title>'
    return (
        "\n".join([head, title, f'<desc id="desc-{key}">{escape(picture.alt, quote=False)}</desc>', *body, "</svg>"])
        + "\n"
    )


def _number(value: float) -> str:
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".").removesuffix("-0") or "0"


def _paint(fill: Role | None, stroke: Role | None, width: float, dash: Dash = ()) -> str:
    parts = [f'fill="{COLOURS[fill] if fill else "none"}"']
    if stroke:
        parts.append(f'stroke="{COLOURS[stroke]}" stroke-width="{_number(width)}"')
    if dash:
        parts.append(f'stroke-dasharray="{" ".join(map(_number, dash))}"')
    return " ".join(parts)


def _points(points: tuple[tuple[float, float], ...], height: float) -> str:
    return " ".join(f"{_number(x)},{_number(height - y)}" for x, y in points)


def _line(shape: Line, height: float) -> str:
    start = f'x1="{_number(shape.x1)}" y1="{_number(height - shape.y1)}"'
    end = f'x2="{_number(shape.x2)}" y2="{_number(height - shape.y2)}"'
    return f"<line {start} {end} {_paint(None, shape.stroke, shape.width, shape.dash)}/>"


def _rect(shape: Rect, height: float) -> str:
    corner = f'x="{_number(shape.x)}" y="{_number(height - shape.y - shape.height)}"'
    size = f'width="{_number(shape.width)}" height="{_number(shape.height)}"'
    radius = f' rx="{_number(shape.radius)}"' if shape.radius else ""
    return f"<rect {corner} {size}{radius} {_paint(shape.fill, shape.stroke, shape.line, shape.dash)}/>"


def _circle(shape: Circle, height: float) -> str:
    centre = f'cx="{_number(shape.x)}" cy="{_number(height - shape.y)}" r="{_number(shape.radius)}"'
    return f"<circle {centre} {_paint(shape.fill, shape.stroke, shape.line)}/>"


def _polygon(shape: Polygon, height: float) -> str:
    return f'<polygon points="{_points(shape.points, height)}" {_paint(shape.fill, shape.stroke, shape.line)}/>'


def _polyline(shape: Polyline, height: float) -> str:
    paint = _paint(None, shape.stroke, shape.width, shape.dash)
    return (
        f'<polyline points="{_points(shape.points, height)}" {paint} stroke-linejoin="round" stroke-linecap="round"/>'
    )


def _text(shape: Text, height: float) -> str:
    place = f'x="{_number(shape.x)}" y="{_number(height - shape.y)}" font-size="{_number(shape.size)}"'
    anchor = "" if shape.anchor == "start" else f' text-anchor="{shape.anchor}"'
    weight = ' font-weight="700"' if shape.bold else ""
    # Where another family stands in for ours, which is narrow, words would run into what is beside them.
    length = _number(PRINT.width(shape.text, shape.size, bold=shape.bold))
    room = f' textLength="{length}" lengthAdjust="spacingAndGlyphs"' if len(shape.text) > 1 else ""
    return f'<text {place}{anchor}{weight}{room} fill="{COLOURS[shape.fill]}">{escape(shape.text, quote=False)}</text>'


def _group(shape: Group, height: float) -> str:
    return "<g>" + "".join(_drawn(part, height) for part in shape.shapes) + "</g>"


def _marker(shape: Marker, height: float) -> str:
    return "<g>" + "".join(_drawn(part, height) for part in outline(shape)) + "</g>"


_DRAW: dict[type, Callable[[Any, float], str]] = {
    Line: _line,
    Rect: _rect,
    Circle: _circle,
    Polygon: _polygon,
    Polyline: _polyline,
    Text: _text,
    Group: _group,
    Marker: _marker,
}


def _drawn(shape: Shape, height: float) -> str:
    return _DRAW[type(shape)](shape, height)
