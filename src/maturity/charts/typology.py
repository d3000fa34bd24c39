"""A typology: the plane of its conditions with the place of the answers, and the membership of every type."""

from __future__ import annotations

from maturity.charts import bars
from maturity.charts.board import NOTE, STRONG, Board
from maturity.charts.findings import finding, memberships_table
from maturity.charts.gauge import Gauge
from maturity.charts.legend import place_legend
from maturity.charts.matrix import Matrix
from maturity.charts.medium import PRINT, ROW, SMALL, Medium
from maturity.charts.picture import Picture
from maturity.charts.plane import Plane
from maturity.charts.words import Speech, code
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Placement
from maturity.scoring.result import PlacementResult, Result

_ACROSS = 160.0  # 32 columns, two for each of its rows
_ROWS, _FEWEST, _MOST = 16, 6, 22
_AROUND = 3  # rows: the titles above and below, yes and no
_GAUGE = 62.0
_CODES, _NAMES = 75.0, 200.0  # narrower, the bars of codes, of names, go below


def picture(  # noqa: PLR0913 - one signature for all pictures
    questionnaire: Questionnaire,
    result: Result,
    language: str,
    *,
    width: float = 460,
    medium: Medium = PRINT,
    placement: str | None = None,
    was: PlacementResult | None = None,
) -> Picture:
    """The first placement on a plane, or the one of this id; ``was``: where it stood before a change."""
    speech = Speech(language)
    shown = questionnaire.placement(
        placement or next(one.id for one in questionnaire.placements if one.map.kind == "plane")
    )
    placed = result.placement(shown.id)
    board = Board(width, medium)
    if medium.fixed:
        _screen(board, shown, placed, speech, was)
    else:
        Matrix(board, shown, placed, speech, was).draw()
    return Picture(board.scene(), finding(shown, placed, speech), memberships_table(shown, placed, speech), language)


def _size(medium: Medium) -> tuple[float, float]:
    if medium.tall:
        return _MOST * ROW, _MOST * ROW
    rows = _ROWS if medium.rows is None else max(_FEWEST, min(_ROWS, medium.rows - _AROUND))
    return _ACROSS, rows // 2 * 20.0


def _screen(
    board: Board, placement: Placement, result: PlacementResult, speech: Speech, was: PlacementResult | None
) -> None:
    """In a terminal: the plane, a gauge for the criterion that splits a quarter, bars where there is room."""
    medium = board.medium
    answers = f"{speech.say('yes')} {speech.say('not yet')}"  # a word a line: columns are dear
    ticks = max(medium.width(word, SMALL) for word in answers.split(" "))
    plane = Plane(board, placement, result, speech, ticks + medium.aside(6), *_size(medium), was)
    right = plane.left + plane.width
    start = board.top
    top = board.paragraph((0, start), f"↑ {plane.title(placement.map.y)}", right, STRONG) - medium.gap(3)
    plane.draw(top)
    _ticks(board, plane, top)
    below = top - plane.height - medium.gap(2)
    across = f"{plane.title(placement.map.x)} →"
    end = max(right, medium.width(across, SMALL)) if medium.low else right
    bottom = board.paragraph((end, below - medium.row(SMALL)), across, end, STRONG.to("end"))
    if placement.map.split:
        gauge = Gauge(plane, right + medium.aside(16), medium.aside(_GAUGE), medium.aside(13))
        gauge.draw(top)
        right = gauge.left + gauge.width
        split = plane.condition(placement.map.split)
        title = plane.title(placement.map.split)
        if medium.low or not medium.fits(title, gauge.width, SMALL, bold=True):
            title = code(split) or title
        bottom = min(bottom, board.paragraph((gauge.left, below), title, gauge.width, STRONG))
    left = right + medium.aside(14)
    short = medium.low and all(map(code, placement.configurations))
    if board.width - left < (_CODES if short else _NAMES):
        left, start, short = 0, bottom - medium.gap(8), False
    board.top = start
    bars.draw(board, left, board.width - left, bars.memberships(placement, result, speech, short=short))
    if plane.placed:
        board.down(8 if medium.low else 4)
        seen = None if was is None else plane.moved
        place_legend(board, speech, left, missing=plane.open, sign="dot" if plane.known else None, was=seen)
    board.top = min(board.top, bottom)


def _ticks(board: Board, plane: Plane, top: float) -> None:
    medium, (across, along) = board.medium, plane.half
    for yes in (True, False):
        word = plane.answer(yes=yes)
        lines = word.split(" ")
        start = top - along * (0.5 if yes else 1.5) + len(lines) * medium.row(SMALL) / 2
        board.lines(plane.left - medium.aside(4), start, lines, NOTE.to("end"))
        below = top - plane.height - medium.gap(2)
        board.lines(plane.left + across * (1.5 if yes else 0.5), below, (word,), NOTE.to("middle"))
