"""A continuum on paper: each mode a column, with what it means, where the answers stand, and their membership."""

from __future__ import annotations

from maturity.charts.bars import main, memberships
from maturity.charts.board import NAME, NOTE, PLAIN, STRONG, Board
from maturity.charts.palette import Role
from maturity.charts.scene import DASHED, Line, Polygon, Rect
from maturity.charts.zones import Zones

_HEADS, _HIGH, _STRIP = 62.0, 68.0, 26.0  # the column of the extent; the zones with it, and without
_APART = 5.0  # from the end of the scale to what stands beside it
_BAR = 9.0  # from the lane's edge to the bar


class Depth(Zones):
    """Draws on its board, below the ``top``."""

    def draw(self) -> Board:
        """Ends of the axis, names, zones, memberships, and what the signs mean."""
        self.lay(_HEADS, _HIGH if self.placement.extent else _STRIP)
        board, centres = self.board, self.centres()
        self._axis()
        self._names(centres)
        top = board.top
        self._ground(top)
        if self.placement.extent:
            self._levels(top, self.speech.text(self.placement.extent.name))
        board.top = top - self.height - 6
        placed = self.result.status != "screened-out"
        if placed:
            self._memberships(centres)
            self.place(top, centres)
            self._reach(top, centres)
        return board

    def _axis(self) -> None:
        """An arrow from the one end of the scale to the other, each in words; what stands beside it has none."""
        board, axis, speech = self.board, self.placement.axis, self.speech
        end = self.end - (_APART if self.beside() else 0)
        half = (end - self.left) / 2 - 30
        low = board.paragraph((self.left, board.top), speech.text(axis.low), half, STRONG)
        high = board.paragraph((end, board.top), speech.text(axis.high), half, STRONG.to("end"))
        lowest = min(low, high)
        y = lowest - 5
        board.add(
            Line(self.left, y, end - 5, y, "muted", 1.2),
            Polygon(((end, y), (end - 7, y + 3), (end - 7, y - 3)), "muted"),
        )
        for x, _ in self.beside():
            board.paragraph((x + self.lane / 2, board.top), speech.say("set apart"), self.lane - 4, NOTE.to("middle"))
        board.top = y - 7

    def _names(self, centres: dict[str, float]) -> None:
        board, ends = self.board, []
        for one in self.placement.configurations:
            style = NAME.to("middle").of("accent" if main(self.result, one.id) else "ink")
            end = board.paragraph((centres[one.id], board.top), self.speech.title(one), self.lane - 4, style)
            words = self.speech.text(one.short)
            ends.append(board.paragraph((centres[one.id], end - 1), words, self.lane - 6, NOTE.to("middle")))
        board.top = min(ends) - 5

    def _ground(self, top: float) -> None:
        """Zones with the lane of the answers shaded; a dashed line parts from the scale what stands beside it."""
        board, bottom = self.board, top - self.height
        apart = [x for x, _ in self.beside()]
        for x, _, zone in self.spans():
            for number, one in enumerate(zone):
                at = x + self.lane * number
                left = at + _APART * (at in apart)
                fill: Role | None = "step1" if main(self.result, one.id) else "pale" if at not in apart else None
                edge: Role | None = "grid" if at in apart else None
                board.add(Rect(left, bottom, at + self.lane - left, self.height, fill, edge))
                if number:
                    board.add(Line(at, top + 2, at, bottom - 2, "muted", 0.8, DASHED))

    def _levels(self, top: float, name: str) -> None:
        board, right = self.board, self.left - 6
        for level in range(1, self.levels + 1):
            y = self.y(top, level)
            board.add(Line(self.left, y, self.end, y, "grid", 0.5))
            board.add(*(Line(x + _APART, y, x + self.lane, y, "grid", 0.5) for x, _ in self.beside()))
            board.label(right, y, str(level), NOTE.to("end"))
        board.paragraph((right - 9, top - self.height / 2 + 9), name, _HEADS - 15, STRONG.to("end"))

    def _reach(self, top: float, centres: dict[str, float]) -> None:
        """The level of the extent beside its sign, where there is one sign and one level."""
        label, level = self.result.label, self.result.extent
        if label is None or level is None or not self.reach:
            return
        self.board.label(centres[label] + 9, self.y(top, level), self.reach, STRONG.of("accent"))

    def _memberships(self, centres: dict[str, float]) -> None:
        """A bar in each lane, its value and its word below."""
        board, full = self.board, self.lane - 2 * _BAR
        ends = []
        bars = memberships(self.placement, self.result, self.speech)
        for one, bar in zip(self.placement.configurations, bars, strict=True):
            left, y = centres[one.id] - full / 2, board.top - 4
            board.add(Line(left, y, left + full, y))
            board.add(*filter(None, [bar.rect(left, y, full)]))
            end = board.lines(centres[one.id], y - 4, (bar.shown,), PLAIN.to("middle").heavy(bar.main))
            style = PLAIN.to("middle").of("accent" if bar.main else "muted")
            ends.append(board.paragraph((centres[one.id], end), bar.tag, self.lane - 4, style) if bar.tag else end)
        board.top = min(*ends, self._scale(board.top))

    def _scale(self, top: float) -> float:
        """What the bars measure, at the left; returns where it ends."""
        board, say, right = self.board, self.speech.say, self.left - 6
        end = board.paragraph((right, top), say("Membership"), right, STRONG.to("end"))
        for words in (say("0: not at all"), say("1: fully")):
            end = board.paragraph((right, end), words, right, NOTE.to("end"))
        return end
