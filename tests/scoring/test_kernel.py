"""Properties that hold for every sheet."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.scoring.arrays import Scores
from maturity.scoring.kernel import chunks, score
from maturity.scoring.sheet import NOT_ASKED, Sheet
from tests.scoring.sheets import ITEMS, LEVELS, PLAN, complete, completions, partial, sheet_of

MARGIN = 1e-9
SPANS = list(PLAN.countings[None].spans.values())
RUNS = list(PLAN.placements.values())


@given(complete(rows=20))
def test_one_membership_above_a_half(sheet: Sheet) -> None:
    """Exactly one configuration of each placement is above 0.5 whenever no condition equals 0.5."""
    scores = score(PLAN, sheet)

    for span, run in zip(SPANS, RUNS, strict=True):
        clear = (scores.conditions[:, run] != 0.5).all(axis=1)
        above = (scores.memberships[:, span] > 0.5).sum(axis=1)
        assert (above[clear] == 1).all()
        assert (above <= 1).all()


@given(complete(rows=20))
def test_known_answers_leave_nothing_open(sheet: Sheet) -> None:
    """With every answer known, low and high are the point, and the possible labels are the point labels."""
    scores = score(PLAN, sheet)

    for name in ("levels", "profile", "means", "conditions", "extent"):
        point = getattr(scores, name)
        np.testing.assert_array_equal(getattr(scores, f"{name}_low"), point)
        np.testing.assert_array_equal(getattr(scores, f"{name}_high"), point)
    np.testing.assert_array_equal(scores.possible, scores.labels)


@given(complete(rows=1), st.integers(0, ITEMS - 1))
def test_levels_and_conditions_rise_with_their_items(sheet: Sheet, item: int) -> None:
    """Raising one answer never lowers a level, a mean or a condition."""
    rows = np.repeat(sheet, len(LEVELS), axis=0)
    rows[:, item] = LEVELS
    scores = score(PLAN, rows)

    for name in ("levels", "profile", "secured", "means", "conditions"):
        assert (np.diff(getattr(scores, name), axis=0) >= -MARGIN).all(), name


@given(completions())
@settings(max_examples=200)
def test_bounds_contain_every_completion(drawn: tuple[Sheet, Sheet]) -> None:
    """However the missing answers turn out, levels, means, conditions, labels and gates stay within what was told."""
    sheet, complete_sheets = drawn
    told, turned_out = score(PLAN, sheet), score(PLAN, complete_sheets)

    for name in ("levels", "profile", "means", "conditions"):
        low, high = getattr(told, f"{name}_low"), getattr(told, f"{name}_high")
        values = getattr(turned_out, name)
        assert not (values < low - MARGIN).any(), name
        assert not (values > high + MARGIN).any(), name
    assert not (turned_out.labels & ~told.possible).any()
    assert (turned_out.gates[(told.gates == 0).repeat(len(complete_sheets), axis=0)] == 0).all()
    assert (turned_out.gates[(told.gates == 2).repeat(len(complete_sheets), axis=0)] == 2).all()
    assert ((turned_out.stage == told.stage) | (told.stage == -1)).all()


@given(partial(rows=1))
def test_points_stand_within_their_bounds(sheet: Sheet) -> None:
    """A value from the answers given lies between the bounds, and its label is among the possible ones.

    Not so a profile level: it leaves out a sub-dimension that too few answered, and its bounds know that one.
    """
    scores = score(PLAN, sheet)

    for name in ("levels", "means", "conditions"):
        point = getattr(scores, name)
        assert not (point < getattr(scores, f"{name}_low") - MARGIN).any(), name
        assert not (point > getattr(scores, f"{name}_high") + MARGIN).any(), name
    assert not (scores.labels & ~scores.possible).any()


@given(partial(rows=9))
@settings(max_examples=50)
def test_many_rows_equal_single_rows(sheet: Sheet) -> None:
    """N rows at once give, bit for bit, what n single rows give, also across the border of a chunk."""
    together = list(chunks(PLAN, sheet, rows=4))
    alone = [score(PLAN, row) for row in sheet[:, None]]

    for field in fields(Scores):
        expected = np.concatenate([getattr(one, field.name) for one in alone])
        actual = np.concatenate([getattr(block, field.name) for block in together])
        np.testing.assert_array_equal(actual, expected, err_msg=field.name)


@given(complete(rows=1), st.data())
def test_missing_is_never_level_one(sheet: Sheet, data: st.DataObject) -> None:
    """Not knowing an answer never counts as its lowest level: the mean is that of the other answers."""
    item = data.draw(st.integers(0, ITEMS - 1))
    lowest, unknown = sheet.copy(), sheet.copy()
    lowest[0, item], unknown[0, item] = 1, data.draw(st.sampled_from([-8, -9]))
    told, as_one = score(PLAN, unknown), score(PLAN, lowest)

    assert (told.levels >= as_one.levels - MARGIN).all()
    assert (told.levels_low == as_one.levels_low).all()
    groups = list(PLAN.subdimensions.values())
    for row, columns in enumerate(PLAN.members[group] for group in groups):
        known = [sheet[0, column] for column in columns if column != item]
        assert told.levels[0, row] == pytest.approx(np.mean(known))


def test_missing_and_lowest_differ() -> None:
    """Two 3s and a "don't know" make 3, two 3s and a 1 make 2.33."""
    scores = score(PLAN, np.vstack([sheet_of({"T1.1": 3, "T1.2": 3, "T1.3": code}) for code in (-8, 1)]))

    assert scores.levels[:, 0].tolist() == pytest.approx([3.0, 7 / 3])


def test_not_applicable_widens_nothing() -> None:
    """An answer "not applicable" leaves the mean and its bounds to the other answers."""
    scores = score(PLAN, sheet_of({"T1.1": 2, "T1.2": 4, "T1.3": -7}))

    assert (scores.levels[0, 0], scores.levels_low[0, 0], scores.levels_high[0, 0]) == (3, 3, 3)


@pytest.mark.parametrize(
    ("codes", "level"),
    [
        ((4, 4, 4), 4.0),
        ((4, 4, -8), 4.0),
        ((4, -8, -9), None),
        ((4, -7, -7), None),
        ((4, -6, -6), 4.0),
        ((4, -8, -6), 4.0),
        ((-8, -6, -6), None),
    ],
)
def test_half_of_what_is_asked_is_needed(codes: tuple[int, int, int], level: float | None) -> None:
    """A sub-dimension has a level when at least one and at least half of the items its form asks are valid."""
    scores = score(PLAN, sheet_of(dict(zip(("T1.1", "T1.2", "T1.3"), codes, strict=True))))

    assert scores.levels[0, 0] == level if level is not None else np.isnan(scores.levels[0, 0])


def test_no_rows_give_empty_arrays() -> None:
    """Nothing in, arrays without rows out."""
    scores = score(PLAN, np.empty((0, ITEMS), dtype=np.int8))

    assert scores.levels.shape == (0, len(PLAN.subdimensions))


def test_nothing_asked_says_nothing() -> None:
    """A sheet without a single question has no level, and every label stays possible."""
    scores = score(PLAN, np.full((1, ITEMS), NOT_ASKED, dtype=np.int8))

    assert np.isnan(scores.levels).all()
    assert (scores.secured == 0).all()
    assert scores.possible.all()
    assert not scores.labels.any()


@pytest.mark.parametrize(
    "sheet",
    [
        np.ones((1, ITEMS), dtype=np.int64),
        np.ones((1, ITEMS + 1), dtype=np.int8),
        np.ones(ITEMS, dtype=np.int8),
        np.full((1, ITEMS), 6, dtype=np.int8),
        np.zeros((1, ITEMS), dtype=np.int8),
    ],
)
def test_wrong_sheets_are_refused(sheet: Sheet) -> None:
    """A sheet of another type, shape or scale is an error, never a number."""
    with pytest.raises(ValueError, match=r"sheet|levels"):
        score(PLAN, sheet)
