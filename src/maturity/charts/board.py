"""Lays a picture out from the top down; the finished `Scene` has y up and starts at zero."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from maturity.charts.medium import BODY, PRINT, SMALL, TITLE, Medium
from maturity.charts.palette import Role
from maturity.charts.scene import Anchor, Scene, Shape, Text


@dataclass(frozen=True)
class Style:
    """How a text looks, and to which side of its x it stands."""

    size: float = BODY
    bold: bool = False
    fill: Role = "ink"
    anchor: Anchor = "start"

    def to(self, anchor: Anchor) -> Style:
        """The same, standing elsewhere."""
        return replace(self, anchor=anchor)

    def heavy(self, bold: bool) -> Style:
        """The same, bold or not."""
        return replace(self, bold=bold)

    def of(self, fill: Role) -> Style:
        """The same in another role."""
        return replace(self, fill=fill)


HEAD = Style(TITLE, bold=True)
NAME = Style(BODY, bold=True)
BODY_TEXT = Style(BODY)
STRONG = Style(SMALL, bold=True)
PLAIN = Style(SMALL)
NOTE = Style(SMALL, fill="muted")


class Board:
    """Collects shapes while ``top`` moves down from zero (so every y here is negative)."""

    def __init__(self, width: float, medium: Medium = PRINT) -> None:
        self.width = width
        self.medium = medium
        self.top = 0.0
        self._shapes: list[Shape] = []

    def add(self, *shapes: Shape) -> None:
        """Draw over what is there."""
        self._shapes.extend(shapes)

    def under(self, *shapes: Shape) -> None:
        """Draw below everything that is there."""
        self._shapes[:0] = shapes

    def down(self, points: float) -> None:
        """White space, rounded to rows in a terminal."""
        self.top -= self.medium.gap(points)

    def label(self, x: float, y: float, text: str, style: Style = BODY_TEXT) -> None:
        """One line of text whose middle is at ``y``."""
        self.add(Text(x, y - self.medium.middle(style.size), text, style.size, style.anchor, style.bold, style.fill))

    def lines(self, x: float, top: float, lines: Iterable[str], style: Style = BODY_TEXT) -> float:
        """Lines of text below ``top``; returns where they end."""
        for line in lines:
            y = top - self.medium.drop(style.size)
            self.add(Text(x, y, line, style.size, style.anchor, style.bold, style.fill))
            top -= self.medium.row(style.size)
        return top

    def paragraph(self, place: tuple[float, float], text: str, width: float, style: Style = BODY_TEXT) -> float:
        """Text wrapped to ``width``, from ``place`` (x, top) down; returns where it ends."""
        return self.lines(*place, self.medium.wrap(text, width, style.size, bold=style.bold), style)

    def scene(self) -> Scene:
        """Everything drawn so far, down to ``top``."""
        return Scene(self.width, -self.top, tuple(shape.moved(0, -self.top) for shape in self._shapes))
