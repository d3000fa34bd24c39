"""How numbers leave the kernel: plain floats of six decimals, so that no processor's last bit shows in a result."""

from __future__ import annotations

import math

from maturity.scoring.result import Interval

_DIGITS = 6


def known(value: float) -> float:
    """The number, rounded."""
    return round(float(value), _DIGITS)


def maybe(value: float) -> float | None:
    """The number, rounded; None instead of NaN."""
    return None if math.isnan(value) else known(value)


def interval(low: float, high: float) -> Interval:
    """Both ends, rounded."""
    return Interval(low=known(low), high=known(high))


def maybe_interval(low: float, high: float) -> Interval | None:
    """Both ends, rounded; None where they cannot be told."""
    return None if math.isnan(low) or math.isnan(high) else interval(low, high)
