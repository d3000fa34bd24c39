"""Below the plane, on paper: the corner that a third condition splits, opened as wide as the plane."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.charts.board import NOTE, PLAIN
from maturity.charts.medium import SMALL
from maturity.charts.plane import DOT, Plane
from maturity.charts.scene import DASHED, Line, Marker, Polygon, Rect
from maturity.charts.words import open_

_FAN = 14.0  # from the plane to the opened corner
_TRACK = 17.0  # where the place of the answers stands
_INSIDE = 5.0


@dataclass(frozen=True)
class Opening:
    """The condition besides, from no to yes, with what it tells apart; ``heads``: room at the left for its name."""

    plane: Plane
    heads: float

    def draw(self, bottom: float) -> float:
        """Below the plane that ends at ``bottom``; returns where it ends."""
        plane, board = self.plane, self.plane.board
        top = bottom - _FAN
        self._fan(bottom, top)
        end = min(self._names(top - _TRACK, yes=yes) for yes in (False, True)) - _INSIDE
        half, high = plane.half[0], top - end
        shaded = [yes for yes in (False, True) if plane.placed and plane.side_found(yes=yes)]
        board.under(*(Rect(plane.left + half * yes, end, half, high, "step1") for yes in shaded))
        board.add(
            Rect(plane.left, end, plane.width, high, None, "muted", 0.8),
            Line(plane.left + half, top, plane.left + half, end, "muted", 0.8, DASHED),
        )
        if plane.placed:
            self._place(top - _TRACK / 2)
        lowest = plane.head(plane.placement.map.split, top, self.heads - 6)
        for yes in (False, True):
            board.lines(plane.left + half * (yes + 0.5), end - 2, (plane.answer(yes=yes),), NOTE.to("middle"))
        return min(lowest, end - 2 - board.medium.row(SMALL))

    def _fan(self, bottom: float, top: float) -> None:
        """From the corner with several configurations to its opening, where it is the only such and borders on it."""
        plane = self.plane
        several = [
            (east, north)
            for east in (False, True)
            for north in (False, True)
            if len(plane.here(east=east, north=north)) > 1
        ]
        if len(several) != 1 or several[0][1]:
            return
        left, half = plane.left, plane.half[0]
        corner = left + half * several[0][0]
        ends = (corner, bottom), (corner + half, bottom), (left + plane.width, top), (left, top)
        plane.board.under(Polygon(ends, "step1" if plane.placed and plane.matters else "pale"))

    def _names(self, top: float, *, yes: bool) -> float:
        plane, (half, _) = self.plane, self.plane.half
        x, end = plane.left + half * yes + _INSIDE, top
        for one in plane.side(yes=yes):
            style = PLAIN.heavy(one.id in plane.found and plane.placed)
            end = plane.board.paragraph((x, end), plane.speech.title(one), half - 2 * _INSIDE, style)
        return end

    def _place(self, y: float) -> None:
        plane = self.plane
        result = plane.of(plane.placement.map.split)
        if open_(result.bounds):
            low, high = (plane.across(value) for value in (result.bounds.low, result.bounds.high))
            box = Rect(low, y - DOT * 0.65, max(1.5, high - low), DOT * 1.3, None, "accent", 1.2, dash=DASHED)
            plane.board.add(box)
        if result.membership is not None:
            x = plane.across(result.membership)
            sign = Marker(x, y, "dot", DOT) if plane.matters else Marker(x, y, "ring", DOT - 2, "muted")
            plane.board.add(sign)
