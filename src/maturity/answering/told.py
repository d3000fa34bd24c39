"""What a change was, in words: for whoever undoes it or has it again. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from maturity.answering.cards import Cards
from maturity.answering.route import Step
from maturity.locale import domain

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.model import Response
    from maturity.scoring.result import Result

_ = domain("answering").gettext
_LONGEST = 44  # characters of a question: its first words are enough to know it again
_ANSWER = 22  # and of an answer


def undone(change: str) -> str:
    """The sentence after an undo."""
    return _("Undone: {change}").format(change=change)


def redone(change: str) -> str:
    """The sentence after a redo."""
    return _("Done again: {change}").format(change=change)


def not_sure_of() -> str:
    """Why one cannot say how sure one is."""
    return _("Choose a sentence first: then you can say how sure you are of it.")


def little_to_go_by(result: Result) -> str:
    """What stands beside lowest points while some dimension has too few answers to say its level; else nothing."""
    if all(block.profile_level is not None for block in result.blocks if block.kind == "dimension"):
        return ""
    return _("That is little to go by yet: it will be surer when more questions have an answer.")


def change_words(
    questionnaire: Questionnaire, before: Response, after: Response, step: Step | None, language: str
) -> str:
    """``answer 3 to “Do you …”``: what led from ``before`` to ``after`` at ``step``, None when at no question."""
    if step is None or before.targets != after.targets:
        return _("a target")
    cards = Cards(questionnaire, after, (step,), language)
    if step.kind == "helix":
        return _project(cards, before, int(step.id))
    words = _beside(before, after, step) if step.kind == "item" else ""
    answer, longest = shortened(cards.answer_of(step), _ANSWER), _LONGEST
    if not words and step.kind == "profile" and answer:
        words, longest = _("answer “{answer}” to “{question}”"), _LONGEST - len(answer)
    elif not words:
        words = _("answer {answer} to “{question}”") if answer else _("answer taken from “{question}”")
    return words.format(answer=answer, question=shortened(cards.name_of(step), longest))


def _beside(before: Response, after: Response, step: Step) -> str:
    """A change of what stands beside an answer; empty when the answer itself is another."""
    was, now = before.answer(step.id), after.answer(step.id)
    if (was.level, was.missing) != (now.level, now.missing):
        return ""
    if was.note != now.note:
        return _("note on “{question}”")
    if was.evidence != now.evidence:
        return _("evidence for “{question}”")
    if was.confidence != now.confidence:
        return _("how sure you are of “{question}”")
    return _("mark on “{question}”")


def _project(cards: Cards, before: Response, n: int) -> str:
    after = cards.response
    was, now = _name(before, n), _name(after, n)
    if len(before.helix) > len(after.helix) and (was or sum(map(len, _cells(before, n).values())) > 1):
        return _("project taken out: {name}").format(name=was or f"{n + 1}")
    if was != now:
        return _("name of the project: {name}").format(name=now or "–")
    old, new = _cells(before, n), _cells(after, n)
    helix = cards.questionnaire.helix
    rows, columns = (helix.subsystems, helix.stages) if helix else ((), ())
    for row, column in ((row, column) for row in rows for column in columns):
        value = new.get(row.id, {}).get(column.id)
        if old.get(row.id, {}).get(column.id) != value:
            cell = f"{row.name[cards.language]}, {column.name[cards.language]}"
            return f"{cell}{_(': ')}{_('empty') if value is None else value}"
    return _("Who took part in what")


def _name(response: Response, n: int) -> str:
    return response.helix[n].name if n < len(response.helix) else ""


def _cells(response: Response, n: int) -> Mapping[str, Mapping[str, int]]:
    return response.helix[n].cells if n < len(response.helix) else {}


def shortened(text: str, longest: int) -> str:
    """At most so many characters, cut between words."""
    if len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0] or text[:longest]}…"
