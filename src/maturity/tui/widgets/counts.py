"""A few whole numbers, typed in place: one row each; the first digit begins a number anew, the next ones add."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from maturity.answering.views import CountsView
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet, lowered
from maturity.tui.widgets.whereabouts import head

LARGEST = 1_000_000
_KEYS = {"up", "down", "delete", "backspace"}


class Counts(Page):
    """The counts; the cursor stands on one of them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("backspace", "take_digit", show=False)]

    class Counted(Message):
        """A number was typed, or taken away (None)."""

        def __init__(self, code: str, value: int | None) -> None:
            super().__init__()
            self.code = code
            self.value = value

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.view: CountsView | None = None
        self._typed: str | None = None  # the number begun since the cursor came to its line: digits add to it

    def set_view(self, view: CountsView, *, start: bool = False) -> None:
        """Show other values or words."""
        self.view = view
        if start:
            self.anew()
        self.show(self._rows_for, cursor=view.rows[0][0] if start else self.cursor, top=start)

    def anew(self) -> None:
        """The next digit begins the number under the cursor anew."""
        self._typed = None

    def _rows_for(self, width: int) -> list[Row]:
        view = self.view
        if view is None:
            return []
        sheet = Sheet(min(width, 100))
        head(sheet, view)
        sheet.blank()
        sheet.text(view.question, "strong")
        sheet.text(view.hint, "dim")
        sheet.blank()
        for code, label in view.rows:
            value = view.values.get(code)
            number = "–" if value is None else str(value)
            role = "cursor" if code == self.cursor else "strong"
            sheet.text(label, "", lead=((f"{number:>9} ", role), ("  ", "")), target=code)
            sheet.blank()
        for doubt in view.doubts:
            sheet.text(doubt, "warn", lead=(("! ", "warn"),))
        return lowered(sheet.rows, self.size.height)

    def action_move(self, step: int) -> None:
        """The number under the cursor is drawn in another way."""
        self.anew()
        super().action_move(step)
        self.refill()

    def on_key(self, event: events.Key) -> None:
        """Digits and Backspace change the number under the cursor.

        Here and not as bindings: the next digit may be waiting already.
        """
        digit = event.character if event.character is not None and event.character in "0123456789" else ""
        if self.view is None or self.cursor is None or not (digit or event.key in _KEYS):
            return
        event.stop()
        event.prevent_default()
        value = self.view.values.get(self.cursor)
        if digit:
            new = int(f"{value or ''}{digit}" if self._typed == self.cursor else digit)
            self._typed = self.cursor
            self._put(new if new <= LARGEST else value)
        elif event.key == "delete":
            self._put(None)
        elif event.key == "backspace":
            self.action_take_digit()
        else:
            self.action_move(1 if event.key == "down" else -1)

    def action_take_digit(self) -> None:
        """The last digit goes; never an undo: a finger that stays on Backspace would undo other answers."""
        value = self.view.values.get(self.cursor) if self.view is not None and self.cursor is not None else None
        self._typed = self.cursor
        self._put(value // 10 if value is not None and value > 9 else None)

    def _put(self, new: int | None) -> None:
        if self.view is None or self.cursor is None or new == self.view.values.get(self.cursor):
            return
        values = {code: known for code, known in self.view.values.items() if code != self.cursor}
        self.view = replace(self.view, values=values if new is None else {**values, self.cursor: new})
        self.post_message(self.Counted(self.cursor, new))
