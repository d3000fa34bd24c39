"""The loop: a question is read out, a line is heard, what it means is done and confirmed; to the end and beyond."""

from __future__ import annotations

import errno
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.answering.left import progress
from maturity.answering.route import Step
from maturity.answering.told import change_words, redone, undone
from maturity.errors import MaturityError
from maturity.locale import LANGUAGES, domain, language, set_language
from maturity.plain import answers, going, helping, notes, outcome, projects, targets
from maturity.plain.commands import Said, plain, understand
from maturity.plain.elsewhere import save_elsewhere
from maturity.plain.helping import possible
from maturity.plain.opening import open_session
from maturity.plain.places import Place
from maturity.plain.signals import CODES, Leaving, Signals
from maturity.plain.talk import Talk
from maturity.plain.telling import prompt
from maturity.plain.telling import told as told_place

if TYPE_CHECKING:
    from maturity.answering.history import Past
    from maturity.plain.voice import Voice
    from maturity.response.model import Response

_ = domain("plain").gettext
GONE = (errno.EIO, errno.ENXIO)  # a terminal that went away; its signal is still on its way
# What is said about the question that is asked; true when that answers it and the conversation goes on.
ABOUT: Mapping[str, Callable[[Talk, Place, str], bool | None]] = {
    "number": answers.number,
    "dont_know": answers.dont_know,
    "not_applicable": answers.not_applicable,
    "note": notes.note,
    "evidence": notes.evidence,
    "confidence": answers.confidence,
    "flag": answers.flag,
    "erase": answers.erase,
    "targets": targets.target,
}


def converse(
    path: Path, voice: Voice, *, clock: Callable[[], float], read_only: bool = False, options: Sequence[str] = ()
) -> int:
    """Lead somebody through an assessment; returns the exit code. ``clock``: seconds of any steady clock.

    ``options``: of the command line, told with the command that goes on another time.

    Raises:
        MaturityError: not a response, or its questionnaire is not here.
    """
    with Signals() as signals:
        try:
            session = open_session(path, voice, read_only=read_only, clock=clock, held=signals.held)
        except EOFError:  # nobody is there to choose
            return 1
        except Leaving as leaving:
            return leaving.code
        if session is None:
            return 0
        try:
            return Conversation(Talk(session, voice), options).run()
        finally:
            session.close()


class Conversation:
    """From the greeting to the farewell."""

    def __init__(self, talk: Talk, options: Sequence[str] = ()) -> None:
        self.talk = talk
        self.options = options
        self.left = False
        self.moved = False  # the answer just given led on by itself: Enter alone may have been meant for that

    def run(self) -> int:
        """0 when the person left or nothing more came, 1 when something could not be saved, else the signal's code.

        Raises:
            OSError: nobody hears it any more; everything is saved all the same.
            MaturityError: nor could the last answers be saved.
        """
        try:
            self._talk()
            save_elsewhere(self.talk)
            return self._farewell()
        except Leaving as leaving:
            return self._cut_short(leaving.code)
        except OSError as error:
            if error.errno in GONE:
                return self._cut_short(CODES["SIGHUP"])
            if not self.talk.session.save() and self.talk.session.problem:
                raise MaturityError(self.talk.session.problem) from error
            raise

    def _talk(self) -> None:
        try:
            self._greet()
            while not self.left:
                self._turn()
        except EOFError:
            self.talk.voice.pause()

    def _greet(self) -> None:
        talk, response = self.talk, self.talk.session.response
        questionnaire, spoken = talk.session.questionnaire, talk.session.language
        form = questionnaire.form(response.questionnaire.form)
        talk.voice.say(f"{questionnaire.title[spoken]}. {form.name[spoken]}.")
        talk.voice.say(f"{response.authority.name}, {response.wave}.")
        if talk.session.read_only:
            talk.voice.say(_("You opened this to read only: nothing is changed."))
        else:
            talk.voice.say(_("Every answer is saved at once. Leave with q whenever you like; h is help."))
        talk.go_to_step(talk.session.first_open)
        if any(map(talk.session.answered, talk.session.way)):
            talk.voice.say(progress(talk.cards))
            if talk.place is not None:
                talk.voice.say(_("You go on where you stopped."))

    def _turn(self) -> None:
        talk = self.talk
        place = talk.place
        if talk.fresh:
            talk.fresh = False
            talk.voice.pause()
            talk.voice.say(*(going.end(talk) if place is None else told_place(talk, place)))
            if place is not None:
                talk.session.shown(place.step)
        line = talk.voice.ask(prompt(talk, place))
        said = understand(line)
        moved, self.moved = self.moved, False
        if moved and said.id == "next" and not line.strip():
            talk.voice.say(
                _("Already there: {question} Enter again leaves it for later.").format(question=_asked(talk))
            )
        elif place is None or said.id == "next" or not self._takes(line, place):
            self._obey(said, place)

    def _takes(self, line: str, place: Place) -> bool:
        """Where a name, or yes or no, is asked for: whether the line was one, and no command."""
        if place.part == "name" and projects.is_name(line):
            done = answers.name(self.talk, place, line)
        elif place.part == "second" and (wanted := answers.yes_or_no(line)) is not None:
            done = not wanted or projects.named(self.talk)
        else:
            return False
        if done:
            self._next()
        return True

    def _obey(self, said: Said, place: Place | None) -> None:
        if said.id in ABOUT and place is not None and _fits(said.id, place):
            if ABOUT[said.id](self.talk, place, said.rest):
                self._next()
                now = self.talk.place
                asked = now is not None and not now.part and not self.talk.session.answered(now.step)
                self.moved = asked and not place.part
        elif said.id == "dont_know" and place is not None:
            self.talk.voice.say(_("If you don’t know, leave it: Enter goes on."))
        elif said.id in ABOUT and said.id != "number" and place is None:
            self.talk.voice.say(_("That is said about one question: go to it first, with g and its number."))
        elif said.id in ABOUT or said.id == "text":
            unknown = _("“{text}” was not understood.").format(text=said.rest[:60]) if said.id == "text" else ""
            self.talk.voice.say(f"{unknown} {possible(self.talk, place)}")
        else:
            getattr(self, f"_do_{said.id}")(said.rest)

    # Going about

    def _next(self) -> None:
        """On to the next question; back to the end, when one came from there for this one."""
        talk, before = self.talk, self.talk.place
        talk.go(talk.at + 1)
        if talk.returning and (talk.place is None or before is None or talk.place.step != before.step):
            talk.go(len(talk.places))

    def _do_next(self, _rest: str) -> None:
        place = self.talk.place
        if place is None:
            self.talk.voice.say(possible(self.talk, None))
            return
        if not place.part and not self.talk.session.answered(place.step):
            self.talk.voice.say(_("No answer for now."))
        self._next()

    def _do_back(self, _rest: str) -> None:
        if self.talk.at == 0:
            self.talk.voice.say(_("This is the first question."))
        else:
            self.talk.go(self.talk.at - 1)

    def _do_skip(self, _rest: str) -> None:
        talk = self.talk
        if talk.place is not None:
            talk.go_to_step(len(talk.session.way) if talk.returning else talk.index(talk.place) + 1)

    def _do_repeat(self, _rest: str) -> None:
        self.talk.told -= {what for what in self.talk.told if what.startswith(("row", "codes", "counts", "end"))}
        self.talk.fresh, self.talk.short = True, False

    def _do_goto(self, rest: str) -> None:
        going.goto(self.talk, rest)

    def _do_search(self, rest: str) -> None:
        going.search(self.talk, rest)
        going.remind(self.talk)

    def _do_where(self, _rest: str) -> None:
        going.where(self.talk)

    def _do_finish(self, _rest: str) -> None:
        self.talk.told.discard("end")
        self.talk.go(len(self.talk.places))

    def _do_quit(self, _rest: str) -> None:
        self.left = True

    def _do_second(self, _rest: str) -> None:
        projects.second(self.talk, self.talk.place)

    def _do_remove(self, _rest: str) -> None:
        projects.remove(self.talk, self.talk.place)

    # Helping, undoing, looking

    def _do_help(self, _rest: str) -> None:
        helping.help(self.talk, self.talk.place)

    def _do_take_back(self, _rest: str) -> None:
        now, past = self.talk.session.response, self.talk.session.undo()
        if past is None:
            self.talk.voice.say(_("There is nothing to undo."))
        else:
            self._went_back(past, undone(self._change(past.response, now, past)))

    def _do_put_back(self, _rest: str) -> None:
        now, past = self.talk.session.response, self.talk.session.redo()
        if past is None:
            self.talk.voice.say(_("There is nothing to do again."))
        else:
            self._went_back(past, redone(self._change(now, past.response, past)))

    def _change(self, before: Response, after: Response, past: Past) -> str:
        session = self.talk.session
        step = Step.of(past.step.partition("#")[0]) if past.step else None
        return change_words(session.questionnaire, before, after, step, session.language)

    def _went_back(self, past: Past, words: str) -> None:
        talk = self.talk
        talk.confirm(f"{words}.")
        talk.go_to_key(past.step)
        talk.short = True

    def _do_summary(self, rest: str) -> None:
        outcome.results(self.talk, rest)
        going.remind(self.talk)

    def _do_report(self, _rest: str) -> None:
        outcome.report(self.talk)
        going.remind(self.talk)

    def _do_language(self, rest: str) -> None:
        code = plain(rest)[:2] or LANGUAGES[(LANGUAGES.index(language()) + 1) % len(LANGUAGES)]
        if code not in LANGUAGES:
            self.talk.voice.say(_("Type language fr or language en."))
            return
        set_language(code)
        self.talk.voice.say(_("We speak English now."))
        if not any(map(self.talk.session.answered, self.talk.session.way)):
            self.talk.told.clear()  # the introduction was perhaps not understood
        if self.talk.place is None:
            self.talk.fresh = True  # how much is left, not the list again
        else:
            self._do_repeat("")

    # Leaving

    def _farewell(self) -> int:
        """Tell that all is kept, when it is, and how to go on."""
        kept, voice = self.talk.session.save(), self.talk.voice
        self.talk.tell_copy()
        voice.say(*self._last_words(kept=kept))
        path = self.talk.session.elsewhere or self.talk.session.path
        voice.whole(shlex.join(["maturity", "answer", str(path), "--plain", *self.options]))
        return 0 if kept else 1

    def _cut_short(self, code: int) -> int:
        """The same after a signal; a window that is gone is told nothing, and a second signal ends this too."""
        with suppress(OSError, Leaving):
            self.talk.session.save()
            if code != CODES["SIGHUP"]:
                self.talk.voice.pause()
                self._farewell()
        return code

    def _last_words(self, *, kept: bool) -> Iterator[str]:
        session = self.talk.session
        if session.read_only:
            yield _("Nothing was changed.")
        elif kept:
            yield _("Everything is saved.")
        else:
            problem = session.problem
            yield from (problem.why, problem.where, problem.fix) if problem else ()
            yield _("Your last changes are not saved.")
        yield _("To continue later:")


def _asked(talk: Talk) -> str:
    """The number of the question that is asked."""
    place = talk.place
    return _("Question {place}.").format(place=talk.cards.place(talk.index(place))[0]) if place is not None else ""


def _fits(id: str, place: Place) -> bool:
    """Whether a command can be given about this question."""
    if id == "number":
        return place.part not in {"second", "name"}
    return place.step.kind == "item" or (id == "erase" and place.part != "second")
