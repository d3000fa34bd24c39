"""Calibration of levels into memberships."""

from __future__ import annotations

import numpy as np
import pytest

from maturity.questionnaire.rules import Calibration
from maturity.scoring.membership import calibrate

CALIBRATION = Calibration(full_out=1.25, crossover=2.5, full_in=4.25)


@pytest.mark.parametrize(
    ("level", "membership"),
    [(1, 0.027), (2, 0.231), (2.33, 0.399), (2.5, 0.5), (2.67, 0.572), (3, 0.702), (4, 0.929), (5, 0.986)],
)
def test_check_values(level: float, membership: float) -> None:
    """The values worked out by hand for anchors 1.25, 2.5 and 4.25 come out."""
    assert calibrate(np.array([level]), CALIBRATION)[0] == pytest.approx(membership, abs=5e-4)


def test_crossover_is_exactly_one_half() -> None:
    """A level on the crossover is neither in nor out, to the last bit."""
    for crossover in (2.25, 2.5, 2.75):
        calibration = CALIBRATION.model_copy(update={"crossover": crossover})

        assert calibrate(np.array([crossover]), calibration)[0] == 0.5


def test_anchors_are_ragins() -> None:
    """The outer anchors stand for log odds of −3 and 3."""
    low, high = calibrate(np.array([1.25, 4.25]), CALIBRATION)

    assert (low, high) == pytest.approx((0.0474, 0.9526), abs=1e-4)


def test_unknown_stays_unknown() -> None:
    """No level gives no membership."""
    assert np.isnan(calibrate(np.array([np.nan]), CALIBRATION)[0])
