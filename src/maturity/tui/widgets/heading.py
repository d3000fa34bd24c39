"""The first lines of every screen: where one is, and whether all is saved. Two, more for why a save failed."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from maturity.locale import domain
from maturity.tui.widgets.palette import style
from maturity.tui.widgets.rows import Span, fit, wrap

_ = domain("tui").gettext
SMALLEST = Size(80, 24)
_TALL = 16  # rows, from which on a message may take several
_MOST = 4  # lines of a message


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
            self._make_room()
            self.refresh()

    def on_resize(self) -> None:
        """Other lines in another width."""
        self._make_room()

    def _make_room(self) -> None:
        height = 1 + len(self._wrapped())
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height

    def _wrapped(self) -> list[str]:
        """What went wrong is read whole where the window has room; anything else is one line."""
        words, role = self._notice
        tall = self.app.size.height >= _TALL
        return wrap(words, self.app.size.width - 2)[:_MOST] if words and role == "bad" and tall else [words]

    def render_line(self, y: int) -> Strip:
        """Words above, line below."""
        width, base, theme = self.size.width, self.rich_style, self.app.theme
        if y == 0:
            right = self._right[0]
            room = max(width - (cell_len(right) + 6 if right else 2), 10)
            spans = [(" ", ""), (fit(self._left, room), "strong"), ("  ", ""), (right, self._right[1])]
        else:
            spans = [(" ", ""), self._below(width, y - 1)]
        strip = Strip([Segment(text, base + style(theme, role)) for text, role in spans if text])
        return strip.adjust_cell_length(width, base)

    def _below(self, width: int, line: int) -> Span:
        screen, role, lines = self.app.size, self._notice[1], self._wrapped()
        words = lines[line] if line < len(lines) else ""
        small = screen.width < SMALLEST.width or screen.height < SMALLEST.height
        if words and not (small and role == "dim"):  # what is only a hint gives way
            return fit(words, width - 2), role
        if small:
            text = _("Small window: everything works, more fits from {width} × {height} on.")
            return fit(text.format(width=SMALLEST.width, height=SMALLEST.height), width - 2), "warn"
        return "─" * (width - 2), "rule"
