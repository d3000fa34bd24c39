"""A scroll bar that is a line: seen without colour, and no louder than what it stands beside."""

from __future__ import annotations

from typing import Any

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

_THUMB, _TRACK = "┃", "│"


class ThinBar(ScrollBarRender):
    """A thick stretch on a thin line; Textual's own is a block of background colour, which NO_COLOR takes away."""

    @classmethod
    def render_bar(  # noqa: PLR0913, PLR0917 - Textual's signature
        cls,
        size: int = 25,
        virtual_size: float = 50,
        window_size: float = 20,
        position: float = 0,
        thickness: int = 1,
        vertical: bool = True,
        back_color: Color = Color.default(),  # noqa: B008 - Textual's signature
        bar_color: Color = Color.default(),  # noqa: B008
    ) -> Segments:
        """``size`` cells: where one is in what is longer than the window; blank where all of it is seen."""

        def piece(text: str, action: str) -> Segment:
            meta: dict[str, Any] = {"@mouse.down": action}
            return Segment(text * thickness, Style(color=bar_color, bgcolor=back_color, meta=meta))

        if not (vertical and window_size and virtual_size > window_size):
            return Segments([Segment(" " * thickness, Style(bgcolor=back_color))] * size, new_lines=vertical)
        length = max(1, round(size * window_size / virtual_size))
        start = round((size - length) * min(position / (virtual_size - window_size), 1))
        above, thumb, below = piece(_TRACK, "scroll_up"), piece(_THUMB, "grab"), piece(_TRACK, "scroll_down")
        return Segments([above] * start + [thumb] * length + [below] * (size - start - length), new_lines=True)
