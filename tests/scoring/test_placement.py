"""Types and modes as fuzzy sets over the corners of their conditions."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.scoring.placement import partition, position
from tests.scoring.sheets import QUESTIONNAIRE

TYPOLOGY, CONTINUUM = (partition(placement) for placement in QUESTIONNAIRE.placements)
CORNERS = {
    (0, 0, 0): "I", (1, 0, 0): "II", (0, 1, 0): "III", (1, 1, 0): "III",
    (0, 0, 1): "H", (1, 0, 1): "H", (0, 1, 1): "IV", (1, 1, 1): "IV",
}  # fmt: skip


def test_every_corner_has_one_type() -> None:
    """The configurations share out the eight corners, once each."""
    found = {
        tuple(map(int, corner)): [name for name, flag in zip(TYPOLOGY.configurations, labels, strict=True) if flag]
        for corner, labels in zip(TYPOLOGY.corners, TYPOLOGY.labels, strict=True)
    }

    assert found == {corner: [name] for corner, name in CORNERS.items()}
    assert (CONTINUUM.labels.sum(axis=1) == 1).all()


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=3, max_size=3))
def test_possible_labels_are_the_reachable_corners(bounds: list[tuple[float, float]]) -> None:
    """A label is possible when one of its corners lies within the bounds; 0.5 counts both ways."""
    low, high = np.array([sorted(pair) for pair in bounds]).T
    reach = [
        [side for side in (0, 1) if (h >= 0.5 if side else low_ <= 0.5)] for low_, h in zip(low, high, strict=True)
    ]
    expected = {CORNERS[corner] for corner in product(*reach)}  # type: ignore[index]
    found = TYPOLOGY.possible(low[:, None], high[:, None])[:, 0]

    assert {name for name, flag in zip(TYPOLOGY.configurations, found, strict=True) if flag} == expected


@given(st.lists(st.floats(0, 1).filter(lambda m: m != 0.5), min_size=3, max_size=3))
def test_nearest_corner_is_the_label(conditions: list[float]) -> None:
    """The nearest ideal type and the highest membership agree, as the types share out the corners."""
    point = np.array(conditions)
    nearest = TYPOLOGY.nearest(point)

    if nearest is not None:  # distances may tie to the last bit
        assert nearest == TYPOLOGY.configurations[int(TYPOLOGY.memberships(point[:, None])[:, 0].argmax())]


def test_nearest_in_a_tie() -> None:
    """Halfway between two types there is no nearest one; without a condition neither."""
    assert TYPOLOGY.nearest(np.array([0.7, 0.5, 0.2])) is None
    assert TYPOLOGY.nearest(np.array([0.5, 0.9, 0.2])) == "III"
    assert TYPOLOGY.nearest(np.array([np.nan, 0.9, 0.2])) is None


def test_replaced_configurations() -> None:
    """A variant's reading takes the place of the old one, a new id comes last, and every corner still has one label."""
    strict = next(variant for variant in QUESTIONNAIRE.scoring.variants if variant.replace)
    changed = partition(QUESTIONNAIRE.placement("continuum"), strict)

    assert changed.configurations == (*CONTINUUM.configurations, "partly_anchored")
    assert (changed.labels.sum(axis=1) == 1).all()


def test_position_is_a_weighted_landmark() -> None:
    """Memberships pull the position towards their landmarks; an unknown one leaves none."""
    modes = QUESTIONNAIRE.placement("continuum").configurations

    assert position(np.array([0.92, 0.12, 0.03, 0.03, 0.03]), modes) == pytest.approx(10, abs=1)
    assert position(np.array([1.0, 0, 0, 0, 0]), modes) == 0
    assert position(np.array([np.nan, 0, 0, 0, 1]), modes) is None
    assert position(np.zeros(5), modes) is None
