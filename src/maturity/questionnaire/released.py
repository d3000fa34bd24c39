"""Which versions have been released, with the digests they had: a change without a new version is noticed.

``released.toml`` stands above the versions' folders: beside ``cocreation/``, one entry for each version.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints, ValidationError

from maturity.errors import Problem, QuestionnaireError
from maturity.locale import domain
from maturity.questionnaire.base import Id, Model, Version
from maturity.questionnaire.crossing import read_crosswalk
from maturity.questionnaire.digest import digest_of
from maturity.questionnaire.files import Files
from maturity.questionnaire.model import Questionnaire
from maturity.validation import inside, problems

_, ngettext, pgettext = domain("questionnaire").functions

FILE = "released.toml"
Digest = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]


class Release(Model):
    """One version as it was released."""

    id: Id
    version: Version
    wording: Digest
    scoring: Digest
    crosswalk: Digest | None = None  # of a major version that follows another one


class Releases(Model):
    """All released versions of the questionnaires in one folder."""

    released: tuple[Release, ...] = ()


def releases(folder: Path) -> Releases:
    """What ``released.toml`` in this folder says; QuestionnaireError when it cannot be read."""
    files = Files(folder)
    document = files.document(FILE)
    if files.problems:
        raise QuestionnaireError(*files.problems)
    try:
        return Releases.model_validate(document)
    except ValidationError as error:
        raise QuestionnaireError(*problems(error, Releases, inside(FILE))) from error


def check_released(questionnaire: Questionnaire, folder: Path) -> list[Problem]:
    """Whether this version, in this folder, is the one that was released under its number."""
    try:
        known = releases(folder.resolve().parent.parent).released
    except QuestionnaireError as error:
        return list(error.problems)
    try:
        crosswalk = read_crosswalk(folder)
    except QuestionnaireError:
        return []  # `check_crossing` tells it
    name = f"{questionnaire.id} {questionnaire.version}"
    crossing = digest_of(crosswalk) if crosswalk else None
    entry = next((one for one in known if (one.id, one.version) == (questionnaire.id, questionnaire.version)), None)
    if entry is None:
        why = _("The version {name} has no entry.").format(name=name)
        return [Problem(FILE, why, f"{_('Add these lines:')}\n{_lines(questionnaire, crossing)}")]
    found = []
    for kind, was, now, part in (
        (_("texts"), entry.wording, questionnaire.wording_digest, _("the last number")),
        (_("rules, ids or numbers"), entry.scoring, questionnaire.scoring_digest, _("the first or second number")),
        (_("comparisons with the version before"), entry.crosswalk, crossing, _("the last number")),
    ):
        if was != now:
            why = _("The {kind} of {name} are not those that were released under this number.").format(
                kind=kind, name=name
            )
            fix = _("Raise {part} of “version” in questionnaire.toml and add these lines, or undo the change:").format(
                part=part
            )
            found.append(Problem(FILE, why, f"{fix}\n{_lines(questionnaire, crossing)}"))
    return found


def _lines(questionnaire: Questionnaire, crossing: str | None) -> str:
    more = f'\n    crosswalk = "{crossing}"' if crossing else ""
    return (
        f'    [[released]]\n    id = "{questionnaire.id}"\n    version = "{questionnaire.version}"\n'
        f'    wording = "{questionnaire.wording_digest}"\n    scoring = "{questionnaire.scoring_digest}"{more}'
    )
