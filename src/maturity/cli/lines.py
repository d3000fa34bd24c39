"""Lines of a page of plain text, 80 columns wide."""

from __future__ import annotations

from textwrap import TextWrapper

WIDTH = 80


def filled(text: str, *, indent: int = 0, width: int = WIDTH) -> list[str]:
    """Text in lines of at most ``width`` columns; words stay whole, and a no-break space never breaks."""
    before = " " * indent
    wrapper = TextWrapper(width, initial_indent=before, subsequent_indent=before)
    wrapper.break_long_words = wrapper.break_on_hyphens = False
    return wrapper.wrap(text)
