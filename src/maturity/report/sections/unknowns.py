"""What has to be found out before deciding: "don't know" answers in words, where to look, and whom to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.styles import BODY, CELL, ITEM, SMALL
from maturity.report.words import Bold, Quiet
from maturity.scoring.sheet import BLANK, DONT_KNOW, NOT_ASKED

_NAMED = 3  # parts by name
_MUCH = 0.25  # share of "don't know" from which finding out comes first
_SHORT = 8  # questions told with where to look; of more, only their names


@dataclass(frozen=True)
class Unknown:
    """A sub-dimension with "don't know" answers. ``mostly``: half of its questions asked, or more; ``whom``: a role."""

    name: str
    items: tuple[str, ...]
    mostly: bool
    whom: str


def unknown(matter: Matter) -> tuple[Unknown, ...]:
    """In the order of the questionnaire, those mostly unknown first; blanks, too, where too little is known to act.

    Whom to ask is who leads the first step of the sub-dimension, by the questionnaire's advice.
    """
    sheet, advice = matter.result.sheet, matter.questionnaire.advice
    leads: dict[str, str] = {}
    for one in sorted(advice.recommendations, key=lambda one: one.from_level):
        leads.setdefault(one.subdimension, matter.text(advice.lead_labels[one.lead]))
    told, wanted = [], (DONT_KNOW,) if matter.result.priorities else (DONT_KNOW, BLANK)
    for part in matter.questionnaire.subdimensions:
        asked = [item.id for item in matter.questionnaire.items if item.subdimension == part]
        asked = [key for key in asked if sheet.get(key, NOT_ASKED) != NOT_ASKED]
        items = tuple(key for key in asked if sheet[key] in wanted)
        if items:
            told.append(Unknown(matter.block_names[part], items, 2 * len(items) >= len(asked), leads.get(part, "")))
    return tuple(sorted(told, key=lambda one: not one.mostly))


def first(matter: Matter) -> bool:
    """Whether finding out comes before any action: a quarter of the questions were answered "don't know", or more."""
    return matter.result.counts.dont_know >= _MUCH * matter.result.counts.asked > 0


def write(matter: Matter, composer: Composer) -> None:
    """A list of what nobody knew, or has answered yet; nothing where everything was known."""
    tell, found = matter.voice.tell, unknown(matter)
    if not found:
        return
    composer.heading(tell("To find out before deciding"))
    blank = matter.result.counts.blank
    if blank and not matter.result.priorities:
        composer.text(
            matter.voice.tell_count("One question has no answer yet.", "{n} questions have no answer yet.", blank),
            BODY.but(after=3, keep_with_next=True),
        )
    brief = sum(len(one.items) for one in found) > _SHORT
    mostly = [one for one in found if one.mostly]
    shown = mostly if brief and mostly else found
    if mostly:
        composer.text(_too_little(matter, mostly), BODY.but(after=4, keep_with_next=True))
    with composer.newspaper(2):
        composer.items([_line(matter, one, brief=brief) for one in shown], CELL.but(after=3, indent=ITEM.block.indent))
    rest = [one.name for one in found if one not in shown]
    if rest:
        composer.text(tell("Something is to be found out here, too: {names}.", names=matter.voice.both(rest)), SMALL)


def _too_little(matter: Matter, parts: Sequence[Unknown]) -> str:
    tell = matter.voice.tell
    if len(parts) > _NAMED:
        text = tell("Too little is known to say a level in {count} parts.", count=matter.voice.spelled(len(parts)))
    else:
        names = matter.voice.both([one.name for one in parts])
        text = tell("Too little is known to say a level here: {names}.", names=names)
    return f"{text} {tell('Finding out is the first step, and costs little.')}"


def _line(matter: Matter, one: Unknown, *, brief: bool) -> tuple[Bold | Quiet | str, ...]:
    tell = matter.voice.tell
    said = [
        phrases.item_named(matter, key)
        if brief
        else tell("{item}, see: {evidence}", item=phrases.item_named(matter, key), evidence=_inside(matter, key))
        for key in one.items
    ]
    whom = tell("Whom to ask: {role}.", role=one.whom[:1].lower() + one.whom[1:]) if one.whom else ""
    return (
        Bold(tell("{name}:", name=one.name) + " "),
        matter.voice.say("; ").join(said) + ". ",
        Quiet(whom, italic=True),
    )


def _inside(matter: Matter, id: str) -> str:
    text = matter.text(matter.item(id).evidence).rstrip(".")
    return text[:1].lower() + text[1:]
