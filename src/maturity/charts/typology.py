"""A typology: the plane of its conditions with the place of the answers, and the membership of every type."""

from __future__ import annotations

from maturity.charts import bars
from maturity.charts.board import NOTE, STRONG, Board
from maturity.charts.findings import finding, memberships_table
from maturity.charts.medium import PRINT, SMALL, Medium
from maturity.charts.picture import Picture
from maturity.charts.plane import Gauge, Plane
from maturity.charts.words import Speech
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Placement
from maturity.scoring.result import PlacementResult, Result

_SIDE = 180.0
_SIDE_FIXED = 140.0
_GAUGE = 62.0
_BARS = 110.0  # narrower than this, the bars go below the plane


def picture(  # noqa: PLR0913 - one signature for all pictures
    questionnaire: Questionnaire,
    result: Result,
    language: str,
    *,
    width: float = 460,
    medium: Medium = PRINT,
    placement: str | None = None,
) -> Picture:
    """The first placement on a plane, or the one of this id."""
    speech = Speech(language)
    shown = questionnaire.placement(
        placement or next(one.id for one in questionnaire.placements if one.map.kind == "plane")
    )
    placed = result.placement(shown.id)
    board = Board(width, medium)
    _draw(board, shown, placed, speech)
    return Picture(board.scene(), finding(shown, placed, speech), memberships_table(shown, placed, speech), language)


def _draw(board: Board, placement: Placement, result: PlacementResult, speech: Speech) -> None:
    medium = board.medium
    ticks = max(medium.width(speech.say(word), SMALL) for word in ("yes", "not yet")) + medium.aside(6)
    plane = Plane(board, placement, result, speech, ticks, _SIDE_FIXED if medium.fixed else _SIDE)
    right = plane.left + plane.side
    start = board.top
    top = board.paragraph((0, start), f"↑ {plane.title(placement.map.y)}", right, STRONG) - medium.gap(3)
    plane.draw(top)
    _ticks(board, plane, top, speech)
    below = top - plane.side - medium.gap(2)
    x_title = (right, below - medium.row(SMALL))
    bottom = board.paragraph(x_title, f"{plane.title(placement.map.x)} →", right, STRONG.to("end"))
    if placement.map.split:
        gauge = Gauge(plane, right + medium.aside(16), _GAUGE)
        gauge.draw(top)
        right = gauge.left + gauge.width
        bottom = min(
            bottom, board.paragraph((gauge.left, below), plane.title(placement.map.split), gauge.width, STRONG)
        )
    left = right + medium.aside(14)
    if board.width - left < _BARS:
        left, start = 0, bottom - medium.gap(8)
    board.top = start
    bars.draw(board, left, board.width - left, bars.memberships(placement, result, speech))
    board.top = min(board.top, bottom)


def _ticks(board: Board, plane: Plane, top: float, speech: Speech) -> None:
    medium, half = board.medium, plane.side / 2
    for yes in (True, False):
        word = speech.say("yes") if yes else speech.say("not yet")
        centre = half / 2 + half * yes
        board.label(plane.left - medium.aside(4), top - plane.side + centre, word, NOTE.to("end"))
        board.lines(plane.left + centre, top - plane.side - medium.gap(2), (word,), NOTE.to("middle"))
