"""Minutes left: the form's pace at first, one's own after a few questions."""

from __future__ import annotations

from maturity.answering.pace import ENOUGH, LONGEST, Pace


def test_own_pace_counts_after_a_few_questions() -> None:
    """Quick answers bring the minutes down; the first few do not yet."""
    pace = Pace(60.0)
    assert pace.minutes(10) == 10
    for n in range(ENOUGH):
        pace.shown(str(n), 100.0 * n)
        assert pace.seconds == 60.0
        pace.answered(str(n), 100.0 * n + 12.0)

    assert pace.seconds == 12.0
    assert pace.minutes(10) == 2
    assert pace.minutes(1) == 1
    assert pace.minutes(0) == 0


def test_a_telephone_call_and_a_second_thought_do_not_count() -> None:
    """An hour on one question counts as a few minutes at most; changing an answer counts not at all."""
    pace = Pace(30.0)
    for n in range(ENOUGH):
        pace.shown(str(n), 0.0)
        pace.answered(str(n), 3_600.0)
    assert pace.seconds == LONGEST
    pace.answered("0", 1.0)

    assert pace.seconds == LONGEST
