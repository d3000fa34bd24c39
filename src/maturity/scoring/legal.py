"""Legal reminders that fit a profile. "To be checked", never more: no legal advice, no effect on any level."""

from __future__ import annotations

from collections.abc import Mapping

from maturity.questionnaire.advice import Checkpoint, When
from maturity.questionnaire.model import ProfileQuestion, Questionnaire
from maturity.response.model import Response
from maturity.scoring.result import LegalResult
from maturity.scoring.sheet import NOT_APPLICABLE


def profile_answers(questionnaire: Questionnaire, response: Response) -> dict[str, str]:
    """Option codes by profile question: what was answered, and what the authority and the respondent already say."""
    found = {}
    for question in questionnaire.profile:
        code = response.profile.get(question.id) or _filled(question, response)
        if code is not None and code in {option.code for option in question.options}:
            found[question.id] = code
    return found


def reminders(questionnaire: Questionnaire, response: Response, codes: Mapping[str, int]) -> tuple[LegalResult, ...]:
    """The reminders of the authority's country that fit its profile, in order. ``codes``: the answer sheet by item.

    A test whose profile question has no answer does not hold; an item that is "not applicable" needs no reminder.
    """
    profile = profile_answers(questionnaire, response)
    found = []
    for legal in questionnaire.legal:
        if legal.country != response.authority.country:
            continue
        for checkpoint in legal.checkpoints:
            result = _reminder(questionnaire, legal.country, checkpoint, profile, codes)
            if result is not None:
                found.append(result)
    return tuple(found)


def _reminder(
    questionnaire: Questionnaire,
    country: str,
    checkpoint: Checkpoint,
    profile: Mapping[str, str],
    codes: Mapping[str, int],
) -> LegalResult | None:
    groups = checkpoint.when or ((),)
    if not any(all(_holds(questionnaire, test, profile) for test in group) for group in groups):
        return None
    if checkpoint.item is None:
        return LegalResult(country=country, id=checkpoint.id, state="reminder", item=None, code=None)
    code = codes[checkpoint.item]
    if code == NOT_APPLICABLE or code >= (checkpoint.minimum_level or 1):
        return None
    return LegalResult(country=country, id=checkpoint.id, state="to-check", item=checkpoint.item, code=code)


def _holds(questionnaire: Questionnaire, test: When, profile: Mapping[str, str]) -> bool:
    answer = profile.get(test.question)
    if answer is None:
        return False
    if test.any_of is not None and answer not in test.any_of:
        return False
    if test.at_least is None:
        return True
    question = next(q for q in questionnaire.profile if q.id == test.question)
    lowest = next(option.min for option in question.options if option.code == answer)
    return lowest is not None and lowest >= test.at_least


def _filled(question: ProfileQuestion, response: Response) -> str | None:
    if question.filled_from == "country":
        return response.authority.country
    if question.filled_from == "kind":
        return response.authority.kind
    if question.filled_from == "role":
        return response.respondent.role
    people = response.authority.population
    if question.filled_from is None or people is None:
        return None
    for option in question.options:
        if (option.min or 0) <= people and (option.max is None or people <= option.max):
            return option.code
    return None
