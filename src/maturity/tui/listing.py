"""What the home screen lists: every assessment of a folder, the damaged ones with their reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from maturity.errors import MaturityError, Problem


@dataclass(frozen=True)
class Found:
    """One file. ``problem`` stands where it cannot be read; ``total`` is None where its questionnaire is not here."""

    path: Path
    name: str = ""
    wave: str = ""
    form: Mapping[str, str] | None = None
    role: Mapping[str, str] | None = None
    answered: int = 0
    total: int | None = None
    updated: datetime | None = None
    invented: bool = False
    problem: Problem | None = None


def look(folder: Path) -> list[Found]:
    """All assessments below a folder, the latest first. Reads files and imports pydantic: for a worker."""
    from maturity.response.workspace import listing

    found = [_found(entry.path, entry.response, entry.problem) for entry in listing(folder)]
    return sorted(
        found, key=lambda one: (one.problem is None, one.updated.timestamp() if one.updated else 0.0), reverse=True
    )


def _found(path: Path, response: object, problem: Problem | None) -> Found:
    from maturity.questionnaire.reading import load
    from maturity.response.model import Response

    if not isinstance(response, Response):
        return Found(path, problem=problem)
    found = Found(
        path,
        name=response.authority.name,
        wave=response.wave,
        answered=sum(answer.given for answer in response.answers.values()),
        updated=response.updated,
        invented=response.authority.invented,
    )
    try:
        questionnaire = load(response.questionnaire.id, response.questionnaire.version)
        form = questionnaire.form(response.questionnaire.form)
    except (MaturityError, KeyError):
        return found
    roles = [
        o.label
        for q in questionnaire.profile
        if q.filled_from == "role"
        for o in q.options
        if o.code == response.respondent.role
    ]
    items = set(form.items)
    answered = sum(response.answer(item).given for item in items)
    return Found(
        path,
        found.name,
        found.wave,
        form.name,
        roles[0] if roles else None,
        answered,
        len(items),
        found.updated,
        found.invented,
    )
