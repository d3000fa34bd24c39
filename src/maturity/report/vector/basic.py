"""The basic shapes of SVG 1.1, 9, as outlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from maturity.report.vector.outline import Segment, ellipse, number, numbers, outline

_UNIT = re.compile(r"(?<=[\d.])\s*px")


def length(text: str) -> float:
    """A length in the units of the drawing, which are pixels; Refused for others."""
    return number(_UNIT.sub("", text.strip()))


def _given(attributes: Mapping[str, str], *names: str) -> list[float]:
    return [length(attributes.get(name, "0")) for name in names]


def _rectangle(attributes: Mapping[str, str]) -> list[Segment]:
    x, y, width, height = _given(attributes, "x", "y", "width", "height")
    rx = attributes.get("rx", attributes.get("ry", "0"))
    ry = attributes.get("ry", rx)
    a, b = _given({"rx": rx, "ry": ry}, "rx", "ry")
    a, b = min(abs(a), width / 2), min(abs(b), height / 2)
    if width <= 0 or height <= 0:
        return []
    if not a or not b:
        return outline(f"M{x} {y}h{width}v{height}h{-width}z")
    corner = f"a{a} {b} 0 0 1 "
    return outline(
        f"M{x + a} {y}h{width - 2 * a}{corner}{a} {b}v{height - 2 * b}{corner}{-a} {b}"
        f"h{2 * a - width}{corner}{-a} {-b}v{2 * b - height}{corner}{a} {-b}z"
    )


def _circle(attributes: Mapping[str, str]) -> list[Segment]:
    x, y, radius = _given(attributes, "cx", "cy", "r")
    return ellipse(x, y, radius, radius) if radius > 0 else []


def _ellipse(attributes: Mapping[str, str]) -> list[Segment]:
    x, y, rx, ry = _given(attributes, "cx", "cy", "rx", "ry")
    return ellipse(x, y, rx, ry) if rx > 0 and ry > 0 else []


def _line(attributes: Mapping[str, str]) -> list[Segment]:
    x1, y1, x2, y2 = _given(attributes, "x1", "y1", "x2", "y2")
    return [("M", ((x1, y1),)), ("L", ((x2, y2),))]


def _corners(attributes: Mapping[str, str], *, closed: bool) -> list[Segment]:
    values = numbers(attributes.get("points", ""))
    points = list(zip(values[::2], values[1::2], strict=False))
    made: list[Segment] = [("M" if index == 0 else "L", (point,)) for index, point in enumerate(points)]
    return [*made, ("Z", ())] if made and closed else made


SHAPES: Mapping[str, Callable[[Mapping[str, str]], list[Segment]]] = {
    "path": lambda attributes: outline(attributes.get("d", "")),
    "rect": _rectangle,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": lambda attributes: _corners(attributes, closed=False),
    "polygon": lambda attributes: _corners(attributes, closed=True),
}
