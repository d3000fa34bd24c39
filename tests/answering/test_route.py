"""The way through an assessment and what keys do to it: pure functions, no screen."""

from __future__ import annotations

from maturity.answering import edits
from maturity.answering.helps import glossary_in
from maturity.answering.route import Step, answered, go_on, spoken, steps
from maturity.questionnaire.model import Questionnaire
from maturity.tui.helps import help_rows
from tests.tui.conftest import answered as everything
from tests.tui.conftest import new_response


def test_the_way_has_everything_once(questionnaire: Questionnaire) -> None:
    """Questions before, the items in the order of asking, the grid, the questions after; nothing is asked twice."""
    response = new_response(questionnaire)
    way = steps(questionnaire, response)
    kinds = [step.kind for step in way]
    items = [step.id for step in way if step.kind == "item"]

    assert len(set(way)) == len(way)
    assert items == [id_ for id_ in questionnaire.item_ids if id_ in questionnaire.form("placement").items]
    assert kinds.index("item") < kinds.index("helix") < kinds.index("counts")
    filled = {q.id for q in questionnaire.profile if q.filled_from}
    assert not filled & {step.id for step in way}


def test_a_second_project_is_one_more_step(questionnaire: Questionnaire) -> None:
    """The grid of a second project follows the first."""
    response = edits.project_name(new_response(questionnaire), 1, "B")
    grids = [step for step in steps(questionnaire, response) if step.kind == "helix"]

    assert grids == [Step("helix", "0"), Step("helix", "1")]


def test_going_on(questionnaire: Questionnaire) -> None:
    """The first question without an answer; "don't know" is an answer, a note alone is none."""
    response = new_response(questionnaire)
    way = steps(questionnaire, response)
    first = next(step for step in way if step.kind == "item")

    assert go_on(way, response, questionnaire) == 0
    assert not answered(first, edits.words(response, first.id, "note", "x"), questionnaire)
    assert answered(first, edits.missing(response, first.id, "dont-know", "fr"), questionnaire)
    assert go_on(way, everything(response, questionnaire), questionnaire) == len(way)


def test_no_project_no_grid(questionnaire: Questionnaire) -> None:
    """After the answer that there is no project the grid is not asked; one that was filled in stays in sight."""
    assert questionnaire.helix is not None
    guide = questionnaire.helix.not_asked_when
    assert guide is not None
    said = edits.profile(new_response(questionnaire), guide.question, guide.answer)

    assert not [step for step in steps(questionnaire, said) if step.kind == "helix"]
    named = edits.project_name(said, 0, "A")
    assert [step.id for step in steps(questionnaire, named) if step.kind == "helix"] == ["0"]


def test_what_was_passed_over_calls_nobody_back(questionnaire: Questionnaire) -> None:
    """Items first; a question about the authority without an answer is optional once one has gone further."""
    response = new_response(questionnaire)
    way = steps(questionnaire, response)
    items = [n for n, step in enumerate(way) if step.kind == "item"]
    second = edits.level(response, way[items[1]].id, 3, "fr")

    assert go_on(way, second, questionnaire) == items[0]
    done = everything(response, questionnaire)
    assert go_on(way, edits.profile(done, way[0].id, None), questionnaire) == len(way)
    assert go_on(way, edits.erased(done, way[items[3]].id), questionnaire) == items[3]
    until_items = done.model_copy(update={"helix": (), "portfolio": {}, "profile": {}})
    assert go_on(way, until_items, questionnaire) == items[-1] + 1
    begun = edits.profile(response, way[0].id, "f1")
    assert go_on(way, begun, questionnaire) == 1


def test_a_step_is_found_by_its_key() -> None:
    """The key of a step says all of it."""
    assert Step.of(Step("helix", "1").key) == Step("helix", "1")
    assert Step.of("item:T1.1") == Step("item", "T1.1")


def test_a_project_is_taken_out(questionnaire: Questionnaire) -> None:
    """The project after it takes its place."""
    two = edits.project_name(edits.project_name(new_response(questionnaire), 0, "A"), 1, "B")

    assert [project.name for project in edits.without_project(two, 0).helix] == ["B"]
    assert [project.name for project in edits.without_project(two, 1).helix] == ["A"]


def test_edits_leave_no_empty_answers(questionnaire: Questionnaire) -> None:
    """What is taken away is gone from the file; what goes with a level goes with it."""
    response = new_response(questionnaire)
    item = questionnaire.item_ids[0]
    marked = edits.flag(edits.confidence(edits.level(response, item, 2, "fr"), item), item)

    assert edits.missing(marked, item, "dont-know", "fr").answer(item).confidence is None
    assert edits.erased(marked, item).answer(item).flagged
    assert edits.flag(edits.erased(marked, item), item).answers == {}
    assert edits.cell(edits.cell(response, 0, "a", "b", 2), 0, "a", "b", None).helix == ()
    assert edits.project_name(edits.project_name(response, 0, "A"), 0, "").helix == ()
    assert edits.count(edits.count(response, "started", 3), "started", None).portfolio == {}
    assert edits.profile(edits.profile(response, "Q0", "yes"), "Q0", None).profile == {}


def test_confidence_goes_round(questionnaire: Questionnaire) -> None:
    """Not said, 1, 2, 3, not said."""
    response, item = edits.level(new_response(questionnaire), "T1.1", 3, "fr"), "T1.1"
    seen = []
    for _press in range(4):
        response = edits.confidence(response, item)
        seen.append(response.answer(item).confidence)

    assert seen == [1, 2, 3, None]


def test_glossary_words_of_a_question(questionnaire: Questionnaire) -> None:
    """A term is explained where it stands in the question, as a word of its own, in each language."""
    item = next(item for item in questionnaire.items if "jumeau numérique" in item.stem["fr"])

    assert "digital-twin" in [entry.slug for entry in glossary_in(questionnaire, item, "fr")]
    assert "digital-twin" in [entry.slug for entry in glossary_in(questionnaire, item, "en")]
    without = item.model_copy(
        update={"stem": {"fr": "jumeau", "en": "twins"}, "levels": ({"fr": "SIGNAL", "en": "x"},)}
    )
    assert glossary_in(questionnaire, without, "fr") == []


def test_help_says_why_and_what_to_show(questionnaire: Questionnaire) -> None:
    """Why we ask, evidence, how to choose."""
    item = questionnaire.items[0]
    text = " ".join(row.plain.strip() for row in help_rows(questionnaire, item, 200, "fr"))

    assert item.why["fr"] in text
    assert item.evidence["fr"] in text
    assert questionnaire.wording.ladder_note["fr"] in text


def test_a_language_that_a_questionnaire_lacks() -> None:
    """Texts are read in their first language where they do not exist in the one in use."""
    assert spoken(("fr", "en")) == "fr"
    assert spoken(("de",)) == "de"
