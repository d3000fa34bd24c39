"""Two people, one file: what the second may do, and what to do when the file changed while it was open."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from maturity.errors import LockedError, MaturityError, Problem, SaveError
from maturity.locale import domain, language
from maturity.locale.formats import hour
from maturity.toml import shown_file
from maturity.tui.messages import SaveChanged
from maturity.tui.screens.ask import AskScreen
from maturity.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from maturity.response.model import Response
    from maturity.tui.app import MaturityApp
    from maturity.tui.session import Session

_, ngettext, _context = domain("tui").functions
Words = Callable[[], str]


def ask_in_use(app: MaturityApp, path: Path, error: LockedError) -> None:
    """Somebody else has the file open: look, begin a copy of one's own, try again, or go back."""

    def answered(answer: str | None) -> None:
        if answer == "look":
            app.open_file(path, read_only=True)
        elif answer == "copy":
            app.run_worker(_ask_role(app, path), exclusive=True, group="open")
        elif answer == "again":
            app.open_file(path)

    answers = [
        ("back", lambda: _("Go back")),
        ("look", lambda: _("Look at it without changing anything")),
        ("copy", lambda: _("Save a copy of it for my own answers, and go on there")),
        ("again", lambda: _("Try again: it may have been closed")),
    ]
    app.push_screen(told(error.problems[0], answers, anew="again", arrow=""), answered)


def ask_refused(app: MaturityApp, path: Path, error: SaveError) -> None:
    """The disk or the folder takes nothing: what stands there can be looked at."""

    def answered(answer: str | None) -> None:
        if answer == "look":
            app.open_file(path, read_only=True)
        elif answer == "again":
            app.open_file(path)

    answers = [("back", lambda: _("Go back")), ("look", lambda: _("Look at it without changing anything"))]
    app.push_screen(told(error.problems[0], answers, anew="again"), answered)


async def _ask_role(app: MaturityApp, path: Path) -> None:
    """A second person has a role of their own."""
    from maturity.response.file import read
    from maturity.response.opening import roles

    try:
        response = await asyncio.to_thread(read, path)
        known = await asyncio.to_thread(roles, response)
    except MaturityError as error:
        app.tell(error, lambda: app.open_file(path))
        return

    def answered(role: str | None) -> None:
        if role is not None:
            app.run_worker(_copy(app, path, response, role), exclusive=True, group="open")

    answers = [*known.items()] or [(response.respondent.role, lambda: _("As before"))]
    text = lambda: _("The copy begins with the answers that are there now. No name is asked for.")  # noqa: E731
    app.push_screen(AskScreen(lambda: _("What is your role?"), text, answers), answered)


async def _copy(app: MaturityApp, path: Path, response: Response, role: str) -> None:
    from maturity.response.copying import copy_for

    try:
        copy = await asyncio.to_thread(copy_for, path, response, role, now=app.clock())
    except MaturityError as error:
        app.tell(error, lambda: app.open_file(path))
    else:
        app.open_file(copy)


def ask_conflict(app: MaturityApp, session: Session) -> None:
    """Once, when a save finds that somebody else changed the file; not amid a text, whose next keys would answer."""
    if not session.saving.conflict or session.warned or isinstance(app.focused, (Input, TextArea)):
        return
    if isinstance(app.screen, AskScreen) or session.saving.problem is None:
        return
    session.warned = True

    def answered(answer: str | None) -> None:
        if answer == "beside":
            app.run_worker(_go_on_beside(app, session), group="close")
        elif answer == "theirs":
            app.run_worker(_open_theirs(app, session), group="close")

    answers = [
        ("stay", lambda: _("Go on; nothing is saved for now")),
        ("beside", lambda: _("Save my answers as a copy beside it, and go on there")),
        ("theirs", lambda: _("Save my answers as a copy beside it, and open what stands in the file now")),
    ]
    problem = session.saving.problem

    def now() -> Problem:
        return session.saving.problem or problem

    app.push_screen(AskScreen(lambda: now().why, lambda: f"{now().where}\n\n{now().fix}", answers), answered)


async def _go_on_beside(app: MaturityApp, session: Session) -> None:
    if await session.go_on_beside():
        _tell_where(app, session.path)


async def _open_theirs(app: MaturityApp, session: Session) -> None:
    copy = await session.keep_beside()
    if copy is None:
        return
    app.forget(session)
    while not isinstance(app.screen, HomeScreen):
        await app.pop_screen()
    _tell_where(app, copy, lambda _answer: app.open_file(session.path))


def save_elsewhere(app: MaturityApp, session: Session, then: Callable[[], Awaitable[None]], leave: Words) -> None:
    """Ask for another folder, say where the copy is, and ``leave`` as was meant; where that failed, ask again."""
    from maturity.tui.screens.elsewhere import ElsewhereScreen

    def on() -> None:
        app.run_worker(then(), group="close")

    def saved(copy: Path | None) -> None:
        if copy is None:
            on()
        else:
            told = _(
                "The file {name} does not hold your last answers: go on with the copy, or put it in its place later."
            )
            more = told.format(name=shown_file(session.path.name))
            _tell_where(app, copy, lambda _answer: on(), more=more, named=leave)

    app.push_screen(ElsewhereScreen(session), saved)


def _tell_where(
    app: MaturityApp,
    copy: Path,
    then: Callable[[str | None], None] | None = None,
    *,
    more: str = "",
    named: Words = lambda: _("Go on"),
) -> None:
    title = _("Your answers are saved in {name}.").format(name=shown_file(copy.name))
    text = "\n\n".join([shown_file(copy), *([more] if more else [])])
    app.push_screen(AskScreen(lambda: title, lambda: text, [("ok", named)]), then)


def unsaved(session: Session, stay: Words, leave: Words) -> AskScreen:
    """What can still be done with the last changes before one leaves."""
    beside = ("beside", lambda: _("Save my answers as a copy beside it"))
    answers: list[tuple[str, Words]] = [
        ("again", lambda: _("Try to save again")),
        *([beside] if session.saving.conflict else []),
        ("elsewhere", lambda: _("Save my answers in another folder")),
        ("stay", stay),
        ("leave", leave),
    ]
    return UnsavedScreen(session, answers)


class UnsavedScreen(AskScreen):
    """Why the last save failed, and how often it was tried; gone at once when a save goes well meanwhile."""

    def __init__(self, session: Session, answers: list[tuple[str, Words]]) -> None:
        super().__init__(lambda: _("The last changes are not saved."), self._why, answers)
        self.session = session

    def _why(self) -> str:
        problem = self.session.saving.problem
        told = [f"{problem.where}\n{problem.why}\n→ {problem.fix}"] if problem else []
        return "\n\n".join([*told, *_tried(self.session)])

    def on_save_changed(self, message: SaveChanged) -> None:
        """Other words, or nothing left to ask."""
        del message
        if not self.session.kept:
            self.redraw()
        elif self.app.screen is self:
            self.dismiss("stay")


def _tried(session: Session) -> list[str]:
    if not session.tries or session.tried is None:
        return []
    count, clock = session.tries, hour(session.tried, language=language())
    told = ngettext(
        "Tried again at {hour}: still not saved.", "Tried {n} times again, last at {hour}: still not saved.", count
    )
    return [told.format(n=count, hour=clock)]


def told(problem: Problem, answers: list[tuple[str, Words]], *, anew: str = "", arrow: str = "→ ") -> AskScreen:
    """An error in three parts, and what can be done about it."""
    return AskScreen(lambda: problem.why, lambda: f"{problem.where}\n\n{arrow}{problem.fix}", answers, anew=anew)
