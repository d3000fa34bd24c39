"""A continuum: zones of depth side by side, the extent upwards, and the membership in every mode below its zone.

There is no numeric axis across: only the order of the zones comes from the literature.
"""

from __future__ import annotations

from maturity.charts.bars import main, memberships
from maturity.charts.board import NOTE, PLAIN, STRONG, Board
from maturity.charts.depth import Depth
from maturity.charts.findings import finding, memberships_table
from maturity.charts.medium import PRINT, ROW, SMALL, Medium
from maturity.charts.picture import Picture, Table
from maturity.charts.scene import DASHED, Line, Rect
from maturity.charts.words import Speech
from maturity.charts.zones import Zones, extent
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Placement
from maturity.scoring.result import PlacementResult, Result

_ROWS, _STRIP = 100.0, 30.0  # with an extent, without
_TALL = 150.0  # in a tall window
_AROUND = 8  # rows: title, names, bars, values, words, ends, legend


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
    """The first placement drawn by depth, or the one of this id; ``was``: where it stood before a change."""
    speech = Speech(language)
    shown = questionnaire.placement(
        placement or next(one.id for one in questionnaire.placements if one.map.kind == "depth")
    )
    placed = result.placement(shown.id)
    drawing = _Screen if medium.fixed else Depth
    board = drawing(Board(width, medium), shown, placed, speech, questionnaire.levels, was=was).draw()
    return Picture(
        board.scene(), _alt(shown, placed, speech), _table(shown, placed, speech, questionnaire.levels), language
    )


class _Screen(Zones):
    """In a terminal, where rows are dear."""

    def draw(self) -> Board:
        board, medium = self.board, self.board.medium
        tall = _TALL if medium.tall else _ROWS
        if medium.rows is not None and not medium.tall:  # never less than a row a level
            tall = max(ROW * self.levels, min(tall, ROW * (medium.rows - _AROUND)))
        self.lay(medium.aside(14) if self.placement.extent else 0.0, tall if self.placement.extent else _STRIP)
        if self.placement.extent:
            board.top = board.lines(0, board.top, (self._title(),), STRONG)
            board.down(3)
        top, centres = board.top, self.centres()
        self._ground(top)
        if self.placement.extent:
            self._levels(top)
        board.top = top - self.height - medium.gap(3)
        self._names(centres)
        self._memberships(centres)
        self._ends()
        if self.result.status != "screened-out":
            self.place(top, centres)
        return board

    def _title(self) -> str:
        """What goes upwards with its value: rows are coarse."""
        name = self.speech.text(self.placement.extent.name) if self.placement.extent else ""
        if not self.reach:
            return f"↑ {name}"
        return f"↑ {self.speech.say('{extent}: {level}').format(extent=name, level=self.reach)}"

    def _ground(self, top: float) -> None:
        """Zones with the lane of the answers shaded; a dashed line parts modes of one depth."""
        bottom = top - self.height
        for x, width, zone in self.spans():
            starts = [x + self.lane * number for number in range(len(zone))]
            found = [at for at, one in zip(starts, zone, strict=True) if main(self.result, one.id)]
            self.board.add(*(Rect(at, bottom, self.lane, self.height, "step1") for at in found))
            self.board.add(Rect(x, bottom, width, self.height, None, "grid"))
            self.board.add(*(Line(at, top, at, bottom, "muted", 0.6, DASHED) for at in starts[1:]))

    def _levels(self, top: float) -> None:
        for level in range(1, self.levels + 1):
            self.board.label(self.left - self.board.medium.aside(5), self.y(top, level), str(level), NOTE.to("end"))

    def _names(self, centres: dict[str, float]) -> None:
        board, ends = self.board, []
        for one in self.placement.configurations:
            style = PLAIN.to("middle").heavy(main(self.result, one.id))
            ends.append(board.paragraph((centres[one.id], board.top), self.speech.title(one), self.lane - 4, style))
        board.top = min(ends)
        board.down(0 if board.medium.low else 2)

    def _memberships(self, centres: dict[str, float]) -> None:
        """A bar in each lane, its value and its word below."""
        board, row = self.board, self.board.medium.row(SMALL)
        ends, full = [], self.lane - 16
        for one, bar in zip(
            self.placement.configurations, memberships(self.placement, self.result, self.speech), strict=True
        ):
            left, y = centres[one.id] - full / 2, board.top - row / 2
            board.add(Line(left, y, left + full, y))
            board.add(*filter(None, [bar.rect(left, y, full)]))
            end = board.lines(centres[one.id], board.top - row, (bar.shown,), PLAIN.to("middle").heavy(bar.main))
            style = PLAIN.to("middle").of("accent" if bar.main else "muted")
            ends.append(board.paragraph((centres[one.id], end), bar.tag, self.lane - 4, style) if bar.tag else end)
        board.top = min(ends)

    def _ends(self) -> None:
        """What lies at either end, in words."""
        board, axis = self.board, self.placement.axis
        board.down(0 if board.medium.low else 4)
        half = (self.end - self.left) / 2 - 8
        low = board.paragraph((self.left, board.top), f"← {self.speech.text(axis.low)}", half, NOTE)
        high = board.paragraph((self.end, board.top), f"{self.speech.text(axis.high)} →", half, NOTE.to("end"))
        apart, style = self.speech.say("set apart"), NOTE.to("middle")
        ends = [board.paragraph((x + self.lane / 2, board.top), apart, self.lane - 4, style) for x, _ in self.beside()]
        board.top = min(low, high, *ends)


def _alt(placement: Placement, result: PlacementResult, speech: Speech) -> str:
    level = extent(placement, result, speech)
    if not level or placement.extent is None:
        return finding(placement, result, speech)
    tail = speech.say("{extent}: {level}.").format(extent=speech.text(placement.extent.name), level=level)
    return f"{finding(placement, result, speech)} {tail}"


def _table(placement: Placement, result: PlacementResult, speech: Speech, levels: int) -> Table:
    """The memberships, then the extent with its own unit: it is a level."""
    table = memberships_table(placement, result, speech)
    level = extent(placement, result, speech)
    if not level or placement.extent is None:
        return table
    name = speech.say("{extent} (level, 1 to {top})").format(extent=speech.text(placement.extent.name), top=levels)
    row = (name, level, "")
    return Table(table.caption, table.headers, (*table.rows, row))
