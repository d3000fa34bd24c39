"""``crosswalk.toml`` beside a major version: read, found for two versions, and checked against both."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from maturity.errors import Problem, QuestionnaireError
from maturity.locale import domain
from maturity.questionnaire.checks.crosswalk import check_crosswalk
from maturity.questionnaire.crosswalk import Crosswalk, Origin, major
from maturity.questionnaire.files import Files, located
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import first, folder_of, read
from maturity.validation import problems

_, ngettext, pgettext = domain("questionnaire").functions

FILE = "crosswalk.toml"
_MOST = 500  # faults that are looked at one by one


def read_crosswalk(folder: Path) -> Crosswalk | None:
    """What the crosswalk in this folder says; None when there is none; QuestionnaireError with all that is wrong."""
    if not os.path.lexists(folder / FILE):  # a link, a pipe or a folder of that name is told, not passed over
        return None
    files = Files(folder)
    document = files.document(FILE)
    if files.problems:
        raise QuestionnaireError(*files.problems)
    try:
        return Crosswalk.model_validate(document)
    except ValidationError as error:
        told = problems(error, Crosswalk, partial(located, FILE, document), most=_MOST)
        raise QuestionnaireError(*first(told)) from error


def crosswalk_between(before: Questionnaire, after: Questionnaire) -> Crosswalk | None:
    """The way from one version to another, in either direction; None within a major version, or where there is none.

    Only a crosswalk that leads straight from the one to the other is taken: two in a row would add up what each leaves
    open. QuestionnaireError when it is not in order.
    """
    first, last = sorted((before, after), key=lambda one: major(one.version))
    if (before.id, major(before.version)) == (after.id, major(after.version)):
        return None
    found = read_crosswalk(folder_of(last.id, last.version))
    if found is None or (found.from_.id, found.from_.major) != (first.id, major(first.version)):
        return None
    if faults := check_crosswalk(found, first, last):
        raise QuestionnaireError(*faults)
    return found if last is after else found.reversed(Origin(id=last.id, major=major(last.version)))


def check_crossing(questionnaire: Questionnaire, folder: Path) -> list[Problem]:
    """Whether a later major version says what became of the one before it."""
    now = major(questionnaire.version)
    try:
        crosswalk = read_crosswalk(folder)
        if crosswalk is None:
            return _absent(now, folder)
        earlier = folder.resolve().parent / f"v{crosswalk.from_.major}"
        return first(check_crosswalk(crosswalk, read(earlier), questionnaire))
    except QuestionnaireError as error:
        return list(error.problems)


def _absent(now: int, folder: Path) -> list[Problem]:
    if not (folder.resolve().parent / f"v{now - 1}").is_dir():
        return []
    why = _("Version {major} follows another one, and nothing says what became of its items.").format(major=now)
    fix = _("Write it: for every item same, reworded, rescored, split, merged, dropped or new; comparable or not.")
    return [Problem(FILE, why, fix)]
