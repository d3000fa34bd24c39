"""A drawing as one Figure with its text alternative."""

from __future__ import annotations

from collections.abc import Callable

from maturity.report.tagging.canvas import TaggedCanvas
from maturity.report.tagging.flow import Drawn
from maturity.report.tagging.structure import Element


class Figure(Drawn):
    """Something drawn from (0, 0) to (width, height) points by ``paint``."""

    def __init__(
        self,
        paint: Callable[[TaggedCanvas], None],
        size: tuple[float, float],
        element: Element,
        *,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(before, after)
        if element.tag != "Figure":
            raise ValueError("a drawing belongs to a Figure element")
        self.paint, self.element = paint, element
        self.width, self.height = size

    def wrap(self, _available: float, _height: float) -> tuple[float, float]:
        """(width, height) in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw, and note where: ISO 32000-1, 14.8.5.4.3 asks for the bounding box of a figure."""
        canvas = self.canvas
        x0, y0 = canvas.absolutePosition(0, 0)
        x1, y1 = canvas.absolutePosition(self.width, self.height)
        box = " ".join(f"{value:.2f}" for value in (x0, y0, x1, y1))
        self.element.attributes = {"O": "/Layout", "Placement": "/Block", "BBox": f"[{box}]"}
        with canvas.tag(self.element):
            self.paint(canvas)
