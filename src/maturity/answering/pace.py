"""How many minutes are left, from this person's own pace. Pure: the times are passed in."""

from __future__ import annotations

from math import ceil
from statistics import median

ENOUGH = 4  # questions answered until one's own pace counts; before, the form's usual one
LONGEST = 240.0  # seconds on one question; longer is a telephone call


class Pace:
    """Seconds a question, as the person goes along."""

    def __init__(self, usual: float) -> None:
        """``usual``: seconds a question that the form expects, above 0."""
        self._usual = usual
        self._spent: dict[str, float] = {}
        self._since: tuple[str, float] | None = None

    def shown(self, question: str, at: float) -> None:
        """A question came on the screen at this time (seconds of any steady clock)."""
        self._since = (question, at)

    def answered(self, question: str, at: float) -> None:
        """It got its first answer; changing it later says nothing about the pace."""
        if self._since is not None and self._since[0] == question and question not in self._spent:
            self._spent[question] = min(max(at - self._since[1], 0.0), LONGEST)

    @property
    def seconds(self) -> float:
        """A question: the median of one's own, once there are a few."""
        return median(self._spent.values()) if len(self._spent) >= ENOUGH else self._usual

    def minutes(self, left: int) -> int:
        """Whole minutes for so many questions, rounded up; 0 only when none is left."""
        return ceil(left * self.seconds / 60) if left else 0
