"""Opening a response together with its questionnaire, which knows the words for who has it open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import DamagedError, LockedError, MaturityError, ResponseError
from maturity.locale import language
from maturity.response.described import problem
from maturity.response.file import OpenResponse, read
from maturity.response.fit import questionnaire_of
from maturity.response.locking import held
from maturity.response.versions import Standing, overtaken, survey

if TYPE_CHECKING:
    from maturity.questionnaire.base import Words
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.model import Response


def open_with_questionnaire(
    path: Path, *, read_only: bool = False, accept_damaged: bool = False
) -> tuple[Questionnaire, OpenResponse]:
    """The file, held unless ``read_only``, and the questionnaire that it answers.

    Raises:
        LockedError: another session has it open; says as whom (pseudonym and role), where and since when.
        MaturityError: damaged, not a response, or its questionnaire is not here.
    """
    # first: a file that does not fit its questionnaire gets no lock beside it
    questionnaire_of(read(path, accept_damaged=accept_damaged), path)
    try:
        first = None if read_only else partial(_ask_about_newer, path)
        file = OpenResponse.open(path, read_only=read_only, accept_damaged=accept_damaged, first=first)
    except LockedError as error:
        raise LockedError(held(path, whose(read(path, accept_damaged=accept_damaged)))) from error
    try:
        return questionnaire_of(file.response, path), file
    except BaseException:
        file.close()
        raise


def look(path: Path) -> Standing:
    """What stands there, as `survey`; of a file that is not as it was written also whether it fits its questionnaire.

    Raises:
        ResponseError: as `survey`.
    """
    standing = survey(path)
    file = standing.file
    known = (one.response for one in (standing.best, file, *standing.kept) if one and one.response)
    if standing.beside and (one := next(known, None)):
        standing = replace(standing, names=_names(one))
    if file is None or file.response is None or file.state == "intact":
        return standing
    try:
        questionnaire_of(file.response, path)
    except ResponseError as error:
        return replace(standing, misfit=error.problems[0])
    except MaturityError:  # its questionnaire is not here: whoever needs it tells so
        return standing
    return standing


def _names(response: Response) -> dict[str, Words]:
    """What the places of an answer are called: none where the questionnaire is not here."""
    try:
        asked = questionnaire_of(response, "")
    except MaturityError:
        return {}
    counted = {option.code: option.label for one in asked.profile if one.kind == "counts" for option in one.options}
    questions = {one.id: one.text for one in asked.profile}
    items = {item.id: item.name for item in asked.items if item.name is not None}
    return {**questions, **counted, **{sub.id: sub.name for sub in asked.subdimensions.values()}, **items}


def _ask_about_newer(path: Path, response: Response) -> None:
    """Nothing where the file holds the newest version; asked while the file is held, when nobody is amid a save.

    Raises:
        DamagedError: a newer version than the file's own stands beside it, and is whole.
    """
    if overtaken(path, response):
        raise DamagedError(problem(survey(path), datetime.now(UTC)))


def roles(response: Response) -> dict[str, Callable[[], str]]:
    """The roles that one may answer in, code → words in the language in use then; none without its questionnaire."""
    try:
        questionnaire = questionnaire_of(response, "")
    except MaturityError:
        return {}
    asked = next((one for one in questionnaire.profile if one.filled_from == "role"), None)
    labels = {option.code: option.label for option in asked.options} if asked else {}
    return {code: partial(_spoken, words, questionnaire.languages[0]) for code, words in labels.items()}


def _spoken(words: Words, otherwise: str) -> str:
    return words.get(language(), words[otherwise])


def whose(response: Response) -> str:
    """Pseudonym and role of who answers: all that is known of a person."""
    respondent = response.respondent
    role = roles(response).get(respondent.role)
    return f"{respondent.pseudonym} ({role()})" if role else respondent.pseudonym
