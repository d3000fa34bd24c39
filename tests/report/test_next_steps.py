"""The chapters of readiness, priorities and certainty."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from maturity.charts import stability
from maturity.charts.catalogue import entries
from maturity.questionnaire.model import Questionnaire
from maturity.report.actions import found
from maturity.report.sections import phrases, readiness, unknowns
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


def test_readiness_names_what_holds_a_condition_back_and_where_to_begin(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """In words, with the caution that goes with it; no answer is accused that is as high as the condition wants it."""
    told, said = matter(questionnaire, village, "en"), words(written(village, "en")).replace("- ", "-")
    gates = {gate.id: gate for gate in questionnaire.readiness.gates}
    unmet = next(one for one in told.result.gates if one.kind == "gate" and one.state == "unmet")
    gate = gates[unmet.id]

    low = [item for item in unmet.items if 0 < told.result.sheet[item] < 3]
    high = [item for item in unmet.items if told.result.sheet[item] >= 3]
    lists = "".join(re.findall(r"Below level 3: [^.]*\.", said))

    assert low
    assert high
    assert all(f"{questionnaire.item(item).name['en']} ({told.result.sheet[item]})" in lists for item in low)  # type: ignore[index]
    assert not any(questionnaire.item(item).name["en"] in lists for item in high)  # type: ignore[index]
    assert all(action["en"] in said for action in gate.first_actions)
    assert gate.caveat["en"] in said
    assert gate.explanation["en"] in said


@pytest.mark.parametrize(
    ("met", "unmet", "said"),
    [
        (0, 4, "None of the four conditions is met yet"),
        (1, 3, "One of the four conditions is met; the first one missing: “"),
        (2, 2, "Two of the four conditions are met; the first one missing: “"),
        (3, 0, "One condition cannot be judged yet: answers are missing."),
        (0, 0, "Four conditions cannot be judged yet: answers are missing."),
        (4, 0, "Every readiness condition is met."),
    ],
)
def test_the_conditions_met_are_counted_in_a_sentence(
    questionnaire: Questionnaire, village: Response, met: int, unmet: int, said: str
) -> None:
    """One is one; what waits for answers is neither met nor unmet."""
    told = matter(questionnaire, village, "en")
    gates = [gate for gate in questionnaire.readiness.gates if gate.kind == "gate"]
    found = {one.id: one for one in told.result.gates}
    states = ["met"] * met + ["unmet"] * unmet + ["unknown"] * (len(gates) - met - unmet)
    pairs = [
        (gate, found[gate.id].model_copy(update={"state": state})) for gate, state in zip(gates, states, strict=True)
    ]

    assert readiness._finding(told, pairs).startswith(said)


def test_unknown_conditions_name_the_answers_to_look_for(
    questionnaire: Questionnaire, responses: Mapping[str, Response], written: Callable[..., Path]
) -> None:
    """With their codes, and not four times that something is missing; who knows half begins with finding out."""
    answers = next(one for one in responses.values() if _open(questionnaire, one))
    told, said = matter(questionnaire, answers, "en"), words(written(answers, "en"))
    missing = {
        item
        for gate in told.result.gates
        if gate.kind == "gate" and gate.state == "unknown"
        for item in gate.items
        if told.result.sheet[item] < 0
    }

    assert missing
    assert all(phrases.item_named(told, item) in said for item in missing)
    assert "Answers that are missing: " in said
    assert "This cannot be said yet" not in said
    assert "First find out what nobody could say; meanwhile six actions can begin." in said
    assert said.index("To find out before deciding") < said.index("Done when:")


def test_both_pages_of_the_short_report_count_alike(
    questionnaire: Questionnaire, responses: Mapping[str, Response], written: Callable[..., Path]
) -> None:
    """As many answers for each placement on the second page as on the first."""
    answers = next(one for one in responses.values() if _open(questionnaire, one))
    said = words(written(answers, "en", short=True))

    for placement in matter(questionnaire, answers).result.placements:
        n = len(placement.missing_items)
        noun = questionnaire.placement(placement.id).label_noun["en"]
        assert f"{n} answers are missing to tell." in said
        assert f"To tell the {noun}, {n} answers are missing." in said


def test_nothing_to_do_is_no_empty_page(village: Response, written: Callable[..., Path]) -> None:
    """Where too little is known to propose an action, what has no answer is listed, with whom to ask."""
    some = dict(list(village.answers.items())[::7])
    said = words(written(village.model_copy(update={"answers": some}), "en"))

    assert "Too little is known to propose an action" in said
    assert f"{len(village.answers) - len(some)} questions have no answer yet." in said
    assert "Whom to ask: " in said


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1.0, "every time (4,000 trials)"),
        (0.9995, "more than 99 times in 100"),
        (0.994, "99 times in 100"),
        (0.7715, "77 times in 100"),
        (0.0101, "once in 100"),
        (0.001, "less than once in 100"),
    ],
)
def test_neither_all_nor_none_of_the_copies_unless_it_is_so(
    questionnaire: Questionnaire, village: Response, share: float, said: str
) -> None:
    """A share in words, for whoever reads no decimals."""
    told = matter(questionnaire, village, "en")
    (first, *_rest) = [one.stability for one in told.result.placements if one.stability]

    assert phrases.often(told, first.model_copy(update={"share": share})) == said


def test_the_words_of_certainty_are_explained_where_they_are_used(
    village: Response, written: Callable[..., Path]
) -> None:
    """Both words with their thresholds, beside the shares and in the method."""
    said = words(written(village, "en"))

    assert said.count("“clear”: at least 80 copies in 100 give the same result; “likely”: at least 60") == 2


def test_who_answered_is_told_as_it_is(village: Response, written: Callable[..., Path]) -> None:
    """One person, or several who agreed: never "one or the other"."""
    several = village.model_copy(update={"kind": "consensus"})

    assert "One person answered. This part" in words(written(village, "en"))
    assert "Several people agreed on these answers. This part" in words(written(several, "en"))


def test_without_a_result_nothing_is_said_to_hold(
    questionnaire: Questionnaire, responses: Mapping[str, Response], written: Callable[..., Path]
) -> None:
    """No other ways of counting, no share of copies: with no answer at all, or with too many missing."""
    for answers in (
        next(iter(responses.values())).model_copy(update={"answers": {}}),
        next(one for name, one in responses.items() if _open(questionnaire, one)),
    ):
        said = words(written(answers, "en"))

        assert "Not certain yet: " in said
        assert "Other ways of counting" not in said
        assert "the same:" not in said
        assert "Copies of these answers" not in said


def _open(questionnaire: Questionnaire, answers: Response) -> bool:
    return all(one.status == "undetermined" for one in matter(questionnaire, answers).result.placements)


def test_a_tie_has_no_share_of_copies(questionnaire: Questionnaire, responses: Mapping[str, Response]) -> None:
    """Most copies of a tie stay on the line: the share of its first label would be that of the line."""
    tied = [
        (told, placement)
        for told in (matter(questionnaire, one, "en") for one in responses.values())
        for placement in told.result.placements
        if placement.status == "borderline"
    ]

    assert tied
    for told, placement in tied:
        assert f"stability-{placement.id}" not in [one.name for one in entries(told.questionnaire, told.result)]
        with pytest.raises(LookupError):
            stability.picture(told.questionnaire, told.result, "en", placement=placement.id)


def test_the_runner_up_by_membership_is_not_named_among_the_copies(
    questionnaire: Questionnaire, responses: Mapping[str, Response]
) -> None:
    """The second of the one list need not be the second of the other."""
    for answers in responses.values():
        told = matter(questionnaire, answers, "en")
        for placement in filter(stability.tried, told.result.placements):
            picture = stability.picture(told.questionnaire, told.result, "en", placement=placement.id)

            assert "runner-up" not in repr(picture.scene)
