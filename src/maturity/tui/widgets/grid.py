"""A grid of cells to fill by digits: rows of actors, columns of stages, help for where the cursor stands."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from maturity.answering.views import GridView
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet, Span, fit, lowered
from maturity.tui.widgets.whereabouts import head

_CELL = 5  # columns of a cell between its lines
_ROOMY = 30  # rows from which nothing has to be close


class Grid(Page):
    """The grid; the cursor walks over cells, a digit fills one and moves on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(0, -1)", show=False),
        Binding("right", "step(0, 1)", show=False),
        Binding("up", "step(-1, 0)", show=False),
        Binding("down", "step(1, 0)", show=False),
    ]

    class Filled(Message):
        """A cell was given a value, or None."""

        def __init__(self, subsystem: str, stage: str, value: int | None) -> None:
            super().__init__()
            self.subsystem = subsystem
            self.stage = stage
            self.value = value

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, widest=110)
        self.view: GridView | None = None
        self.at = (0, 0)

    def set_view(self, view: GridView, *, start: bool = False) -> None:
        """Show other values or words; ``start`` puts the cursor on the first empty cell."""
        self.view = view
        if start:
            self.at = next(iter(view.empty), (0, 0))
        self.show(self._rows_for, top=start)

    def action_step(self, down: int, right: int) -> None:
        """Walk over the cells; stops at the edges."""
        if self.view is not None:
            row = min(max(self.at[0] + down, 0), len(self.view.lines) - 1)
            column = min(max(self.at[1] + right, 0), len(self.view.columns) - 1)
            self.at = (row, column)
            self.refill()

    def fill(self, value: int | None) -> None:
        """Fill the cell under the cursor and go to the next one."""
        view = self.view
        if view is None or (value is not None and value >= len(view.lines[self.at[0]].codes)):
            return
        row, column = self.at
        self.post_message(self.Filled(view.lines[row].id, view.columns[column].id, value))
        if value is not None:
            after = row * len(view.columns) + column + 1
            if after < len(view.lines) * len(view.columns):
                self.at = divmod(after, len(view.columns))

    def _rows_for(self, width: int) -> list[Row]:
        view = self.view
        if view is None:
            return []
        sheet = Sheet(min(width, 110))
        roomy = self.size.height >= _ROOMY
        head(sheet, view)
        if roomy:
            sheet.blank()
        sheet.text(view.question, "strong")
        if roomy:
            sheet.text(view.intro, "dim")
            sheet.blank()
        name, role = (view.name[1], "chosen") if view.name[1] else (view.unnamed, "key")
        sheet.text(name, role, lead=((f"{view.name[0]} ", "accent"),))
        if roomy:
            sheet.blank()
        self._cells(sheet, view, roomy=roomy)
        sheet.blank()
        self._codes(sheet, view)
        if roomy:
            sheet.blank()
        self._help(sheet, view)
        return lowered(sheet.rows, self.size.height) if roomy else sheet.rows

    def _cells(self, sheet: Sheet, view: GridView, *, roomy: bool) -> None:
        names = min(max(len(line.name) for line in view.lines), 34) + 1
        room = (sheet.width - 2 - names) // len(view.columns) - 1
        width = min(max(max(len(column.name) for column in view.columns) + 2, _CELL), max(room, _CELL))
        names_above: list[Span] = [("  " + " " * names, "")]
        for c, column in enumerate(view.columns):
            names_above += [
                (" ", ""),
                (fit(column.name.center(width), width), "chosen" if c == self.at[1] else "strong"),
            ]
        sheet.add(*names_above)
        line_across = ("  " + " " * names + "├" + "┼".join(["─" * width] * len(view.columns)) + "┤", "rule")
        for r, line in enumerate(view.lines):
            if roomy:
                sheet.add(line_across)
            spans: list[Span] = [("  ", ""), (fit(line.name, names), "chosen" if r == self.at[0] else "")]
            for c, column in enumerate(view.columns):
                value = view.values.get(line.id, {}).get(column.id)
                spans += [("│", "rule"), *_cell(value, width, here=(r, c) == self.at)]
            sheet.add(*spans, ("│", "rule"))

    def _codes(self, sheet: Sheet, view: GridView) -> None:
        line, column = view.lines[self.at[0]], view.columns[self.at[1]]
        value = view.values.get(line.id, {}).get(column.id)
        sheet.text(column.help, "", lead=((f"{column.name}  ", "title"),))
        for n, text in enumerate(line.codes):
            mark = "●" if n == value else "○"
            role = "chosen" if n == value else ""
            sheet.text(text, role, lead=((f"{mark} ", role), (f"{n}  ", "key")))

    def _help(self, sheet: Sheet, view: GridView) -> None:
        line = view.lines[self.at[0]]
        sheet.text(line.name, "title")
        for heading, text in line.help:
            sheet.text(f"{heading} {text}", "dim")


def _cell(value: int | None, width: int, *, here: bool) -> list[Span]:
    """A digit, or nothing in a cell that is still empty; brackets where the cursor stands."""
    shown = " " if value is None else str(value)
    text = f"[{shown}]" if here else f" {shown} "
    left = (width - 3) // 2
    role = "cursor" if here else "strong" if value else ""
    return [(" " * left, ""), (text, role), (" " * (width - 3 - left), "")]
