"""The one gate for text going to the screen: never markup, never an escape sequence.

Textual reads ``[b]`` and ``[@click=…]`` in plain strings; a note or an authority's name must never reach it so.
Rows (`maturity.tui.widgets.rows`) are drawn as segments and pass through `shown`; widgets of Textual take
`content`.
"""

from __future__ import annotations

from rich.text import Text
from textual.content import Content

from maturity.text import clean_text

_LONGEST = 20_000


def shown(text: str) -> str:
    """The text as it may stand in a cell of the terminal: lines and spaces kept, nothing invisible.

    Interface words pass untouched, leading and trailing spaces included.
    """
    if text.isascii() and text.isprintable():
        return text
    body = text.strip(" \n\t")
    if not body:
        return text.replace("\t", " ")
    start = text.index(body)
    return text[:start] + clean_text(body, multiline=True, limit=_LONGEST) + text[start + len(body) :]


def content(text: str) -> Content:
    """For Static, Label and titles."""
    return Content(shown(text))


def rich_text(text: str) -> Text:
    """For DataTable and Tree, which only know rich."""
    return Text(shown(text))
