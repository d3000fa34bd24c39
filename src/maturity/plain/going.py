"""Going about: to a question by its number or its words, where one is, and what is left at the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from maturity.answering.left import left, progress, standing
from maturity.answering.overview import cell
from maturity.answering.search import Search
from maturity.locale import domain
from maturity.plain import outcome
from maturity.plain.commands import plain

if TYPE_CHECKING:
    from maturity.answering.left import Left
    from maturity.answering.route import Step
    from maturity.answering.search import Hit
    from maturity.plain.talk import Talk

_, ngettext, _context = domain("plain").functions
MANY = 8  # questions that are read out of a list


def items(talk: Talk) -> list[Step]:
    """The numbered questions."""
    return [step for step in talk.session.way if step.kind == "item"]


def _names(talk: Talk) -> dict[str, Step]:
    """What to type after g: the number of an item; a, b, c… for what is asked before and after the items."""
    others = [step for step in talk.session.way if step.kind != "item"]
    numbered = {str(n): step for n, step in enumerate(items(talk), 1)}
    return numbered | {chr(ord("a") + n): step for n, step in enumerate(others[:26])}


def name_of(talk: Talk, step: Step) -> str:
    """What to type after g to go to a step."""
    return {found: name for name, found in _names(talk).items()}[step]


def goto(talk: Talk, text: str) -> None:
    """A question by its number or letter; without one, what there is."""
    if not text:
        talk.voice.say(_("The parts, and how to get there:"), *_parts(talk))
        return
    step = _names(talk).get(plain(text).lstrip("0"))
    if step is not None:
        talk.returning = talk.returning or talk.place is None
        talk.go_to_step(talk.session.way.index(step))
    else:
        told = _("There is no question {text}: they go from 1 to {most}. g alone tells the parts.")
        talk.voice.say(told.format(text=text[:20], most=len(items(talk))))


def _parts(talk: Talk) -> Iterator[str]:
    way, where_ = talk.session.way, talk.cards.heading
    for part, found in groupby(range(len(way)), where_):
        numbers = list(found)
        steps, states = [way[n] for n in numbers], [cell(talk.cards, n).state for n in numbers]
        open_ = _("begun") if "begun" in states else _("complete")
        if left := states.count("to-do"):
            open_ = ngettext("{n} without an answer", "{n} without an answer", left).format(n=left)
        first, last = name_of(talk, steps[0]), name_of(talk, steps[-1])
        pattern = (
            _("g {first}: {part}, {first} to {last}; {left}.") if first != last else _("g {first}: {part}; {left}.")
        )
        yield pattern.format(first=first, last=last, part=part, left=open_)


def where(talk: Talk) -> None:
    """Where one is and what is left."""
    place = talk.place
    if place is not None:
        index = talk.index(place)
        told = _("You are at question {place}, in the part {part}. Type l to hear it again.")
        talk.voice.say(told.format(place=talk.cards.place(index)[0], part=talk.cards.heading(index)))
    talk.voice.say(*summary(talk))


def remind(talk: Talk) -> None:
    """After something long: which question is being asked."""
    place = talk.place
    if place is not None:
        talk.voice.say(_("Question {place}.").format(place=talk.cards.place(talk.index(place))[0]))


def summary(talk: Talk) -> Iterator[str]:
    """How many questions have an answer, and how long the others will take."""
    yield progress(talk.cards)
    minutes = talk.session.minutes_left
    if minutes:
        yield ngettext("About {n} minute left.", "About {n} minutes left.", minutes).format(n=minutes)


def end(talk: Talk) -> Iterator[str]:
    """All of finishing when it is asked for, or the first time; when one comes back to it, how much is left."""
    if talk.once("end"):
        yield from finish(talk)
        return
    open_ = sum(not talk.session.answered(step) for step in items(talk))
    told = ngettext("{n} question left; finish reads the list.", "{n} questions left; finish reads the list.", open_)
    yield told.format(n=open_) if open_ else _("Every question has an answer; finish reads what remains.")


def finish(talk: Talk) -> Iterator[str]:
    """What is open or marked, what an answer there would tell, what one can do now."""
    session = talk.session
    unknown = any(session.response.answer(step.id).level is None for step in items(talk))
    found = left(talk.cards, outcome.result_of(session) if unknown else None)
    open_ = any(not session.answered(step) for step in items(talk))
    yield _("You can stop here, or complete.") if open_ else standing(talk.cards, found)
    yield from summary(talk)
    if found:
        told = ngettext(
            "{n} question to come back to, if you like:", "{n} questions to come back to, if you like:", len(found)
        )
        yield told.format(n=len(found))
        yield from (_line(talk, one) for one in found[:MANY])
        yield from _more(len(found) - MANY)
    if open_:
        yield _("The results are there all the same: where an answer is missing, they say what remains possible.")
    yield _("s: the results. w: the report. g and a number: that question. q: leave; everything is kept.")


def _line(talk: Talk, one: Left) -> str:
    step = talk.session.way[one.index]
    details = [*([_("marked")] if one.flagged else []), *one.details]
    told = [detail.replace(" · ", ", ").rstrip(".") for detail in details]
    ended = [f"{text[:1].upper()}{text[1:]}{'' if text.endswith('?') else '.'}" for text in told]
    name = one.name if one.name.endswith((".", "?", "!", "…")) else f"{one.name}."
    return " ".join([f"g {name_of(talk, step)}{_(': ')}{name}", *ended])


def _more(n: int) -> Iterator[str]:
    if n > 0:
        yield ngettext("And {n} more.", "And {n} more.", n).format(n=n)


def search(talk: Talk, text: str) -> None:
    """Questions and words of the glossary that speak of this."""
    if not text:
        talk.voice.say(_("Type the word after the slash: / word."))
        return
    found = Search(talk.cards).find(text)
    if not found:
        talk.voice.say(_("Nothing here speaks of “{text}”.").format(text=text[:60]))
    talk.voice.say(*(_hit(talk, hit) for hit in found[:MANY]), *_more(len(found) - MANY))


def _hit(talk: Talk, hit: Hit) -> str:
    """How to get there, the question, and where in it the words stand; of the glossary, the entry."""
    if hit.index is None:
        return f"{hit.title}{_(': ')}{hit.text}"
    told = f"g {name_of(talk, talk.session.way[hit.index])}{_(': ')}{hit.title}"
    return _("{question} It says: {text}").format(question=told, text=hit.text) if hit.text else told
