"""The whole way at a glance: one cell a question, in bands of what belongs together. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from maturity.answering.cards import Cards
from maturity.answering.route import Step, answered, needless, question
from maturity.answering.views import Mark
from maturity.locale import domain

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.model import Response

_, ngettext, _context = domain("answering").functions
State = Literal["answered", "begun", "unsure", "not-applicable", "to-do"]


@dataclass(frozen=True)
class Cell:
    """One question. ``sign`` is one character: the level chosen, ``?``, ``x``, or what `SIGNS` has for the state."""

    index: int  # in the way
    sign: str
    state: State
    flagged: bool = False


@dataclass(frozen=True)
class Group:
    """Cells of one sub-dimension; outside the items, of everything in the band: its name is empty then."""

    name: str
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Band:
    """A block, or what is asked before or after the items."""

    name: str
    groups: Sequence[Group]


@dataclass(frozen=True)
class Glance:
    """What is said of the question under the mark, in the reader's language; remarks as typed."""

    part: str
    place: str
    stem: str
    key: str  # of the sentence chosen; empty where there are none to choose from
    answer: str  # empty where nothing was answered
    marks: Sequence[Mark] = ()
    remarks: Sequence[tuple[str, str]] = ()  # heading, text


SIGNS: dict[State, str] = {"answered": "●", "begun": "◐", "to-do": "○"}
DOUBT, FLAG = "◇", "⚑"  # beside the sign: not very sure; to come back to


def overview(cards: Cards) -> list[Band]:
    """Bands in the order of the way; every question is in exactly one cell."""
    bands = []
    for name, places in groupby(range(len(cards.way)), cards.heading):
        groups = [
            Group(sub, [cell(cards, n) for n in members])
            for sub, members in groupby(places, lambda n: _group(cards, n))
        ]
        bands.append(Band(name, groups))
    return bands


def cell(cards: Cards, index: int) -> Cell:
    """The cell of one question."""
    step, response = cards.way[index], cards.response
    if step.kind == "item":
        return _item(index, step, cards)
    given = answered(step, response, cards.questionnaire)
    state: State = "to-do" if not given else "answered" if _complete(step, response, cards.questionnaire) else "begun"
    if step.kind == "helix" and state != "answered" and needless(cards.questionnaire, response):
        return Cell(index, "x", "not-applicable")  # what was described before is kept, nothing more is asked for
    return Cell(index, SIGNS[state], state)


def _item(index: int, step: Step, cards: Cards) -> Cell:
    answer = cards.response.answer(step.id)
    state: State = "answered" if answer.given else "to-do"
    if answer.missing == "not-applicable":
        state = "not-applicable"
    elif answer.missing == "dont-know" or (answer.given and answer.confidence == 1):
        state = "unsure"
    return Cell(index, cards.answer_of(step) or SIGNS["to-do"], state, answer.flagged)


def _complete(step: Step, response: Response, questionnaire: Questionnaire) -> bool:
    """Whether nothing is left to fill in; of a step that was begun."""
    if step.kind == "helix" and questionnaire.helix is not None:
        cells = response.helix[int(step.id)].cells
        return sum(map(len, cells.values())) >= len(questionnaire.helix.subsystems) * len(questionnaire.helix.stages)
    codes = [one.code for one in question(questionnaire, step.id).options] if step.kind == "counts" else []
    return all(code in response.portfolio for code in codes)


def _group(cards: Cards, index: int) -> str:
    step, questionnaire = cards.way[index], cards.questionnaire
    if step.kind != "item":
        return ""
    return questionnaire.subdimensions[questionnaire.item(step.id).subdimension].name[cards.language]


def glance(cards: Cards, index: int) -> Glance:
    """The question itself and what was answered to it."""
    step = cards.way[index]
    if step.kind in {"item", "profile"}:
        card = cards.item(index) if step.kind == "item" else cards.profile(index)
        chosen = next((choice for choice in card.choices if choice.chosen), None)
        key = chosen.key if chosen and step.kind == "item" else ""
        return Glance(card.part, card.place, card.stem, key, chosen.text if chosen else "", card.marks, card.remarks)
    place = cards.place(index)[0]
    return Glance(cards.heading(index), place, cards.name_of(step), "", _filled(cards, step))


def _filled(cards: Cards, step: Step) -> str:
    """What stands in a grid or in counts, in words."""
    if step.kind == "helix":
        filled = int(cards.answer_of(step) or 0)
        return ngettext("{n} cell filled in", "{n} cells filled in", filled).format(n=filled) if filled else ""
    given, separator = cards.response.portfolio, _(": ")
    options = [(o.label[cards.language], given.get(o.code)) for o in question(cards.questionnaire, step.id).options]
    return " · ".join(f"{label}{separator}{number}" for label, number in options if number is not None)
