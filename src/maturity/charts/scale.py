"""The scale of levels that profile and conditions share: axis, places, and what missing answers leave open."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.charts.board import NOTE, Board
from maturity.charts.palette import Role
from maturity.charts.scene import DASHED, Line, Rect
from maturity.scoring.result import Interval


@dataclass(frozen=True)
class Scale:
    """Levels 1 … ``levels`` from ``left`` over ``width`` points."""

    left: float
    width: float
    levels: int

    def x(self, level: float) -> float:
        """Where a level stands."""
        return self.left + (level - 1) / (self.levels - 1) * self.width

    @property
    def step(self) -> float:
        """Points from one level to the next."""
        return self.width / (self.levels - 1)

    def grid(self, board: Board, top: float, bottom: float) -> None:
        """A thin upright at each level."""
        board.add(*(Line(self.x(level), top, self.x(level), bottom) for level in range(1, self.levels + 1)))

    def axis(self, board: Board, words: tuple[str, ...] = ()) -> None:
        """Numbers, and the words of the levels under them where given."""
        board.top = min(
            self._heading(board, level, words[level - 1] if words else "") for level in range(1, self.levels + 1)
        )

    def _heading(self, board: Board, level: int, words: str) -> float:
        end = board.lines(self.x(level), board.top, (str(level),), NOTE.to("middle").heavy(True))
        return board.paragraph((self.x(level), end), words, self.step - 4, NOTE.to("middle")) if words else end

    def span(self, board: Board, y: float, bounds: Interval, fill: Role = "accent", *, height: float = 6) -> None:
        """The range that missing answers leave open: a dashed line between two ends."""
        low, high = self.x(bounds.low), self.x(bounds.high)
        board.add(Line(low, y, high, y, fill, 1, DASHED))
        board.add(*(Line(x, y - height / 2, x, y + height / 2, fill, 1) for x in (low, high)))

    def bar(self, board: Board, y: float, level: float, fill: Role = "accent", *, height: float = 4.5) -> None:
        """A bar from the lowest level."""
        board.add(Rect(self.left, y - height / 2, max(0.01, self.x(level) - self.left), height, fill))
