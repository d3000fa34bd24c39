"""What belongs together stands together: the questions behind a placement, a condition with its reasons."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Gate
from maturity.report.matter import Matter
from maturity.report.tagging.table import Table
from maturity.report.tagging.text import Text
from maturity.response.model import Response
from tests.report.conftest import matter
from tests.report.placed import Placed, laid_out


def whole(one: Placed) -> str:
    """All words of a text."""
    assert isinstance(one.thing, Text)
    return "".join(span.text for line in one.thing.lines for span in line.spans)


def unmet(told: Matter) -> list[Gate]:
    """The readiness conditions that are told at length, with where to begin."""
    results = {found.id: found for found in told.result.gates}
    gates = [gate for gate in told.questionnaire.readiness.gates if gate.kind == "gate"]
    return [gate for gate in gates if results[gate.id].state == "unmet"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_questions_of_a_placement_stand_on_one_page(
    questionnaire: Questionnaire, responses: Mapping[str, Response], language: str
) -> None:
    """The few yes/no questions are read together: one has not to turn the page between them."""
    for name, answers in responses.items():
        told = matter(questionnaire, answers, language)
        pages = laid_out(told)
        for placement in told.questionnaire.placements:
            questions = {told.text(condition.question) for condition in placement.conditions}
            found = [one for one in pages.placed if one.heading and any(map(whole(one).startswith, questions))]

            assert len({one.page for one in found}) <= 1, (name, placement.id)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_condition_is_not_parted(
    questionnaire: Questionnaire, responses: Mapping[str, Response], language: str
) -> None:
    """Its state, its reasons and where to begin stand in one column of one page."""
    for name, answers in responses.items():
        told = matter(questionnaire, answers, language)
        placed = [one for one in laid_out(told).placed if one.depth and isinstance(one.thing, Text)]
        for gate in unmet(told):
            title, steps = told.text(gate.title), [told.text(step) for step in gate.first_actions]
            start = next(number for number, one in enumerate(placed) if one.heading and whole(one) == title)
            last = max(n for n, one in enumerate(placed[: start + 12]) if n == start or whole(one) in steps)

            assert len({(one.page, one.left) for one in placed[start : last + 1]}) == 1, (name, gate.id)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_table_to_be_copied_stands_on_one_page(
    questionnaire: Questionnaire, responses: Mapping[str, Response], language: str
) -> None:
    """Whoever copies it lays one sheet on the glass."""
    for name, answers in responses.items():
        told = matter(questionnaire, answers, language)
        drawn = [one.thing for one in laid_out(told).placed if isinstance(one.thing, Table)]
        tables = [one for one in drawn if len(one.rows[0].cells) == 5]

        assert [len(one.rows) for one in tables] == [len(told.result.priorities) + 1], name


@pytest.mark.parametrize("short", [False, True])
def test_nothing_is_smaller_than_eight_points(
    questionnaire: Questionnaire, responses: Mapping[str, Response], short: bool
) -> None:
    """The report is photocopied for meetings: references, glossary and answers are read from paper, too."""
    for name, answers in responses.items():
        pages = laid_out(matter(questionnaire, answers), short=short)
        texts = [one for one in pages.placed if isinstance(one.thing, Text)]
        small = {one.said for one in texts if any(s.look.size < 8 for line in one.thing.lines for s in line.spans)}  # type: ignore[attr-defined]

        assert small == set(), name
