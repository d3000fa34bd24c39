"""One question with its numbered sentences, as rows: what an item and a profile question look like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from maturity.answering.views import Card
from maturity.tui.widgets.rows import Row, Sheet, beside, lowered, top

WIDE = 120  # from here on, help stands beside the question
LEFT = 88


class Room(NamedTuple):
    """How roomy a card is; the roomiest that fits the window is taken."""

    intro: bool = False  # what the block is about
    lead: bool = False  # how to choose
    airy: bool = False  # a blank row between sentences
    apart: bool = False  # before "don't know"
    above: bool = False  # between the bar and the question
    below: bool = True  # between the question and the sentences


ROOMS = (
    Room(intro=True, lead=True, airy=True, apart=True, above=True),
    Room(lead=True, airy=True, apart=True, above=True),
    Room(airy=True, apart=True, above=True),
    Room(intro=True, lead=True, apart=True, above=True),
    Room(lead=True, apart=True, above=True),
    Room(apart=True, above=True),
    Room(above=True),
    Room(),
    Room(below=False),
)


def card_rows(card: Card, width: int, height: int, aside: Sequence[Row] = ()) -> list[Row]:
    """The card, as roomy as the window allows; ``aside`` stands to the right of a wide one."""
    wide = width >= WIDE and bool(aside)
    left = LEFT if wide else min(width, 100)
    least = _drawn(card, left, ROOMS[-1])
    if len(least) > height:  # longer than the window in any case: easy to read comes first
        rows = _drawn(card, left, Room(apart=True, above=True))
    else:
        rows = next(rows for room in ROOMS if len(rows := _drawn(card, left, room)) <= height)
    return lowered(beside(rows, list(aside), left) if wide else rows, height)


def _drawn(card: Card, width: int, room: Room) -> list[Row]:
    sheet = Sheet(width)
    top(sheet, card.part, card.place, card.left)
    sheet.bar(card.share, beside=card.marks)
    if room.intro and card.intro:
        sheet.blank()
        sheet.text(card.intro, "dim")
    if room.above:
        sheet.blank()
    sheet.text(card.stem, "strong")
    if room.lead and card.lead:
        sheet.text(card.lead, "dim")
    if room.below:
        sheet.blank()
    apart = room.airy or not room.apart
    for choice in card.choices:
        if choice.apart and not apart:
            sheet.blank()
            apart = True
        mark = "●" if choice.chosen else "○"
        role = "chosen" if choice.chosen else ""
        sheet.text(choice.text, role, lead=((f"{mark} ", role), (f"{choice.key}  ", "key")), target=choice.target)
        if room.airy and not choice.apart:
            sheet.blank()
    _below(sheet, card)
    return sheet.rows


def _below(sheet: Sheet, card: Card) -> None:
    if card.remarks:
        sheet.blank()
    for heading, text in card.remarks:
        sheet.text(text, "", lead=((f"{heading} ", "accent"),))
