"""Recommendations and legal reminders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from maturity.errors import Problem
from maturity.locale import domain
from maturity.questionnaire.advice import Checkpoint, Legal, Recommendation, When
from maturity.questionnaire.checks.common import (
    block_name,
    repeated,
    unknown,
    unknown_items,
    unknown_subdimensions,
)
from maturity.questionnaire.model import ProfileQuestion, Questionnaire
from maturity.questionnaire.rules import Gate

_, ngettext, pgettext = domain("questionnaire").functions


def check_recommendations(questionnaire: Questionnaire) -> Iterator[Problem]:
    """One recommendation for each step from one level to the next, of each sub-dimension; labels that exist."""
    advice = questionnaire.advice
    yield from repeated("recommendations", (one.id for one in advice.recommendations))
    for one in advice.recommendations:
        where = _place(questionnaire, one.subdimension, one.id)
        yield from unknown_subdimensions(f"{where} › subdimension", [one.subdimension], questionnaire)
        if one.effort not in advice.effort_labels:
            sentence = _("“{name}” is not one of the effort_labels.")
            yield unknown(f"{where} › effort", sentence, one.effort, advice.effort_labels)
        if one.lead not in advice.lead_labels:
            yield unknown(f"{where} › lead", _("“{name}” is not one of the lead_labels."), one.lead, advice.lead_labels)
        for step in [step for step in one.how if step.audience not in advice.audience_labels]:
            sentence = _("“{name}” is not one of the audience_labels.")
            yield unknown(f"{where} › how", sentence, step.audience, advice.audience_labels)
        yield from _raised(questionnaire, where, one)
    yield from unknown_items("item_titles", advice.item_titles, questionnaire)
    for gate in questionnaire.readiness.gates:
        yield from _begun(questionnaire, gate)
    for name in [name for name in (*advice.lead_meanwhile, *advice.lead_small) if name not in advice.lead_labels]:
        yield unknown(
            "lead_meanwhile, lead_small", _("“{name}” is not one of the lead_labels."), name, advice.lead_labels
        )
    written = Counter((one.subdimension, one.from_level, one.to_level) for one in advice.recommendations)
    wanted = {(name, low, low + 1) for name in questionnaire.subdimensions for low in range(1, questionnaire.levels)}
    for name, low, high in sorted(wanted - set(written)):
        why = _("No recommendation goes from level {low} to {high} of {id}.").format(id=name, low=low, high=high)
        yield Problem(_place(questionnaire, name), why, _("Write one: each step has exactly one."))
    for name, low, high in sorted(
        key for key in written if key not in wanted and key[0] in questionnaire.subdimensions
    ):
        why = _("There is no step from level {low} to {high} of {id}.").format(id=name, low=low, high=high)
        yield Problem(_place(questionnaire, name), why, _("A recommendation goes from one level to the next."))
    for name, low, high in sorted(key for key, times in written.items() if times > 1):
        why = _("More than one recommendation goes from level {low} to {high} of {id}.").format(
            id=name, low=low, high=high
        )
        yield Problem(_place(questionnaire, name), why, _("Keep one: each step has exactly one."))


def _raised(questionnaire: Questionnaire, where: str, one: Recommendation) -> Iterator[Problem]:
    """A recommendation and its steps raise items of their own sub-dimension."""
    inside = [item.id for item in questionnaire.items if item.subdimension == one.subdimension]
    raised = [*one.raises, *(name for step in one.how for name in step.raises)]
    for name in dict.fromkeys(name for name in raised if name not in inside):
        sentence = _("“{name}” is not an item of the sub-dimension that is advised here.")
        yield unknown(f"{where} › raises", sentence, name, inside)


def _begun(questionnaire: Questionnaire, gate: Gate) -> Iterator[Problem]:
    """What first actions raise: items that exist, a level of the scale, actions that are there."""
    where, numbers = f"readiness.toml · {gate.id} › raises", [str(n + 1) for n in range(len(gate.first_actions))]
    for number, done in gate.raises.items():
        if number not in numbers:
            yield unknown(where, _("“{name}” is not the number of a first action."), number, numbers)
        yield from unknown_items(where, done.items, questionnaire)
        if not 1 <= done.until <= questionnaire.levels:
            why = _("{value} is out of range: {low} to {high}.").format(
                value=done.until, low=1, high=questionnaire.levels
            )
            yield Problem(where, why, _("Choose a number in this range."))


def _place(questionnaire: Questionnaire, subdimension: str, name: str = "") -> str:
    file = f"recommendations/{block_name(questionnaire, subdimension) or '…'}.toml"
    return f"{file} · {name}" if name else file


def check_legal(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Legal reminders: profile questions, items and labels that exist."""
    yield from repeated("legal", (legal.country for legal in questionnaire.legal))
    questions = {question.id: question for question in questionnaire.profile}
    codes = [option.code for one in questionnaire.profile if one.filled_from == "country" for option in one.options]
    for legal in questionnaire.legal:
        file = f"legal/{legal.country}.toml"
        if legal.country not in codes:
            sentence = _("“{name}” is not a country that the profile asks for.")
            yield unknown(f"{file} · country", sentence, legal.country, codes)
        yield from repeated(file, (one.id for one in legal.checkpoints))
        for one in legal.checkpoints:
            yield from _checkpoint(f"{file} · {one.id}", one, legal, questionnaire)
            for test in [test for group in one.when for test in group]:
                yield from _when(f"{file} · {one.id} › when", test, questions)


def _checkpoint(where: str, one: Checkpoint, legal: Legal, questionnaire: Questionnaire) -> Iterator[Problem]:
    if (one.item is None) != (one.minimum_level is None):
        why = _("“item” and “minimum_level” go together.")
        yield Problem(where, why, _("Write both, or neither for a plain reminder."))
    if one.item is not None:
        yield from unknown_items(f"{where} › item", [one.item], questionnaire)
    if one.minimum_level is not None and not 1 <= one.minimum_level <= questionnaire.levels:
        why = _("{value} is out of range: {low} to {high}.").format(
            value=one.minimum_level, low=1, high=questionnaire.levels
        )
        yield Problem(f"{where} › minimum_level", why, _("Choose a number in this range."))
    for name in (one.confidence, one.reference_confidence):
        if name not in legal.confidence_labels:
            yield unknown(where, _("“{name}” is not one of the confidence_labels."), name, legal.confidence_labels)


def _when(where: str, test: When, questions: dict[str, ProfileQuestion]) -> Iterator[Problem]:
    question = questions.get(test.question)
    if question is None:
        yield unknown(where, _("“{name}” is not a question of profile.toml."), test.question, questions)
        return
    if (test.any_of is None) == (test.at_least is None):
        why = _("A test on “{name}” has either any_of or at_least.").format(name=test.question)
        yield Problem(where, why, _("Write one of the two."))
    codes = [option.code for option in question.options]
    for code in [code for code in test.any_of or () if code not in codes]:
        yield unknown(where, _("“{name}” is not an answer to that question."), code, codes)
    if test.at_least is not None and test.at_least not in [option.min for option in question.options]:
        starts = ", ".join(str(option.min) for option in question.options if option.min is not None)
        why = _("No class of “{name}” begins at {n}.").format(name=test.question, n=test.at_least)
        yield Problem(where, why, _("They begin at: {starts}.").format(starts=starts or "–"))
