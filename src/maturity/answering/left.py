"""What is left to do: open, marked and half-filled questions, and what each missing answer would tell. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from maturity.answering.cards import Cards
from maturity.answering.overview import cell
from maturity.locale import domain

if TYPE_CHECKING:
    from maturity.questionnaire.rules import Placement
    from maturity.scoring.result import OpenQuestion, Result

_, ngettext, _context = domain("answering").functions


CHECK = "!"  # numbers that cannot all be right


@dataclass(frozen=True)
class Left:
    """One question to come back to. ``sign`` as on the map, or `CHECK`; ``details``: in the reader's language."""

    index: int  # in the way
    sign: str
    flagged: bool
    name: str
    details: Sequence[str] = ()


def progress(cards: Cards) -> str:
    """``34 of 34 questions answered, 2 of them “don’t know”.`` Of the items alone, as everywhere."""
    answers = [cards.response.answer(step.id) for step in cards.way if step.kind == "item"]
    done = sum(answer.given for answer in answers)
    unsure = sum(answer.missing == "dont-know" for answer in answers)
    told = ngettext("{n} of {total} questions answered", "{n} of {total} questions answered", done)
    text = told.format(n=done, total=len(answers))
    if unsure:
        text += _(", {n} of them “don’t know”").format(n=unsure)
    return f"{text}."


def standing(cards: Cards, found: Sequence[Left]) -> str:
    """How far one is, in a sentence; that all is done only where nothing is ``found`` (by `left`)."""
    items = [step for step in cards.way if step.kind == "item"]
    done = sum(cards.response.answer(step.id).given for step in items)
    if not done:
        return _("No question has an answer yet.")
    if done < len(items):
        return _("Your results are ready, even though some questions are open.")
    if not found:
        return _("Every question has an answer. Thank you.")
    return ngettext(
        "The {n} question of the form has an answer. What remains, if you like, stands below.",
        "The {n} questions of the form have an answer. What remains, if you like, stands below.",
        done,
    ).format(n=done)


def left(cards: Cards, result: Result | None) -> list[Left]:
    """Every question that is open, marked, half filled or doubtful, once.

    First the missing answers that would tell something by themselves, most useful first ("don't know" among them);
    then what was marked, then numbers that cannot all be right; then the others in the order of the way, those about
    the authority, which are optional, last.
    Without a ``result`` nothing is known of the first.
    """
    tells = _tells(cards, result)
    found = [n for n, step in enumerate(cards.way) if step.id in tells and step.kind == "item"]
    found.sort(key=lambda n: list(tells).index(cards.way[n].id))
    cells = [cell(cards, n) for n in range(len(cards.way))]
    found += [one.index for one in cells if one.flagged and one.index not in found]
    doubts = _doubts(cards)
    found += doubts
    open_ = [one.index for one in cells if one.state in {"to-do", "begun"} and one.index not in found]
    found += sorted(open_, key=lambda n: cards.way[n].kind == "profile")
    return [
        Left(
            n,
            CHECK if n in doubts else cells[n].sign,
            cells[n].flagged,
            _name(cards, n),
            [*_details(cards, n, tells), *doubts.get(n, ())],
        )
        for n in found
    ]


def would_tell(placement: Placement, question: OpenQuestion, language: str) -> str:
    """What one missing answer would tell by itself, in a sentence; the same words wherever it is said."""
    from maturity.charts.words import Speech, named

    speech = Speech(language)
    found = [named(placement, label) for label in question.labels]
    if question.settles:
        told = _("With this answer you would know whether it is {names}.")
        return told.format(names=speech.either(list(map(speech.title, found))))
    if question.narrows:
        told = _("This answer could narrow the choice between {names}.")
        return told.format(names=speech.both(list(map(speech.short, found))))
    return _("It tells only together with other missing answers.")


def _doubts(cards: Cards) -> Mapping[int, Sequence[str]]:
    """By place in the way, what is doubtful there."""
    found = {n: cards.counts(n).doubts for n, step in enumerate(cards.way) if step.kind == "counts"}
    return {n: doubts for n, doubts in found.items() if doubts}


def _tells(cards: Cards, result: Result | None) -> Mapping[str, list[str]]:
    """By item, what its answer would tell by itself; those that settle something first."""
    if result is None:
        return {}
    pairs = [
        (question, placement)
        for placement in cards.questionnaire.placements
        for question in result.placement(placement.id).open_questions
        if question.narrows
    ]
    found: dict[str, list[str]] = {}
    for question, placement in sorted(pairs, key=lambda pair: not pair[0].settles):
        found.setdefault(question.item, []).append(would_tell(placement, question, cards.language))
    return found


def _name(cards: Cards, index: int) -> str:
    step = cards.way[index]
    name = cards.name_of(step)
    return f"{name} ({_('optional')})" if step.kind == "profile" else name


def _details(cards: Cards, index: int, tells: Mapping[str, list[str]]) -> Iterator[str]:
    step = cards.way[index]
    if step.kind == "item":
        yield from tells.get(step.id, ())
    elif step.kind == "helix":
        yield from _cells(cards, index)


def _cells(cards: Cards, index: int) -> Iterator[str]:
    """The empty cells of a grid that was begun, by name."""
    grid = cards.grid(index)
    total, empty = len(grid.lines) * len(grid.columns), grid.empty
    if 0 < len(empty) < total:
        told = ngettext("{n} cell of {total} empty", "{n} cells of {total} empty", len(empty))
        lines = [
            f"{grid.lines[row].name} ({', '.join(grid.columns[column].name for _row, column in cells)})"
            for row, cells in groupby(empty, key=lambda cell: cell[0])
        ]
        yield f"{told.format(n=len(empty), total=total)}{_(': ')}{' · '.join(lines)}"
