"""The last lines of every screen: what can be done now, and with which key."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from maturity.locale import domain
from maturity.tui.commands import EVERYWHERE, OTHER_KEYS, Command, command_of, label
from maturity.tui.widgets.palette import style

_ = domain("tui").gettext
Entry = tuple[str, str, str]  # key as written, label, action


class Keys(Widget):
    """Two lines at most; labels come from the registry in the language in use, and the mouse may press them."""

    DEFAULT_CSS = "Keys { height: 2; dock: bottom; background: transparent; }"

    def __init__(self, figures: Callable[[], dict[str, int]]) -> None:
        super().__init__()
        self._figures = figures  # how many sentences or pages the keys in "1–5" reach now

    def on_mount(self) -> None:
        """Draw again whenever what can be done changes."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        del screen
        self.refresh()

    def entries(self) -> list[Entry]:
        """What can be done now: this screen's commands first, then those that are everywhere."""
        found: dict[str, Entry] = {}
        for key, active in self.screen.active_bindings.items():
            command = command_of(active.binding.action)
            if command is not None and command.footer and active.enabled and command.id not in found:
                found[command.id] = (self._key(command, key), label(command), active.binding.action)
        here = [entry for command, entry in found.items() if command not in EVERYWHERE]
        return here + [found[command] for command in EVERYWHERE if command in found]

    def _key(self, command: Command, key: str) -> str:
        if key != command.keys[0] and key in OTHER_KEYS:  # the first one means something else where the focus is
            return _(OTHER_KEYS[key])
        return _(command.show).format(**self._figures())

    def lines(self, width: int) -> list[list[Entry]]:
        """The entries, as many a line as fit; what fits in neither line stands in the palette."""
        lines: list[list[Entry]] = [[]]
        used = 1
        for entry in self.entries():
            size = cell_len(entry[0]) + cell_len(entry[1]) + 3
            if used + size > width and len(lines) < 2:
                lines.append([])
                used = 1
            if used + size <= width:
                lines[-1].append(entry)
                used += size
        return lines

    def render_line(self, y: int) -> Strip:
        """One of the two lines."""
        width, base, theme = self.size.width, self.rich_style, self.app.theme
        lines = self.lines(width)
        segments = [Segment(" ", base)]
        for key, words, action in lines[y] if y < len(lines) else []:
            press = Style.from_meta({"press": action})
            segments.append(Segment(key, base + style(theme, "key") + press))
            segments.append(Segment(f" {words}", base + style(theme, "") + press))
            segments.append(Segment("  ", base))
        return Strip(segments).adjust_cell_length(width, base)

    async def on_click(self, event: events.Click) -> None:
        """The mouse presses what it points at."""
        action = event.style.meta.get("press")
        if action is not None:
            await self.screen.run_action(action)
