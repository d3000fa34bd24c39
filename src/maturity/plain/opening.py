"""Opening a file for a conversation: what is in the way is told, and what can be done about it is asked in words."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import DamagedError, LockedError, Problem, ResponseError, SaveError
from maturity.locale import domain
from maturity.plain.commands import N_, plain
from maturity.plain.session import Session
from maturity.toml import shown_file

if TYPE_CHECKING:
    from maturity.plain.voice import Voice
    from maturity.response.versions import Standing

_ = domain("plain").gettext
_WORDS = domain("plain")


@dataclass(frozen=True)
class Way:
    """Something to do instead; ``words`` in every language are understood, and never a digit: it may be an answer."""

    id: str
    words: str
    label: str


READ = Way("read", N_("read, look"), N_("look at it; nothing is changed"))
INTACT = Way(
    "intact", N_("intact, before"), N_("go on with the intact version; what the file contains now is kept beside it")
)
ALONE = Way("alone", INTACT.words, N_("go on with the intact version"))
BEFORE = Way("before", READ.words, N_("look at the intact version; nothing is changed"))
NEWER = Way(
    "newer", N_("newer, recent"), N_("go on with the newer version; the other one becomes the previous version")
)
LATER = Way("later", NEWER.words, N_("go on with the newer version; what the file contains now is kept beside it"))
ANYWAY = Way(
    "anyway",
    N_("anyway"),
    N_("go on with the file as it is; every version is kept beside it, and the results will say that it was changed"),
)
SAVED = Way("saved", N_("saved, file"), N_("go on with the version in the file; the newer one is kept beside it"))
COPY = Way("copy", N_("copy"), N_("save a copy of it for your own answers, and go on there"))
AGAIN = Way("again", N_("again, retry"), N_("try again: it may have been closed"))
LEAVE = Way("leave", N_("leave, quit, q"), N_("leave; nothing is changed"))


def open_session(
    path: Path,
    voice: Voice,
    *,
    read_only: bool,
    clock: Callable[[], float],
    held: Callable[[], AbstractContextManager[None]],
) -> Session | None:
    """The session of a file; None when the person would rather leave.

    Raises:
        MaturityError: not a response, or its questionnaire is not here.
    """
    from maturity.response.opening import open_with_questionnaire

    _require_something(path)
    accepted = False
    while True:
        try:
            questionnaire, file = open_with_questionnaire(path, read_only=read_only, accept_damaged=accepted)
        except DamagedError:
            found = _told(path, voice)
            chosen = _choose(voice, _ways(found, read_only=read_only))
            _carry_out(found, chosen, voice)
            path = found.best.path if chosen is BEFORE and found.best else path
        except LockedError as error:
            voice.problem(error.problems[0])
            chosen = _choose(voice, [READ, COPY, AGAIN, LEAVE])
        except SaveError as error:
            voice.problem(error.problems[0])
            chosen = _choose(voice, [READ, LEAVE])
        else:
            return Session(questionnaire, file, clock=clock, held=held)
        if chosen is LEAVE:
            return None
        path = _copy(path, voice) if chosen is COPY else path
        accepted = accepted or chosen is READ  # nothing is changed by looking
        read_only = read_only or chosen in (READ, BEFORE)


def _require_something(path: Path) -> None:
    """Nothing where there is a file, or a version of one that is gone.

    Raises:
        ResponseError: there is neither.
    """
    from maturity.response.versions import standing

    if not path.exists() and standing(path, None).best is None:
        why = _("There is no such file.")
        fix = _("“maturity list” shows your assessments; “maturity new” begins one, asking line by line.")
        raise ResponseError(Problem(shown_file(path), why, fix))


def _told(path: Path, voice: Voice) -> Standing:
    """Every version there is; nothing changes before a choice.

    Raises:
        DamagedError: there is nothing to go on with.
    """
    from maturity.response import described
    from maturity.response.opening import look

    found, now = look(path), datetime.now(UTC)
    if not (found.best or found.readable):
        raise DamagedError(described.problem(found, now))
    voice.say(described.happened(found), *(described.told(one, now) for one in described.versions(found)))
    voice.say(described.differs(found))
    voice.whole(shown_file(path))
    voice.say(_("The program has not touched it."))
    return found


def _ways(found: Standing, *, read_only: bool) -> list[Way]:
    """What can be done; who only wants to look is offered nothing that changes anything."""
    ways = [READ] if found.readable else [BEFORE]
    if not read_only:
        best = INTACT if found.file else ALONE
        if found.whole and found.best:
            best = LATER if found.best.kind == "later" else NEWER
        ways = [*([best] if found.best else []), *([SAVED if found.whole else ANYWAY] if found.readable else []), *ways]
    return [*ways, LEAVE]


def _carry_out(found: Standing, chosen: Way, voice: Voice) -> None:
    """What a choice between versions changes on the disk, and that it is done; the other choices change nothing."""
    from maturity.response import described
    from maturity.response.opening import look
    from maturity.response.restoring import keep_as_it_is, restore

    if chosen in (INTACT, ALONE, NEWER, LATER):
        restore(found.path)
    elif chosen in (ANYWAY, SAVED):
        keep_as_it_is(found.path)
    else:
        return
    voice.say(*described.done(found, look(found.path)))


def _copy(path: Path, voice: Voice) -> Path:
    """A file of their own for a second person, whose role is asked for; where it is."""
    from maturity.response.copying import copy_for
    from maturity.response.file import read
    from maturity.response.opening import roles

    response = read(path)
    known = {code: words() for code, words in roles(response).items()}
    known = known or {response.respondent.role: response.respondent.role}
    voice.say(_("What is your role? Type its number; no name is asked for."))
    voice.say(*(f"{n}{_(': ')}{words}." for n, words in enumerate(known.values(), 1)))
    chosen = ""
    while not chosen:
        heard = voice.ask(_("Your role: ")).strip()
        number = int(heard) if heard.isascii() and heard.isdigit() and len(heard) < 3 else 0
        chosen = list(known)[number - 1] if 1 <= number <= len(known) else ""
    copy = copy_for(path, response, chosen)
    voice.say(_("Your answers are in a copy of its own from now on:"))
    voice.whole(str(copy))
    return copy


def _choose(voice: Voice, ways: list[Way]) -> Way:
    from maturity.locale import LANGUAGES

    names = {
        plain(name).strip(): way
        for way in ways
        for code in LANGUAGES
        for name in _WORDS.spoken(code)[0](way.words).split(",")
    }
    voice.say(_("Type one of these words:"))
    voice.say(*(f"{_(way.words).split(',')[0]}{_(': ')}{_(way.label)}." for way in ways))
    while True:
        heard = plain(voice.ask(_("Your choice: "))).strip()
        if heard in names:
            return names[heard]
        voice.say(_("Type one of the words above."))
