"""A few whole numbers, typed in place: one row each, digits add, Backspace takes away."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.message import Message

from maturity.answering.views import CountsView
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet

LARGEST = 1_000_000


class Counts(Page):
    """The counts; the cursor stands on one of them."""

    class Counted(Message):
        """A number was typed, or taken away (None)."""

        def __init__(self, code: str, value: int | None) -> None:
            super().__init__()
            self.code = code
            self.value = value

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.view: CountsView | None = None

    def set_view(self, view: CountsView, *, start: bool = False) -> None:
        """Show other values or words."""
        self.view = view
        self.show(self._rows_for, cursor=view.rows[0][0] if start else self.cursor, top=start)

    def _rows_for(self, width: int) -> list[Row]:
        view = self.view
        if view is None:
            return []
        sheet = Sheet(min(width, 100))
        sheet.ends((view.part, "accent"), (view.place, "strong"))
        sheet.bar(view.share)
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
        return sheet.rows

    def action_move(self, step: int) -> None:
        """The number under the cursor is drawn in another way."""
        super().action_move(step)
        self.refill()

    def on_key(self, event: events.Key) -> None:
        """Digits and Backspace change the number under the cursor."""
        if self.view is None or self.cursor is None:
            return
        if event.key in ("up", "down"):  # here and not as a binding: the next digit may be waiting already
            event.stop()
            event.prevent_default()
            self.action_move(1 if event.key == "down" else -1)
            return
        value = self.view.values.get(self.cursor)
        if event.character is not None and event.character in "0123456789":
            new: int | None = int(f"{value or ''}{event.character}")
            if new is not None and new > LARGEST:
                new = value
        elif event.key == "backspace" and value is not None:
            new = value // 10 if value > 9 else None
        elif event.key == "delete":
            new = None
        else:
            return
        event.stop()
        event.prevent_default()
        values = {code: known for code, known in self.view.values.items() if code != self.cursor}
        self.view = replace(self.view, values=values if new is None else {**values, self.cursor: new})
        self.post_message(self.Counted(self.cursor, new))
