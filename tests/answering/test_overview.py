"""The way at a glance: every question in one cell, every state by its own sign."""

from __future__ import annotations

import pytest

from maturity.answering import edits
from maturity.answering.cards import Cards
from maturity.answering.overview import DOUBT, FLAG, SIGNS, Cell, cell, glance, overview
from maturity.answering.route import steps
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Response
from tests.tui.conftest import answered, new_response


def _cards(questionnaire: Questionnaire, response: Response) -> Cards:
    return Cards(questionnaire, response, steps(questionnaire, response), "en")


def _cells(cards: Cards) -> list[Cell]:
    return [one for band in overview(cards) for group in band.groups for one in group.cells]


@pytest.mark.parametrize("form", ["short", "placement", "full"])
def test_every_question_has_one_cell(questionnaire: Questionnaire, form: str) -> None:
    """The cells are the way, in its order; bands are named after blocks, groups after sub-dimensions."""
    cards = _cards(questionnaire, new_response(questionnaire, form=form))

    assert [one.index for one in _cells(cards)] == list(range(len(cards.way)))
    names = [band.name for band in overview(cards)]
    assert names[1:-1] == [block.name["en"] for block in questionnaire.blocks]
    groups = [group.name for band in overview(cards)[1:-1] for group in band.groups]
    assert set(groups) <= {sub.name["en"] for sub in questionnaire.subdimensions.values()}


def test_states_of_an_item(questionnaire: Questionnaire) -> None:
    """To do, level, not very sure, don't know, not applicable and flagged are told apart without colour."""
    new = new_response(questionnaire, form="full")
    item = next(one.id for one in questionnaire.items if one.not_applicable_when is not None)
    index = next(n for n, step in enumerate(steps(questionnaire, new)) if step.id == item)
    level = edits.level(new, item, 3, "en")
    states = {
        "to-do": new,
        "level": level,
        "unsure": edits.confidence(level, item),
        "dont-know": edits.missing(new, item, "dont-know", "en"),
        "not-applicable": edits.missing(new, item, "not-applicable", "en"),
        "flagged": edits.flag(level, item),
    }
    cells = {name: cell(_cards(questionnaire, response), index) for name, response in states.items()}

    assert {name: (one.sign, one.state, one.flagged) for name, one in cells.items()} == {
        "to-do": ("○", "to-do", False),
        "level": ("3", "answered", False),
        "unsure": ("3", "unsure", False),
        "dont-know": ("?", "unsure", False),
        "not-applicable": ("x", "not-applicable", False),
        "flagged": ("3", "answered", True),
    }
    assert len({DOUBT, FLAG, *SIGNS.values()}) == 5


def test_grid_and_counts_can_be_begun(questionnaire: Questionnaire) -> None:
    """A grid with one cell filled in and counts with one number are begun; all filled in, they are answered."""
    assert questionnaire.helix is not None
    new = new_response(questionnaire)
    row, stage = questionnaire.helix.subsystems[0].id, questionnaire.helix.stages[0].id
    code = next(o.code for q in questionnaire.profile if q.kind == "counts" for o in q.options)
    begun = edits.count(edits.cell(new, 0, row, stage, 0), code, 0)
    signs = []
    for response in (new, begun, answered(new, questionnaire)):
        cards = _cards(questionnaire, response)
        signs.append([cell(cards, n).sign for n, step in enumerate(cards.way) if step.kind in {"helix", "counts"}])

    assert signs == [["○", "○"], ["◐", "◐"], ["●", "●"]]


def test_glance_reads_out_the_answer(questionnaire: Questionnaire) -> None:
    """Below the map stand the stem, the sentence chosen, and what was written beside it."""
    full = answered(new_response(questionnaire), questionnaire, note="first\nsecond")
    cards = _cards(questionnaire, full)
    first = next(n for n, step in enumerate(cards.way) if step.kind == "item")
    item = questionnaire.item(cards.way[first].id)
    seen = glance(cards, first)

    assert seen.stem == item.stem["en"]
    assert (seen.key, seen.answer) == ("2", item.levels[1]["en"])
    assert [text for _heading, text in seen.remarks] == ["first second"] * 2
    for n, step in enumerate(cards.way):
        assert glance(cards, n).answer, step
        assert not glance(_cards(questionnaire, new_response(questionnaire)), n).answer, step
