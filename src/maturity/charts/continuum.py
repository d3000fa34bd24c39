"""A continuum: zones of depth side by side, the extent upwards, and the membership in every mode below its zone.

There is no numeric axis across: only the order of the zones comes from the literature.
"""

from __future__ import annotations

from maturity.charts.bars import main, memberships
from maturity.charts.board import NOTE, PLAIN, STRONG, Board
from maturity.charts.findings import finding, memberships_table
from maturity.charts.legend import place_legend
from maturity.charts.medium import PRINT, ROW, SMALL, Medium
from maturity.charts.picture import Picture, Table
from maturity.charts.scene import DASHED, Line, Marker, Rect
from maturity.charts.words import Speech, open_
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Configuration, Placement
from maturity.scoring.result import Interval, PlacementResult, Result

_HEIGHT, _ROWS, _STRIP = 120.0, 100.0, 30.0  # on paper, in a terminal, without an extent
_TALL = 150.0  # in a tall window
_GAP = 3.0
_HIDDEN = 5.0  # nearer than this, one sign covers the other
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
    drawing = _Continuum(Board(width, medium), shown, placed, speech, questionnaire.levels)
    drawing.was = was
    board = drawing.draw()
    return Picture(
        board.scene(), _alt(shown, placed, speech), _table(shown, placed, speech, questionnaire.levels), language
    )


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


class _Continuum:
    was: PlacementResult | None = None

    def __init__(
        self, board: Board, placement: Placement, result: PlacementResult, speech: Speech, levels: int
    ) -> None:
        self.board, self.placement, self.result, self.speech, self.levels = board, placement, result, speech, levels
        medium = board.medium
        self.left = medium.aside(14) if placement.extent else 0.0
        self.zones = lanes(placement)
        count = sum(map(len, self.zones))
        self.lane = (board.width - self.left - _GAP * (len(self.zones) - 1)) / count
        tall = _ROWS if medium.fixed else _HEIGHT
        if medium.tall:
            tall = _TALL
        elif medium.rows is not None:  # never less than a row a level
            tall = max(ROW * levels, min(tall, ROW * (medium.rows - _AROUND)))
        self.height = tall if placement.extent else _STRIP

    def draw(self) -> Board:
        board, speech = self.board, self.speech
        if self.placement.extent:
            board.top = board.lines(0, board.top, (self._title(),), STRONG)
            board.down(3)
        top = board.top
        self._ground(top)
        if self.placement.extent:
            self._levels(top)
        centres = self._centres()
        board.top = top - self.height - board.medium.gap(3)
        self._names(centres)
        self._memberships(centres)
        self._ends()
        if self.result.status != "screened-out":
            before = self._before(top, centres)
            self._place(top, centres)
            if not board.medium.low:
                board.down(4)
            bounds = self._bounds()
            missing = self.result.status == "undetermined" or (bounds is not None and open_(bounds))
            place_legend(
                board,
                speech,
                self.left,
                missing=missing,
                sign="dot" if self.result.label else "ring",
                was=None if self.was is None else before,
            )
        return board

    def _title(self) -> str:
        """What goes upwards; in a terminal, where rows are coarse, with its value."""
        name = self.speech.text(self.placement.extent.name) if self.placement.extent else ""
        level = _extent(self.placement, self.result, self.speech) if self.board.medium.fixed else ""
        shown = self.result.status != "screened-out" and level
        return f"↑ {self.speech.say('{extent}: {level}').format(extent=name, level=level)}" if shown else f"↑ {name}"

    def _spans(self) -> list[tuple[float, float, list[Configuration]]]:
        spans, x = [], self.left
        for zone in self.zones:
            spans.append((x, self.lane * len(zone), zone))
            x += self.lane * len(zone) + _GAP
        return spans

    def _centres(self) -> dict[str, float]:
        return {
            one.id: x + self.lane * (number + 0.5) for x, _, zone in self._spans() for number, one in enumerate(zone)
        }

    def _ground(self, top: float) -> None:
        """Zones with the lane of the answers shaded; a dashed line parts modes of one depth."""
        bottom = top - self.height
        for x, width, zone in self._spans():
            starts = [x + self.lane * number for number in range(len(zone))]
            found = [at for at, one in zip(starts, zone, strict=True) if main(self.result, one.id)]
            self.board.add(*(Rect(at, bottom, self.lane, self.height, "step1") for at in found))
            self.board.add(Rect(x, bottom, width, self.height, None, "grid"))
            self.board.add(*(Line(at, top, at, bottom, "muted", 0.6, DASHED) for at in starts[1:]))

    def _y(self, top: float, level: float) -> float:
        step = self.height / self.levels
        return top - self.height + step * (level - 0.5)

    def _levels(self, top: float) -> None:
        for level in range(1, self.levels + 1):
            y = self._y(top, level)
            self.board.label(self.left - self.board.medium.aside(5), y, str(level), NOTE.to("end"))
            if not self.board.medium.fixed:
                self.board.add(Line(self.left, y, self.board.width, y, "grid", 0.5))

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
        half = board.width / 2 - 8
        low = board.paragraph((self.left, board.top), f"← {self.speech.text(axis.low)}", half - self.left, NOTE)
        high = board.paragraph((board.width, board.top), f"{self.speech.text(axis.high)} →", half, NOTE.to("end"))
        board.top = min(low, high)

    def _before(self, top: float, centres: dict[str, float]) -> bool:
        """Where one label stood before a change; whether it is seen beside the place of now."""
        was, now = self.was, self.result
        if was is None or was.label is None or was.extent is None:
            return False
        at = self._y(top, was.extent)
        if was.label == now.label and now.extent is not None and abs(at - self._y(top, now.extent)) < _HIDDEN:
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
        y = middle if result.extent is None else self._y(top, result.extent)
        if len(xs) > 1:
            board.add(Line(xs[0], y, xs[-1], y, "accent", 1.2, DASHED))
        for x in xs:
            if bounds and open_(bounds):
                self._whisker(x, self._y(top, bounds.low), self._y(top, bounds.high))
            board.add(Marker(x, y, "dot" if result.label else "ring", 10))

    def _bounds(self) -> Interval | None:
        """How high the place could be: anywhere, when nobody answered; None when the placement has no extent."""
        if self.placement.extent is None:
            return None
        return self.result.extent_bounds or Interval(low=1, high=self.levels)

    def _whisker(self, x: float, low: float, high: float) -> None:
        self.board.add(Line(x, low, x, high, "accent", 1.2, DASHED))
        self.board.add(*(Line(x - 4, y, x + 4, y, "accent", 1.2) for y in (low, high)))


def _extent(placement: Placement, result: PlacementResult, speech: Speech) -> str:
    if placement.extent is None or (result.extent is None and result.extent_bounds is None):
        return ""
    return speech.level(result.extent, result.extent_bounds)


def _alt(placement: Placement, result: PlacementResult, speech: Speech) -> str:
    level = _extent(placement, result, speech)
    if not level or placement.extent is None:
        return finding(placement, result, speech)
    tail = speech.say("{extent}: {level}.").format(extent=speech.text(placement.extent.name), level=level)
    return f"{finding(placement, result, speech)} {tail}"


def _table(placement: Placement, result: PlacementResult, speech: Speech, levels: int) -> Table:
    """The memberships, then the extent with its own unit: it is a level."""
    table = memberships_table(placement, result, speech)
    level = _extent(placement, result, speech)
    if not level or placement.extent is None:
        return table
    name = speech.say("{extent} (level, 1 to {top})").format(extent=speech.text(placement.extent.name), top=levels)
    row = (name, level, "")
    return Table(table.caption, table.headers, (*table.rows, row))
