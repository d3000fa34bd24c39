"""One question with its numbered sentences, as rows: what an item and a profile question look like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from maturity.answering.views import Card, Choice
from maturity.tui.widgets.rows import Row, Sheet, beside, lowered
from maturity.tui.widgets.whereabouts import head

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
EASY = Room(apart=True, above=True)


def card_rows(card: Card, width: int, height: int, aside: Sequence[Row] = ()) -> list[Row]:
    """The card, as roomy as the window allows; ``aside`` stands to the right of a wide one."""
    wide = width >= WIDE and bool(aside)
    left = LEFT if wide else min(width, 100)
    parts = _parts(card, left)
    fitting = [room for room in ROOMS if len(parts.rows(room)) <= height]
    rows = parts.rows(fitting[0] if fitting else EASY)  # longer than the window in any case: easy to read comes first
    return lowered(beside(rows, list(aside), left) if wide else rows, height)


class Parts(NamedTuple):
    """What a card is made of, wrapped once whatever its room."""

    head: list[Row]
    intro: list[Row]
    stem: list[Row]
    lead: list[Row]
    numbered: list[list[Row]]  # one list a sentence
    others: list[Row]  # the ways of not choosing one
    remarks: list[Row]

    def rows(self, room: Room) -> list[Row]:
        """One below the other."""
        gap = [Row()]
        rows = [*self.head]
        rows += [*gap, *self.intro] if room.intro and self.intro else []
        rows += gap * room.above + self.stem + (self.lead if room.lead else []) + gap * room.below
        for sentence in self.numbered:
            rows += sentence + gap * room.airy
        rows += gap * (room.apart and not room.airy and bool(self.others)) + self.others
        return rows + (gap + self.remarks if self.remarks else [])


def _parts(card: Card, width: int) -> Parts:
    above = Sheet(width)
    head(above, card, card.left, card.marks)
    remarks = Sheet(width)
    for heading, text in card.remarks:
        remarks.text(text, "", lead=((f"{heading} ", "accent"),))
    return Parts(
        head=above.rows,
        intro=_paragraph(card.intro, "dim", width),
        stem=_paragraph(card.stem, "strong", width),
        lead=_paragraph(card.lead, "dim", width),
        numbered=[_sentence(choice, width) for choice in card.choices if not choice.apart],
        others=[row for choice in card.choices if choice.apart for row in _sentence(choice, width)],
        remarks=remarks.rows,
    )


def _paragraph(text: str, role: str, width: int) -> list[Row]:
    sheet = Sheet(width)
    if text:
        sheet.text(text, role)
    return sheet.rows


def _sentence(choice: Choice, width: int) -> list[Row]:
    sheet = Sheet(width)
    mark, role = ("●", "chosen") if choice.chosen else ("○", "")
    sheet.text(choice.text, role, lead=((f"{mark} ", role), (f"{choice.key}  ", "key")), target=choice.target)
    return sheet.rows
