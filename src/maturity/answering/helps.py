"""The help beside a question: why it is asked, what shows the answer, words of it that the glossary explains."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from maturity.answering.views import Section
from maturity.locale import domain

if TYPE_CHECKING:
    from maturity.answering.cards import Cards
    from maturity.questionnaire.advice import GlossaryEntry
    from maturity.questionnaire.model import Item, Questionnaire

_ = domain("answering").gettext


def glossary_in(questionnaire: Questionnaire, item: Item, language: str) -> list[GlossaryEntry]:
    """Entries whose term (or one of its variants, "a, b" or "a / b") stands in the question or its sentences."""
    text = "\n".join([item.stem[language], *(level[language] for level in item.levels)]).casefold()
    return [entry for entry in questionnaire.glossary if _pattern(entry.term[language]).search(text)]


@lru_cache(maxsize=512)
def _pattern(term: str) -> re.Pattern[str]:
    variants = [part.strip() for part in re.split(r"[,/()]", term.casefold()) if part.strip()]
    words = [r"\W+".join(re.escape(word) + "s?" for word in variant.split()) for variant in variants]
    return re.compile(r"(?<!\w)(?:" + "|".join(words or [r"(?!)"]) + r")(?!\w)")


def step_sections(cards: Cards, index: int) -> list[Section]:
    """The help of a question that is no item: what its rows, columns and levels mean, or that it may stay empty."""
    kind = cards.way[index].kind
    if kind == "counts":
        return [Section(cards.name_of(cards.way[index]), [cards.counts(index).hint])]
    if kind == "profile":
        optional = _("This question may stay without an answer: Enter goes on.")
        return [Section(cards.name_of(cards.way[index]), [optional])]
    view, separator = cards.grid(index), _(": ")
    sections = [Section(view.question, [view.intro])]
    sections.append(Section(_("The columns"), [f"{one.name}{separator}{one.help}" for one in view.columns]))
    for line in view.lines:
        levels = [f"{n}{separator}{text}" for n, text in enumerate(line.codes)]
        sections.append(Section(line.name, [*(f"{heading} {text}" for heading, text in line.help), *levels]))
    return sections


def help_sections(questionnaire: Questionnaire, item: Item, language: str, *, full: bool = True) -> list[Section]:
    """The help of one item; ``full`` adds what the sub-dimension and the block are about."""
    sections = [
        Section(_("Why we ask"), [item.why[language]]),
        Section(_("Evidence: what shows it"), [item.evidence[language]]),
    ]
    if item.not_applicable_when is not None:
        sections.append(Section(_("When the question does not apply"), [item.not_applicable_when[language]]))
    entries = glossary_in(questionnaire, item, language)
    if entries:
        words = [f"{entry.term[language]}{_(': ')}{entry.definition[language]}" for entry in entries]
        sections.append(Section(_("Words"), words))
    wording = questionnaire.wording
    sections.append(
        Section(_("How to choose"), [f"{wording.ladder_note[language]} {wording.reference_period[language]}"])
    )
    if full:
        block, sub = questionnaire.block_of(item.subdimension), questionnaire.subdimensions[item.subdimension]
        sections.append(Section(sub.name[language], [sub.construct_[language]]))
        sections.append(Section(block.name[language], [block.intro[language]]))
    return sections
