"""What the questions look like: places, minutes left, counts that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from maturity.answering import edits
from maturity.answering.cards import Cards
from maturity.answering.route import question, steps
from maturity.locale import set_language
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Response
from tests.tui.conftest import new_response


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    set_language("en")
    yield
    set_language(None)


def _cards(questionnaire: Questionnaire, response: Response, minutes: int = 0) -> Cards:
    return Cards(questionnaire, response, steps(questionnaire, response), "en", minutes)


def test_places_count_within_their_part(questionnaire: Questionnaire) -> None:
    """Before, items and after are counted each for itself; the share is that of the whole way."""
    cards = _cards(questionnaire, new_response(questionnaire))
    items = [n for n, step in enumerate(cards.way) if step.kind == "item"]

    assert cards.place(0)[0] == f"1 of {items[0]}"
    assert cards.place(items[0])[0] == f"1 of {len(items)}"
    assert cards.place(items[-1])[0] == f"{len(items)} of {len(items)}"
    assert cards.place(len(cards.way) - 1) == (f"{(n := len(cards.way) - items[-1] - 1)} of {n}", 1.0)


def test_what_follows_the_items_is_one_part(questionnaire: Questionnaire) -> None:
    """The grid says the part that its number counts in, as do the questions after it."""
    cards = _cards(questionnaire, new_response(questionnaire))
    index = next(n for n, step in enumerate(cards.way) if step.kind == "helix")

    view, after = cards.grid(index), cards.profile(index + 1)
    assert (view.part.partition(" › ")[0], after.part) == ("To finish", "To finish")
    assert (view.place, after.place) == ("1 of 4", "2 of 4")


def test_minutes_are_said_long_and_short(questionnaire: Questionnaire) -> None:
    """Two lengths to choose from; nothing at all when no minute is left."""
    response = new_response(questionnaire)

    assert _cards(questionnaire, response, 9).left == ("about 9 min left", "9 min")
    assert _cards(questionnaire, response).left == ()


def test_parts_above_their_whole_are_doubted(questionnaire: Questionnaire) -> None:
    """More turned out than begun: a sentence says so with the numbers, once both are there."""
    response = new_response(questionnaire)
    way = steps(questionnaire, response)
    index = next(n for n, step in enumerate(way) if step.kind == "counts")
    options = question(questionnaire, way[index].id).options
    whole = next(option.part_of for option in options if option.part_of)
    for option in options:
        response = edits.count(response, option.code, 2 if option.part_of else 4)
    assert _cards(questionnaire, response).counts(index).doubts == []
    fewer = edits.count(response, str(whole), 3)
    (doubt,) = _cards(questionnaire, fewer).counts(index).doubts

    assert ": 4, more than" in doubt
    assert _cards(questionnaire, edits.count(fewer, str(whole), None)).counts(index).doubts == []
