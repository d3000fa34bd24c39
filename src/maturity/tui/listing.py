"""What the home screen lists: every assessment of a folder, the damaged ones with their reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len

from maturity.errors import DamagedError, MaturityError, Problem
from maturity.locale import domain
from maturity.text import plain_words

if TYPE_CHECKING:
    from maturity.response.model import Authority, QuestionnaireUse
    from maturity.response.workspace import Entry


_ = domain("tui").gettext


@dataclass(frozen=True)
class Found:
    """One file. ``problem`` stands where it cannot be read; ``total`` is None where its questionnaire is not here."""

    path: Path
    authority: Authority | None = None
    wave: str = ""
    form: Mapping[str, str] | None = None
    role: Mapping[str, str] | None = None
    answered: int = 0
    total: int | None = None
    updated: datetime | None = None
    edited: bool = False  # changed outside the program
    problem: Problem | None = None
    fate: str = ""  # what became of a damaged one: ``gone``, or the state of its version
    choice: bool = False  # whether there is something to go on with
    apart: str = ""  # the name of its file, where nothing else tells it from another one

    @property
    def name(self) -> str:
        """Of the authority; of the file where it cannot be read."""
        return self.authority.name if self.authority else self.path.name

    @cached_property
    def plain(self) -> str:
        """Name and wave to look words up in, each word after a space."""
        return "".join(f" {word}" for word in (*plain_words(self.name), *plain_words(self.wave)))


def place(folder: Path | None) -> Path:
    """The folder given, else where assessments are kept on this computer."""
    from maturity.response.workspace import default_folder

    return default_folder() if folder is None else folder


def absent(folder: Path) -> bool:
    """Whether it was chosen, and is not there. For a worker: a drive that is away takes its time to say so."""
    from maturity.response.workspace import absent as away

    return away(folder)


def look(folder: Path) -> list[Found]:
    """All assessments below a folder. Reads files and imports pydantic: for a worker.

    What was saved last comes first; what belongs to one authority stands together, its latest wave first.
    """
    from maturity.response.workspace import listing

    found = told_apart(together(map(_found, listing(folder))))
    for one in found:
        one.plain  # noqa: B018 - made ready here, not at the first letter typed
    return found


def together(found: Iterable[Found]) -> list[Found]:
    """The same, the files of one authority beside one another, where the first of them stood."""
    groups: dict[object, list[Found]] = {}
    for one in found:
        groups.setdefault(_who(one), []).append(one)
    return [one for group in groups.values() for one in sorted(group, key=lambda one: one.wave, reverse=True)]


def told_apart(found: Iterable[Found]) -> list[Found]:
    """The same; copies, of which a list would say the same, with the names of their files."""
    every = list(found)
    groups: dict[object, list[Found]] = {}
    for one in every:
        groups.setdefault(_shown(one), []).append(one)
    apart: dict[Path, str] = {}
    for group in (group for group in groups.values() if len(group) > 1):
        enough = len({one.path.name for one in group}) == len(group)
        apart |= {one.path: one.path.name if enough else f"{one.path.parent.name}/{one.path.name}" for one in group}
    return [replace(one, apart=apart[one.path]) if one.path in apart else one for one in every]


def _shown(found: Found) -> object:
    """What a list tells them apart by; neither day nor progress says which of two one has looked for."""
    if found.authority is None:
        return found.path
    labels = (tuple(words.items()) if words else () for words in (found.form, found.role))
    return found.name, found.authority.invented, found.wave, *labels


def _who(found: Found) -> object:
    authority = found.authority
    if authority is None:
        return found.path
    return authority.country, authority.invented, authority.code or (authority.kind, *plain_words(authority.name))


def of_year(found: Iterable[Found], authority: Authority, wave: str) -> list[Found]:
    """What is there already of an authority in a wave."""
    from maturity.response.naming import same_authority

    return [one for one in found if one.authority and one.wave == wave and same_authority(one.authority, authority)]


def named(found: Iterable[Found], text: str) -> list[Found]:
    """Those whose name or wave has words that begin with every word of the text; all of them when there is none."""
    rest = list(found)
    for word in plain_words(text[:200]):
        rest = [one for one in rest if f" {word}" in one.plain]
    return rest


def _found(entry: Entry) -> Found:
    header = entry.header
    if header is None:
        return _unreadable(entry)
    form, role, total = _labels(header.questionnaire, header.respondent.role)
    said = header.answered, total, header.updated, header.edited_by_hand
    return Found(entry.path, header.authority, header.wave, form, role, *said)


def _unreadable(entry: Entry) -> Found:
    from maturity.response import opening
    from maturity.response.reading import read

    try:
        read(entry.path)
    except DamagedError:
        with suppress(MaturityError):
            standing = opening.look(entry.path)
            fate = standing.file.state if standing.file else "gone"
            choice = standing.readable or standing.best is not None
            return Found(entry.path, problem=entry.problem, fate=fate, choice=choice)
    except MaturityError:
        pass
    return Found(entry.path, problem=entry.problem)


def in_a_row(found: Found, width: int) -> str:
    """Why it cannot simply be opened, so short that it fits beside its neighbours; Enter tells the rest."""
    fates = {
        "gone": _("Gone, but a version of it is still there"),
        "edited": _("Changed outside the program"),
        "cut": _("Its end is missing"),
        "zeroed": _("Empty, or filled with zeros"),
        "garbled": _("Damaged file"),
    }
    why = found.problem.why if found.problem else ""
    if found.fate not in fates:
        if cell_len(why) <= width:
            return why
        return _("{what} – Enter to know more").format(what=_("Cannot be read"))
    told = _("{what} – Enter to choose") if found.choice else _("{what} – Enter to know more")
    return told.format(what=fates[found.fate])


Labels = tuple[Mapping[str, str] | None, Mapping[str, str] | None, int | None]


@lru_cache(maxsize=256)
def _labels(use: QuestionnaireUse, role: str) -> Labels:
    """Names of form and role, and how many questions there are; None where the questionnaire is not here."""
    from maturity.questionnaire.reading import load

    try:
        questionnaire = load(use.id, use.version)
        form = questionnaire.form(use.form)
    except (MaturityError, KeyError):
        return None, None, None
    options = [option for q in questionnaire.profile if q.filled_from == "role" for option in q.options]
    return form.name, next((option.label for option in options if option.code == role), None), len(form.items)
