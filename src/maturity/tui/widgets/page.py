"""A page of rows: scrolls, has a cursor over what can be chosen, is redrawn in place and never remounted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from maturity.locale import domain
from maturity.tui.widgets.palette import style
from maturity.tui.widgets.rows import Row

_ = domain("tui").gettext
Builder = Callable[[int], list[Row]]


class Page(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows what a builder makes for the present width. Rows with a target can be reached by cursor and mouse."""

    DEFAULT_CSS = """
    Page {
        height: 1fr;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        background: transparent;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]

    class Chosen(Message):
        """Something was chosen by Enter or mouse."""

        def __init__(self, page: Page, target: str) -> None:
            super().__init__()
            self.page = page
            self.target = target

    class Moved(Message):
        """The cursor stands on something else."""

        def __init__(self, page: Page, target: str) -> None:
            super().__init__()
            self.page = page
            self.target = target

    def __init__(self, build: Builder | None = None, *, id: str | None = None, widest: int = 110) -> None:
        super().__init__(id=id)
        self.widest = widest
        self.cursor: str | None = None
        self._build = build
        self._rows: Sequence[Row] = []
        self._last = -1  # the last row with something on it
        self._marked: str | None = None  # where the mark was drawn
        self._room = Size()  # the room that the rows were made for

    @property
    def targets(self) -> list[str]:
        """What can be chosen, in order."""
        return list(dict.fromkeys(row.target for row in self._rows if row.target is not None))

    def show(self, build: Builder, *, cursor: str | None = None, top: bool = False) -> None:
        """Show other contents; ``top`` goes back to the first row."""
        self._build = build
        self.cursor = cursor
        self.refill()
        if top:
            self.scroll_to(y=0, animate=False, immediate=True)
        if cursor is not None:
            self._keep_visible()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Where a style sheet asks for it (``height: auto``): as high as its rows."""
        del container, viewport
        return len(self._build(min(width, self.widest))) if self._build else 0

    def refill(self) -> None:
        """Build the rows again (other answers, other language); cursor and scroll stay."""
        width, height = room = self.scrollable_content_region.size
        if self._build is None or width <= 0:
            self._room = Size()  # hidden until now: build as soon as there is room
            return
        same, before, self._room = room == self._room, self._rows, room
        self._rows = self._build(min(width, self.widest))
        if self.cursor is not None and self.cursor not in self.targets:
            self.cursor = None
        self._last = max((n for n, row in enumerate(self._rows) if row.plain.strip()), default=-1)
        if same and len(before) == len(self._rows):
            self._redraw([n for n, row in enumerate(self._rows) if row != before[n]])
        else:
            self.virtual_size = Size(width, max(len(self._rows), height))  # the same for all that fit: no new layout
            if self.styles.height is not None and self.styles.height.is_auto:
                self.refresh(layout=True)
            self._marked = self.cursor
            self.refresh()

    def _redraw(self, lines: list[int]) -> None:
        """Draw these rows again, and those that the mark left or came to: most keys change a line or two."""
        if self.cursor != self._marked:
            moved = {self.cursor, self._marked} - {None}
            top = self.scroll_offset.y
            seen = range(top, min(top + self.size.height, len(self._rows)))  # a list may have thousands of rows
            lines = sorted({*lines, *(n for n in seen if self._rows[n].target in moved)})
            self._marked = self.cursor
        if len(lines) > self.size.height // 2:
            self.refresh()
            return
        for line in lines:
            self.refresh_line(line)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again for the new size."""
        del event
        if self.scrollable_content_region.size != self._room:
            self.refill()

    def render_line(self, y: int) -> Strip:
        """One row, its cursor mark in the margin."""
        width = self.size.width
        base = self.rich_style
        index = y + self.scroll_offset.y
        if index >= len(self._rows):
            return Strip.blank(width, base)
        row = self._rows[index]
        theme = self.app.theme
        here = row.target is not None and row.target == self.cursor
        segments = [Segment(text, base + style(theme, role)) for text, role in row.spans if text]
        strip = Strip(segments)
        if here:
            mark = Segment("▌", base + style(theme, "accent"))
            strip = Strip([mark, *strip.crop(1, width)]).apply_style(Style(bold=True))
        if y == self.size.height - 1 and index < self._last:
            strip = self._with_more(strip, base)
        margin = max(0, (width - 1 - self.widest) // 2)
        if margin:
            strip = Strip([Segment(" " * margin, base), *strip])
        return strip.adjust_cell_length(width, base)

    def _with_more(self, strip: Strip, base: Style) -> Strip:
        """The last line that is seen says that more stands below it."""
        words = f"  ↓ {_('more')} "
        room = min(self.widest, self.scrollable_content_region.width) - cell_len(words)
        more = Segment(words, base + style(self.app.theme, "key"))
        return Strip([*strip.crop(0, room).adjust_cell_length(room, base), more])

    def action_page_down(self) -> None:
        """Nearly a window further: the line under the sign is seen next."""
        self.scroll_relative(y=max(self.size.height - 2, 1), animate=False)

    def action_page_up(self) -> None:
        """Nearly a window back."""
        self.scroll_relative(y=-max(self.size.height - 2, 1), animate=False)

    def action_move(self, step: int) -> None:
        """Cursor up or down; scrolls where nothing can be chosen."""
        targets = self.targets
        if not targets:
            self.scroll_relative(y=step, animate=False)
            return
        place = (0 if step > 0 else len(targets) - 1) if self.cursor is None else targets.index(self.cursor) + step
        if not 0 <= place < len(targets):  # past the ends: show what stands before and after
            self.scroll_relative(y=3 * step, animate=False)
            return
        self.put_cursor(targets[place])

    def put_cursor(self, target: str) -> None:
        """Move the cursor and tell the screen."""
        self.cursor = target
        self._keep_visible()
        self._redraw([])
        self.post_message(self.Moved(self, target))

    def _keep_visible(self) -> None:
        lines = [n for n, row in enumerate(self._rows) if row.target == self.cursor]
        if lines:
            below = lines[-1] < self._last  # so that the sign for more covers none of it
            region = Region(0, lines[0], 1, lines[-1] - lines[0] + 1 + below)
            self.scroll_to_region(region, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """The mouse works, and is never needed."""
        index = event.y + self.scroll_offset.y
        target = self._rows[index].target if index < len(self._rows) else None
        if target is not None:
            self.put_cursor(target)
            self.post_message(self.Chosen(self, target))

    def choose(self) -> None:
        """Choose what stands under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self, self.cursor))
