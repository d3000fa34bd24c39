"""From a mean of levels to a membership in 0–1: Ragin's (2008) direct method of calibration."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from maturity.questionnaire.rules import Calibration

Floats = NDArray[np.float64]

LOG_ODDS = 3.0  # of the two outer anchors: memberships 0.047 and 0.953, which Ragin rounds to 0.05 and 0.95


def calibrate(levels: Floats, calibration: Calibration) -> Floats:
    """Membership of each level: 1/(1+e^−x), x linear on either side of the crossover (Ragin 2008, ch. 5).

    ``levels`` of any shape, on the item scale; NaN stays NaN. The crossover itself gives exactly 0.5.
    """
    above = calibration.full_in - calibration.crossover
    below = calibration.crossover - calibration.full_out
    deviation = levels - calibration.crossover
    return 1 / (1 + np.exp(-LOG_ODDS * deviation / np.where(deviation >= 0, above, below)))
