"""Shares as bars: a name, a bar from 0 to 1, its value, and a word where it stands out."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.charts.board import PLAIN, Board
from maturity.charts.medium import SMALL
from maturity.charts.palette import Role
from maturity.charts.scene import Line, Rect
from maturity.charts.words import Speech
from maturity.questionnaire.rules import Placement
from maturity.scoring.result import PlacementResult

_THICK = 5.0
_BESIDE = 80.0  # the shortest track that leaves names beside their bars
_BESIDE_CODES = 30.0  # and codes
_LONGEST = 260.0


@dataclass(frozen=True)
class Bar:
    """One row. ``main``: the finding; ``tag``: its word ("runner-up"), else empty."""

    name: str
    value: float | None
    shown: str
    tag: str = ""
    main: bool = False
    settled: bool = True  # False: one of several that remain possible, drawn hollow

    def rect(self, left: float, y: float, track: float) -> Rect | None:
        """The bar itself, its middle at ``y``; None without a value."""
        if self.value is None:
            return None
        if self.main and not self.settled:
            return Rect(left + 0.4, y - _THICK / 2, max(0.8, self.value * track), _THICK, "paper", "accent", 0.9)
        fill: Role = "accent" if self.main else "step2" if self.tag else "grid"
        return Rect(left, y - _THICK / 2, max(0.8, self.value * track), _THICK, fill)


def memberships(
    placement: Placement, result: PlacementResult, speech: Speech, *, short: bool = False
) -> tuple[Bar, ...]:
    """How much the answers belong to each configuration, in the questionnaire's order.

    ``short``: codes, with a mark before the finding, where there is no room for names and words.
    """
    bars = []
    for configuration in placement.configurations:
        value = result.memberships.get(configuration.id)
        found, shown = main(result, configuration.id), "–" if value is None else speech.share(value)
        name, tag = speech.title(configuration), speech.standing(placement, result, configuration.id)
        if short:
            name, tag = f"{'▸' if found else ' '}{speech.short(configuration)}", ""
        bars.append(Bar(name, value, shown, tag, found, result.label is not None))
    return tuple(bars)


def main(result: PlacementResult, id: str) -> bool:
    """Whether a configuration is the finding, or one of the possible ones."""
    if result.status == "screened-out":
        return False
    return id == result.label if result.label is not None else id in result.possible_labels


def draw(board: Board, left: float, width: float, bars: tuple[Bar, ...], *, gap: float = 9) -> None:
    """Draw the bars below ``board.top``: names above them, or beside them where there is room for both."""
    medium = board.medium
    shown = max(medium.width(bar.shown, SMALL, bold=True) for bar in bars) + medium.aside(4)
    tag = max(medium.width(bar.tag, SMALL) for bar in bars) + medium.aside(6)
    names = max(medium.width(bar.name, SMALL, bold=True) for bar in bars) + medium.aside(8)
    beside = width - names - shown - tag >= (_BESIDE_CODES if medium.low else _BESIDE)
    track = min(_LONGEST, width - shown - tag - names * beside)
    for bar in bars:
        top = board.top
        end = board.paragraph((left, top), bar.name, width, PLAIN.heavy(bar.main))
        y = top - medium.row(SMALL) / 2 if beside else end - medium.row(SMALL) / 2
        _row(board, left + names * beside, y, (track, shown), bar)
        board.top = end if beside else end - medium.row(SMALL)
        board.down(2 if beside else gap)


def _row(board: Board, left: float, y: float, room: tuple[float, float], bar: Bar) -> None:
    track, shown = room
    board.add(Line(left, y, left + track, y))
    board.add(*filter(None, [bar.rect(left, y, track)]))
    board.label(left + track + shown, y, bar.shown, PLAIN.to("end").heavy(bar.main))
    tag = left + track + shown + board.medium.aside(5)
    board.label(tag, y, bar.tag, PLAIN.of("accent" if bar.main else "muted"))
