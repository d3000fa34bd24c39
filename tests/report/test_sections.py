"""What the sections say of unusual answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from maturity.questionnaire.model import Questionnaire
from maturity.report import actions
from maturity.report.sections import gist, phrases, priorities
from maturity.response.model import Answer, Response
from maturity.scoring import undone
from tests.report.conftest import matter, with_form, words


def by_status(questionnaire: Questionnaire, responses: Mapping[str, Response], status: str) -> Response:
    """The first authority whose first placement has this status."""
    for answers in responses.values():
        if matter(questionnaire, answers).result.placements[0].status == status:
            return answers
    raise LookupError(status)


def test_what_is_undetermined_names_what_is_missing(
    questionnaire: Questionnaire, responses: Mapping[str, Response], written: Callable[..., Path]
) -> None:
    """All labels that remain possible, and the questions to ask somebody."""
    answers = by_status(questionnaire, responses, "undetermined")
    said = words(written(answers, "en"))
    missing = matter(questionnaire, answers).result.placements[0].missing_items

    assert "Not determined:" in said
    assert "missing answers" in said
    assert all(item in said for item in missing)


def test_a_short_form_suggests(questionnaire: Questionnaire, village: Response, written: Callable[..., Path]) -> None:
    """It never states a label, and its levels are marked."""
    said = words(written(with_form(questionnaire, village, "short"), "en"))

    assert "Suggested only" in said
    assert "indicative" in said


def test_who_has_no_project_gets_no_type(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """A portrait of the beginning instead, and all the rest of the report."""
    screening = next(one.screening for one in questionnaire.placements if one.screening)
    answers = village.model_copy(update={"profile": {**village.profile, screening.question: screening.answer}})
    said = words(written(answers, "en"))

    assert screening.name["en"] in said
    assert " ".join(screening.portrait["en"].split())[:60] in said


def test_no_answer_at_all_still_gives_a_report(village: Response, written: Callable[..., Path]) -> None:
    """Everything is open, nothing is invented."""
    empty = village.model_copy(update={"answers": {}, "helix": (), "portfolio": {}, "profile": {}})
    said = words(written(empty, "en"))

    assert "Not determined" in said
    assert "not known" in said
    assert "No project was described" in said


def test_only_the_steps_for_this_size_are_told(questionnaire: Questionnaire, village: Response) -> None:
    """A village reads its own steps; without a population both are told, by name."""
    low = village.model_copy(update={"answers": {item: Answer(level=1) for item in questionnaire.item_ids}})
    advice = questionnaire.advice.recommendations[0]
    texts = {step.audience: step.text["fr"] for step in advice.how}

    def steps(population: int | None) -> str:
        authority = village.authority.model_copy(update={"population": population})
        told = matter(questionnaire, low.model_copy(update={"authority": authority}))
        left = undone.undone(questionnaire, told.result.sheet, advice, population)
        return " ".join(actions.steps(told, left))

    assert texts["small"] in steps(900)
    assert texts["large"] not in steps(900)
    assert texts["large"] in steps(90_000)
    assert texts["small"] in steps(None)
    assert texts["large"] in steps(None)


def test_a_target_is_the_reason_that_is_told(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """What people want comes first and is told as such, with the condition that asks for it too."""
    plain = matter(questionnaire, village, "en")
    gate = next(priority for priority in plain.result.priorities if priority.reason == "gate")
    aiming = village.model_copy(update={"targets": {gate.subdimension: questionnaire.levels}})
    told = matter(questionnaire, aiming, "en")
    first = told.result.priorities[0]
    name = told.block_names[gate.subdimension]

    assert (first.subdimension, first.reason, first.gate) == (gate.subdimension, "target", gate.gate)
    why = actions.found(told)[0].why
    assert f"You chose to reach level 5 here: “{name}” (level " in why
    assert "A condition asks for it, too: " in why
    assert "your target, 5" in priorities.because(told, first)
    said, before = words(written(aiming, "en")), words(written(village, "en"))
    assert "In this order: what is below the level that the authority chose to reach, then what" in said
    assert "chose to reach" not in before


def test_there_is_no_overall_level(questionnaire: Questionnaire, village: Response) -> None:
    """And the page for elected members says why."""
    assert "overall level" in phrases.no_grade(matter(questionnaire, village, "en"))


def test_much_that_is_not_known_is_the_thing_to_watch(questionnaire: Questionnaire, village: Response) -> None:
    """When no pattern is there and a dimension is mostly "don't know", finding out comes first."""
    first = questionnaire.blocks[0]
    items = [item.id for item in questionnaire.items if questionnaire.block_of(item.subdimension) is first]
    answers = village.model_copy(update={"answers": {item: Answer(missing="dont-know") for item in items}})

    assert "“don’t know”" in " ".join(gist.watch(matter(questionnaire, answers, "en")))


def test_no_placeholder_is_left(responses: Mapping[str, Response], written: Callable[..., Path]) -> None:
    """Every sentence of every report is filled in."""
    for answers in responses.values():
        said = words(written(answers))

        assert "{" not in said
        assert "None" not in said
