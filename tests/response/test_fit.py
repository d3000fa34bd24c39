"""Does a response fit its questionnaire?"""

from __future__ import annotations

import pytest

from maturity.errors import ResponseError
from maturity.questionnaire.cases import read_cases
from maturity.questionnaire.cases import response as answered
from maturity.questionnaire.reading import folder_of, load
from maturity.response.fit import check, questionnaire_of
from maturity.response.model import Answer, Project, Response

QUESTIONNAIRE = load()
CASE = answered(read_cases(folder_of(QUESTIONNAIRE.id))[0], QUESTIONNAIRE)


def faults(response: Response) -> list[tuple[str, str]]:
    """Where and what to do."""
    with pytest.raises(ResponseError) as caught:
        check(response, QUESTIONNAIRE, "r1.toml")
    return [(problem.where, problem.fix) for problem in caught.value.problems]


def test_cases_fit() -> None:
    """The invented authorities fit."""
    for case in read_cases(folder_of(QUESTIONNAIRE.id)):
        if case.authority is None:  # a vector of answers, of nobody
            continue
        check(answered(case, QUESTIONNAIRE), QUESTIONNAIRE, case.id)


def test_the_questionnaire_of_a_response() -> None:
    """A response that fits gets the questionnaire it names."""
    assert questionnaire_of(CASE, "r1.toml") == QUESTIONNAIRE


def test_unknown_item() -> None:
    """An answer to a question that does not exist is named, with the nearest that does."""
    item = QUESTIONNAIRE.item_ids[0]

    found = faults(CASE.with_answer(f"{item}x", Answer(level=1)))

    assert found == [(f"r1.toml · answers › {item}x", f"Did you mean “{item}”?")]


def test_level_above_the_scale() -> None:
    """A level that the question does not have."""
    assert faults(CASE.with_answer(QUESTIONNAIRE.item_ids[0], Answer(level=9))) == [
        (f"r1.toml · answers › {QUESTIONNAIRE.item_ids[0]}", "Write a level from 1 to 5 there.")
    ]


def test_not_applicable_only_where_allowed() -> None:
    """Not applicable, to a question that applies to everybody."""
    asked = next(item for item in QUESTIONNAIRE.items if item.not_applicable_when is None)

    assert len(faults(CASE.with_answer(asked.id, Answer(missing="not-applicable")))) == 1


def test_everything_else_is_told_at_once() -> None:
    """Form, kind, role, profile, portfolio, helix."""
    strange = CASE.model_copy(
        update={
            "questionnaire": CASE.questionnaire.model_copy(update={"form": "x"}),
            "authority": CASE.authority.model_copy(update={"kind": "x"}),
            "respondent": CASE.respondent.model_copy(update={"role": "x"}),
            "profile": {"x": "y"},
            "portfolio": {"x": 1},
            "helix": (Project(cells={"x": {"y": 1}}),),
            "targets": {"x": 3},
        }
    )

    assert [where.removeprefix("r1.toml · ") for where, _ in faults(strange)] == [
        "questionnaire › form",
        "authority › kind",
        "respondent › role",
        "profile › x",
        "portfolio › x",
        "helix [1] › cells › x",
        "helix [1] › cells › x",
        "targets › x",
    ]


def test_target_above_the_scale() -> None:
    """A level to reach that the questionnaire does not have; one that it has, and "enough", fit."""
    first, second, third = list(QUESTIONNAIRE.subdimensions)[:3]
    aiming = CASE.model_copy(update={"targets": {first: 5, second: "enough", third: 6}})

    assert faults(aiming) == [(f"r1.toml · targets › {third}", "Write a level from 1 to 5 there.")]


def test_another_questionnaire() -> None:
    """A response to something else is named as such, and nothing more is said."""
    other = CASE.model_copy(update={"questionnaire": CASE.questionnaire.model_copy(update={"id": "other"})})

    assert len(faults(other)) == 1
