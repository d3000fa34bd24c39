"""One dimension as a quiet strip on the scale of levels: its parts, the weakest, and as far as all of them reach.

It stands beside words that name the parts; only what it says without them is drawn. Paper only.
"""

from __future__ import annotations

from dataclasses import replace

from maturity.charts.board import NOTE, Board
from maturity.charts.medium import COLUMN, Medium
from maturity.charts.palette import Role
from maturity.charts.parts import Signs, limits
from maturity.charts.picture import Picture
from maturity.charts.profile import levels_table
from maturity.charts.scale import Scale
from maturity.charts.scene import DASHED, Line, Marker, Rect
from maturity.charts.words import Speech, open_
from maturity.questionnaire.model import Block, Questionnaire
from maturity.scoring.result import BlockResult, Result, SubdimensionResult

HIGH = 20.4  # of a strip, points: four signs, one above the other
SIGN = 5.1  # across one of them
PART, LOWEST = replace(Signs.part, size=SIGN), replace(Signs.lowest, size=SIGN + 1.2)
GROUND = 13.0  # of what is tinted
_INSET = 8.0
_HAIR = 0.01  # points: what rounding may take from a distance


def picture(  # noqa: PLR0913 - one signature for all pictures, and what is above
    questionnaire: Questionnaire, result: Result, language: str, *, block: str, width: float = 170, numbered: bool
) -> Picture:
    """The strip of the dimension ``block``; ``numbered``: with the numbers of the levels above it."""
    speech, board = Speech(language), Board(width)
    asked, found = next(one for one in questionnaire.blocks if one.id == block), result.block(block)
    scale = Scale(_INSET, width - 2 * _INSET, questionnaire.levels)
    if numbered:
        for level in range(1, questionnaire.levels + 1):
            board.lines(scale.x(level), board.top, (str(level),), NOTE.to("middle"))
        board.top -= board.medium.row(NOTE.size)
    strip(board, scale, found, board.top - HIGH / 2, HIGH)
    board.top -= HIGH
    pairs = [(asked, found)]
    return Picture(board.scene(), _alt(asked, found, speech), levels_table(pairs, speech, board.medium), language)


def strip(board: Board, scale: Scale, result: BlockResult, y: float, high: float) -> None:
    """As far as all parts reach, what missing answers leave open, the parts: ``high`` points around ``y``."""
    _reach(board, scale, result, y)
    scale.grid(board, y + high / 2, y - high / 2)
    if open_parts := [sub for sub in result.subdimensions if open_(sub.bounds)]:
        low, high = min(sub.bounds.low for sub in open_parts), max(sub.bounds.high for sub in open_parts)
        board.add(Line(scale.x(low), y, scale.x(high), y, "muted", 1, DASHED))
    _signs(board, scale, result, y, high)


def _signs(board: Board, scale: Scale, result: BlockResult, y: float, high: float) -> None:
    """A sign for every part, at its own level: those that would cover one another stand one above the other.

    A row of characters has no room above: there a figure tells how many a sign stands for.
    """
    signs = []
    for near in _crowds(scale, [sub for sub in result.subdimensions if sub.level is not None], board.medium):
        step = min(SIGN, (high - SIGN) / (len(near) - 1)) if len(near) > 1 else 0.0
        for number, sub in enumerate(near):
            key = LOWEST if limits(result, sub) else PART
            place = y if board.medium.fixed else y + ((len(near) - 1) / 2 - number) * step
            signs.append(Marker(scale.x(sub.level or 1), place, key.sign or "dot", key.size, key.fill))
        if board.medium.fixed and len(near) > 1:
            board.label(scale.x(near[0].level or 1) + COLUMN / 2, y, f"×{len(near)}", NOTE)
    board.add(*sorted(signs, key=lambda sign: sign.sign == LOWEST.sign))  # no dot hides what limits


def _crowds(scale: Scale, parts: list[SubdimensionResult], medium: Medium) -> list[list[SubdimensionResult]]:
    """Parts by level, the lowest first; together where their signs would touch."""
    apart = COLUMN if medium.fixed else SIGN
    crowds: list[list[SubdimensionResult]] = []
    for sub in sorted(parts, key=lambda one: one.level or 0):
        before = crowds[-1][-1].level if crowds else None
        if before is not None and scale.x(sub.level or 0) - scale.x(before) < apart - _HAIR:
            crowds[-1].append(sub)
        else:
            crowds.append([sub])
    return crowds


def _reach(board: Board, scale: Scale, result: BlockResult, y: float) -> None:
    """The ground as far as every part reaches; hollow where that is an upper bound."""
    if result.secured_level is None or board.medium.fixed:
        return
    left, right = scale.x(1) - 7, scale.x(result.secured_level)
    fill: Role | None = None if result.secured_is_upper_bound else "step1"
    stroke: Role | None = "muted" if result.secured_is_upper_bound else None
    board.add(Rect(left, y - GROUND / 2, right - left, GROUND, fill, stroke, dash=DASHED if stroke else ()))


def _alt(asked: Block, found: BlockResult, speech: Speech) -> str:
    """Where the parts stand, the lowest first, as a reader of the strip sees it."""
    name, levels = speech.text(asked.name), sorted(sub.level for sub in found.subdimensions if sub.level is not None)
    if not levels:
        return speech.say("{name}: not known yet.").format(name=name)
    told = speech.say("; ").join(map(speech.number, levels))
    return speech.say("{name}, levels of its parts: {levels}.").format(name=name, levels=told)
