"""A typology: the plane of its conditions with the place of the answers, and the membership of every type."""

from __future__ import annotations

from maturity.charts import bars
from maturity.charts.board import NOTE, STRONG, Board
from maturity.charts.findings import finding, memberships_table
from maturity.charts.gauge import Gauge
from maturity.charts.legend import place_legend
from maturity.charts.medium import PRINT, SMALL, Medium
from maturity.charts.picture import Picture
from maturity.charts.plane import Plane
from maturity.charts.words import Speech
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Placement
from maturity.scoring.result import PlacementResult, Result

_PLANE = (180.0, 180.0)
_PLANE_FIXED = (160.0, 160.0)  # 32 columns, 16 rows
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
    plane = Plane(board, placement, result, speech, ticks, *(_PLANE_FIXED if medium.fixed else _PLANE))
    right = plane.left + plane.width
    start = board.top
    top = board.paragraph((0, start), f"↑ {plane.title(placement.map.y)}", right, STRONG) - medium.gap(3)
    plane.draw(top)
    _ticks(board, plane, top, speech)
    below = top - plane.height - medium.gap(2)
    x_title = (right, below - medium.row(SMALL))
    bottom = board.paragraph(x_title, f"{plane.title(placement.map.x)} →", right, STRONG.to("end"))
    if placement.map.split:
        gauge = Gauge(plane, right + medium.aside(16), medium.aside(_GAUGE), medium.aside(13))
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
    if plane.placed:
        board.down(4)
        place_legend(board, speech, left, missing=plane.open, sign="dot" if plane.known else None)
    board.top = min(board.top, bottom)


def _ticks(board: Board, plane: Plane, top: float, speech: Speech) -> None:
    medium, (across, along) = board.medium, plane.half
    for yes in (True, False):
        word = speech.say("yes") if yes else speech.say("not yet")
        board.label(plane.left - medium.aside(4), top - along * (0.5 if yes else 1.5), word, NOTE.to("end"))
        below = top - plane.height - medium.gap(2)
        board.lines(plane.left + across * (1.5 if yes else 0.5), below, (word,), NOTE.to("middle"))
