"""A typology on paper: the plane with heads like a table's, its corner that a third condition splits, memberships."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.charts import bars
from maturity.charts.board import NOTE, STRONG, Board
from maturity.charts.legend import place_legend
from maturity.charts.medium import SMALL
from maturity.charts.opening import Opening
from maturity.charts.plane import Plane
from maturity.charts.words import Speech
from maturity.questionnaire.rules import Placement
from maturity.scoring.result import PlacementResult

_HEADS = 62.0  # the column of the criterion upwards, and of the one that opens a corner
_HIGH = 164.0
_WIDEST, _SLIMMEST = 262.0, 170.0  # the plane
_BARS, _APART = 138.0, 20.0  # the memberships, and the space before them


@dataclass(frozen=True)
class Matrix:
    """Draws on a board, below its ``top``."""

    board: Board
    placement: Placement
    result: PlacementResult
    speech: Speech
    was: PlacementResult | None = None

    def draw(self) -> None:
        """The map at the left; what the answers belong to at the right, where a place is shown at all."""
        board, start = self.board, self.board.top
        placed = self.result.status != "screened-out"
        room = board.width - _HEADS - (_BARS + _APART) * placed
        plane = self._plane(max(_SLIMMEST, min(_WIDEST, room)))
        bottom = self._map(plane, start)
        if placed:
            board.top = start
            self._memberships(plane, plane.left + plane.width + _APART)
            bottom = min(bottom, board.top)
        board.top = bottom

    def _plane(self, width: float) -> Plane:
        return Plane(self.board, self.placement, self.result, self.speech, _HEADS, width, _HIGH, self.was)

    def _map(self, plane: Plane, start: float) -> float:
        board = self.board
        middle = plane.left + plane.width / 2
        end = board.paragraph((middle, start), plane.title(plane.placement.map.x), plane.width, STRONG.to("middle"))
        for yes in (False, True):
            place = plane.left + plane.half[0] * (yes + 0.5)
            board.lines(place, end, (plane.answer(yes=yes),), NOTE.to("middle"))
        top = end - board.medium.row(SMALL) - 2
        plane.draw(top)
        named = plane.head(plane.placement.map.y, top, _HEADS - 6)
        for yes in (True, False):
            y = min(top - plane.half[1] * (0.5 if yes else 1.5), named - 8)
            board.label(plane.left - 6, y, plane.answer(yes=yes), NOTE.to("end"))
        bottom = top - plane.height
        if not self.placement.map.split:
            return bottom
        return Opening(plane, _HEADS).draw(bottom)

    def _memberships(self, plane: Plane, left: float) -> None:
        board, speech = self.board, self.speech
        width = board.width - left
        board.top = board.paragraph((left, board.top), speech.say("Membership"), width, STRONG)
        scale = f"{speech.say('0: not at all')} · {speech.say('1: fully')}"
        board.top = board.paragraph((left, board.top), scale, width, NOTE)
        board.down(8)
        bars.draw(board, left, width, bars.memberships(self.placement, self.result, speech), gap=14)
        board.down(4)
        seen = None if self.was is None else plane.moved
        place_legend(board, speech, left, missing=plane.open, sign="dot" if plane.known else None, was=seen)
