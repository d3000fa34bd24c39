"""What is still to be done of an advice: never what the answers say is done already.

A recommendation is chosen by the mean of a sub-dimension, while its title and its steps speak of single questions.
Each names the items that it raises; it is said only while all of these are below the level that it leads to. For a
question that nothing was written for, the next level's own sentence says what to do. Every face takes it from here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from maturity.questionnaire.advice import Recommendation, Step
from maturity.questionnaire.base import Words
from maturity.questionnaire.model import Item, Questionnaire
from maturity.questionnaire.rules import Gate
from maturity.scoring.result import Priority
from maturity.scoring.sheet import NOT_APPLICABLE


class Undone(NamedTuple):
    """What is left of a recommendation, for an authority of one size."""

    advice: Recommendation
    title: Words
    why: Words
    steps: tuple[Step, ...]
    evidence: Words


def of_priority(
    questionnaire: Questionnaire, sheet: Mapping[str, int], priority: Priority, population: int | None = None
) -> Undone:
    """What is left of the recommendation of one of the next actions. ``sheet``: levels and missing codes by item."""
    named = {one.id: one for one in questionnaire.advice.recommendations}
    return undone(questionnaire, sheet, named[priority.recommendation], population)


def undone(
    questionnaire: Questionnaire, sheet: Mapping[str, int], advice: Recommendation, population: int | None = None
) -> Undone:
    """Title, reason, steps and evidence of what is below the level that the recommendation leads to."""
    inside = [item for item in questionnaire.items if item.subdimension == advice.subdimension]
    left = [item for item in inside if _left(sheet, item.id, advice.to_level)] or inside
    open_ = {item.id for item in left}
    told = open_.issuperset(advice.raises)
    subject = [item for item in left if item.id in advice.raises] if told and advice.raises else left
    if not told:
        subject = [min(left, key=lambda item: _height(sheet, item.id))]
    labels = questionnaire.advice
    steps = [step for step in advice.how if open_.issuperset(step.raises) and labels.fits(step, population)]
    steps += _missing(questionnaire, advice, subject, steps)
    if not told:  # what the title speaks of comes first
        steps.sort(key=lambda step: subject[0].id not in step.raises)
    if told:
        return Undone(advice, advice.title, advice.why, tuple(steps), advice.evidence)
    (item,) = subject
    patterns = labels.one_question
    title = labels.item_titles.get(item.id) or _filled(patterns.get("title"), "{name}", item, advice)
    evidence = _filled(patterns.get("evidence"), "{sentence}", item, advice)
    return Undone(advice, title, item.why, tuple(steps), evidence)


def first_actions(gate: Gate, sheet: Mapping[str, int]) -> tuple[Words, ...]:
    """Where to begin while a gate is unmet."""
    left = {
        number for number, done in gate.raises.items() if all(_left(sheet, item, done.until) for item in done.items)
    }
    numbered = {str(number): words for number, words in enumerate(gate.first_actions, start=1)}
    return tuple(words for number, words in numbered.items() if number in left or number not in gate.raises)


def _left(sheet: Mapping[str, int], item: str, level: int) -> bool:
    """Whether an item is not known to stand at a level: an answer that is missing proves nothing."""
    code = sheet.get(item, 0)
    return code < level and code != NOT_APPLICABLE


def _height(sheet: Mapping[str, int], item: str) -> tuple[bool, int]:
    """The lowest known level first, then what is not known."""
    code = sheet.get(item, 0)
    return code < 1, code


def _missing(
    questionnaire: Questionnaire, advice: Recommendation, subject: Sequence[Item], steps: Sequence[Step]
) -> list[Step]:
    """The next level's own sentence for what is spoken of and has no step."""
    if any(not step.raises for step in steps):
        return []
    covered = {item for step in steps for item in step.raises}
    pattern = questionnaire.advice.one_question.get("step")
    return [
        Step(audience="all", raises=(item.id,), text=_filled(pattern, "{sentence}", item, advice))
        for item in subject
        if item.id not in covered
    ]


def _filled(pattern: Words | None, plain: str, item: Item, advice: Recommendation) -> Words:
    """In every language of the question; by replacement and not by format, so that no brace of a text is read."""
    sentences, names = item.levels[advice.to_level - 1], item.name or item.stem
    return {
        language: (pattern or {})
        .get(language, plain)
        .replace("{level}", str(advice.to_level))
        .replace("{name}", names.get(language, ""))
        .replace("{sentence}", sentence)
        for language, sentence in sentences.items()
    }
