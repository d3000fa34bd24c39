"""The command palette's source: the registry's commands, in the language in use."""

from __future__ import annotations

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets import Input

from maturity.locale import domain
from maturity.tui.widgets.words import content

_ = domain("tui").gettext


class Commands(CommandPalette):
    """The palette, nothing in it blinking."""

    def on_mount(self) -> None:
        """A cursor that stands still."""
        self.query_one(Input).cursor_blink = False


class CommandSearch(Provider):
    """What can be done on the screen below; says in words when nothing fits."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for command in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(content(command.title), command.callback, command.title, command.help)

    async def search(self, query: str) -> Hits:
        """What fits in name or explanation."""
        matcher = self.matcher(query)
        found = False
        for command in self.app.get_system_commands(self.screen):
            score = max(matcher.match(command.title), matcher.match(command.help) / 2)
            if score > 0:
                found = True
                yield Hit(score, matcher.highlight(command.title), command.callback, command.title, command.help)
        if not found:
            yield Hit(0.01, content(_("Nothing of that name here.")), lambda: None, "")
