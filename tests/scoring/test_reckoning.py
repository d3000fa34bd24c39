"""The dossier's formulas written out plainly once more, to check the kernel from outside."""

from __future__ import annotations

from math import exp, prod

import numpy as np
import pytest
from hypothesis import given

from maturity.scoring.kernel import score
from maturity.scoring.sheet import Sheet
from tests.scoring.sheets import PLAN, QUESTIONNAIRE, complete


def types(d: float, a: float, c: float) -> list[float]:
    """Memberships in I, II, III, IV and H."""
    return [min(1 - d, 1 - a, 1 - c), min(d, 1 - a, 1 - c), min(a, 1 - c), min(a, c), min(1 - a, c)]


def modes(m1: float, m2: float, m3: float) -> list[float]:
    """Memberships in latent, consumer, participative, enhanced and isolated lab."""
    return [
        min(1 - m1, 1 - m2, 1 - m3),
        min(m1, 1 - m2, 1 - m3),
        min(m2, 1 - m3),
        min(m3, max(m1, m2)),
        min(m3, 1 - m1, 1 - m2),
    ]


@given(complete())
def test_by_hand(sheet: Sheet) -> None:
    """Levels, memberships and gates are what plain arithmetic over the named items gives."""
    answers = dict(zip(QUESTIONNAIRE.item_ids, map(int, sheet[0]), strict=True))

    def mean(*items: str) -> float:
        return sum(answers[item] for item in items) / len(items)

    def member(*items: str) -> float:
        x = mean(*items)
        return 1 / (1 + exp(-3 * (x - 2.5) / (1.75 if x >= 2.5 else 1.25)))

    def sub(name: str) -> float:
        return mean(*(f"{name}.{n}" for n in (1, 2, 3)))

    d, a, c = (
        min(member("T1.3", "T2.1", "T2.3"), member("O2.3")),
        min(member("T3.1", "T3.2"), member("O2.1", "O2.2")),
        min(member("N1.1", "N1.2", "N1.3"), member("N2.2", "N2.3")),
    )
    m1, m2, m3 = (member(*(f"P{p}.{n}" for n in (1, 2, 3))) for p in (1, 2, 3))
    base = [("T1.1", "T1.2"), ("T2.1", "T2.3"), ("T3.1", "T3.2"), ("T4.1", "T4.2")]
    means = sub("R1") >= 3 and sub("R2") >= 3
    gates = [
        all(mean(*pair) >= 3 for pair in base),
        sub("N1") >= 3 and sub("N3") >= 3,
        means,
        means and sub("O2") >= 3 and sub("R3") >= 3,
    ]
    scores = score(PLAN, sheet)

    assert scores.profile[0] == pytest.approx([prod(sub(f"{d}{n}") for n in (1, 2, 3, 4)) ** 0.25 for d in "TONR"])
    assert scores.conditions[0] == pytest.approx([d, a, c, m1, m2, m3])
    assert scores.memberships[0] == pytest.approx([*types(d, a, c), *modes(m1, m2, m3)])
    np.testing.assert_array_equal(scores.gates[0, :4], [2 * met for met in gates])
