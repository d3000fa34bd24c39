"""What the home screen lists: every assessment of a folder, the damaged ones with their reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, Problem

if TYPE_CHECKING:
    from maturity.response.workspace import Entry, Header


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


def place(folder: Path | None) -> Path:
    """The folder given, else where assessments are kept on this computer."""
    from maturity.response.workspace import default_folder

    return default_folder() if folder is None else folder


def look(folder: Path) -> list[Found]:
    """All assessments below a folder, the latest first. Reads files and imports pydantic: for a worker."""
    from maturity.response.workspace import listing

    return list(map(_found, listing(folder)))


def _found(entry: Entry) -> Found:
    header = entry.header
    if header is None:
        return Found(entry.path, updated=entry.updated, problem=entry.problem)
    form, role, total = _words(header)
    authority = header.authority
    return Found(
        entry.path,
        authority.name,
        header.wave,
        form,
        role,
        header.answered,
        total,
        header.updated,
        authority.invented,
    )


def _words(header: Header) -> tuple[Mapping[str, str] | None, Mapping[str, str] | None, int | None]:
    """Names of form and role, and how many questions there are; None where the questionnaire is not here."""
    from maturity.questionnaire.reading import load

    try:
        questionnaire = load(header.questionnaire.id, header.questionnaire.version)
        form = questionnaire.form(header.questionnaire.form)
    except (MaturityError, KeyError):
        return None, None, None
    options = [option for q in questionnaire.profile if q.filled_from == "role" for option in q.options]
    role = next((option.label for option in options if option.code == header.respondent.role), None)
    return form.name, role, len(form.items)
