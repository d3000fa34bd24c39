"""Text fields whose every paste passes the gate for text coming in, and whose cursor stands still."""

from __future__ import annotations

from textual import events
from textual.reactive import var
from textual.widgets import Input, TextArea

from maturity.text import clean_text

_HOLDING = ("\u00a0", "\u202f")  # French puts them before : ; ! ? and inside « »; Textual takes them for no letter


def _cleaned(event: events.Paste, *, multiline: bool) -> None:
    event.text = clean_text(event.text, multiline=multiline)


class Line(Input):
    """One line of text."""

    cursor_blink = var(False, init=False)

    def _on_paste(self, event: events.Paste) -> None:
        _cleaned(event, multiline=False)

    async def _on_key(self, event: events.Key) -> None:
        if event.character in _HOLDING:
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(event.character)


class Area(TextArea):
    """Several lines of text; Tab leaves it."""

    cursor_blink = var(False, init=False)

    async def _on_paste(self, event: events.Paste) -> None:
        _cleaned(event, multiline=True)

    async def _on_key(self, event: events.Key) -> None:
        if event.character in _HOLDING:
            event.stop()
            event.prevent_default()
            self.insert(event.character)
