"""What each key does to a response: pure functions from one frozen response to the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from maturity.text import clean_text

if TYPE_CHECKING:
    from maturity.response.model import Answer, Response, Target

Missing = Literal["dont-know", "not-applicable"]


def _changed(response: Response, item: str, **values: object) -> Response:
    answer: Answer = response.answer(item).model_copy(update=values)
    if answer == type(answer)(language=answer.language):  # nothing is left of it
        rest = {other: kept for other, kept in response.answers.items() if other != item}
        return response.model_copy(update={"answers": rest})
    return response.with_answer(item, answer)


def level(response: Response, item: str, value: int, language: str) -> Response:
    """A sentence was chosen, read in this language."""
    return _changed(response, item, level=value, missing=None, language=language)


def missing(response: Response, item: str, reason: Missing, language: str) -> Response:
    """Not known or not applicable: an answer, never a low level; how sure one is has no object then."""
    return _changed(response, item, level=None, missing=reason, confidence=None, language=language)


def erased(response: Response, item: str) -> Response:
    """The answer is taken away; note, evidence and flag stay."""
    return _changed(response, item, level=None, missing=None, confidence=None)


def flag(response: Response, item: str) -> Response:
    """Come back later, or no longer."""
    return _changed(response, item, flagged=not response.answer(item).flagged)


def may_be_sure(response: Response, item: str) -> bool:
    """Whether there is a level that one can be sure of."""
    return response.answer(item).level is not None


def confidence(response: Response, item: str) -> Response:
    """Not said → 1 → 2 → 3 → not said."""
    now = response.answer(item).confidence or 0
    return _changed(response, item, confidence=now + 1 if now < 3 else None)


def words(response: Response, item: str, field: Literal["note", "evidence"], text: str) -> Response:
    """A note or what one can point to, as typed up to now."""
    return _changed(response, item, **{field: clean_text(text, multiline=True)})


def profile(response: Response, question: str, code: str | None) -> Response:
    """An answer about the authority; None takes it away."""
    rest = {other: kept for other, kept in response.profile.items() if other != question}
    return response.model_copy(update={"profile": rest if code is None else {**rest, question: code}})


def count(response: Response, code: str, value: int | None) -> Response:
    """One of the counts; None takes it away."""
    rest = {other: kept for other, kept in response.portfolio.items() if other != code}
    return response.model_copy(update={"portfolio": rest if value is None else {**rest, code: value}})


def target(response: Response, subdimension: str, value: Target | None) -> Response:
    """The level to reach in a sub-dimension, or "enough" = good enough for us; None takes it away."""
    rest = {other: kept for other, kept in response.targets.items() if other != subdimension}
    return response.model_copy(update={"targets": rest if value is None else {**rest, subdimension: value}})


def project_name(response: Response, n: int, name: str) -> Response:
    """The n-th project's name."""
    return _project(response, n, {"name": clean_text(name, limit=300)})


def cell(response: Response, n: int, subsystem: str, stage: str, value: int | None) -> Response:
    """One cell of the n-th project's grid; None takes it away."""
    from maturity.response.model import Project

    project = response.helix[n] if n < len(response.helix) else Project()
    cells = {row: dict(values) for row, values in project.cells.items()}
    filled = cells.setdefault(subsystem, {})
    if value is None:
        filled.pop(stage, None)
    else:
        filled[stage] = value
    return _project(response, n, {"cells": {row: values for row, values in cells.items() if values}})


def without_project(response: Response, n: int) -> Response:
    """The n-th project is taken out, name and grid; those after it move up."""
    return response.model_copy(update={"helix": response.helix[:n] + response.helix[n + 1 :]})


def _project(response: Response, n: int, values: Mapping[str, object]) -> Response:
    from maturity.response.model import Project

    projects = list(response.helix)
    while len(projects) <= n:
        projects.append(Project())
    projects[n] = projects[n].model_copy(update=values)
    while projects and projects[-1] == Project():  # nothing is left of it
        projects.pop()
    return response.model_copy(update={"helix": tuple(projects)})
