"""Going about: to a question by its number or its words, where one is, and what is left at the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from maturity.locale import domain
from maturity.plain.commands import plain

if TYPE_CHECKING:
    from maturity.answering.route import Step
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
        talk.go_to_step(talk.session.way.index(step))
    else:
        told = _("There is no question {text}: they go from 1 to {most}. g alone tells the parts.")
        talk.voice.say(told.format(text=text[:20], most=len(items(talk))))


def _parts(talk: Talk) -> Iterator[str]:
    way, where_ = talk.session.way, talk.cards.heading
    for part, found in groupby(range(len(way)), where_):
        steps = [way[n] for n in found]
        left = sum(not talk.session.answered(step) for step in steps)
        open_ = (
            ngettext("{n} without an answer", "{n} without an answer", left).format(n=left) if left else _("complete")
        )
        first, last = name_of(talk, steps[0]), name_of(talk, steps[-1])
        pattern = (
            _("g {first}: {part}, {first} to {last}; {left}.") if first != last else _("g {first}: {part}; {left}.")
        )
        yield pattern.format(first=first, last=last, part=part, left=open_)


def where(talk: Talk) -> None:
    """Where one is and what is left."""
    remind(talk)
    talk.voice.say(*summary(talk))


def remind(talk: Talk) -> None:
    """After something long: which question is being asked."""
    place = talk.place
    if place is not None:
        index = talk.index(place)
        told = _("You are at question {place}, in the part {part}; l reads it again.")
        talk.voice.say(told.format(place=talk.cards.place(index)[0], part=talk.cards.heading(index)))


def summary(talk: Talk) -> Iterator[str]:
    """How many questions have an answer, and how long the others will take."""
    numbered = items(talk)
    done = sum(map(talk.session.answered, numbered))
    told = ngettext("{n} question of {total} has an answer.", "{n} questions of {total} have an answer.", done)
    yield told.format(n=done, total=len(numbered))
    left = talk.session.minutes_left
    if left:
        yield ngettext("About {n} minute left.", "About {n} minutes left.", left).format(n=left)


def finish(talk: Talk) -> Iterator[str]:
    """What is missing, what was marked, what a missing answer would tell, what one can do now."""
    session, way = talk.session, talk.session.way
    missing = [step for step in way if not session.answered(step)]
    flagged = [step for step in way if step.kind == "item" and session.response.answer(step.id).flagged]
    yield _("All questions have an answer. Thank you.") if not missing else _("You can stop here, or complete.")
    yield from summary(talk)
    if missing:
        yield ngettext("{n} is still open:", "{n} are still open:", len(missing)).format(n=len(missing))
        yield from _listed(talk, missing)
        yield _("The results are there all the same: where an answer is missing, they say what remains possible.")
    if flagged:
        yield ngettext("{n} is marked, to come back to:", "{n} are marked, to come back to:", len(flagged)).format(
            n=len(flagged)
        )
        yield from _listed(talk, flagged)
    yield _("s: the results. w: the report. g and a number: that question. q: leave; everything is kept.")


def _listed(talk: Talk, steps: list[Step]) -> Iterator[str]:
    for step in steps[:MANY]:
        yield f"g {name_of(talk, step)}{_(': ')}{talk.cards.name_of(step)}"
    rest = len(steps) - MANY
    if rest > 0:
        yield ngettext("And {n} more.", "And {n} more.", rest).format(n=rest)


def search(talk: Talk, text: str) -> None:
    """Questions and words of the glossary that contain this."""
    wanted = plain(text)
    if not wanted:
        talk.voice.say(_("Type the word after the slash: / word."))
        return
    found = [*_questions(talk, wanted), *_glossary(talk, wanted)]
    if not found:
        talk.voice.say(_("Nothing here speaks of “{text}”.").format(text=text))
    talk.voice.say(*found[: 2 * MANY])
    rest = len(found) - 2 * MANY
    if rest > 0:
        talk.voice.say(ngettext("And {n} more.", "And {n} more.", rest).format(n=rest))


def _questions(talk: Talk, wanted: str) -> Iterator[str]:
    language, questionnaire = talk.session.language, talk.session.questionnaire
    for step in items(talk):
        item = questionnaire.item(step.id)
        texts = [item.stem, item.why, item.evidence, *item.levels]
        if any(wanted in plain(text[language]) for text in texts):
            yield f"g {name_of(talk, step)}{_(': ')}{item.stem[language]}"


def _glossary(talk: Talk, wanted: str) -> Iterator[str]:
    language = talk.session.language
    for entry in talk.session.questionnaire.glossary:
        if wanted in plain(entry.term[language]):
            yield f"{entry.term[language]}{_(': ')}{entry.definition[language]}"
