"""What a change was, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from maturity.answering import edits
from maturity.answering.route import Step, question, steps
from maturity.answering.told import change_words, redone, shortened, undone
from maturity.locale import set_language
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Response
from tests.tui.conftest import answered, new_response

Change = Callable[[Response, Step], Response]


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    set_language("en")
    yield
    set_language(None)


def _first(questionnaire: Questionnaire, kind: str) -> Step:
    return next(step for step in steps(questionnaire, new_response(questionnaire)) if step.kind == kind)


ITEMS: dict[str, tuple[Change, str]] = {
    "level": (lambda response, step: edits.level(response, step.id, 5, "en"), "answer 5 to “"),
    "don’t know": (lambda response, step: edits.missing(response, step.id, "dont-know", "en"), "answer ? to “"),
    "erased": (lambda response, step: edits.erased(response, step.id), "answer taken from “"),
    "note": (lambda response, step: edits.words(response, step.id, "note", "x"), "note on “"),
    "evidence": (lambda response, step: edits.words(response, step.id, "evidence", "x"), "evidence for “"),
    "confidence": (lambda response, step: edits.confidence(response, step.id), "how sure you are of “"),
    "flag": (lambda response, step: edits.flag(response, step.id), "mark on “"),
}


@pytest.mark.parametrize("change", ITEMS)
def test_of_an_item(questionnaire: Questionnaire, change: str) -> None:
    """Each change of an item has its own words, with the first words of the question."""
    step, before = _first(questionnaire, "item"), answered(new_response(questionnaire), questionnaire)
    made, words = ITEMS[change]
    said = change_words(questionnaire, before, made(before, step), step, "en")

    assert said.startswith(words)
    assert said.removeprefix(words)[:20] in questionnaire.item(step.id).stem["en"]
    assert said.endswith("”")


def test_of_a_profile_question_and_counts(questionnaire: Questionnaire) -> None:
    """The answer in its own words; the counts as numbers."""
    before = new_response(questionnaire)
    step, counts = _first(questionnaire, "profile"), _first(questionnaire, "counts")
    option = question(questionnaire, step.id).options[0]
    chosen = edits.profile(before, step.id, option.code)
    counted = edits.count(before, question(questionnaire, counts.id).options[0].code, 12)

    assert f"answer “{option.label['en']}”" in change_words(questionnaire, before, chosen, step, "en")
    assert "answer taken" in change_words(questionnaire, chosen, before, step, "en")
    assert "answer 12 to" in change_words(questionnaire, before, counted, counts, "en")


def test_of_a_project(questionnaire: Questionnaire) -> None:
    """Cells by row and column, names, projects taken out; targets belong to no question."""
    helix = questionnaire.helix
    assert helix is not None
    step, before = Step("helix", "0"), new_response(questionnaire)
    row, column = helix.subsystems[1], helix.stages[2]
    filled = edits.cell(before, 0, row.id, column.id, 0)
    named = edits.project_name(filled, 0, "Map")

    place = f"{row.name['en']}, {column.name['en']}"
    assert change_words(questionnaire, before, filled, step, "en") == f"{place}: 0"
    assert change_words(questionnaire, filled, before, step, "en") == f"{place}: empty"
    assert change_words(questionnaire, filled, named, step, "en") == "name of the project: Map"
    out = edits.without_project(named, 0)
    assert change_words(questionnaire, named, out, step, "en") == "project taken out: Map"
    aimed = edits.target(before, next(iter(questionnaire.subdimensions)), "enough")
    assert change_words(questionnaire, before, aimed, None, "en") == "a target"


def test_sentences() -> None:
    """What was undone or done again is said; a long question is cut between words."""
    assert undone("x") == "Undone: x"
    assert redone("x") == "Done again: x"
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one", 9) == "one"
