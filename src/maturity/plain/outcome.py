"""Results and report in the conversation; numbers, pictures and the PDF are loaded only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import MaturityError, Problem
from maturity.locale import domain, language
from maturity.response import sidecars
from maturity.toml import shown_file

if TYPE_CHECKING:
    from pathlib import Path

    from maturity.plain.session import Session
    from maturity.plain.talk import Talk
    from maturity.scoring.result import Result

_, ngettext, _context = domain("plain").functions


def result_of(session: Session) -> Result:
    """What the answers of now mean."""
    from maturity.scoring.evaluation import evaluate

    return evaluate(session.questionnaire, session.response)


def results(talk: Talk, text: str) -> None:
    """Where the answers stand; with a number, that next step in full."""
    from maturity.plain.results import Page

    page = Page(talk.session.questionnaire, talk.session.response, result_of(talk.session))
    if not text:
        for heading, lines in page.parts():
            talk.voice.pause()
            talk.voice.say(heading, *lines)
        talk.voice.pause()
        if page.result.priorities:
            talk.voice.say(page.little(page.result.priorities))
            talk.voice.say(_("s 1 tells the first next step in full, s 2 the second."))
        return
    if text.isascii() and text.isdigit() and len(text) < 4 and 1 <= int(text) <= len(page.result.priorities):
        talk.voice.say(*page.step(int(text) - 1))
    else:
        talk.voice.say(_("There are {n} next steps: s 1 tells the first.").format(n=len(page.result.priorities)))


def _problem(error: MaturityError | OSError, target: Path) -> Problem:
    if isinstance(error, MaturityError):
        return error.problems[0]
    from maturity.response.saving import reason

    why = _("The system refuses: {reason}.").format(reason=reason(error))
    return Problem(shown_file(target), why, _("Make some room or check the rights in this folder, then type w again."))


def report(talk: Talk) -> None:
    """Write the report beside the answers and say where it is."""
    from maturity.report.document import write

    session, target = talk.session, sidecars.report(talk.session.path)
    talk.voice.say(_("Writing the report; this takes a moment."))
    try:
        with session.held():
            written = write(target, session.questionnaire, session.response, result_of(session), language=language())
    except (MaturityError, OSError) as error:
        talk.voice.say(_("The report was not written."))
        talk.voice.problem(_problem(error, target))
        return
    told = ngettext("The report is written, {n} page, here:", "The report is written, {n} pages, here:", written.pages)
    talk.voice.say(told.format(n=written.pages))
    talk.voice.whole(str(target))
    talk.voice.say(_("It is a PDF file that a screen reader reads aloud. It holds the answers and the notes."))
