"""What is left to do, and what each missing answer would tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.answering import edits
from maturity.answering.cards import Cards
from maturity.answering.left import CHECK, left, progress, standing, would_tell
from maturity.answering.route import answered as is_answered
from maturity.answering.route import steps
from maturity.charts.words import Speech, named
from maturity.locale import set_language
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import read
from maturity.response.model import Response
from maturity.scoring.evaluation import evaluate
from maturity.scoring.result import OpenQuestion
from tests.tui.conftest import answered, new_response

GARDEN = Path(__file__).parent.parent / "questionnaires" / "garden" / "v1"


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


@pytest.fixture
def full(questionnaire: Questionnaire) -> Response:
    """Everything answered, every cell filled."""
    return answered(new_response(questionnaire), questionnaire)


def cards(questionnaire: Questionnaire, response: Response) -> Cards:
    """In English."""
    return Cards(questionnaire, response, steps(questionnaire, response), "en")


def titled(questionnaire: Questionnaire, id: str) -> str:
    """A type by its code and name."""
    return Speech("en").title(named(questionnaire.placement("typology"), id))


def settling(questionnaire: Questionnaire, *ids: str) -> str:
    """What is said of an answer that settles it."""
    names = " or ".join(titled(questionnaire, one) for one in ids)
    return f"With this answer you would know whether it is {names}."


def test_nothing_is_left(questionnaire: Questionnaire, full: Response) -> None:
    """With everything answered the list is empty, with a result or without."""
    shown = cards(questionnaire, full)

    assert left(shown, None) == []
    assert left(shown, evaluate(questionnaire, full)) == []
    assert progress(shown) == "34 of 34 questions answered."


def test_all_is_said_to_be_done_only_when_it_is(questionnaire: Questionnaire, full: Response) -> None:
    """One empty cell is enough for other words; and for others again when an item has no answer, or none has."""
    helix = questionnaire.helix
    assert helix is not None
    holed = edits.cell(full, 0, helix.subsystems[0].id, helix.stages[0].id, None)
    told = [
        standing(shown, left(shown, None))
        for shown in (
            cards(questionnaire, response)
            for response in (full, holed, edits.erased(holed, "N2.2"), new_response(questionnaire))
        )
    ]

    assert told == [
        "Every question has an answer. Thank you.",
        "The 34 questions of the form have an answer. What remains, if you like, stands below.",
        "Your results are ready, even though some questions are open.",
        "No question has an answer yet.",
    ]


def test_numbers_that_cannot_be_are_left_to_check(questionnaire: Questionnaire, full: Response) -> None:
    """More turned out than begun: the counts are in the list, with the sentence that stands beside them."""
    part = next(o for q in questionnaire.profile for o in q.options if o.part_of is not None)
    shown = cards(questionnaire, edits.count(full, part.code, 51))

    (found,) = left(shown, None)
    assert (found.sign, found.details) == (CHECK, list(shown.counts(found.index).doubts))
    assert "51" in found.details[0] or "53" in found.details[0]


def test_nothing_is_asked_of_a_grid_that_is_not_needed(questionnaire: Questionnaire, full: Response) -> None:
    """Who says afterwards that there is no project is not asked for the empty cells; the filled ones are kept."""
    helix = questionnaire.helix
    assert helix is not None
    assert helix.not_asked_when is not None
    holed = edits.cell(full, 0, helix.subsystems[0].id, helix.stages[0].id, None)
    none = edits.profile(holed, helix.not_asked_when.question, helix.not_asked_when.answer)
    shown = cards(questionnaire, none)

    assert left(shown, None) == []
    assert "helix" in {step.kind for step in shown.way}
    assert left(cards(questionnaire, holed), None)


def test_dont_know_is_an_answer(questionnaire: Questionnaire, full: Response) -> None:
    """It counts as answered, and is told apart; the result counts the same."""
    response = edits.missing(full, "N1.1", "dont-know", "en")
    response = edits.erased(edits.missing(response, "T1.1", "dont-know", "en"), "N2.2")
    counts = evaluate(questionnaire, response).counts

    assert progress(cards(questionnaire, response)) == "33 of 34 questions answered, 2 of them “don’t know”."
    assert (counts.asked - counts.blank, counts.dont_know) == (33, 2)


def test_what_settles_comes_first_then_marks_then_the_rest(questionnaire: Questionnaire, full: Response) -> None:
    """One list, every question once: "don't know" only where it would tell something."""
    way = steps(questionnaire, full)
    items = [step.id for step in way if step.kind == "item"]
    response = edits.missing(full, "N1.2", "dont-know", "en")  # settles the type
    response = edits.missing(response, "T4.1", "dont-know", "en")  # tells nothing of any label
    response = edits.flag(response, items[5])
    response = edits.erased(response, items[2])
    shown = cards(questionnaire, response)
    result = evaluate(questionnaire, response)

    assert items[2] not in result.placement("typology").missing_items
    found = left(shown, result)
    assert [shown.way[one.index].id for one in found] == ["N1.2", items[5], items[2]]
    assert [(one.sign, one.flagged) for one in found] == [("?", False), (found[1].sign, True), ("○", False)]
    assert found[0].details == [settling(questionnaire, "III", "IV")]
    assert [shown.way[one.index].id for one in left(shown, None)] == [items[5], items[2]]


def test_what_settles_one_comes_before_what_narrows_another(questionnaire: Questionnaire, full: Response) -> None:
    """Over all placements; an answer that tells nothing by itself is no reason to come back to a "don't know"."""
    result = evaluate(questionnaire, full)
    settles = {"T1.1": None, "N1.1": False, "P1.1": True}
    asked = {
        item: OpenQuestion(item=item, labels=(), settles=bool(settles[item]), narrows=settles[item] is not None)
        for item in settles
    }
    first, second, *others = result.placements
    placements = (
        first.model_copy(update={"open_questions": (asked["N1.1"], asked["T1.1"])}),
        second.model_copy(update={"open_questions": (asked["P1.1"],)}),
        *others,
    )
    shown = cards(questionnaire, full)

    found = left(shown, result.model_copy(update={"placements": placements}))
    assert [shown.way[one.index].id for one in found] == ["P1.1", "N1.1"]


def test_what_it_says_is_so(questionnaire: Questionnaire, full: Response) -> None:
    """Whatever is answered where an answer "would tell", one of the types named comes out."""
    response = edits.missing(full, "N1.2", "dont-know", "en")
    (question,) = evaluate(questionnaire, response).placement("typology").open_questions

    labels = {
        evaluate(questionnaire, edits.level(response, "N1.2", level, "en")).placement("typology").label
        for level in range(1, 6)
    }
    assert labels == set(question.labels) == {"III", "IV"}


def test_words_for_what_an_answer_tells(questionnaire: Questionnaire) -> None:
    """Three sentences, from what settles to what tells nothing alone."""
    placement = questionnaire.placement("typology")
    told = [
        would_tell(placement, OpenQuestion(item="x", labels=("II", "III"), settles=settles, narrows=narrows), "en")
        for settles, narrows in ((True, True), (False, True), (False, False))
    ]

    assert told == [
        settling(questionnaire, "II", "III"),
        "This answer could narrow the choice between II and III.",
        "It tells only together with other missing answers.",
    ]


def test_empty_cells_are_named(questionnaire: Questionnaire, full: Response) -> None:
    """A grid that was begun says which cells are empty; one that was not begun is one open question."""
    helix = questionnaire.helix
    assert helix is not None
    row, (first, second, *_rest) = helix.subsystems[1], helix.stages
    holed = edits.cell(edits.cell(full, 0, row.id, first.id, None), 0, row.id, second.id, None)
    (found,) = left(cards(questionnaire, holed), None)

    assert found.sign == "◐"
    assert found.details == [f"2 cells of 20 empty: {row.name['en']} ({first.name['en']}, {second.name['en']})"]
    (empty,) = left(cards(questionnaire, full.model_copy(update={"helix": ()})), None)
    assert (empty.sign, empty.details) == ("○", [])


def test_every_open_question_is_listed_once(questionnaire: Questionnaire) -> None:
    """Of an assessment that was not begun, all questions stand there, in the order of the way."""
    empty = new_response(questionnaire)
    shown = cards(questionnaire, empty)
    found = left(shown, evaluate(questionnaire, empty))

    assert sorted(one.index for one in found) == list(range(len(shown.way)))
    assert not any(is_answered(shown.way[one.index], empty, questionnaire) for one in found)


def test_another_questionnaire() -> None:
    """The list speaks of any questionnaire, also of one without a grid."""
    garden = read(GARDEN)
    response = new_response(garden, form=garden.forms[0].id)
    found = left(cards(garden, response), evaluate(garden, response))

    assert {one.name for one in found} >= {item.stem["en"] for item in garden.items if item.id in garden.forms[0].items}
