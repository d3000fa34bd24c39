"""Help: short first, more when asked again, then all that can be typed; and one line for what was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.answering.helps import help_sections
from maturity.locale import domain
from maturity.plain.commands import COMMANDS, told
from maturity.plain.telling import codes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.answering.views import Section
    from maturity.plain.places import Place
    from maturity.plain.talk import Talk

_ = domain("plain").gettext
SHORT = 2  # sections of the help that come first: why we ask, what one can point to


def help(talk: Talk, place: Place | None) -> None:  # noqa: A001 - what it is called everywhere
    """The next piece of help for this question; after the last one it begins anew."""
    depth, talk.depth = talk.depth, talk.depth + 1
    if place is not None and place.step.kind == "item" and depth < 2:
        sections = help_sections(
            talk.session.questionnaire, talk.session.questionnaire.item(place.step.id), talk.session.language
        )
        for section in sections[:SHORT] if depth == 0 else sections[SHORT:]:
            talk.voice.say(*_section(section))
        talk.voice.say(_("h again: more.") if depth == 0 else _("h again: everything you can type."))
        return
    if place is not None and place.part == "cell" and depth < 1:
        talk.voice.say(*_cell(talk, place), _("h again: everything you can type."))
        return
    talk.depth = 0
    talk.voice.say(possible(talk, place))
    talk.voice.say(_("Everything you can type:"))
    talk.voice.say(*told(COMMANDS))


def _section(section: Section) -> Iterator[str]:
    yield section.title
    yield from section.texts


def _cell(talk: Talk, place: Place) -> Iterator[str]:
    view = talk.cards.grid(talk.index(place))
    line = next(line for line in view.lines if line.id == place.row)
    column = next(column for column in view.columns if column.id == place.column)
    yield from (f"{heading} {text}" for heading, text in line.help)
    yield f"{column.name}{_(': ')}{column.help}"
    yield from (f"{n}. {text}." for n, text in enumerate(line.codes))
    yield _("Several numbers fill the moments that follow: 0 1 2.")


def possible(talk: Talk, place: Place | None) -> str:
    """What can be typed now, in one line."""
    if place is None:
        return _("Type s for the results, w for the report, g and a number for a question, or q to leave.")
    told_ = {
        "name": _("Type the name of the project, Enter to go on, or skip to leave the project out."),
        "second": _("Type yes or no; Enter alone means no."),
        "cell": _("Type 0 to {most}, Enter to go on, or skip to leave out the rest."),
        "count": _("Type a number, Enter to go on, or skip to leave out the rest."),
        "profile": _("Type a number from 1 to {most}, or Enter to go on; h is help."),
        "item": _("Type a number from 1 to {most}, a question mark when you don’t know, or Enter to go on; h is help."),
    }
    return told_[place.part or place.step.kind].format(most=_most(talk, place))


def _most(talk: Talk, place: Place) -> int:
    """The highest number that answers; 0 where none is asked for."""
    if place.part == "cell":
        return len(codes(talk, place)) - 1
    if place.step.kind == "profile":
        return len(talk.cards.profile(talk.index(place)).choices)
    return len(talk.session.questionnaire.item(place.step.id).levels) if place.step.kind == "item" else 0
