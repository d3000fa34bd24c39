"""The smallest change that gives another label, and the missing answers that could."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.scoring import explanation
from maturity.scoring.explanation import deciding
from maturity.scoring.kernel import labels, measure, passes
from maturity.scoring.placement import names_of
from maturity.scoring.result import Flip, OpenQuestion
from maturity.scoring.sheet import Sheet
from tests.scoring.sheets import PLAN, QUESTIONNAIRE, complete, partial, sheet_of

CONTINUUM = PLAN.countings[None].partitions[1]
SPAN = PLAN.countings[None].spans["continuum"]
MODE = {f"P{block}.{n}": 1 for block in (1, 2, 3) for n in (1, 2, 3)}


def label(sheet: Sheet) -> tuple[str, ...]:
    """The point labels of one sheet on the continuum."""
    return names_of(measure(PLAN, sheet).labels[SPAN, 0], CONTINUUM.configurations)


def flips(sheet: Sheet) -> tuple[Flip, ...]:
    """Its smallest changes."""
    return explanation.flips(PLAN, sheet, CONTINUUM, label(sheet))


def could_decide(sheet: Sheet) -> tuple[str, ...]:
    """The missing answers that could change its mode."""
    done = passes(PLAN, sheet)
    return explanation.could_decide(PLAN, sheet, CONTINUUM, done.low, done.high)


def test_deciding_items() -> None:
    """Thirteen items decide the type, nine the mode."""
    assert [len(deciding(PLAN, placement)) for placement in PLAN.placements] == [13, 9]


@given(complete())
@settings(max_examples=40)
def test_flips_do_what_they_say(sheet: Sheet) -> None:
    """Each change applied gives the label told, moves one level an answer, and no smaller change does."""
    found = flips(sheet)

    for flip in found:
        changed = sheet.copy()
        for change in flip.changes:
            column = QUESTIONNAIRE.item_ids.index(change.item)
            assert sheet[0, column] == change.before
            assert abs(change.after - change.before) == 1
            changed[0, column] = change.after
        assert label(changed) == (flip.label,)
        assert (flip.label,) != label(sheet)
    assert len({len(flip.changes) for flip in found}) <= 1
    if any(len(flip.changes) == 2 for flip in found):
        singles = explanation._changed(sheet, deciding(PLAN, "continuum"), 1, 5)
        reached = labels(PLAN, singles)[:, SPAN]
        assert all(names_of(row, CONTINUUM.configurations) == label(sheet) or row.sum() > 1 for row in reached)


def test_one_answer_away() -> None:
    """3, 2 and 2 stand one answer below the crossover: each of the three can be raised."""
    found = flips(sheet_of(MODE | {"P1.1": 3, "P1.2": 2, "P1.3": 2}))

    assert [(flip.label, [(c.item, c.after) for c in flip.changes]) for flip in found] == [
        ("consumer", [("P1.1", 4)]),
        ("consumer", [("P1.2", 3)]),
        ("consumer", [("P1.3", 3)]),
    ]
    assert {flip.labels for flip in found} == {("consumer",)}


def test_missing_answers_stay_open_after_a_change() -> None:
    """A change tells every label that the missing answers leave possible after it, not only that of the others."""
    found = flips(sheet_of(MODE | {"P1.1": 3, "P1.2": 2, "P1.3": -8}))

    assert [flip.label for flip in found] == ["consumer", "consumer", "latent", "latent"]
    assert {flip.labels for flip in found} == {("latent", "consumer")}


def test_far_from_everything() -> None:
    """Where two answers are not enough, no change is told."""
    assert flips(sheet_of(MODE)) == ()


@given(partial())
@settings(max_examples=40)
def test_flips_promise_what_comes_out(sheet: Sheet) -> None:
    """With missing answers, the labels told are those that are possible once the change is made."""
    for flip in flips(sheet):
        changed = sheet.copy()
        for change in flip.changes:
            changed[0, QUESTIONNAIRE.item_ids.index(change.item)] = change.after
        assert names_of(passes(PLAN, changed).possible[SPAN, 0], CONTINUUM.configurations) == flip.labels


def test_a_tie_can_go_either_way() -> None:
    """On the crossover the changes that settle it are told, upwards first."""
    found = flips(sheet_of(MODE | {"P1.1": 3, "P1.2": 2, "P1.3": -7}))

    assert [flip.label for flip in found] == ["consumer", "consumer", "latent", "latent"]


def test_a_tie_is_not_another_label() -> None:
    """A change that only leads onto the crossover is not told: two answers have to move."""
    found = flips(sheet_of(MODE | {"P1.1": 3, "P1.2": 3, "P1.3": -7}))

    assert [(flip.label, [(c.item, c.after) for c in flip.changes]) for flip in found] == [
        ("latent", [("P1.1", 2), ("P1.2", 2)]),
    ]


def test_only_what_matters_could_decide() -> None:
    """With the third condition surely in and the second too, the first no longer matters."""
    deep = {"P2.1": 4, "P2.2": 4, "P2.3": 4, "P3.1": 4, "P3.2": 4, "P3.3": 4}

    assert could_decide(sheet_of(MODE | {"P1.1": -8, "P1.2": -8})) == ("P1.1", "P1.2")
    assert could_decide(sheet_of(MODE | deep | {"P1.1": -8, "P1.2": -8})) == ()
    assert could_decide(sheet_of(MODE | {"P1.1": 1, "P1.2": 1, "P1.3": -8})) == ()


def asked(sheet: Sheet, row: int = 1) -> tuple[OpenQuestion, ...]:
    """What each missing answer would tell, on the placement of this row."""
    partition, done = PLAN.countings[None].partitions[row], passes(PLAN, sheet)
    items = explanation.could_decide(PLAN, sheet, partition, done.low, done.high)
    return explanation.open_questions(PLAN, sheet, partition, items)


def brute(sheet: Sheet, row: int, item: str) -> list[set[str]]:
    """For each level of an item, every label that some way of filling in all other missing answers gives."""
    partition = PLAN.countings[None].partitions[row]
    span, column = PLAN.countings[None].spans[partition.placement], QUESTIONNAIRE.item_ids.index(item)
    others = [c for c in deciding(PLAN, partition.placement) if sheet[0, c] <= -8 and c != column]
    found: list[set[str]] = []
    for level in range(1, 6):
        ways = list(product(range(1, 6), repeat=len(others)))
        filled = np.repeat(sheet, len(ways), axis=0)
        filled[:, column] = level
        filled[:, others] = np.array(ways, dtype=np.int8).reshape(len(ways), len(others))
        reached = np.logical_or.reduce(labels(PLAN, filled)[:, span], axis=0)
        found.append(set(names_of(reached, partition.configurations)))
    return found


@given(complete(), st.data())
@settings(max_examples=60, deadline=None)
def test_open_questions_say_what_filling_in_gives(sheet: Sheet, data: st.DataObject) -> None:
    """Labels, settling, narrowing and order agree with trying every way of filling in the missing answers."""
    row = data.draw(st.sampled_from([0, 1]))
    columns = deciding(PLAN, PLAN.countings[None].partitions[row].placement)
    for column in data.draw(st.lists(st.sampled_from(columns), min_size=1, max_size=4, unique=True)):
        sheet[0, column] = -8
    found = asked(sheet, row)

    order = []
    for question in found:
        tried = brute(sheet, row, question.item)
        every_label = set[str]().union(*tried)
        assert set(question.labels) == every_label
        assert question.settles == all(len(labels) == 1 for labels in tried)
        assert question.narrows == any(labels < every_label for labels in tried)
        order.append((not question.settles, sum(map(len, tried)), QUESTIONNAIRE.item_ids.index(question.item)))
    assert order == sorted(order)
    assert {QUESTIONNAIRE.item_ids[c] for c in columns if sheet[0, c] <= -8} >= {question.item for question in found}


def test_one_answer_settles() -> None:
    """Where one answer of a part of three is missing, its level says which of the two it is."""
    (found,) = asked(sheet_of(MODE | {"P1.1": 3, "P1.2": 3, "P1.3": -8}))

    assert found == OpenQuestion(item="P1.3", labels=("latent", "consumer"), settles=True, narrows=True)


def test_the_most_useful_comes_first() -> None:
    """What settles comes before what only narrows, and that before what tells nothing alone."""
    two = asked(sheet_of(MODE | {"P1.1": -8, "P1.2": -8, "P1.3": -8, "P2.1": 3, "P2.2": 3, "P2.3": -8}))

    assert [(question.item, question.settles, question.narrows) for question in two] == [
        ("P2.3", False, True),
        ("P1.1", False, False),
        ("P1.2", False, False),
        ("P1.3", False, False),
    ]


def test_a_tie_is_settled_by_no_missing_answer() -> None:
    """With every answer given there is nothing to ask, also where they stand exactly between two."""
    assert asked(sheet_of(MODE | {"P1.1": 3, "P1.2": 2, "P1.3": -7})) == ()


def test_a_level_that_ends_in_a_tie_settles_nothing() -> None:
    """Of two answers one is 3: a 2 beside it stands exactly between."""
    (found,) = asked(sheet_of(MODE | {"P1.1": 3, "P1.2": -8, "P1.3": -7}))

    assert (found.settles, found.narrows) == (False, True)


@given(partial())
def test_without_the_deciding_answers_the_label_stands(sheet: Sheet) -> None:
    """Filling in every missing answer that "could not decide" leaves the same labels possible."""
    named = {QUESTIONNAIRE.item_ids.index(item) for item in could_decide(sheet)}
    told = passes(PLAN, sheet).possible[SPAN, 0]
    for level in (1, 5):
        rest = sheet.copy()
        for column in deciding(PLAN, "continuum"):
            if rest[0, column] <= -8 and column not in named:
                rest[0, column] = level

        assert (passes(PLAN, rest).possible[SPAN, 0] == told).all()
