"""Text fields whose every paste passes the gate for text coming in."""

from __future__ import annotations

from textual import events
from textual.widgets import Input, TextArea

from maturity.text import clean_text


def _cleaned(event: events.Paste, *, multiline: bool) -> None:
    event.text = clean_text(event.text, multiline=multiline)


class Line(Input):
    """One line of text."""

    def _on_paste(self, event: events.Paste) -> None:
        _cleaned(event, multiline=False)


class Area(TextArea):
    """Several lines of text; Tab leaves it."""

    async def _on_paste(self, event: events.Paste) -> None:
        _cleaned(event, multiline=True)
