"""Questions in words: what is read out of each. No sign that a voice would spell, no column, no picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from maturity.answering.cards import confidence_words
from maturity.locale import domain

if TYPE_CHECKING:
    from maturity.answering.views import Card, Choice, CountsView, GridView
    from maturity.plain.places import Place
    from maturity.plain.talk import Talk
    from maturity.response.model import Answer

_, ngettext, _context = domain("plain").functions


def told(talk: Talk, place: Place) -> Iterator[str]:
    """Everything that is read out of a question; what is the same as before it is said once."""
    index = talk.index(place)
    kind = place.step.kind
    if kind == "item":
        yield from _item(talk, place, talk.cards.item(index))
    elif kind == "profile":
        yield from _profile(talk, place, talk.cards.profile(index))
    elif kind == "helix":
        yield from _grid(talk, place, talk.cards.grid(index))
    else:
        yield from _counts(talk, place, talk.cards.counts(index))


def prompt(talk: Talk, place: Place | None) -> str:
    """The last words before the person's turn."""
    if place is None:
        return _("What next? ")
    if place.part == "cell":
        return _("0 to {most}: ").format(most=len(codes(talk, place)) - 1)
    names = {
        "name": _("Its name: "),
        "count": _("How many? "),
        "second": _("Yes or no? "),
    }
    return names.get(place.part, _("Your answer: "))


def _item(talk: Talk, place: Place, card: Card) -> Iterator[str]:
    questionnaire, language = talk.session.questionnaire, talk.session.language
    item = questionnaire.item(place.step.id)
    block = questionnaire.block_of(item.subdimension)
    if talk.once(f"block {block.id}"):
        parts = questionnaire.blocks
        yield _("Part {n} of {total}: {name}.").format(
            n=parts.index(block) + 1, total=len(parts), name=block.name[language]
        )
        yield block.intro[language]
        yield from _minutes(talk)
    if talk.once("lead"):
        yield from (card.lead, questionnaire.wording.ladder_note[language])
        yield _("Type the number of a sentence. A question mark says: I don’t know. Enter alone leaves it for later.")
    yield _("Question {place}. {topic}.").format(
        place=card.place, topic=questionnaire.subdimensions[item.subdimension].name[language]
    )
    yield card.stem
    yield from state(talk.session.response.answer(item.id))
    if not talk.short:
        yield from (choice(one) for one in card.choices if one.target != "?")  # told once, above


def _minutes(talk: Talk) -> Iterator[str]:
    left = talk.session.minutes_left
    if left:
        yield ngettext("About {n} minute left.", "About {n} minutes left.", left).format(n=left)


def choice(one: Choice) -> str:
    """A sentence with what to type for it before it."""
    return f"{one.target}. {one.text}" + ("" if one.text.endswith((".", "?", "!")) else ".")


def state(answer: Answer) -> Iterator[str]:
    """What was answered to an item and what stands beside it; nothing for a question that nobody touched."""
    if answer.level is not None:
        yield _("Your answer is {answer}.").format(answer=answer.level)
    elif answer.missing == "dont-know":
        yield _("Your answer is don’t know.")
    elif answer.missing == "not-applicable":
        yield _("Your answer is not applicable.")
    if answer.confidence is not None:
        yield _("How sure you are: {words}.").format(words=confidence_words(answer.confidence))
    if answer.note:
        yield _("Your note: {text}").format(text=answer.note)
    if answer.evidence:
        yield _("What you can point to: {text}").format(text=answer.evidence)
    if answer.flagged:
        yield _("Marked, to come back to.")


def _heading(talk: Talk, place: Place) -> Iterator[str]:
    """The part of the way, where it begins."""
    heading = talk.cards.heading(talk.index(place))
    if talk.once(f"part {heading}"):
        yield f"{heading}."


def _profile(talk: Talk, place: Place, card: Card) -> Iterator[str]:
    yield from _heading(talk, place)
    yield _("Question {place}.").format(place=card.place)
    yield card.stem
    chosen = talk.cards.answer_of(place.step)
    if chosen:
        yield _("Your answer is {answer}.").format(answer=chosen)
    if not talk.short:
        yield from map(choice, card.choices)


def codes(talk: Talk, place: Place) -> Sequence[str]:
    """What 0, 1, 2… mean in the row of a cell."""
    return next(line.codes for line in talk.cards.grid(talk.index(place)).lines if line.id == place.row)


def _grid(talk: Talk, place: Place, view: GridView) -> Iterator[str]:
    if place.part == "name":
        yield from _project(talk, place, view)
    elif place.part == "second":
        helix = talk.session.questionnaire.helix
        yield helix.second_project_prompt[talk.session.language] if helix else ""
    else:
        yield from _cell(talk, place, view)


def _project(talk: Talk, place: Place, view: GridView) -> Iterator[str]:
    prompt, name = view.name
    yield from _heading(talk, place)
    yield _("Question {place}. {topic}.").format(place=view.place, topic=view.part.rpartition(" › ")[2])
    if talk.once("grid"):
        yield from (view.question, view.intro)
        cells = len(view.lines) * len(view.columns)
        yield _(
            "It is asked in {n} short questions: {rows} families of actors, and for each what it did at {columns} "
            "moments. The word skip leaves out the rest."
        ).format(n=cells, rows=len(view.lines), columns=len(view.columns))
    yield prompt
    if name:
        yield _("Its name is {name}.").format(name=name)


def _cell(talk: Talk, place: Place, view: GridView) -> Iterator[str]:
    line = next(line for line in view.lines if line.id == place.row)
    column = next(column for column in view.columns if column.id == place.column)
    language = talk.session.language
    if talk.once(f"row {line.id} {language}"):
        yield f"{line.name}."
        yield from (f"{heading} {text}" for heading, text in line.help)
        if talk.once(f"codes {' '.join(line.codes)}"):
            yield from (f"{n}. {text}." for n, text in enumerate(line.codes))
    first = talk.once(f"column {column.id}")
    number = view.lines.index(line) * len(view.columns) + view.columns.index(column) + 1
    yield _("{n} of {total}. {who}: {when}.").format(
        n=number, total=len(view.lines) * len(view.columns), who=line.name, when=column.name.lower()
    ) + (f" {column.help}" if first else "")
    value = view.values.get(line.id, {}).get(column.id)
    if value is not None:
        yield _("Your answer is {answer}.").format(answer=f"{value}, {line.codes[value]}")


def _counts(talk: Talk, place: Place, view: CountsView) -> Iterator[str]:
    if talk.once(f"counts {talk.session.language}") or place.row == view.rows[0][0]:
        yield _("Question {place}.").format(place=view.place)
        yield view.question
        told = ngettext(
            "{n} number; Enter alone leaves it out.", "{n} numbers; Enter alone leaves one out.", len(view.rows)
        )
        yield told.format(n=len(view.rows))
    yield dict(view.rows)[place.row] + _(": ").rstrip()
    if place.row in view.values:
        yield _("Your answer is {answer}.").format(answer=view.values[place.row])
