"""What a continuum draws on every medium: zones side by side, and the place of the answers in them."""

from __future__ import annotations

from maturity.charts.board import Board
from maturity.charts.legend import place_legend
from maturity.charts.scene import DASHED, Line, Marker
from maturity.charts.words import Speech, open_
from maturity.questionnaire.rules import Configuration, Placement
from maturity.scoring.result import Interval, PlacementResult

_HIDDEN = 5.0  # nearer than this, one sign covers the other
_GAP = 3.0


def lanes(placement: Placement) -> list[list[Configuration]]:
    """Configurations by position, those of one position together; those without a position last, each alone."""
    placed = sorted(
        (one for one in placement.configurations if one.position is not None), key=lambda one: one.position or 0
    )
    zones: list[list[Configuration]] = []
    for one in placed:
        if zones and zones[-1][0].position == one.position:
            zones[-1].append(one)
        else:
            zones.append([one])
    return zones + [[one] for one in placement.configurations if one.position is None]


class Zones:
    """Zones from ``left`` to the edge of the board, ``height`` points high, one level a step upwards."""

    def __init__(  # noqa: PLR0913 - what a drawing of one placement needs
        self,
        board: Board,
        placement: Placement,
        result: PlacementResult,
        speech: Speech,
        levels: int,
        *,
        was: PlacementResult | None = None,
    ) -> None:
        self.board, self.placement, self.result, self.speech, self.levels = board, placement, result, speech, levels
        self.was = was
        self.zones = lanes(placement)

    def lay(self, left: float, height: float) -> None:
        """Take this room."""
        count = sum(map(len, self.zones))
        self.left, self.height = left, height
        self.lane = (self.board.width - left - _GAP * (len(self.zones) - 1)) / count

    @property
    def reach(self) -> str:
        """How far the practice reaches, in figures; empty where nothing is known of it, or no place is shown."""
        return "" if self.result.status == "screened-out" else extent(self.placement, self.result, self.speech)

    def spans(self) -> list[tuple[float, float, list[Configuration]]]:
        """Left, width and configurations of each zone."""
        spans, x = [], self.left
        for zone in self.zones:
            spans.append((x, self.lane * len(zone), zone))
            x += self.lane * len(zone) + _GAP
        return spans

    def beside(self) -> list[tuple[float, Configuration]]:
        """Left edges of the lanes after the end of the scale: no step beyond the one they share their depth with."""
        return [
            (x + self.lane * number, one)
            for x, _, zone in self.spans()[-1:]
            for number, one in enumerate(zone)
            if number and one.position is not None
        ]

    @property
    def end(self) -> float:
        """Where the scale ends: before what stands beside it."""
        return min((x for x, _ in self.beside()), default=self.board.width)

    def centres(self) -> dict[str, float]:
        """The middle of each configuration's lane."""
        return {
            one.id: x + self.lane * (number + 0.5) for x, _, zone in self.spans() for number, one in enumerate(zone)
        }

    def y(self, top: float, level: float) -> float:
        """Where a level stands in zones that begin at ``top``."""
        step = self.height / self.levels
        return top - self.height + step * (level - 0.5)

    def place(self, top: float, centres: dict[str, float]) -> None:
        """Where the answers stand, over everything, and what the signs mean, at the board's ``top``."""
        before = self._before(top, centres)
        self._place(top, centres)
        if not self.board.medium.low:
            self.board.down(4)
        bounds = self._bounds()
        missing = self.result.status == "undetermined" or (bounds is not None and open_(bounds))
        place_legend(
            self.board,
            self.speech,
            self.left,
            missing=missing,
            sign="dot" if self.result.label else "ring",
            was=None if self.was is None else before,
        )

    def _before(self, top: float, centres: dict[str, float]) -> bool:
        """Where one label stood before a change; whether it is seen beside the place of now."""
        was, now = self.was, self.result
        if was is None or was.label is None or was.extent is None:
            return False
        at = self.y(top, was.extent)
        if was.label == now.label and now.extent is not None and abs(at - self.y(top, now.extent)) < _HIDDEN:
            return False
        self.board.add(Marker(centres[was.label], at, "ring", 10, "muted"))
        return True

    def _place(self, top: float, centres: dict[str, float]) -> None:
        """The place of the answers last, over everything: one sign, or one in each zone that remains possible."""
        result, board = self.result, self.board
        found = [result.label] if result.label else list(result.possible_labels)
        xs = sorted(centres[one] for one in found)
        bounds = self._bounds()
        middle = top - self.height / 2
        y = middle if result.extent is None else self.y(top, result.extent)
        if len(xs) > 1:
            board.add(Line(xs[0], y, xs[-1], y, "accent", 1.2, DASHED))
        for x in xs:
            if bounds and open_(bounds):
                self._whisker(x, self.y(top, bounds.low), self.y(top, bounds.high))
            board.add(Marker(x, y, "dot" if result.label else "ring", 10))

    def _bounds(self) -> Interval | None:
        """How high the place could be: anywhere, when nobody answered; None when the placement has no extent."""
        if self.placement.extent is None:
            return None
        return self.result.extent_bounds or Interval(low=1, high=self.levels)

    def _whisker(self, x: float, low: float, high: float) -> None:
        self.board.add(Line(x, low, x, high, "accent", 1.2, DASHED))
        self.board.add(*(Line(x - 4, y, x + 4, y, "accent", 1.2) for y in (low, high)))


def extent(placement: Placement, result: PlacementResult, speech: Speech) -> str:
    """The level of the extent, or its range; empty where the placement has none or nothing was answered."""
    if placement.extent is None or (result.extent is None and result.extent_bounds is None):
        return ""
    return speech.level(result.extent, result.extent_bounds)
