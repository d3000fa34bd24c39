"""Signs and hatching as plain shapes, shared by the back ends that draw."""

from __future__ import annotations

from collections.abc import Callable

from maturity.charts.scene import Circle, Line, Marker, Polygon, Polyline, Shape, Text

_OUTLINE = 1.2
_Points = tuple[tuple[float, float], ...]


def _diamond(marker: Marker) -> _Points:
    r = marker.size * 0.58
    return (marker.x, marker.y + r), (marker.x + r, marker.y), (marker.x, marker.y - r), (marker.x - r, marker.y)


def _square(marker: Marker) -> _Points:
    r, x, y = marker.size * 0.45, marker.x, marker.y
    return (x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)


def _triangle(marker: Marker) -> _Points:
    r, x, y = marker.size * 0.55, marker.x, marker.y
    return (x - r, y - r * 0.8), (x + r, y - r * 0.8), (x, y + r)


def _check(marker: Marker) -> tuple[Shape, ...]:
    r, x, y = marker.size / 2, marker.x, marker.y
    tick = ((x - 0.45 * r, y - 0.02 * r), (x - 0.1 * r, y - 0.38 * r), (x + 0.5 * r, y + 0.36 * r))
    return Circle(x, y, r, marker.fill), Polyline(tick, "paper", max(1.0, r * 0.28))


def _unknown(marker: Marker) -> tuple[Shape, ...]:
    r = marker.size / 2
    size = marker.size * 0.8
    return (
        Circle(marker.x, marker.y, r - 0.4, "paper", marker.fill, 0.9),
        Text(marker.x, marker.y - size * 0.33, "?", size, "middle", bold=True, fill=marker.fill),
    )


_SIGNS: dict[str, Callable[[Marker], tuple[Shape, ...]]] = {
    "dot": lambda m: (Circle(m.x, m.y, m.size / 2, m.fill, "paper", 0.8),),
    "ring": lambda m: (Circle(m.x, m.y, m.size / 2 - _OUTLINE / 2, "paper", m.fill, _OUTLINE),),
    "diamond": lambda m: (Polygon(_diamond(m), m.fill, "paper", 0.8),),
    "open-diamond": lambda m: (Polygon(_diamond(m), "paper", m.fill, _OUTLINE),),
    "square": lambda m: (Polygon(_square(m), m.fill),),
    "open-square": lambda m: (Polygon(_square(m), "paper", m.fill, _OUTLINE),),
    "triangle": lambda m: (Polygon(_triangle(m), m.fill),),
    "check": _check,
    "unknown": _unknown,
}


def outline(marker: Marker) -> tuple[Shape, ...]:
    """The shapes that draw a marker."""
    return _SIGNS[marker.sign](marker)


def hatching(x: float, y: float, width: float, height: float, *, gap: float = 4) -> tuple[Line, ...]:
    """Thin diagonals inside a rectangle: "nothing is known here"."""
    lines = []
    start = gap
    while start < width + height:
        x1, y1 = (x + start, y) if start <= width else (x + width, y + start - width)
        x2, y2 = (x, y + start) if start <= height else (x + start - height, y + height)
        lines.append(Line(x1, y1, x2, y2, "grid", 0.5))
        start += gap
    return tuple(lines)
