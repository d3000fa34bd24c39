"""A file that is not as it was written: what stands there is told, and nothing changes before a choice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import MaturityError
from maturity.locale import domain
from maturity.toml import shown_file
from maturity.tui.screens.ask import AskScreen

if TYPE_CHECKING:
    from maturity.response.model import Response
    from maturity.response.versions import Standing, Version
    from maturity.tui.app import MaturityApp

_ = domain("tui").gettext
Words = Callable[[], str]


async def ask_which(app: MaturityApp, path: Path, *, read_only: bool) -> None:
    """Tell every version there is, and ask which one to go on with; a look changes nothing."""
    from maturity.response.opening import look

    try:
        standing = await asyncio.to_thread(look, path)
    except MaturityError as error:
        app.tell(error)
        return

    def answered(answer: str | None) -> None:
        if answer == "again":
            app.run_worker(ask_which(app, path, read_only=read_only), exclusive=True, group="open")
        else:
            _answered(app, standing, answer)

    app.push_screen(_asking(app, standing, read_only=read_only), answered)


def _asking(app: MaturityApp, standing: Standing, *, read_only: bool) -> AskScreen:
    from maturity.response import described

    def text() -> str:
        versions = described.versions(standing)
        told = (f"{'✓' if one.state == 'intact' else '✗'} {described.told(one, app.clock())}" for one in versions)
        differs = [described.differs(standing)] if described.differs(standing) else []
        return "\n".join([*told, *differs, "", shown_file(standing.path), _asked(standing)])

    answers = _answers(standing)
    if read_only:
        answers = [one for one in answers if one[0] in ("back", "look", "before")]
    # why it does not fit was said in the language that it was found in
    return AskScreen(lambda: described.happened(standing), text, answers, anew="again" if standing.misfit else "")


def _asked(standing: Standing) -> str:
    if standing.best or standing.readable:
        return _("The program has not touched it. What do you want to do?")
    if standing.misfit:
        return standing.misfit.fix
    if standing.kept:
        told = _('A version that was kept can still be gone on with: leave, then maturity restore "{file}"')
        return told.format(file=shown_file(standing.path))
    return _("It cannot be opened any more. Take a copy that is intact, from a backup or an e-mail.")


def _answers(standing: Standing) -> list[tuple[str, Words]]:
    """To go back comes first: Enter alone changes nothing."""
    best = standing.best
    answers: list[tuple[str, Words]] = [("back", lambda: _("Go back; everything stays as it is"))]
    if best is not None:
        answers.append(("restore", lambda: _go_on(standing)))
    if standing.readable:
        answers.append(("keep", lambda: _as_it_is(standing)))
        answers.append(("look", lambda: _("Look at what the file contains, without changing anything")))
    elif best is not None:
        answers.append(("before", lambda: _("Look at the intact version, without changing anything")))
    return answers


def _go_on(standing: Standing) -> str:
    if standing.whole and standing.best is not None and standing.best.kind != "later":
        return _("Go on with the newer version; the other one becomes the previous version")
    if standing.file is None:
        return _("Go on with the intact version")
    if standing.whole:
        told = _("Go on with the newer version; what the file contains now is kept as {name}")
    else:
        told = _("Go on with the intact version; what the file contains now is kept as {name}")
    return told.format(name=_kept(standing, standing.file))


def _as_it_is(standing: Standing) -> str:
    if standing.whole:
        told = _("Go on with the version in the file; the newer one is kept as {name}")
    else:
        return _("Go on with the file as it is: every version is kept, and results will say that it was changed")
    return told.format(name=_kept(standing, standing.best))


def _kept(standing: Standing, gives_way: Version | None) -> str:
    """The name under which the text that gives way will be found."""
    from maturity.response.reading import place_to_keep

    return place_to_keep(standing.path, gives_way.data)[0].name if gives_way is not None else ""


def _answered(app: MaturityApp, standing: Standing, answer: str | None) -> None:
    from maturity.response.restoring import keep_as_it_is, restore

    if answer == "restore":
        app.run_worker(_go(app, standing, restore), exclusive=True, group="open")
    elif answer == "keep":
        app.run_worker(_go(app, standing, keep_as_it_is), exclusive=True, group="open")
    elif answer == "look":
        app.open_file(standing.path, read_only=True, accept_damaged=True)
    elif answer == "before" and standing.best is not None:
        app.open_file(standing.best.path, read_only=True)


async def _go(app: MaturityApp, standing: Standing, carry_out: Callable[[Path], Response]) -> None:
    from maturity.response.opening import look

    try:
        await asyncio.to_thread(carry_out, standing.path)
        after = await asyncio.to_thread(look, standing.path)
    except MaturityError as error:
        app.tell(error)
        return
    _tell_done(app, standing, after)


def _tell_done(app: MaturityApp, before: Standing, after: Standing) -> None:
    """What the file holds now and where the rest is; then it is opened."""
    from maturity.response import described

    def text() -> str:
        return "\n\n".join(described.done(before, after)[1:])

    def answered(answer: str | None) -> None:
        if answer is not None:
            app.open_file(after.path)

    answers: list[tuple[str, Words]] = [("go", lambda: _("Go on"))]
    app.push_screen(AskScreen(lambda: described.done(before, after)[0], text, answers), answered)
