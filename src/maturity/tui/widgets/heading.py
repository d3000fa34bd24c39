"""The first two lines of every screen: where one is, and whether all is saved."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from maturity.locale import domain
from maturity.tui.widgets.palette import style
from maturity.tui.widgets.rows import Span, fit

_ = domain("tui").gettext
SMALLEST = Size(80, 24)


class Heading(Widget):
    """Left: where one is. Right: the state of saving. Below: a line, or a word about a small window."""

    DEFAULT_CSS = "Heading { height: 2; dock: top; background: transparent; }"

    def __init__(self) -> None:
        super().__init__()
        self._left = ""
        self._right: Span = ("", "")
        self._notice: Span = ("", "")

    def say(self, left: str, right: Span = ("", ""), notice: Span = ("", "")) -> None:
        """Other words; nothing is drawn again when they are the same. A notice stands where the line is."""
        if (left, right, notice) != (self._left, self._right, self._notice):
            self._left, self._right, self._notice = left, right, notice
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Words above, line below."""
        width, base, theme = self.size.width, self.rich_style, self.app.theme
        if y == 0:
            right = self._right[0]
            room = max(width - (cell_len(right) + 6 if right else 2), 10)
            spans = [(" ", ""), (fit(self._left, room), "strong"), ("  ", ""), (right, self._right[1])]
        else:
            spans = [(" ", ""), self._below(width)]
        strip = Strip([Segment(text, base + style(theme, role)) for text, role in spans if text])
        return strip.adjust_cell_length(width, base)

    def _below(self, width: int) -> Span:
        screen, (words, role) = self.app.size, self._notice
        small = screen.width < SMALLEST.width or screen.height < SMALLEST.height
        if words and not (small and role == "dim"):  # what is only a hint gives way
            return fit(words, width - 2), role
        if small:
            text = _("Small window: everything works, more fits from {width} × {height} on.")
            return fit(text.format(width=SMALLEST.width, height=SMALLEST.height), width - 2), "warn"
        return "─" * (width - 2), "rule"
