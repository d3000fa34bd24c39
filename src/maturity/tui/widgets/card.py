"""One question with its numbered sentences, as rows: what an item and a profile question look like."""

from __future__ import annotations

from collections.abc import Sequence

from maturity.answering.views import Card
from maturity.tui.widgets.rows import Row, Sheet, beside

WIDE = 120  # from here on, help stands beside the question
LEFT = 88


def card_rows(card: Card, width: int, height: int, aside: Sequence[Row] = ()) -> list[Row]:
    """The card, as roomy as the window allows; ``aside`` stands to the right of a wide one."""
    wide = width >= WIDE and bool(aside)
    left = LEFT if wide else min(width, 100)
    rows = _drawn(card, left, lead=False, airy=False, intro=False)
    for lead, airy, intro in ((True, True, True), (True, True, False), (False, True, False), (True, False, False)):
        roomy = _drawn(card, left, lead=lead, airy=airy, intro=intro)
        if len(roomy) <= height:
            rows = roomy
            break
    rows = beside(rows, list(aside), left) if wide else rows
    above = min(max((height - len(rows)) // 4, 0), 3)  # a tall window: not all at its top
    return [*[Row()] * above, *rows]


def _drawn(card: Card, width: int, *, lead: bool, airy: bool, intro: bool) -> list[Row]:
    sheet = Sheet(width)
    sheet.ends((card.part, "accent"), (card.place, "strong"))
    sheet.bar(card.share)
    if intro and card.intro:
        sheet.blank()
        sheet.text(card.intro, "dim")
    sheet.right(*card.marks)
    sheet.text(card.stem, "strong")
    if lead and card.lead:
        sheet.text(card.lead, "dim")
    sheet.blank()
    apart = False
    for choice in card.choices:
        if choice.apart and not apart:
            apart = True
            if not airy:
                sheet.blank()
        mark = "●" if choice.chosen else "○"
        role = "chosen" if choice.chosen else ""
        sheet.text(choice.text, role, lead=((f"{mark} ", role), (f"{choice.key}  ", "key")), target=choice.target)
        if airy and not choice.apart:
            sheet.blank()
    _below(sheet, card)
    return sheet.rows


def _below(sheet: Sheet, card: Card) -> None:
    if card.remarks:
        sheet.blank()
    for heading, text in card.remarks:
        sheet.text(text, "", lead=((f"{heading} ", "accent"),))
