"""What every screen has in common: heading, body, keys; language and saving shown as they change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar, cast

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from maturity.tui.messages import LanguageChanged, SaveChanged
from maturity.tui.widgets.heading import Heading
from maturity.tui.widgets.keys import Keys
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Span

if TYPE_CHECKING:
    from maturity.tui.app import MaturityApp

T = TypeVar("T")


class BaseScreen(Screen[T]):
    """A screen of the program. Subclasses give `body`, `title_words` and what `allowed` says of their commands."""

    DEFAULT_CSS = "BaseScreen { background: transparent; }"

    def compose(self) -> ComposeResult:
        """Heading, body, keys."""
        yield Heading()
        yield from self.body()
        yield Keys(lambda: {"levels": 9, "tabs": 9} | self.figures())

    def body(self) -> Iterable[Widget]:
        """What stands between heading and keys."""
        return ()

    def figures(self) -> dict[str, int]:
        """Numbers in the keys' names: how many levels, how many pages."""
        return {}

    def title_words(self) -> str:
        """Where one is."""
        return ""

    def state_words(self) -> Span:
        """The state of saving, where a file is open."""
        return ("", "")

    def notice(self) -> Span:
        """What must be read now: why a save failed."""
        return ("", "")

    def allowed(self, command: str) -> bool:  # noqa: ARG002 - subclasses look at it
        """Whether a command can be used now; what cannot is not in the footer."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Textual's question; the answer is `allowed`."""
        del parameters
        return self.allowed(action)

    @property
    def program(self) -> MaturityApp:
        """The app, by its own type."""
        return cast("MaturityApp", self.app)

    def on_mount(self) -> None:
        """First words."""
        self.redraw()

    def redraw(self) -> None:
        """Same contents, in the language and state of now; focus, scroll and half-typed text stay."""
        self._say()
        for page in self.query(Page):
            page.refill()
        self.refresh_bindings()

    def retranslate(self) -> None:
        """Other words in the same places."""
        self.redraw()
        self.query_one(Heading).refresh()

    def on_language_changed(self, message: LanguageChanged) -> None:
        """The language was switched."""
        del message
        self.retranslate()

    def on_save_changed(self, message: SaveChanged) -> None:
        """Saving, saved, or not saved."""
        del message
        self._say()

    def _say(self) -> None:
        self.query_one(Heading).say(self.title_words(), self.state_words(), self.notice())

    def action_keys(self) -> None:
        """All keys of this screen, explained."""
        from maturity.tui.screens.help import KeysScreen

        self.app.push_screen(KeysScreen(self))

    def action_close(self) -> None:
        """Back to the screen before."""
        self.dismiss(None)
