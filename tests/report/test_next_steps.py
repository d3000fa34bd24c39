"""The chapters of readiness, priorities and certainty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from maturity.questionnaire.model import Questionnaire
from maturity.report.actions import found
from maturity.report.sections import certainty, unknowns
from maturity.response.model import Answer, Response
from tests.report.conftest import matter, words


def without(questionnaire: Questionnaire, answers: Response, subdimension: str) -> Response:
    """The same, with "don't know" to all questions of a sub-dimension."""
    items = [item.id for item in questionnaire.items if item.subdimension == subdimension]
    unknown = {item: Answer(missing="dont-know") for item in items if item in answers.answers}
    return answers.model_copy(update={"answers": {**answers.answers, **unknown}})


def test_what_nobody_knew_is_to_be_found_out(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """By its name, where to look and whom to ask; and nothing of the kind where everything is known."""
    name = next(iter(questionnaire.subdimensions))
    answers = without(questionnaire, village, name)
    told = matter(questionnaire, answers, "en")
    (one,) = [one for one in unknowns.unknown(told) if one.name == told.block_names[name]]
    said = words(written(answers, "en"))

    assert one.mostly
    assert one.whom
    assert f"Too little is known to say a level here: {one.name}" in said
    assert "Whom to ask: " in said
    assert all(f"({item})" in said for item in one.items)


def test_every_action_says_why_how_who_when_and_until_when(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """All on its card."""
    said = words(written(village, "en"))

    for action in found(matter(questionnaire, village, "en")):
        for text in (action.action, action.why, *action.steps, action.who, action.effort, action.done):
            assert " ".join(text.split()) in said


def test_readiness_names_the_answers_behind_a_condition_and_where_to_begin(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """In words, with the caution that goes with it."""
    told, said = matter(questionnaire, village, "en"), words(written(village, "en")).replace("- ", "-")
    gates = {gate.id: gate for gate in questionnaire.readiness.gates}
    unmet = next(one for one in told.result.gates if one.kind == "gate" and one.state == "unmet")
    gate = gates[unmet.id]

    assert all(questionnaire.item(item).name["en"] in said for item in unmet.items)  # type: ignore[index]
    assert all(action["en"] in said for action in gate.first_actions)
    assert gate.caveat["en"] in said
    assert gate.explanation["en"] in said


def test_certainty_says_how_many_of_a_hundred_copies_agree(
    questionnaire: Questionnaire, responses: Mapping[str, Response]
) -> None:
    """Neither all nor none of them, unless it is so."""
    for answers in responses.values():
        told = matter(questionnaire, answers, "en")
        for placement in told.result.placements:
            if placement.stability:
                n = certainty._of_a_hundred(placement)
                assert abs(n / 100 - placement.stability.share) <= 0.01
                assert (n == 100) == (placement.stability.share == 1)
