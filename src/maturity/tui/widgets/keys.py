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
from maturity.tui.commands import COMMANDS, EVERYWHERE, OTHER_KEYS, Command, command_of, label
from maturity.tui.widgets.palette import style

_ = domain("tui").gettext
Entry = tuple[str, str, str]  # key as written, label, action


class Keys(Widget):
    """Two lines at most; labels come from the registry in the language in use, and the mouse may press them."""

    DEFAULT_CSS = "Keys { height: 2; dock: bottom; background: transparent; }"

    def __init__(self, figures: Callable[[], dict[str, int]]) -> None:
        super().__init__()
        self._figures = figures  # how many sentences or pages the keys in "1–5" reach now
        self._entries: list[Entry] | None = None
        self._fitted: tuple[int, list[list[Entry]]] | None = None

    def on_mount(self) -> None:
        """Draw again whenever what can be done changes."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        del screen
        entries = self._found()
        if entries != self._entries:
            self._entries, self._fitted = entries, None
            self.refresh()

    def entries(self) -> list[Entry]:
        """What can be done now: this screen's commands first, then those that are everywhere."""
        if self._entries is None:
            self._entries = self._found()
        return self._entries

    def _found(self) -> list[Entry]:
        figures = self._figures()
        found: dict[str, Entry] = {}
        for key, active in self.screen.active_bindings.items():
            command = command_of(active.binding.action)
            if command is not None and command.footer and active.enabled and command.id not in found:
                found[command.id] = (key_words(command, key, figures), label(command), active.binding.action)
        here = [entry for command, entry in found.items() if command not in EVERYWHERE]
        return here + [found[command] for command in EVERYWHERE if command in found]

    def lines(self, width: int) -> list[list[Entry]]:
        """The entries, as many a line as fit; the palette holds what fits in neither line, and is named last then."""
        if self._fitted is None or self._fitted[0] != width:
            lines, left_out = _fitted(self.entries(), width)
            if left_out:
                palette = COMMANDS["command_palette"]
                rest = (_(palette.show), label(palette), palette.id)
                lines, _more = _fitted(self.entries(), width, last=rest)
            self._fitted = (width, lines)
        return self._fitted[1]

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


def key_words(command: Command, key: str, figures: dict[str, int]) -> str:
    """How a key is written beside a command."""
    if key != command.keys[0] and key in OTHER_KEYS:  # the first one means something else where the focus is
        return _(OTHER_KEYS[key])
    return _(command.show).format(**figures)


def _size(entry: Entry) -> int:
    return cell_len(entry[0]) + cell_len(entry[1]) + 3


def _fitted(entries: list[Entry], width: int, last: Entry | None = None) -> tuple[list[list[Entry]], bool]:
    """Two lines of entries, ``last`` at the end of the second; whether one was left out."""
    lines: list[list[Entry]] = [[]]
    used, reserved, left_out = 1, 0, False
    for entry in entries:
        if used + _size(entry) > width and len(lines) < 2:
            lines.append([])
            used, reserved = 1, _size(last) if last else 0
        if used + _size(entry) <= width - reserved:
            lines[-1].append(entry)
            used += _size(entry)
        else:
            left_out = True
    if last is not None:
        lines[-1].append(last)
    return lines, left_out
