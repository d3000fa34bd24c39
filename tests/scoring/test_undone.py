"""What is still to be done: never what the answers say is done already."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.questionnaire.advice import Recommendation
from maturity.scoring.sheet import DONT_KNOW, NOT_APPLICABLE
from maturity.scoring.undone import first_actions, undone
from tests.scoring.sheets import LEVELS, QUESTIONNAIRE

ADVICE = QUESTIONNAIRE.advice.recommendations
SINGLE = next(one for one in ADVICE if len(one.raises) == 1 and one.to_level == 3)


def inside(advice: Recommendation) -> list[str]:
    """The items of the sub-dimension that it is about."""
    return [item.id for item in QUESTIONNAIRE.items if item.subdimension == advice.subdimension]


@given(
    st.sampled_from(ADVICE),
    st.fixed_dictionaries({i: st.sampled_from([*LEVELS, DONT_KNOW]) for i in QUESTIONNAIRE.item_ids}),
    st.sampled_from([None, 900, 90_000]),
)
@settings(deadline=None, max_examples=400)
def test_nothing_is_advised_that_is_done(advice: Recommendation, sheet: dict[str, int], people: int | None) -> None:
    """No step and no title speaks of an item that stands at the level to be reached, unless all of them do."""
    open_ = {item for item in inside(advice) if sheet[item] < advice.to_level}
    left = undone(QUESTIONNAIRE, sheet, advice, people)
    if not open_:
        return

    assert left.steps
    assert all(open_.issuperset(step.raises) for step in left.steps)
    if left.title == advice.title:
        assert open_.issuperset(advice.raises)
    else:
        names = QUESTIONNAIRE.advice.item_titles
        assert left.title in [names[item] for item in open_]


@pytest.mark.parametrize(
    ("advice", "people"), list(product(ADVICE, (900, 90_000))), ids=lambda one: str(getattr(one, "id", one))
)
def test_each_question_has_a_way_when_it_alone_is_left(advice: Recommendation, people: int) -> None:
    """With its own evidence, in every language."""
    for item in inside(advice):
        sheet = dict.fromkeys(inside(advice), advice.to_level) | {item: advice.from_level}
        left = undone(QUESTIONNAIRE, sheet, advice, people)

        assert left.steps
        assert all(set(step.raises) <= {item} for step in left.steps)
        assert all(set(words) == set(QUESTIONNAIRE.languages) for words in (left.title, left.evidence))
        assert "{" not in "".join([*left.title.values(), *left.evidence.values(), *left.steps[0].text.values()])


def test_the_title_is_that_of_the_lowest_answer() -> None:
    """Where the title of the recommendation speaks of what is done; what is unknown comes after what is low."""
    (done,) = SINGLE.raises
    lowest, unknown = [item for item in inside(SINGLE) if item != done]
    sheet = {done: SINGLE.to_level, lowest: 1, unknown: DONT_KNOW}

    assert undone(QUESTIONNAIRE, sheet, SINGLE).title == QUESTIONNAIRE.advice.item_titles[lowest]


def test_what_does_not_apply_is_not_advised() -> None:
    """It counts as nothing to do."""
    (own,) = SINGLE.raises
    sheet = dict.fromkeys(inside(SINGLE), 1) | {own: NOT_APPLICABLE}

    assert undone(QUESTIONNAIRE, sheet, SINGLE).title != SINGLE.title


def test_a_questionnaire_without_these_texts_prints_the_next_level() -> None:
    """The question's own name and sentence."""
    bare = QUESTIONNAIRE.advice.model_copy(update={"item_titles": {}, "one_question": {}})
    other = QUESTIONNAIRE.model_copy(update={"advice": bare})
    (own,) = SINGLE.raises
    sheet = dict.fromkeys(inside(SINGLE), SINGLE.to_level)
    lone = next(item for item in inside(SINGLE) if item != own)
    left, item = undone(other, sheet | {lone: 1}, SINGLE), QUESTIONNAIRE.item(lone)

    assert left.title == item.name
    assert left.evidence == item.levels[SINGLE.to_level - 1]


def test_a_first_action_is_not_said_once_it_is_done() -> None:
    """It goes with the last of the items that it raises."""
    for gate in QUESTIONNAIRE.readiness.gates:
        high = dict.fromkeys(QUESTIONNAIRE.item_ids, QUESTIONNAIRE.levels)
        low = dict.fromkeys(QUESTIONNAIRE.item_ids, 1)
        assert first_actions(gate, low) == gate.first_actions
        assert len(first_actions(gate, high)) == len(gate.first_actions) - len(gate.raises)
