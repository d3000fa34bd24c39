"""From a folder of TOML to a `Questionnaire`: strict, and all problems told at once."""

from __future__ import annotations

import os
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

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
_COUNTED = 2000  # faults that are looked at one by one


def folders() -> list[Path]:
    """Every version found, ``<id>/v<major>``: below the folders in `VARIABLE`, in the wheel, then in the checkout."""
    package = Path(__file__).resolve().parents[1]
    named = [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    roots = [*named, package / "questionnaires", package.parents[1] / "questionnaires"]
    return [file.parent for root in roots for file in sorted(root.glob(f"*/v*/{ROOT}"))]


def read(folder: Path) -> Questionnaire:
    """The questionnaire in this folder; QuestionnaireError with every problem when there is one."""
    if not os.path.lexists(folder / ROOT):
        raise QuestionnaireError(_nothing_in(folder))
    files = gather(folder)
    questionnaire, faults = _validated(files)
    found = [*files.problems, *faults]
    if questionnaire is not None and not files.incomplete:
        found += check(questionnaire)
    if found or questionnaire is None:
        raise QuestionnaireError(*first(found))
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
    """The values, and what is wrong with them.

    A misspelt key does not hide what the checks across files would say: with the key put right, a second try is made.
    """
    try:
        return Questionnaire.model_validate(files.data), []
    except ValidationError as error:
        if error.error_count() > _COUNTED:
            why = _("There are {n} faults, too many to tell them apart.").format(n=error.error_count())
            return None, [Problem(str(files.folder), why, _("Begin again from a questionnaire that is in order."))]
        told = [one for one in problems(error, Questionnaire, files.where) if one.where]
        _respell(files.data, error.errors(include_url=False, include_input=False))
    try:
        return Questionnaire.model_validate(files.data), told
    except ValidationError:
        why = _("What crosses several files could not be checked yet.")
        return None, [*told, Problem("…", why, _("Mend those above first, then check again."))] if told else told


def _respell(data: object, faults: list[ErrorDetails]) -> None:
    """Give each unknown key the name of a missing one beside it that it resembles; take the others out."""
    missing = [fault["loc"] for fault in faults if fault["type"] == "missing"]
    for place in [fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"]:
        table = data
        for part in place[:-1]:
            table = member(table, part)
        if isinstance(table, dict) and place[-1] in table:
            value = table.pop(place[-1])
            beside = [str(other[-1]) for other in missing if other[:-1] == place[:-1]]
            for name in get_close_matches(str(place[-1])[:200], beside, n=1):
                table[name] = value


def first(found: list[Problem]) -> list[Problem]:
    """As many as somebody reads, and how many more there are."""
    rest = len(found) - _MOST
    if rest <= 0:
        return found
    why = ngettext("There is {n} more problem.", "There are {n} more problems.", rest).format(n=rest)
    return [*found[:_MOST], Problem("…", why, _("Mend those above first, then check again."))]


def _nothing_in(folder: Path) -> Problem:
    below = next((file.parent for pattern in ("*/", "*/*/") for file in sorted(folder.glob(f"{pattern}{ROOT}"))), None)
    why = _("There is no questionnaire in this folder: it has no {file}.").format(file=ROOT)
    fix = _("Name the folder of a version, such as {example}.")
    return Problem(
        shown(folder, 300), why, fix.format(example=shown(below or Path("questionnaires", DEFAULT, "v1"), 300))
    )


def _unknown(id: str, major: str) -> Problem:
    known = [f"{folder.parent.name} {folder.name}" for folder in folders()]
    wanted = f"{shown(id)} {shown(major)}".strip()
    why = _("The questionnaire {wanted} is not on this machine.").format(wanted=wanted)
    fix = _("Install the version of maturity that has it, or name its folder in {variable}.").format(variable=VARIABLE)
    return Problem(shown(id), why, f"{did_you_mean(wanted, known)} {fix}".strip())


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else -1 for part in version.split(".")[:3])
