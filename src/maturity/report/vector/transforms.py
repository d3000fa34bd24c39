"""Moving, turning and scaling: the ``transform`` of SVG 1.1, 7.6."""

from __future__ import annotations

import re
from math import cos, radians, sin, tan

from maturity.report.vector.outline import FARTHEST, Point, Refused, numbers

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)
_MOST = 50  # steps of one element
_TRANSFORM = re.compile(r"\s*([A-Za-z]{4,9})\s*\(([^()]{0,400})\)[\s,]*")


def transforms(text: str) -> list[Matrix]:
    """The steps of a ``transform``, the outermost first; Refused when it is none."""
    found, at = list[Matrix](), 0
    while at < len(text):
        if len(found) > _MOST:
            raise Refused("many")
        match = _TRANSFORM.match(text, at)
        if match is None:
            raise Refused("style", "transform")
        values = numbers(match[2])
        x, y = (*values, 0, 0)[:2]
        made: dict[tuple[str, int], list[Matrix]] = {
            ("translate", 1): [(1, 0, 0, 1, x, 0)],
            ("translate", 2): [(1, 0, 0, 1, x, y)],
            ("scale", 1): [(x, 0, 0, x, 0, 0)],
            ("scale", 2): [(x, 0, 0, y, 0, 0)],
            ("skewX", 1): [(1, 0, tan(radians(x)), 1, 0, 0)],
            ("skewY", 1): [(1, tan(radians(x)), 0, 1, 0, 0)],
        }
        if match[1] == "rotate" and len(values) in (1, 3):
            turn: Matrix = (cos(radians(x)), sin(radians(x)), -sin(radians(x)), cos(radians(x)), 0, 0)
            cx, cy = (*values[1:], 0, 0)[:2]
            steps = [(1, 0, 0, 1, cx, cy), turn, (1, 0, 0, 1, -cx, -cy)]
        elif match[1] == "matrix" and len(values) == 6:
            steps = [tuple(values)]  # type: ignore[list-item]
        else:
            steps = made.get((match[1], len(values)), [])
        if not steps:
            raise Refused("style", "transform")
        found += steps
        at = match.end()
    return found


def times(one: Matrix, other: Matrix) -> Matrix:
    """Both, the other one first."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def apply(matrix: Matrix, point: Point) -> Point:
    """Where a point comes to lie; Refused when that is too far away."""
    a, b, c, d, e, f = matrix
    x, y = a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f
    if not (abs(x) <= FARTHEST and abs(y) <= FARTHEST):
        raise Refused("number", f"{x:g} {y:g}")
    return x, y
