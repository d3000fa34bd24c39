"""What a number, a word or a text does to the question that is asked; every change is confirmed in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.answering import edits
from maturity.answering.cards import confidence_words
from maturity.answering.route import question
from maturity.answering.told import not_sure_of
from maturity.locale import domain
from maturity.plain.commands import plain
from maturity.plain.telling import codes
from maturity.text import clean_text

if TYPE_CHECKING:
    from maturity.plain.places import Place
    from maturity.plain.talk import Talk

_, ngettext, _context = domain("plain").functions
MOST = 1_000_000  # what one of the counts may be
YES, NO = ("yes", "y", "oui", "o"), ("no", "n", "non")  # in every language, like all that can be typed


def number(talk: Talk, place: Place, digits: str) -> bool:
    """The answer with this number; whether it was one, so that the conversation goes on."""
    answer = {"": _sentence, "cell": _cells, "count": _count}.get(place.part)
    return answer is not None and answer(talk, place, digits)


def _sentence(talk: Talk, place: Place, digits: str) -> bool:
    session, questionnaire = talk.session, talk.session.questionnaire
    if place.step.kind == "item":
        texts = [level[session.language] for level in questionnaire.item(place.step.id).levels]
    else:
        options = question(questionnaire, place.step.id).options
        texts = [option.label[session.language] for option in options]
    n = _small(digits)
    if not 1 <= n <= len(texts):
        talk.voice.say(_("Type a number from 1 to {most}; h is help.").format(most=len(texts)))
        return False
    if place.step.kind == "item":
        response = edits.level(session.response, place.step.id, n, session.language)
    else:
        response = edits.profile(session.response, place.step.id, options[n - 1].code)
    return talk.change(place, response, _("Answer {n}: {text}").format(n=n, text=_ended(texts[n - 1])))


def _cells(talk: Talk, place: Place, digits: str) -> bool:
    """One cell, or as many of its row as there are digits."""
    helix = talk.session.questionnaire.helix
    stages = helix.stages if helix else ()
    start = next(n for n, stage in enumerate(stages) if stage.id == place.column)
    values, words = [int(digit) for digit in digits.replace(" ", "")], codes(talk, place)
    if len(values) > len(stages) - start or max(values) >= len(words):
        told = _("Type a number from 0 to {most}, or one for each of the {n} moments left: 0 1 2.")
        talk.voice.say(told.format(most=len(words) - 1, n=len(stages) - start))
        return False
    response, said, language = talk.session.response, [], talk.session.language
    for stage, value in zip(stages[start:], values, strict=False):
        response = edits.cell(response, int(place.step.id), place.row, stage.id, value)
        said.append(_("{when} {value}").format(when=stage.name[language], value=value))
    text = f"{values[0]}{_(': ')}{words[values[0]]}." if len(values) == 1 else ", ".join(said) + "."
    if talk.change(place, response, text):
        talk.go(talk.at + len(values) - 1)
        return True
    return False


def _count(talk: Talk, place: Place, digits: str) -> bool:
    n = _small(digits)
    if not 0 <= n <= MOST:
        talk.voice.say(_("Type a number, at most 1,000,000; Enter alone leaves it out."))
        return False
    done = talk.change(place, edits.count(talk.session.response, place.row, n), f"{n}.")
    talk.voice.say(*talk.cards.counts(talk.index(place)).doubts)
    return done


def name(talk: Talk, place: Place, text: str) -> bool:
    """A project's name."""
    named = clean_text(text, limit=300)
    words = _("The project is called {name}.").format(name=named)
    return talk.change(place, edits.project_name(talk.session.response, int(place.step.id), named), words)


def _small(digits: str) -> int:
    """The number; −1 when it is beyond any that is asked for, or several."""
    return int(digits) if " " not in digits and len(digits) < 9 else -1


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def yes_or_no(line: str) -> bool | None:
    """Whether a line says yes or no; None when neither."""
    words = plain(line.strip())
    return True if words in YES else False if words in NO else None


def dont_know(talk: Talk, place: Place, _rest: str) -> bool:
    """A valid answer to an item."""
    session = talk.session
    response = edits.missing(session.response, place.step.id, "dont-know", session.language)
    return talk.change(place, response, _ended(session.questionnaire.wording.dont_know[session.language]))


def not_applicable(talk: Talk, place: Place, _rest: str) -> bool:
    """Only where the questionnaire allows it."""
    session = talk.session
    if session.questionnaire.item(place.step.id).not_applicable_when is None:
        talk.voice.say(_("This question always applies: type a number, or a question mark when you don’t know."))
        return False
    response = edits.missing(session.response, place.step.id, "not-applicable", session.language)
    return talk.change(place, response, _ended(session.questionnaire.wording.not_applicable[session.language]))


def flag(talk: Talk, place: Place, _rest: str) -> None:
    """Come back later, or no longer."""
    response = edits.flag(talk.session.response, place.step.id)
    now = response.answer(place.step.id).flagged
    words = _("Marked, to come back to.") if now else _("No longer marked.")
    talk.change(place, response, talk.beside(place, words))


def confidence(talk: Talk, place: Place, text: str) -> None:
    """How sure: 1, 2 or 3; 0 takes it away. Asked for when it was not said; refused where no level is chosen."""
    if text in {"", "0", "1", "2", "3"} and not edits.may_be_sure(talk.session.response, place.step.id):
        talk.voice.say(not_sure_of())
        return
    if not text:
        talk.voice.say(_("How sure are you of this answer?"))
        talk.voice.say(*(f"{n}. {confidence_words(n)}." for n in (1, 2, 3)))
        talk.voice.say(_("0 says nothing about it; Enter alone changes nothing."))
        text = clean_text(talk.voice.ask(_("How sure, 0 to 3: ")))
    if not text:
        return
    if text not in {"0", "1", "2", "3"}:
        talk.voice.say(_("Type c 1 (not very sure), c 2 (fairly sure), c 3 (sure), or c 0 (not said)."))
        return
    response, wanted = talk.session.response, int(text) or None
    while response.answer(place.step.id).confidence != wanted:
        response = edits.confidence(response, place.step.id)
    words = _("How sure you are: {words}.").format(words=confidence_words(int(text))) if wanted else _("Not said.")
    talk.change(place, response, talk.beside(place, words))


def erase(talk: Talk, place: Place, _rest: str) -> None:
    """Take the answer away."""
    response, name_ = talk.session.response, place.step.id
    if place.part == "cell":
        response = edits.cell(response, int(name_), place.row, place.column, None)
    elif place.part == "name":
        response = edits.project_name(response, int(name_), "")
    elif place.part == "count":
        response = edits.count(response, place.row, None)
    elif place.step.kind == "profile":
        response = edits.profile(response, name_, None)
    elif place.step.kind == "item":
        response = edits.erased(response, name_)
    if response == talk.session.response:
        talk.voice.say(_("There is no answer here to take away."))
    else:
        talk.change(place, response, _("No answer any more."))
