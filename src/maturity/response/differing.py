"""What two versions of one response say differently, for whoever has to choose between them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from maturity.response.model import Answer, Response

Part = Literal["answer", "words", "profile", "project", "count", "target", "about"]
_ELSE = {"language", "level", "missing"}  # of an answer: what is no word to its reader


@dataclass(frozen=True)
class Difference:
    """One place. ``before`` and ``after``: a level, a count, a reason for a missing answer as its code; "" for nothing.

    The part ``words``: the note, the evidence, how sure one is or the mark of an answer whose level is the same; where
    that is another one, too, ``words`` is set. ``about``: who, what, which wave. What any of these, or a project, says
    is not told: it may be long.
    """

    part: Part
    place: str
    before: str = ""
    after: str = ""
    words: bool = False


def differences(before: Response, after: Response) -> tuple[Difference, ...]:
    """In the order of a response file, answers first; when it was saved and how often is no difference."""
    return (*_answers(before, after), *_others(before, after))


def _answers(before: Response, after: Response) -> Iterator[Difference]:
    for item in dict.fromkeys((*before.answers, *after.answers)):
        one, other = before.answer(item), after.answer(item)
        words = one.model_dump(exclude=_ELSE) != other.model_dump(exclude=_ELSE)
        if _chosen(one) != _chosen(other):
            yield Difference("answer", item, _chosen(one), _chosen(other), words=words)
        elif words:
            yield Difference("words", item)


def _chosen(answer: Answer) -> str:
    return str(answer.level) if answer.level is not None else answer.missing or ""


def _others(before: Response, after: Response) -> Iterator[Difference]:
    yield from _each("profile", before.profile, after.profile)
    for number in range(max(len(before.helix), len(after.helix))):
        if before.helix[number : number + 1] != after.helix[number : number + 1]:
            yield Difference("project", str(number + 1))
    yield from _each("count", before.portfolio, after.portfolio)
    yield from _each("target", before.targets, after.targets)
    about = {"id", "kind", "questionnaire", "authority", "respondent", "wave", "started"}
    if before.model_dump(include=about) != after.model_dump(include=about):
        yield Difference("about", "")


def _each(part: Part, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Difference]:
    for place in dict.fromkeys((*before, *after)):
        if before.get(place) != after.get(place):
            yield Difference(part, place, str(before.get(place, "")), str(after.get(place, "")))
