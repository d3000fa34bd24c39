"""All answers: each question asked, the sentence chosen, the note and the evidence."""

from __future__ import annotations

from maturity.questionnaire.model import Item
from maturity.report.composer import Cell, Composer
from maturity.report.matter import Matter
from maturity.report.styles import CELL, MUTED, QUOTE, SMALL, Style
from maturity.report.words import Bold, Quiet, Said


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("All answers")


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    tell = matter.voice.tell
    asked = set(matter.questionnaire.form(matter.response.questionnaire.form).items)
    composer.text(matter.text(matter.questionnaire.wording.question_lead))
    for block in matter.questionnaire.blocks:
        rows: list[tuple[Cell, Cell]] = []
        for sub in block.subdimensions:
            items = [item for item in matter.questionnaire.items if item.subdimension == sub.id and item.id in asked]
            rows += [_row(matter, item) for item in items]
        if rows:
            composer.heading(matter.text(block.name))
            composer.table((tell("Question"), tell("Answer")), rows, (41, 59))
    left_out = len(matter.questionnaire.items) - len(asked)
    if left_out > 0:
        composer.text(
            matter.voice.tell_count(
                "One question is not asked by this form.", "{n} questions are not asked by this form.", left_out
            ),
            SMALL,
        )


def _row(matter: Matter, item: Item) -> tuple[Cell, Cell]:
    question: Cell = (Bold(item.id + " "), matter.text(item.stem))
    return question, _answer(matter, item)


def _answer(matter: Matter, item: Item) -> Cell:
    answer, tell = matter.response.answer(item.id), matter.voice.tell
    lines: list[tuple[Style, Said]] = []
    if answer.level is not None and answer.level <= len(item.levels):
        lines.append(
            (CELL, (Bold(tell("Level {level}", level=answer.level) + " "), matter.text(item.levels[answer.level - 1])))
        )
    else:
        labels = matter.questionnaire.wording.missing_labels
        reason = matter.text(labels[answer.missing or "refused"])
        lines.append((CELL, Quiet(reason[:1].upper() + reason[1:], MUTED, italic=True)))
    if answer.note:
        lines.append((QUOTE.but(indent=8), answer.note))
    if answer.evidence:
        lines.append((SMALL.but(indent=8, after=2), tell("Evidence: {text}", text=answer.evidence)))
    if answer.confidence is not None:
        words = {1: tell("Not very sure"), 2: tell("Fairly sure"), 3: tell("Sure")}
        lines.append((SMALL.but(indent=8, after=2), words[answer.confidence]))
    return lines
