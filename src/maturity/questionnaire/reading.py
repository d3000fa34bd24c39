"""From a folder of TOML to a `Questionnaire`: strict, and all problems told at once."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from maturity.errors import Problem, QuestionnaireError
from maturity.locale import domain
from maturity.questionnaire.checking import check
from maturity.questionnaire.digest import with_digests
from maturity.questionnaire.files import ROOT, Files, gather, member
from maturity.questionnaire.model import Questionnaire
from maturity.validation import did_you_mean, problems, shown

_, ngettext, pgettext = domain("questionnaire").functions

VARIABLE = "MATURITY_QUESTIONNAIRES"
DEFAULT = "cocreation"
_MOST = 200  # problems told at once


def folders() -> list[Path]:
    """Every version found, ``<id>/v<major>``: below the folders in `VARIABLE`, in the wheel, then in the checkout."""
    package = Path(__file__).resolve().parents[1]
    named = [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    roots = [*named, package / "questionnaires", package.parents[1] / "questionnaires"]
    return [file.parent for root in roots for file in sorted(root.glob(f"*/v*/{ROOT}"))]


def read(folder: Path) -> Questionnaire:
    """The questionnaire in this folder; QuestionnaireError with every problem when there is one."""
    files = gather(folder)
    questionnaire, faults = _validated(files)
    found = [*files.problems, *faults]
    if questionnaire is not None and not files.incomplete:
        found += check(questionnaire)
    if found or questionnaire is None:
        raise QuestionnaireError(*_first(found))
    return with_digests(questionnaire)


@cache
def load(id: str = DEFAULT, version: str | None = None) -> Questionnaire:
    """The questionnaire of this id, read once; ``version`` is a full one ("1.0.0") or a major one ("1").

    A major version has one folder: whoever asks for 1.0.0 gets 1.0.1 where that is installed, as both score the same.
    QuestionnaireError when there is none, or only an older one.
    """
    questionnaire = read(folder_of(id, version))
    if version and "." in version and _numbers(questionnaire.version) < _numbers(version):
        why = _("Version {version} is asked for, and {found} is installed.").format(
            version=version, found=questionnaire.version
        )
        raise QuestionnaireError.of(id, why, _("Install the latest version of maturity, then try again."))
    return questionnaire


def folder_of(id: str, version: str | None = None) -> Path:
    """Where a questionnaire stands: its latest major version, or that of ``version``; the first of equals."""
    wanted = f"v{version.split('.')[0]}" if version else ""
    found = [folder for folder in folders() if folder.parent.name == id and wanted in ("", folder.name)]
    if not found:
        raise QuestionnaireError(_unknown(id, wanted))
    return max(found, key=lambda folder: _numbers(folder.name.removeprefix("v")))


def _validated(files: Files) -> tuple[Questionnaire | None, list[Problem]]:
    """The values, and what is wrong with them. Unknown keys do not hide the rest: without them a second try is made."""
    try:
        return Questionnaire.model_validate(files.data), []
    except ValidationError as error:
        told = [one for one in problems(error, Questionnaire, files.where) if one.where]
        unknown = [fault["loc"] for fault in error.errors() if fault["type"] == "extra_forbidden"]
        if len(unknown) < error.error_count():
            return None, told
        for place in unknown:
            _remove(files.data, place)
        return Questionnaire.model_validate(files.data), told


def _remove(data: object, place: tuple[int | str, ...]) -> None:
    """Take one key out."""
    for part in place[:-1]:
        data = member(data, part)
    if isinstance(data, dict):
        data.pop(place[-1], None)


def _first(found: list[Problem]) -> list[Problem]:
    rest = len(found) - _MOST
    if rest <= 0:
        return found
    why = ngettext("There is {n} more problem.", "There are {n} more problems.", rest).format(n=rest)
    return [*found[:_MOST], Problem("…", why, _("Mend those above first, then check again."))]


def _unknown(id: str, major: str) -> Problem:
    known = [f"{folder.parent.name} {folder.name}" for folder in folders()]
    wanted = f"{shown(id)} {shown(major)}".strip()
    why = _("The questionnaire {wanted} is not on this machine.").format(wanted=wanted)
    fix = _("Install the version of maturity that has it, or name its folder in {variable}.").format(variable=VARIABLE)
    return Problem(shown(id), why, f"{did_you_mean(wanted, known)} {fix}".strip())


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else -1 for part in version.split(".")[:3])
