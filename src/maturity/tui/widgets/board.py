"""The map of the questionnaire: a cell a question, bands below one another; the mark walks over the cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType

from maturity.answering.overview import DOUBT, FLAG, SIGNS, Band, Cell, Glance
from maturity.locale import domain
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet, Span, fit

_ = domain("tui").gettext
CELL = 3  # columns: doubt, the sign, a flag
ROOMY = 120  # from here on cells are wider, and the parts of a band are named
_ROOMY_CELL = 6
_GAP = 2  # columns between groups
_BESIDE = 70  # narrower, the name of a band stands above its cells
_ROLES = {"answered": "strong", "begun": "accent", "unsure": "warn", "not-applicable": "", "to-do": "dim"}


@dataclass(frozen=True)
class Spot:
    """Where a cell was drawn: row of the page, first column."""

    row: int
    column: int
    width: int
    index: int


class Board(Page):
    """The bands above, the question under the mark below. ``at`` is an index of the way."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("up", "climb(-1)", show=False),
        Binding("down", "climb(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
    ]

    def __init__(
        self, bands: Callable[[], Sequence[Band]], look: Callable[[int], Glance], *, at: int, id: str | None = None
    ) -> None:
        super().__init__(id=id, widest=156)
        self.at = at
        self._bands = bands
        self._look = look
        self._spots: list[Spot] = []
        self._build = self._rows_for

    @property
    def cells(self) -> list[Cell]:
        """All cells, in order."""
        return [cell for band in self._bands() for group in band.groups for cell in group.cells]

    # Moving

    def go(self, index: int) -> None:
        """The mark onto another cell."""
        self.at = index
        self.refill()
        self.post_message(self.Moved(self, str(index)))

    def action_step(self, by: int) -> None:
        """The cell before or after, over the ends of the bands."""
        if 0 <= self.at + by < len(self._spots):
            self.go(self.at + by)

    def action_climb(self, by: int) -> None:
        """The row above or below, at the nearest column."""
        here = self._spots[self.at]
        rows = sorted({spot.row for spot in self._spots if (spot.row - here.row) * by > 0}, reverse=by < 0)
        if rows:
            there = [spot for spot in self._spots if spot.row == rows[0]]
            self.go(min(there, key=lambda spot: abs(spot.column - here.column)).index)

    def action_edge(self, place: int) -> None:
        """The first or the last cell."""
        self.go(self._spots[place].index)

    def choose(self) -> None:
        """The question under the mark."""
        self.post_message(self.Chosen(self, str(self.at)))

    def on_click(self, event: events.Click) -> None:
        """A click moves the mark; on the cell under it, it chooses."""
        row = event.y + self.scroll_offset.y
        column = event.x - max(0, (self.size.width - 1 - self.widest) // 2)
        hit = next((s.index for s in self._spots if s.row == row and 0 <= column - s.column < s.width), None)
        if hit is None:
            return
        event.stop()
        if hit == self.at:
            self.choose()
        else:
            self.go(hit)

    # Drawing

    def _rows_for(self, width: int) -> list[Row]:
        bands, sheet = self._bands(), Sheet(width)
        shape = _Shape.of(bands, width)
        below = _below(self._look(self.at), width)
        room = self.size.height - len(below) - 4  # the legend, and the line above the question
        lines = sum(len(shape.lines(band)) + (shape.label == 0) for band in bands)
        airy = lines + len(bands) <= room
        named = airy and width >= ROOMY and lines + 2 * len(bands) <= room
        self._spots = []
        legend(sheet)
        sheet.blank(1 + airy)
        for band in bands:
            self._band(sheet, band, shape, named=named)
            sheet.blank(int(airy))
        sheet.rule()
        sheet.rows.extend(below)
        return sheet.rows

    def _band(self, sheet: Sheet, band: Band, shape: _Shape, *, named: bool) -> None:
        """Its name, then its cells; where ``named``, the names of its parts above them."""
        start = shape.label + 2
        wide = (sheet.width - start) // max(len(band.groups), 4) if named else 0
        if named and any(group.name for group in band.groups):
            names = "".join(fit(group.name, wide - _GAP) + " " * _GAP for group in band.groups)
            sheet.add((" " * (start + 2), ""), (names.rstrip(), "dim"))
        if not shape.label:
            sheet.title(band.name)
        for n, groups in enumerate(shape.lines(band)):
            spans: list[Span] = [("  ", ""), (fit(band.name if n == 0 else "", shape.label), "title")]
            column = start
            for cells in groups:
                row, used = len(sheet.rows), shape.cell * len(cells)
                self._spots += [
                    Spot(row, column + shape.cell * n, shape.cell, one.index) for n, one in enumerate(cells)
                ]
                size = max(used + _GAP, wide)
                spans += [*self._cells(cells, shape), (" " * (size - used - 1), "")]
                column += size
            sheet.add(*spans)

    def _cells(self, cells: Sequence[Cell], shape: _Shape) -> list[Span]:
        """Cells beside one another; brackets stand around the one under the mark. One column more than the cells."""
        spans: list[Span] = []
        before = -1
        for cell in cells:
            here = cell.index == self.at
            bracket = "[" if here else "]" if before == self.at else ""
            doubt = DOUBT if cell.state == "unsure" and cell.sign != "?" else " "
            role = "cursor" if here else _ROLES[cell.state]
            if shape.cell > CELL:
                spans += [(bracket or " ", "key"), (doubt, role if here else "warn")]
            else:  # no room for both
                spans.append((bracket, "key") if bracket else (doubt, "warn"))
            spans += [(cell.sign, role), (FLAG if cell.flagged else " ", role if here else "warn")]
            spans.append((" " * (shape.cell - CELL - 1), ""))
            before = cell.index
        return [*spans, ("]" if before == self.at else " ", "key")]


@dataclass(frozen=True)
class _Shape:
    """How the map is laid out in a width: columns of a cell, of the names (0: they stand above their cells)."""

    width: int
    cell: int
    label: int

    @classmethod
    def of(cls, bands: Sequence[Band], width: int) -> _Shape:
        longest = max(cell_len(band.name) for band in bands) + 1
        return cls(
            width, _ROOMY_CELL if width >= ROOMY else CELL, min(longest, width // 3 + 2) if width >= _BESIDE else 0
        )

    def lines(self, band: Band) -> list[list[Sequence[Cell]]]:
        """The cells of a band in lines that fit; a group stays together unless it is longer than a line."""
        room = self.width - 2 - self.label
        longest = max((room - 1) // self.cell, 1)
        lines: list[list[Sequence[Cell]]] = [[]]
        used = 0
        for group in band.groups:
            for start in range(0, len(group.cells), longest):
                cells = group.cells[start : start + longest]
                size = self.cell * len(cells) + _GAP
                if lines[-1] and used + size - 1 > room:
                    lines.append([])
                    used = 0
                lines[-1].append(cells)
                used += size
        return lines


def legend(sheet: Sheet) -> None:
    """Every sign in words, on as many lines as they need."""
    marks = [
        (_("1 2 3…"), _("level chosen")),
        (SIGNS["to-do"], _("to do")),
        ("?", _("don’t know")),
        (DOUBT, _("not very sure")),
        ("x", _("not applicable")),
        (FLAG, _("to come back to")),
        (SIGNS["answered"], _("answered")),
        (SIGNS["begun"], _("begun")),
    ]
    spans: list[Span] = [("  ", "")]
    used = 2
    for sign, words in marks:
        size = cell_len(sign) + cell_len(words) + 4
        if used + size > sheet.width + 3:
            sheet.add(*spans)
            spans, used = [("  ", "")], 2
        spans += [(f"{sign} ", "accent"), (f"{words}   ", "dim")]
        used += size
    sheet.add(*spans)


def _below(look: Glance, width: int) -> list[Row]:
    """The question under the mark, what was answered, and what was written beside it."""
    sheet = Sheet(width)
    sheet.ends((look.part, "accent"), (look.place, "strong"))
    sheet.text(look.stem, "strong")
    if look.answer:
        lead = (("● ", "chosen"), *(((f"{look.key}  ", "key"),) if look.key else ()))
        sheet.text(look.answer, "chosen", lead=lead)
    else:
        sheet.text(_("No answer yet."), "dim", lead=((f"{SIGNS['to-do']} ", ""),))
    for heading, text in look.remarks:
        sheet.add(("  ", ""), (f"{heading} ", "accent"), (fit(text, width - 4 - cell_len(heading)).rstrip(), ""))
    if look.marks:
        sheet.add(*look.marks)
    return sheet.rows
