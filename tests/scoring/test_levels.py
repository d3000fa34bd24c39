"""Means, profile and secured levels, medians."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.scoring.levels import medians, profile_level, secured_level, tabulate
from maturity.scoring.membership import Floats
from maturity.scoring.sheet import Sheet
from tests.scoring.sheets import LEVELS

CODES = [*LEVELS, -6, -7, -8, -9]


def column(*levels: float) -> Floats:
    """Sub-dimension levels of one row."""
    return np.array(levels)[:, None]


@given(st.lists(st.sampled_from(CODES), min_size=1, max_size=4))
def test_table_agrees_with_plain_arithmetic(codes: list[int]) -> None:
    """What is looked up is the mean of the valid answers, and a level when half of those asked are valid."""
    table = tabulate(4, 5)
    key = int(table.weights[np.array(codes, dtype=np.int8).view(np.uint8)].sum())
    valid, asked = [code for code in codes if code > 0], [code for code in codes if code != -6]
    scorable = bool(valid) and 2 * len(valid) >= len(asked)

    assert table.valid[key] == len(valid)
    assert table.irrelevant[key] == (bool(asked) and not valid)
    np.testing.assert_equal(table.mean[key], np.mean(valid) if valid else np.nan)
    np.testing.assert_equal(table.level[key], np.mean(valid) if scorable else np.nan)


def test_too_large_a_group_is_refused() -> None:
    """A group that the table cannot hold is an error when the questionnaire is compiled, not a wrong mean."""
    with pytest.raises(ValueError, match="too large"):
        tabulate(200, 9)


def test_profile_level_is_the_geometric_mean() -> None:
    """4, 4, 4 and 1.5 make 3.13: weakness hurts but does not annul."""
    levels = column(4, 4, 4, 1.5)

    assert profile_level(np.log(levels), ~np.isnan(levels), 3)[0] == pytest.approx(3.1302, abs=1e-4)


@pytest.mark.parametrize(("scorable", "known"), [(4, True), (3, True), (2, False), (0, False)])
def test_profile_level_needs_enough(scorable: int, known: bool) -> None:
    """Three of four sub-dimensions are enough; two are not."""
    there = np.array([[n < scorable] for n in range(4)])

    assert np.isnan(profile_level(np.zeros((4, 1)), there, 3)[0]) != known


def test_small_dimension_needs_all() -> None:
    """A dimension with fewer sub-dimensions than required needs all of its own."""
    both, one = np.array([[True], [True]]), np.array([[True], [False]])

    assert not np.isnan(profile_level(np.zeros((2, 1)), both, 3)[0])
    assert np.isnan(profile_level(np.zeros((2, 1)), one, 3)[0])


@pytest.mark.parametrize(
    ("levels", "secured"),
    [
        ((4, 4, 4, 1.5), 2),
        ((2.5, 3, 3, 3), 3),
        ((7 / 3, 5, 5, 5), 2),
        ((1, 1, 1, 1), 1),
        ((5, 5, 5, 5), 5),
        ((np.nan, 4, 4, 4), 4),
        ((np.nan, np.nan, np.nan, np.nan), 0),
    ],
)
def test_secured_level_is_the_weakest_link(levels: tuple[float, ...], secured: int) -> None:
    """The largest level that every scorable sub-dimension reaches less the margin, within 1 to 5; none gives 0."""
    assert secured_level(column(*levels), 0.5, 5)[0] == secured


@pytest.mark.parametrize(
    ("codes", "median"), [((1, 5, 2), 2), ((1, 4, -8), 2.5), ((-7, 3, -6), 3), ((-8, -8, -9), np.nan)]
)
def test_median_of_valid_answers(codes: tuple[int, ...], median: float) -> None:
    """The middle of the valid answers, or the mean of the two in the middle."""
    sheet: Sheet = np.array([codes], dtype=np.int8)

    np.testing.assert_equal(medians(sheet, [np.arange(3)])[0, 0], median)
