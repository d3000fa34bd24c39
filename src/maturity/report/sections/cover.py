"""The cover: whose report, when, by whom, from which questionnaire; and the contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportlab.platypus.doctemplate import NextPageTemplate
from reportlab.platypus.flowables import Spacer

from maturity.locale import formats
from maturity.report.composer import Composer
from maturity.report.furniture import COVER_BAND
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.styles import ENTRY, INK, LABEL, STRONG, SUBTITLE, TITLE, Style
from maturity.report.tagging.contents import Entry
from maturity.report.words import Linked, Said

_TOP = 60.0  # above the cover's frame


def title(matter: Matter) -> str:
    """The document's title, as the window's bar shows it."""
    return f"{matter.response.authority.name} – {matter.voice.tell('Self-assessment report')}"


def write(matter: Matter, composer: Composer, contents: Sequence[tuple[str, str]], pages: Mapping[str, int]) -> None:
    """``contents``: title and key of each chapter; ``pages``: key → page, known when all is drawn."""
    response, tell = matter.response, matter.voice.tell
    composer.parent = composer.root.add("Sect")
    composer.things.append(NextPageTemplate("inside"))
    composer.text(tell("Self-assessment report"), SUBTITLE.but(after=26))
    composer.text(phrases.clipped(response.authority.name, 200), _name_style(response.authority.name))
    composer.text(matter.text(matter.questionnaire.title), SUBTITLE)
    composer.text(tell("Wave {wave}", wave=response.wave), SUBTITLE)
    used = sum(thing.wrap(461, 1e6)[1] + thing.getSpaceAfter() for thing in composer.things[1:])
    composer.things.append(Spacer(1, max(20.0, COVER_BAND - _TOP - used + 26)))
    _marks(matter, composer)
    composer.columns_of_facts(_facts(matter))
    if contents:
        _contents(matter, composer, contents, pages)


def _name_style(name: str) -> Style:
    """A long name is set smaller, so that it stays on its coloured ground."""
    size = 31 if len(name) <= 44 else 23 if len(name) <= 100 else 16
    return Style(replace(TITLE.look, size=size), replace(TITLE.block, leading=size * 1.18))


def _marks(matter: Matter, composer: Composer) -> None:
    tell = matter.voice.tell
    if matter.response.authority.invented:
        composer.text(tell("Invented authority: this report is an example."), STRONG)
    if matter.response.edited_by_hand:
        composer.text(tell("The answers were changed outside the program: their checksum did not fit."), STRONG)
    if matter.result.other_texts:
        composer.text(
            tell("The answers were given to other texts of this questionnaire than those shown here."), STRONG
        )


def _facts(matter: Matter) -> list[tuple[str, Said]]:
    response, questionnaire, voice = matter.response, matter.questionnaire, matter.voice
    authority, tell = response.authority, voice.tell
    kind = matter.filled("kind", authority.kind)
    country = matter.filled("country", authority.country)
    people = ""
    if authority.population is not None:
        number = formats.number(authority.population, 0, language=voice.language)
        people = " · " + tell("{number} residents", number=number)
    answered = matter.filled("role", response.respondent.role)
    if response.kind == "consensus":
        answered = tell("Agreed answers of several respondents")
    form = questionnaire.form(response.questionnaire.form)
    return [
        (tell("Authority"), f"{kind} · {country}{people}"),
        (tell("Who answered"), answered),
        (tell("Last answer"), voice.day(response.updated.date())),
        (
            tell("Form"),
            f"{matter.text(form.name)} · " + voice.tell_count("{n} question", "{n} questions", len(form.items)),
        ),
        (tell("Questionnaire"), f"{matter.text(questionnaire.title)} · {questionnaire.id} {questionnaire.version}"),
    ]


def _contents(
    matter: Matter, composer: Composer, contents: Sequence[tuple[str, str]], pages: Mapping[str, int]
) -> None:
    composer.text(matter.voice.tell("Contents"), LABEL.but(before=14, after=6))
    whole = composer.parent.add("TOC")
    for name, key in contents:
        (span,) = composer.gate.spans(Linked(name, f"#{key}", colour=INK), ENTRY.look)
        composer.things.append(Entry(span, ENTRY.block, whole, pages))
