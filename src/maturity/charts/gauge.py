"""Beside the plane: the condition that splits a region."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.charts.board import NOTE, STRONG
from maturity.charts.medium import SMALL
from maturity.charts.plane import DOT, Plane
from maturity.charts.scene import DASHED, Line, Marker, Rect
from maturity.charts.words import open_
from maturity.scoring.result import ConditionResult, Interval


@dataclass(frozen=True)
class Gauge:
    """The condition that splits a region: an upright from no to yes, with the configurations on either side."""

    plane: Plane
    left: float
    width: float
    thick: float

    def draw(self, top: float) -> None:
        """Beside the plane, as tall as it."""
        plane, board = self.plane, self.plane.board
        side, result = plane.height, plane.of(plane.placement.map.split)
        middle = top - side / 2
        shaded = [yes for yes in (True, False) if plane.placed and plane.side_found(yes=yes)]
        board.add(*(Rect(self.left, middle if yes else top - side, self.thick, side / 2, "step1") for yes in shaded))
        board.add(Rect(self.left, top - side, self.thick, side, None, "muted", 0.8))
        board.add(Line(self.left - 3, middle, self.left + self.thick + 3, middle, "muted", 0.8, DASHED))
        for yes in (True, False):
            self._side(top, yes=yes)
        if plane.placed:
            self._place(top, result)

    def _y(self, top: float, value: float) -> float:
        return top - self.plane.height * (1 - value)

    def _place(self, top: float, result: ConditionResult) -> None:
        board, centre = self.plane.board, self.left + self.thick / 2
        if open_(result.bounds):
            low, high = self._ends(top, result.bounds)
            board.add(Rect(self.left - 2, low, self.thick + 4, max(1.5, high - low), None, "accent", 1.2, dash=DASHED))
        if result.membership is not None:
            y = self._y(top, result.membership)
            sign = Marker(centre, y, "dot", DOT) if self.plane.matters else Marker(centre, y, "ring", DOT - 2, "muted")
            board.add(sign)

    def _ends(self, top: float, bounds: Interval) -> tuple[float, float]:
        return self._y(top, bounds.low), self._y(top, bounds.high)

    def _side(self, top: float, *, yes: bool) -> None:
        plane, medium = self.plane, self.plane.board.medium
        names = plane.speech.either([plane.speech.short(one) for one in plane.side(yes=yes)])
        x = self.left + self.thick + medium.aside(6)
        y = top - plane.height * (0.25 if yes else 0.75)
        lines = medium.wrap(names, self.left + self.width - x, SMALL, bold=True)
        at = y + medium.row(SMALL)
        end = plane.board.lines(x, at, lines, STRONG)
        plane.board.lines(x, end, (plane.answer(yes=yes),), NOTE)
