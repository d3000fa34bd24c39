"""A placement at a glance: its map the size of a stamp, the place of the answers filled. Paper only.

No axis and no figure: the card that it stands on says in words what is filled; the full map is another picture.
"""

from __future__ import annotations

from dataclasses import replace

from maturity.charts.bars import main
from maturity.charts.board import Board, Style
from maturity.charts.corners import labels
from maturity.charts.findings import memberships_table
from maturity.charts.palette import Role, on
from maturity.charts.picture import Picture
from maturity.charts.scene import DASHED, Line, Rect
from maturity.charts.words import Speech, code
from maturity.charts.zones import lanes
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Configuration, Placement
from maturity.scoring.result import PlacementResult, Result

_GAP = 2.5  # between fields
_APART = 6.0  # more, before what stands beside a scale
_TILE = 0.62  # of the height: a mode of a continuum
_CODE = 9.5


def picture(  # noqa: PLR0913 - one signature for all pictures, and how high
    questionnaire: Questionnaire, result: Result, language: str, *, placement: str, width: float = 74, high: float = 64
) -> Picture:
    """The placement of this id, ``width`` × ``high`` points."""
    rules, placed, speech = questionnaire.placement(placement), result.placement(placement), Speech(language)
    board = Board(width)
    (_fields if rules.map.kind == "plane" else _steps)(board, high, rules, placed)
    board.top = -high
    return Picture(board.scene(), _alt(rules, placed, speech), memberships_table(rules, placed, speech), language)


def _fields(board: Board, high: float, rules: Placement, placed: PlacementResult) -> None:
    """The four quarters of a plane, with the codes of what holds in each."""
    across, along = (board.width - _GAP) / 2, (high - _GAP) / 2
    for east in (False, True):
        for north in (False, True):
            here = labels(rules, {str(rules.map.x): east, str(rules.map.y): north})
            x, y = (across + _GAP) * east, (along + _GAP) * north - high
            part = (across - _GAP * (len(here) - 1)) / max(1, len(here))
            for number, one in enumerate(here):  # a third condition tells those of one quarter apart
                place = Rect(x + (part + _GAP) * number, y, part, along)
                _field(board, place, code(one), one, placed)


def _steps(board: Board, high: float, rules: Placement, placed: PlacementResult) -> None:
    """The modes of a continuum in their order, all alike: none is better. What stands beside the scale is set apart."""
    zones = lanes(rules)
    beside = {one.id for one in zones[-1][1:]}
    lane, x = (board.width + _GAP - _APART * len(beside)) / sum(map(len, zones)), 0.0
    tall = high * _TILE
    for one in (one for zone in zones for one in zone):
        if one.id in beside:
            x += _APART
            at = x - (_APART + _GAP) / 2
            board.add(Line(at, -(high - tall) / 2 + 3, at, -(high + tall) / 2 - 3, "muted", 0.8, DASHED))
        _field(board, Rect(x, -(high + tall) / 2, lane - _GAP, tall), "", one, placed)
        x += lane


def _field(board: Board, place: Rect, words: str, one: Configuration, placed: PlacementResult) -> None:
    """Filled where it is the one; tinted and framed where it is one of several; else only tinted."""
    found = main(placed, one.id)
    settled = found and placed.label is not None and placed.stated
    fill: Role = "accent" if settled else "step1" if found else "pale"
    edge: Role = "accent" if found else "grid"
    board.add(replace(place, fill=fill, stroke=edge, line=1.0 if found else 0.5))
    if words:
        style = Style(_CODE, bold=found, fill=on(fill) if found else "muted", anchor="middle")
        board.label(place.x + place.width / 2, place.y + place.height / 2, words, style)


def _alt(rules: Placement, placed: PlacementResult, speech: Speech) -> str:
    """Which are filled: ``Type de gouvernance : III Administration intelligente (votre type)``."""
    found = [one for one in rules.configurations if main(placed, one.id)]
    if not found:
        return speech.say("{name}: none is proposed.").format(name=speech.text(rules.name))
    told = [f"{speech.title(one)} ({speech.standing(rules, placed, one.id)})" for one in found]
    return speech.say("{name}: {found}.").format(name=speech.text(rules.name), found=speech.say("; ").join(told))
