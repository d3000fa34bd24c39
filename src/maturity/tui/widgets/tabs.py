"""The names of the pages, numbered; the one shown is underlined and marked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from maturity.tui.widgets.palette import style
from maturity.tui.widgets.rows import fit


class Tabs(Widget):
    """One line of names; they are shortened together when the window is narrow."""

    DEFAULT_CSS = "Tabs { height: 2; background: transparent; }"

    class Pressed(Message):
        """A name was pressed with the mouse."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self) -> None:
        super().__init__()
        self._names: Sequence[str] = ()
        self._shown = 0

    def say(self, names: Sequence[str], shown: int) -> None:
        """Other names, or another one shown."""
        self._names, self._shown = names, shown
        self.refresh()

    def _fitted(self, width: int) -> list[str]:
        longest = max(map(cell_len, self._names), default=0)
        while longest > 4 and sum(min(cell_len(name), longest) + 5 for name in self._names) > width:
            longest -= 1
        return [name if cell_len(name) <= longest else fit(name, longest) for name in self._names]

    def render_line(self, y: int) -> Strip:
        """The names, and a mark below the one shown."""
        width, base, theme = self.size.width, self.rich_style, self.app.theme
        segments = [Segment("  ", base)]
        for n, name in enumerate(self._fitted(width - 2)):
            here = n == self._shown
            press = Style.from_meta({"tab": n})
            if y == 0:
                segments.append(Segment(f"{n + 1} ", base + style(theme, "key") + press))
                segments.append(Segment(name, base + style(theme, "chosen" if here else "") + press))
            else:
                segments.append(Segment(("━" if here else " ") * (cell_len(name) + 2), base + style(theme, "accent")))
            segments.append(Segment("   ", base))
        return Strip(segments).adjust_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        """The mouse works, and is never needed."""
        index = event.style.meta.get("tab")
        if index is not None:
            self.post_message(self.Pressed(index))
