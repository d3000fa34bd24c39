"""Lines of a page of plain text, 80 columns wide."""

from __future__ import annotations

import textwrap

WIDTH = 80


def filled(text: str, *, indent: int = 0) -> list[str]:
    """Text in lines of at most 80 columns; a no-break space never breaks."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent, break_long_words=False
    )
