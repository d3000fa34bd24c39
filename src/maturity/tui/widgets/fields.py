"""Text fields whose every paste passes the gate for text coming in, and whose cursor stands still."""

from __future__ import annotations

from textual import events
from textual.reactive import var
from textual.widgets import Input, TextArea

from maturity.text import clean_text


def _cleaned(event: events.Paste, *, multiline: bool) -> None:
    event.text = clean_text(event.text, multiline=multiline)


class Line(Input):
    """One line of text."""

    cursor_blink = var(False, init=False)

    def _on_paste(self, event: events.Paste) -> None:
        _cleaned(event, multiline=False)


class Area(TextArea):
    """Several lines of text; Tab leaves it."""

    cursor_blink = var(False, init=False)

    async def _on_paste(self, event: events.Paste) -> None:
        _cleaned(event, multiline=True)
