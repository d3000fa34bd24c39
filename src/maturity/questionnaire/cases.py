"""Cases: answers and what they must give, written as data beside the questionnaire by people who do not program.

A case names what it wants compared; everything else is free. Decimal numbers hold within 0.005, whole numbers after
rounding, stabilities (random draws) within 0.03.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from pydantic import BaseModel, ValidationError

from maturity.errors import Problem, QuestionnaireError
from maturity.locale import domain
from maturity.questionnaire.base import Words
from maturity.questionnaire.case import Case
from maturity.questionnaire.comparing import differences
from maturity.questionnaire.files import Files, located
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Answer, Authority, Project, QuestionnaireUse, Respondent, Response
from maturity.validation import problems

_, ngettext, pgettext = domain("questionnaire").functions

FOLDER = "cases"
_WHEN = datetime(2026, 1, 1, 9, tzinfo=UTC)  # a case has no clock
_ELSEWHERE = "XX"  # ISO 3166: no country
_NOBODY = "other"


class Difference(NamedTuple):
    """One value that is not as expected, in words."""

    case: str
    where: str
    expected: str
    got: str


class _CaseFile(BaseModel, extra="forbid"):
    cases: tuple[Case, ...]


def read_cases(folder: Path) -> list[Case]:
    """The cases beside a questionnaire: one a file, or several as ``[[cases]]``; all problems at once otherwise."""
    files, found = Files(folder), list[Case]()
    for name in files.names(FOLDER):
        path = f"{FOLDER}/{name}.toml"
        document = files.document(path)
        several = "cases" in document
        model: type[BaseModel] = _CaseFile if several else Case
        try:
            read = model.model_validate(document) if document else None
        except ValidationError as error:
            files.problems += problems(error, model, partial(located, path, document))
            continue
        found += read.cases if isinstance(read, _CaseFile) else [read] if isinstance(read, Case) else []
    seen: set[str] = set()
    for case in found:
        if case.id.casefold() in seen:
            why = _("“{name}” is there twice.").format(name=case.id)
            files.problems.append(Problem(f"{FOLDER} · {case.id}", why, _("Give one of them another name.")))
        seen.add(case.id.casefold())
    if files.problems:
        raise QuestionnaireError(*files.problems)
    return found


def response(case: Case, questionnaire: Questionnaire, language: str = "") -> Response:
    """The case as a response: always the same one, of an invented authority.

    ``language``: of the names of its projects; the questionnaire's first one otherwise.
    """
    filled = {question.filled_from: question for question in questionnaire.profile if question.filled_from}
    role, kind = filled.get("role"), filled.get("kind")
    asked = {question.id for question in questionnaire.profile if not question.filled_from}
    authority = case.authority
    answers = {item.id: Answer(level=case.every) for item in questionnaire.items} if case.every else {}
    for item, answer in case.answers.items():
        answers[item] = Answer(level=answer) if isinstance(answer, int) else Answer(missing=answer)
    return Response(
        schema=1,
        id=str(uuid5(NAMESPACE_URL, f"maturity:{questionnaire.id}:{case.id}")),
        revision=1,
        questionnaire=QuestionnaireUse(**questionnaire.identity.model_dump(), form=case.form),
        authority=Authority(
            country=authority.country if authority else _ELSEWHERE,
            kind=authority.kind if authority else kind.options[0].code if kind else _NOBODY,
            name=authority.name if authority else case.name,
            population=authority.population if authority else None,
            invented=True,
        ),
        respondent=Respondent(
            pseudonym="r1", role=case.profile.get(role.id, role.options[0].code) if role else _NOBODY
        ),
        wave=str(_WHEN.year),
        started=_WHEN,
        updated=_WHEN,
        profile={key: code for key, code in case.profile.items() if key in asked},
        answers=answers,
        helix=tuple(
            Project(name=_spoken(one.project, language or questionnaire.languages[0]), cells=one.cells)
            for one in case.helix
        ),
        portfolio=case.portfolio,
    )


def examples(questionnaire: Questionnaire, language: str) -> dict[str, Response]:
    """The invented authorities of a questionnaire on this machine, by id: those shown first in a language at the head.

    Raises:
        QuestionnaireError: its cases cannot be read.
    """
    from maturity.questionnaire.reading import folder_of

    cases = [case for case in read_cases(folder_of(questionnaire.id, questionnaire.version)) if case.authority]
    cases.sort(key=lambda case: language not in case.demo)
    return {case.id: response(case, questionnaire, language) for case in cases}


def _spoken(words: Words, language: str) -> str:
    return words.get(language) or next(iter(words.values()))


def run(case: Case, questionnaire: Questionnaire) -> list[Difference]:
    """Evaluate the case and compare; empty when everything it names is as expected."""
    from maturity.scoring.evaluation import evaluate

    result = evaluate(questionnaire, response(case, questionnaire))
    return [Difference(case.id, *one) for one in differences(case.expected, result)]
