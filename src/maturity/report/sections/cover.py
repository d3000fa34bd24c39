"""The cover: whose report, when, by whom, from which questionnaire; and the contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from maturity.locale import formats
from maturity.report.composer import Composer
from maturity.report.logo import place
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.styles import (
    CELL,
    COVER_BAND,
    COVER_TOP,
    EMBLEM,
    ENTRY,
    HEADINGS,
    INK,
    LABEL,
    SMALL,
    SUBTITLE,
    TITLE,
    Style,
)  # fmt: skip
from maturity.report.tagging.contents import Entry
from maturity.report.tagging.flow import Space
from maturity.report.tagging.stack import Ground, stack_height
from maturity.report.words import Bold, Linked, Said

Contents = Sequence[tuple[str, str]]  # title and key of each chapter

_SHARES, _GAP = (56, 44), 34.0
_FACT = CELL.but(after=8)
_FOOT = 38.0  # points below the title on its coloured ground
_MARK = SMALL.but(after=16)
_HEADING = HEADINGS[3].but(before=0, after=8)
_NOWHERE = Ground(None, None, 0)


def title(matter: Matter) -> str:
    """The document's title, as the window's bar shows it."""
    return f"{matter.response.authority.name} – {matter.voice.tell('Self-assessment report')}"


def write(matter: Matter, composer: Composer, contents: tuple[Contents, Contents], pages: Mapping[str, int]) -> None:
    """``contents``: chapters and annexes; ``pages``: key → page, known when all is drawn."""
    response, tell = matter.response, matter.voice.tell
    composer.parent = composer.root.add("Sect")
    with composer.stack() as title:
        composer.text(phrases.clipped(response.authority.name, 200), _name_style(response.authority.name))
        composer.text(matter.text(matter.questionnaire.title), SUBTITLE)
        composer.text(tell("Assessment {wave}", wave=response.wave), SUBTITLE.but(after=0))
    _head(matter, composer)
    beside = (composer.width - EMBLEM, EMBLEM)
    used = stack_height(composer.things, composer.width) + stack_height(title, beside[0])
    composer.things.append(Space(max(8.0, COVER_BAND - COVER_TOP - _FOOT - used)))
    composer.columns([title, []], _NOWHERE, shares=beside, gap=0, after=_FOOT + 34)
    _marks(matter, composer)
    with composer.stack() as left:
        _contents(matter, composer, contents, pages)
    with composer.stack() as right:
        _facts(matter, composer)
        _reading(matter, composer)
    composer.columns([left, right], _NOWHERE, shares=_SHARES, gap=_GAP)


def _head(matter: Matter, composer: Composer) -> None:
    """What this is, and whose: the logo stands on a white field that hangs from the page's edge."""
    tell = matter.voice.tell
    with composer.stack() as left:
        composer.text(tell("Self-assessment report"), SUBTITLE.but(after=0))
    if matter.logo is None:
        composer.things += left
        return
    with composer.stack() as right:
        place(composer, matter.logo, tell("Logo: {name}", name=matter.response.authority.name))
    width = matter.logo.size[0]
    composer.columns([left, right], _NOWHERE, shares=(composer.width - width, width), gap=0)


def _name_style(name: str) -> Style:
    """A long name is set smaller, so that it stays on its coloured ground."""
    size = 32 if len(name) <= 44 else 23 if len(name) <= 100 else 15
    return Style(replace(TITLE.look, size=size), replace(TITLE.block, leading=size * 1.18))


def _marks(matter: Matter, composer: Composer) -> None:
    tell = matter.voice.tell
    if matter.response.authority.invented:
        composer.text(tell("Invented authority: this report is an example."), _MARK)
    if matter.response.edited_by_hand:
        composer.text(tell("The answers were changed outside the program: their checksum did not fit."), _MARK)
    if matter.result.other_texts:
        composer.text(tell("The answers were given to other texts of this questionnaire than those shown here."), _MARK)


def _facts(matter: Matter, composer: Composer) -> None:
    response, questionnaire, voice = matter.response, matter.questionnaire, matter.voice
    authority, tell = response.authority, voice.tell
    about = [matter.filled("kind", authority.kind), matter.filled("country", authority.country)]
    if authority.population is not None:
        number = formats.number(authority.population, 0, language=voice.language)
        about.append(tell("{number}\u00a0residents", number=number))
    answered = matter.filled("role", response.respondent.role)
    if response.kind == "consensus":
        answered = tell("Agreed answers of several respondents")
    form = questionnaire.form(response.questionnaire.form)
    asked = voice.tell_count("{n} question", "{n} questions", len(form.items))
    facts = [
        (tell("Authority"), " · ".join(about)),
        (tell("Who answered"), answered),
        (tell("Last answer"), voice.day(response.updated.date())),
        (tell("Form"), f"{matter.text(form.name)} · {asked}"),
        (tell("Questionnaire"), f"{questionnaire.id} {questionnaire.version}"),
    ]
    if matter.bare:
        facts.append((tell("Notes and evidence"), tell("left out of this report")))
    for name, fact in facts:
        composer.text(name, LABEL.but(after=0))
        composer.text(fact, _FACT)


def _contents(
    matter: Matter, composer: Composer, contents: tuple[Contents, Contents], pages: Mapping[str, int]
) -> None:
    tell = matter.voice.tell
    for name, part in zip((tell("Contents"), tell("Annexes")), contents, strict=True):
        composer.text(name, _HEADING)
        whole = composer.parent.add("TOC")
        for title, key in part:
            (span,) = composer.gate.spans(Linked(title, f"#{key}", colour=INK), ENTRY.look)
            composer.things.append(Entry(span, ENTRY.block, whole, pages))
        composer.gap(16)


def _reading(matter: Matter, composer: Composer) -> None:
    """What to read in how much time, and what a place on a map is and is not."""
    tell = matter.voice.tell
    composer.gap(20)
    composer.text(tell("How to read this report"), _HEADING)
    lines: list[Said] = [
        (Bold(tell("In three minutes:")), " " + tell("page 2, then the sentence in bold below each chapter’s title.")),
        (
            Bold(tell("To act:")),
            " " + tell("conditions, then priorities; they say who, how, and what shows it is done."),
        ),
        (Bold(tell("A place on a map")), " " + tell("says how things are done; it is no grade, and none is better.")),
        (Bold(tell("A level")), " " + tell("says what is in place; an answer can be checked in the annexes.")),
    ]
    for line in lines:
        composer.text(line, CELL.but(after=4))
