"""Notes and what one can point to, typed line after line; each line is on the disk before the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from maturity.answering import edits
from maturity.locale import domain
from maturity.plain.signals import Leaving
from maturity.text import clean_text

if TYPE_CHECKING:
    from maturity.plain.places import Place
    from maturity.plain.talk import Talk

_, ngettext, _context = domain("plain").functions
LIMIT = 10_000  # characters of a note
Field = Literal["note", "evidence"]


def note(talk: Talk, place: Place, text: str) -> None:
    """For oneself and for those who read the answers."""
    write(talk, place, "note", text)


def evidence(talk: Talk, place: Place, text: str) -> None:
    """What one can point to."""
    write(talk, place, "evidence", text)


def write(talk: Talk, place: Place, field: Field, text: str) -> None:
    """Add to the note: the text of the same line, or lines up to an empty one; ``-`` takes the whole note away."""
    if talk.session.read_only:
        talk.voice.say(_("You opened this to read only: nothing is changed."))
    elif text == "-":
        talk.change(place, edits.words(talk.session.response, place.step.id, field, ""), _("The text is taken away."))
    elif text:
        _keep(talk, place, field, [text])
    else:
        _lines(talk, place, field)
    talk.session.cut()


def _lines(talk: Talk, place: Place, field: Field) -> None:
    """Ask line by line; what was typed so far survives whatever ends the conversation."""
    already = getattr(talk.session.response.answer(place.step.id), field)
    if already:
        talk.voice.say(_("There is already: {text}").format(text=already))
        talk.voice.say(_("What you type is added; a single dash takes it all away."))
    talk.voice.say(_("Type your text, one line or several. An empty line ends it."))
    typed: list[str] = []
    while line := _line(talk, place, field):
        if line == "-" and not typed:
            write(talk, place, field, "-")
            return
        typed.append(line)
        if not _add(talk, place, field, line):
            break
    if typed:
        _confirm(talk, place, typed)
    else:
        talk.voice.say(_("Nothing was written."))


def _line(talk: Talk, place: Place, field: Field) -> str:
    """The next line; what stands half typed when a signal comes is kept too."""
    try:
        return clean_text(talk.voice.ask(_("Text: ")), multiline=True, limit=LIMIT + 1)
    except Leaving:
        if rest := clean_text(talk.voice.unfinished(), limit=LIMIT):
            _add(talk, place, field, rest)
        raise


def _keep(talk: Talk, place: Place, field: Field, lines: list[str]) -> None:
    for line in lines:
        _add(talk, place, field, line)
    _confirm(talk, place, lines)


def _add(talk: Talk, place: Place, field: Field, line: str) -> bool:
    """One more line, saved; False when the note is full."""
    before = getattr(talk.session.response.answer(place.step.id), field)
    text = f"{before}\n{line}" if before else line
    response = edits.words(talk.session.response, place.step.id, field, text)
    talk.session.change(response, at=place.key, strand=field)
    if len(text) > LIMIT:
        talk.voice.say(_("A note holds at most 10,000 characters: the end of this one was not kept."))
    return len(text) <= LIMIT


def _confirm(talk: Talk, place: Place, lines: list[str]) -> None:
    n = sum(map(len, lines))
    told = ngettext("{n} character written.", "{n} characters written.", n).format(n=n)
    talk.confirm(talk.beside(place, told))
