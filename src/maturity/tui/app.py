"""The app: language, colours, opening and leaving. Everything else is a screen."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.scrollbar import ScrollBar

from maturity.errors import DamagedError, LockedError, MaturityError, SaveError
from maturity.locale import LANGUAGES, domain, language, set_language
from maturity.tui.commands import EVERYWHERE, bindings
from maturity.tui.in_use import ask_conflict, ask_in_use, ask_refused, save_elsewhere, told, unsaved
from maturity.tui.messages import LanguageChanged, SaveChanged
from maturity.tui.recovering import ask_which
from maturity.tui.screens.home import HomeScreen
from maturity.tui.session import Session
from maturity.tui.widgets.palette import THEMES, first_theme, themes
from maturity.tui.widgets.scrollbar import ThinBar

if TYPE_CHECKING:
    from maturity.response.trial import Trial

_ = domain("tui").gettext
_PATIENCE = 2.0  # seconds to restore the terminal after a signal
SIGNALS = {"SIGTERM": 143, "SIGHUP": 129, "SIGINT": 130}  # 128 + number, as shells count


def _now() -> datetime:
    return datetime.now().astimezone()


class MaturityApp(App[int]):
    """The program in a terminal. ``clock`` and folder are passed in, so that tests see the same screens every day."""

    TITLE = "maturity"
    CSS_PATH = Path(__file__).with_name("app.tcss")  # as a whole: a subclass may stand elsewhere
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-short"), (16, "-tall")]  # noqa: RUF012 - as Textual declares it
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(EVERYWHERE, priority=True),
        Binding("ctrl+c", "interrupt", show=False),  # where nothing is selected to copy
        Binding("ctrl+z", "pause", show=False),  # and `fg` to come back, where the shell knows that
    ]

    def __init__(
        self,
        folder: Path | None,
        path: Path | None = None,
        *,
        read_only: bool = False,
        trial: Trial | None = None,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        super().__init__(ansi_color=True)  # so that NO_COLOR strips colours rather than turning them into greys
        self.set_reactive(App.ansi_color, None)  # from here on each theme says for itself
        self.folder = folder
        self.first = path
        self.first_read_only = read_only
        self.trial = trial  # an invented authority to look around in; offered at once when it was asked for
        self.clock = clock
        self.session: Session | None = None
        self.animation_level = "none"  # nothing moves that a person did not move
        ScrollBar.renderer = ThinBar
        for theme in themes():
            self.register_theme(theme)
        self.theme = first_theme()

    def on_mount(self) -> None:
        """Home, or the file that was named."""
        self._listen_to_signals()
        home = HomeScreen()
        self.push_screen(home)
        if self.trial is not None:
            home.call_after_refresh(home.action_demo)
        elif self.first is not None:
            self.open_file(self.first, read_only=self.first_read_only)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is everywhere can be done everywhere; of the rest, nothing of Textual's own but the palette."""
        del parameters
        return action not in {"help_quit", "maximize"}

    # Opening

    def open_file(self, path: Path, *, read_only: bool = False, accept_damaged: bool = False) -> None:
        """Open an assessment and go on where it stopped; a file that cannot be opened says why."""
        self.run_worker(
            self._open(path, read_only=read_only, accept_damaged=accept_damaged), exclusive=True, group="open"
        )

    async def _open(self, path: Path, *, read_only: bool, accept_damaged: bool) -> None:
        try:
            session = await self._session(path, read_only=read_only, accept_damaged=accept_damaged)
        except LockedError as error:
            ask_in_use(self, path, error)
        except DamagedError:
            await ask_which(self, path, read_only=read_only)
        except SaveError as error:
            ask_refused(self, path, error)
        except MaturityError as error:
            again = partial(self.open_file, path, read_only=read_only, accept_damaged=accept_damaged)
            self.tell(error, again)
        else:
            self.enter(session)

    async def _session(self, path: Path, *, read_only: bool, accept_damaged: bool) -> Session:
        from maturity.tui.opening import open_session

        return await open_session(
            path, read_only=read_only, accept_damaged=accept_damaged, changed=self._saving_changed, clock=self.clock
        )

    def enter(self, session: Session) -> None:
        """Go on with an open assessment at its first unanswered question; where none is left, at finishing."""
        from maturity.tui.screens.answer import AnswerScreen

        self.session = session
        screen = AnswerScreen(session, session.first_open)
        self.push_screen(screen, self._left)
        if session.first_open == len(session.way):
            invented = session.response.authority.invented  # nobody answered it: there is nothing to thank for
            screen.call_after_refresh(screen.action_summary if invented else screen.action_finish)

    def _left(self, _result: int | None) -> None:
        self.run_worker(self._close_session(), group="close")

    async def _close_session(self) -> None:
        session = self.session
        if session is None:
            return
        if not await session.flush():
            self._ask_unsaved(lambda: self.enter(session), session)
            return
        self.forget(session)

    def forget(self, session: Session) -> None:
        """It is left: others may open the file."""
        session.close()
        self.session = None
        if isinstance(self.screen, HomeScreen):
            self.screen.action_reload(onto=session.path)

    def _saving_changed(self) -> None:
        if self.session is not None:
            ask_conflict(self, self.session)
        for screen in self.screen_stack:
            screen.post_message(SaveChanged())

    # Asking

    def tell(self, error: MaturityError, again: Callable[[], None] | None = None) -> None:
        """An error in three parts; nothing was changed. ``again`` tries the same, for its words in another language."""

        def answered(answer: str | None) -> None:
            if answer == "again" and again is not None:
                again()

        answers = [("back", lambda: _("Go back"))]
        self.push_screen(told(error.problems[0], answers, anew="again" if again else ""), answered)

    def _ask_unsaved(self, stay: Callable[[], None], session: Session) -> None:
        def answered(answer: str | None) -> None:
            if answer == "again":
                self.run_worker(self._again(session, self._close_session), group="close")
            elif answer == "beside":
                self.run_worker(self._beside(session, self._close_session), group="close")
            elif answer == "elsewhere":
                save_elsewhere(self, session, self._close_session, lambda: _("Back to the list"))
            elif answer == "leave":
                self.forget(session)
            else:
                stay()

        stay_or_leave = lambda: _("Go back to the questions"), lambda: _("Leave without the last changes")
        self.push_screen(unsaved(session, *stay_or_leave), answered)

    async def _beside(self, session: Session, then: Callable[[], Awaitable[None]]) -> None:
        await session.keep_beside()
        await then()

    async def _again(self, session: Session, then: Callable[[], Awaitable[None]]) -> None:
        await session.try_again()
        await then()

    # Leaving

    async def action_quit(self) -> None:
        """Save what is left and leave; where that fails, say so first."""
        await self._quit(0)

    async def action_interrupt(self) -> None:
        """Ctrl-C: the same, but whoever started the program is told."""
        await self._quit(SIGNALS["SIGINT"])

    async def _quit(self, code: int) -> None:
        session = self.session
        if session is not None and not await session.flush():
            self._ask_quit(session)
            return
        self._leave(code)

    def _ask_quit(self, session: Session) -> None:
        def answered(answer: str | None) -> None:
            if answer == "again":
                self.run_worker(self._again(session, self.action_quit), group="close")
            elif answer == "beside":
                self.run_worker(self._beside(session, self.action_quit), group="close")
            elif answer == "elsewhere":
                save_elsewhere(self, session, self.action_quit, lambda: _("Quit"))
            elif answer == "leave":
                self._leave(1)

        self.push_screen(unsaved(session, lambda: _("Stay here"), lambda: _("Quit without the last changes")), answered)

    async def on_unmount(self) -> None:
        """However the app ends: keep what is left and give the file back."""
        if self.session is not None:
            await self.session.end()
            self.session.close()

    async def action_pause(self) -> None:
        """Ctrl-Z: save first, for nobody knows when ``fg`` comes."""
        if self.session is not None:
            await self.session.flush()
        self.action_suspend_process()

    def _leave(self, code: int) -> None:
        if self.session is not None:
            self.session.close()
            self.session = None
        self.exit(code, return_code=code)

    def _listen_to_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name, code in SIGNALS.items():
            number = getattr(signal, name, None)
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):  # Windows; not the main thread
                if number is not None:
                    loop.add_signal_handler(number, self._stopped, code)

    def _stopped(self, code: int) -> None:
        async def save_and_leave() -> None:
            if self.session is not None:
                await self.session.end()
            # All is saved; a terminal that is gone can keep its writer waiting for ever, so we do not wait for it long.
            last_resort = threading.Timer(_PATIENCE, os._exit, (code,))
            last_resort.daemon = True
            last_resort.start()
            self._leave(code)

        self._stopping = asyncio.get_running_loop().create_task(save_and_leave())

    # Language, colours, palette

    def action_language(self) -> None:
        """The other language, in place."""
        set_language(LANGUAGES[(LANGUAGES.index(language()) + 1) % len(LANGUAGES)])
        if self.session is not None:
            self.session.tell_anew()
        for screen in self.screen_stack:
            screen.post_message(LanguageChanged())

    def action_theme(self) -> None:
        """The next colours."""
        place = THEMES.index(self.theme) if self.theme in THEMES else -1
        self.theme = THEMES[(place + 1) % len(THEMES)]
        for screen in self.screen_stack:
            screen.refresh()

    def refresh_css(self, animate: bool = True) -> None:
        """Other colours reach the palette of commands, too, which Textual forgets while it is open."""
        super().refresh_css(animate)
        for screen in self.screen_stack[-1:]:
            self.stylesheet.update(screen, animate=animate)

    def action_command_palette(self) -> None:
        """All commands by name, in the language in use."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            from maturity.tui.palette_provider import Commands, CommandSearch

            place = _("Search for a command…")
            self.push_screen(Commands([CommandSearch], placeholder=place, id="--command-palette"))

    @property
    def fault(self) -> Exception | None:
        """What nobody foresaw, after the terminal has been given back."""
        return self._exception

    def _fatal_error(self) -> None:
        """Leave. Without Textual's page of local variables: they hold answers."""
        self._close_messages_no_wait()


def run(folder: Path | None, path: Path | None = None, *, read_only: bool = False, trial: Trial | None = None) -> int:
    """Show the terminal until the person leaves; returns the exit code. No folder: the usual one, looked up later.

    A trial, this one or one begun on the home screen, is gone when this returns.
    """
    app = MaturityApp(folder, path, read_only=read_only, trial=trial)
    try:
        code = app.run()
    finally:
        if app.trial is not None:
            app.trial.close()
    if app.fault is not None:
        raise app.fault
    return code if code is not None else app.return_code or 0
