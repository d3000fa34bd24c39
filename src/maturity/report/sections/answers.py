"""All answers: whatever somebody chose, counted, named or wrote stands here, so that everything can be recomputed."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.questionnaire.model import Item, Subdimension
from maturity.report.composer import Composer
from maturity.report.fonts import ITALIC, REGULAR
from maturity.report.matter import Matter
from maturity.report.sections import declared, entries, phrases
from maturity.report.sections.entries import ANSWER, QUESTION, Entry, Line
from maturity.report.styles import INK, MUTED, SMALL, Style
from maturity.report.tagging.spans import Look
from maturity.report.tagging.text import Block
from maturity.report.words import Bold

_NOTE = Style(Look(ITALIC, 8.1, INK), Block(10.1, after=4, indent=8))
_ASIDE = Style(Look(REGULAR, 8, MUTED), Block(9.8, after=4, indent=8))
_CLOSE = 1.5  # points to what belongs to the same answer


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("All answers")


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    tell, text = matter.voice.tell, matter.text
    wording = matter.questionnaire.wording
    composer.finding(_finding(matter))
    levels = " · ".join(f"{number}\u00a0{text(label)}" for number, label in enumerate(wording.level_labels, 1))
    composer.text((text(wording.question_lead), " ", Bold(tell("Levels:")), f" {levels}."), SMALL)
    with composer.newspaper(2):
        declared.profile(matter, composer, "before", tell("At the start of the questionnaire"))
        _items(matter, composer)
        declared.projects(matter, composer)
        declared.profile(matter, composer, "after", tell("At the end of the questionnaire"))
    unasked = _unasked(matter)
    if unasked:
        composer.text((Bold(tell("Not asked by this form:")), f" {', '.join(unasked)}."), SMALL)


def _finding(matter: Matter) -> str:
    counts, voice = matter.result.counts, matter.voice
    if counts.answered == counts.asked:
        return voice.tell("Each of the {n} questions asked has a level.", n=voice.number(counts.asked, 0))
    return voice.tell_count(
        "{answered} of the {asked} questions asked have a level; the other one lowers no level.",
        "{answered} of the {asked} questions asked have a level; the {n} others lower no level.",
        counts.asked - counts.answered,
        answered=voice.number(counts.answered, 0),
        asked=voice.number(counts.asked, 0),
    )


def _unasked(matter: Matter) -> list[str]:
    asked = set(matter.questionnaire.form(matter.response.questionnaire.form).items)
    return [key for key in matter.questionnaire.item_ids if key not in asked]


def _items(matter: Matter, composer: Composer) -> None:
    """Block by block, those that the form asks."""
    asked = set(matter.questionnaire.form(matter.response.questionnaire.form).items)
    items = [item for item in matter.questionnaire.items if item.id in asked]
    for block in matter.questionnaire.blocks:
        parts = [(sub, [item for item in items if item.subdimension == sub.id]) for sub in block.subdimensions]
        if any(mine for _, mine in parts):
            composer.heading(matter.text(block.name))
        for sub, mine in parts:
            if mine:
                composer.heading(f"{sub.id} · {matter.text(sub.name)}", 3)
                _target(matter, composer, sub)
                entries.table(composer, [_item(matter, item) for item in mine])


def _target(matter: Matter, composer: Composer, sub: Subdimension) -> None:
    target, tell = matter.response.targets.get(sub.id), matter.voice.tell
    if target is not None:
        said = tell("Good enough for us as it is.") if target == "enough" else tell("Target: level {n}.", n=target)
        composer.text(said, ANSWER.but(keep_with_next=True, after=2))


def _item(matter: Matter, item: Item) -> Entry:
    return (QUESTION, (Bold(item.id + " "), matter.text(item.stem))), _closed([*_lines(matter, item)])


def _lines(matter: Matter, item: Item) -> Iterator[Line]:
    """What was chosen, then what was said of it."""
    answer, tell = matter.response.answer(item.id), matter.voice.tell
    if answer.level is not None and answer.level <= len(item.levels):
        level = phrases.capital(tell("level {level}", level=answer.level))
        yield ANSWER, (Bold(level + ". "), matter.text(item.levels[answer.level - 1]))
    else:
        yield ANSWER, declared.missing(matter, answer.missing or "refused")
    if answer.note:
        yield _NOTE, answer.note
    if answer.evidence:
        yield _ASIDE, tell("Evidence: {text}", text=answer.evidence)
    sure = {1: tell("Not very sure"), 2: tell("Fairly sure"), 3: tell("Sure")}
    asides = [sure[answer.confidence]] if answer.confidence is not None else []
    asides += [tell("Marked to come back to")] if answer.flagged else []
    if asides:
        yield _ASIDE, " · ".join(asides)


def _closed(lines: list[Line]) -> list[Line]:
    """The lines of one answer, close to one another."""
    return [*((style.but(after=_CLOSE), said) for style, said in lines[:-1]), lines[-1]]
