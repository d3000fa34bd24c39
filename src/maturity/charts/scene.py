"""A drawing as frozen shapes: y up, in points (1/72 inch), colours by role. Pure: back ends turn it into ink.

Roles are names of `maturity.charts.palette`; ``None`` as fill or stroke means none. Later shapes lie over earlier ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, Self

from maturity.charts.palette import Role

Anchor = Literal["start", "middle", "end"]
Sign = Literal["dot", "ring", "diamond", "open-diamond", "square", "open-square", "triangle", "check", "unknown"]
Dash = tuple[float, ...]
DASHED: Dash = (2.5, 2.5)  # the one dash in use: thresholds, and what is not settled


@dataclass(frozen=True)
class Line:
    """A straight stroke; ``dash``: lengths on and off."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Role = "grid"
    width: float = 0.6
    dash: Dash = ()

    def moved(self, dx: float, dy: float) -> Self:
        """The same, elsewhere."""
        return replace(self, x1=self.x1 + dx, y1=self.y1 + dy, x2=self.x2 + dx, y2=self.y2 + dy)


@dataclass(frozen=True)
class Rect:
    """A rectangle from its lower left corner; ``radius`` rounds the corners."""

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    stroke: Role | None = None
    line: float = 0.6
    radius: float = 0
    dash: Dash = ()

    def moved(self, dx: float, dy: float) -> Self:
        """The same, elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True)
class Circle:
    """A circle around its centre."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    stroke: Role | None = None
    line: float = 0.8

    def moved(self, dx: float, dy: float) -> Self:
        """The same, elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True)
class Polygon:
    """A closed outline."""

    points: tuple[tuple[float, float], ...]
    fill: Role | None = None
    stroke: Role | None = None
    line: float = 0.8

    def moved(self, dx: float, dy: float) -> Self:
        """The same, elsewhere."""
        return replace(self, points=tuple((x + dx, y + dy) for x, y in self.points))


@dataclass(frozen=True)
class Polyline:
    """An open chain of strokes."""

    points: tuple[tuple[float, float], ...]
    stroke: Role = "ink"
    width: float = 1
    dash: Dash = ()

    def moved(self, dx: float, dy: float) -> Self:
        """The same, elsewhere."""
        return replace(self, points=tuple((x + dx, y + dy) for x, y in self.points))


@dataclass(frozen=True)
class Text:
    """One line of text; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    size: float = 8
    anchor: Anchor = "start"
    bold: bool = False
    fill: Role = "ink"

    def moved(self, dx: float, dy: float) -> Self:
        """The same, elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True)
class Marker:
    """A sign around its centre, ``size`` across. A terminal prints it as one character."""

    x: float
    y: float
    sign: Sign
    size: float = 7
    fill: Role = "accent"

    def moved(self, dx: float, dy: float) -> Self:
        """The same, elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True)
class Group:
    """Shapes that belong together."""

    shapes: tuple[Shape, ...]

    def moved(self, dx: float, dy: float) -> Self:
        """The same, elsewhere."""
        return replace(self, shapes=tuple(shape.moved(dx, dy) for shape in self.shapes))


Shape = Line | Rect | Circle | Polygon | Polyline | Text | Marker | Group


@dataclass(frozen=True)
class Scene:
    """Everything drawn on ``width`` × ``height`` points."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def flat(self) -> Iterator[Shape]:
        """All shapes, groups taken apart, in the order of drawing."""
        return _flat(self.shapes)


def _flat(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _flat(shape.shapes)
        else:
            yield shape
