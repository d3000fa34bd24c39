"""The command palette: all that can be done now, from the registry, in the language in use, with its key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import App
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from maturity.locale import domain
from maturity.text import plain_words
from maturity.tui.commands import COMMANDS, EVERYWHERE, command_of, label
from maturity.tui.screens.base import BaseScreen
from maturity.tui.widgets.keys import key_words
from maturity.tui.widgets.words import content, shown

_ = domain("tui").gettext


@dataclass(frozen=True)
class Offer:
    """Something that can be done now."""

    id: str  # of the command
    title: str
    key: str  # as written
    help: str
    action: str


class Commands(CommandPalette):
    """The palette, nothing in it blinking."""

    CSS_PATH = "palette_provider.tcss"

    def on_mount(self) -> None:
        """A cursor that stands still."""
        self.query_one(Input).cursor_blink = False


class CommandSearch(Provider):
    """What can be done on the screen below; says in words when nothing fits."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for offer in offers(self.screen):
            yield DiscoveryHit(_display(offer), _runner(self.app, self.screen, offer.action), offer.title, offer.help)

    async def search(self, query: str) -> Hits:
        """What fits in name or explanation."""
        found = False
        for offer in offers(self.screen):
            score = fits(offer, plain_words(query))
            if score:
                found = True
                run = _runner(self.app, self.screen, offer.action)
                yield Hit(score, _display(offer), run, offer.title, offer.help)
        if not found:
            yield Hit(0.01, content(_("Nothing of that name here.")), lambda: None, "")


def offers(screen: Screen[object]) -> list[Offer]:
    """What can be done on a screen, each once; a command whose every key is its own choice, once a key."""
    figures = {"levels": 9, "tabs": 9} | (screen.figures() if isinstance(screen, BaseScreen) else {})
    found: dict[str, Offer] = {}
    for key, active in screen.active_bindings.items():
        command = command_of(active.binding.action)
        if command is None or not active.enabled or command.id == "command_palette":
            continue
        title, name = shown(label(command)), key_words(command, key, figures)
        if command.each:
            if key not in command.reach(figures):
                continue
            title, name = f"{title} {key}", key
        title = title[:1].upper() + title[1:]
        found.setdefault(title, Offer(command.id, title, name, _(command.help), active.binding.action))
    return sorted(found.values(), key=lambda offer: COMMANDS[offer.id].each)  # ten numbered ones would hide the rest


def fits(offer: Offer, words: list[str]) -> float:
    """0–1: every word begins a word of the title, or of title and explanation; accents and capitals do not matter."""
    title, all_ = plain_words(offer.title), plain_words(f"{offer.title} {offer.key} {offer.help}")
    if not words or not all(_begins(all_, word) for word in words):
        return 0.0
    if not all(_begins(title, word) for word in words):
        return 0.4
    return 1.0 if title[: len(words)] == words else 0.8


def _begins(words: list[str], start: str) -> bool:
    return any(word.startswith(start) for word in words)


def _display(offer: Offer) -> Content:
    return Content.assemble(content(offer.title), "   ", (shown(offer.key), "bold $accent"))


def _runner(app: App[object], screen: Screen[object], action: str) -> Callable[[], None]:
    target = app if action in EVERYWHERE else screen

    def run() -> None:
        app.run_worker(app.run_action(action, target), group="palette")

    return run
