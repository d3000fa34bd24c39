"""Shapes with their colours: what is left of a drawing once it is read, and a file of its own made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maturity.report.vector.outline import Segment
from maturity.report.vector.transforms import Matrix, apply

NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True)
class Shape:
    """An outline with its colours as ``#rrggbb``, empty for none; ``line``: width, cap, join, limit of its stroke."""

    segments: Sequence[Segment]
    fill: str
    even_odd: bool
    stroke: str
    line: tuple[float, int, int, float]


@dataclass(frozen=True)
class Drawing:
    """Shapes on a ground of this width and height, y downwards."""

    width: float
    height: float
    shapes: Sequence[Shape]


def scaled(drawing: Drawing, scale: float) -> Drawing:
    """The same, larger or smaller."""
    made = [moved(shape, (scale, 0, 0, scale, 0, 0)) for shape in drawing.shapes]
    return Drawing(drawing.width * scale, drawing.height * scale, made)


def written(drawing: Drawing) -> bytes:
    """The drawing as a file of its own, to a thousandth of its unit: `read` gives back what stands there."""
    lines = [f'<svg xmlns="{NAMESPACE}" viewBox="0 0 {_short(drawing.width)} {_short(drawing.height)}">']
    for shape in drawing.shapes:
        steps = [name + " ".join(f"{_short(x)} {_short(y)}" for x, y in points) for name, points in shape.segments]
        told = f'<path d="{"".join(steps)}" fill="{shape.fill or "none"}"'
        told += ' fill-rule="evenodd"' if shape.even_odd else ""
        if shape.stroke:
            width, cap, join, limit = shape.line
            told += f' stroke="{shape.stroke}" stroke-width="{_short(width)}" stroke-miterlimit="{_short(limit)}"'
            told += f' stroke-linecap="{("butt", "round", "square")[cap]}"'
            told += f' stroke-linejoin="{("miter", "round", "bevel")[join]}"'
        lines.append(told + "/>")
    return ("\n".join([*lines, "</svg>"]) + "\n").encode("ascii")


def _short(value: float) -> str:
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def moved(shape: Shape, matrix: Matrix) -> Shape:
    """The same, elsewhere or larger."""
    segments = [(name, tuple(apply(matrix, point) for point in points)) for name, points in shape.segments]
    width, *rest = shape.line
    return Shape(segments, shape.fill, shape.even_odd, shape.stroke, (width * matrix[0], *rest))  # type: ignore[arg-type]
