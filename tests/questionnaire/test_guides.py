"""What guides whoever answers, as data: counts that are part of another, and an answer that makes the grid needless."""

from __future__ import annotations

import pytest

from maturity.locale import set_language
from maturity.questionnaire.checks.items import check_helix, check_profile
from maturity.questionnaire.digest import with_digests
from maturity.questionnaire.model import ProfileAnswer, Questionnaire
from maturity.questionnaire.reading import load


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


def _with_part(questionnaire: Questionnaire, part_of: str) -> Questionnaire:
    """The questionnaire whose last count is part of ``part_of``."""
    profile = []
    for question in questionnaire.profile:
        *others, last = question.options
        if question.kind == "counts":
            last = last.model_copy(update={"part_of": part_of})
        profile.append(question.model_copy(update={"options": (*others, last)}))
    return questionnaire.model_copy(update={"profile": tuple(profile)})


def test_a_count_is_part_of_a_count_beside_it() -> None:
    """A whole that does not stand in the same question is told, and so is one that is a part itself."""
    questionnaire = load()
    counts = next(question for question in questionnaire.profile if question.kind == "counts")

    assert list(check_profile(questionnaire)) == []
    (unknown,) = check_profile(_with_part(questionnaire, "begun"))
    assert "“begun”" in unknown.why
    assert unknown.where.endswith(f"{counts.options[-1].code} › part_of")
    (itself,) = check_profile(_with_part(questionnaire, counts.options[-1].code))
    assert "others can be part of" in itself.why


@pytest.mark.parametrize(("question", "answer", "said"), [("Q9", "no", "“Q9”"), ("Q0", "nein", "“nein”")])
def test_the_grid_waits_for_an_answer_that_exists(question: str, answer: str, said: str) -> None:
    """The question and the answer that make the grid needless stand in the profile."""
    questionnaire = load()
    assert questionnaire.helix is not None
    guide = ProfileAnswer(question=question, answer=answer)
    broken = questionnaire.model_copy(
        update={"helix": questionnaire.helix.model_copy(update={"not_asked_when": guide})}
    )

    assert list(check_helix(questionnaire)) == []
    (problem,) = check_helix(broken)
    assert problem.where == "helix.toml · not_asked_when"
    assert said in problem.why


def test_guides_change_no_digest() -> None:
    """No result looks at them: a response answered without them belongs to the same version."""
    questionnaire = load()
    changed = _with_part(questionnaire, questionnaire.profile[-1].options[0].code)
    without = [
        question.model_copy(
            update={"options": tuple(option.model_copy(update={"part_of": None}) for option in question.options)}
        )
        for question in changed.profile
    ]

    assert with_digests(changed.model_copy(update={"profile": tuple(without)})).identity == questionnaire.identity


def _in_country(questionnaire: Questionnaire, countries: tuple[str, ...] | None) -> Questionnaire:
    """The questionnaire whose every kind of authority is offered in these countries."""
    profile = [
        question.model_copy(
            update={"options": tuple(one.model_copy(update={"countries": countries}) for one in question.options)}
        )
        if question.filled_from == "kind"
        else question
        for question in questionnaire.profile
    ]
    return questionnaire.model_copy(update={"profile": tuple(profile)})


def test_countries_of_an_option_are_known() -> None:
    """An option that is offered in a country which nobody can choose is told; where it is offered changes no result."""
    questionnaire = load()
    (kinds,) = [question for question in questionnaire.profile if question.filled_from == "kind"]

    problems = list(check_profile(_in_country(questionnaire, ("FR", "ZZ"))))
    assert len(problems) == len(kinds.options)
    assert all("“ZZ”" in problem.why for problem in problems)
    assert with_digests(_in_country(questionnaire, None)).identity == questionnaire.identity
