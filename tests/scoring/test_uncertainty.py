"""Disturbed copies and variants."""

from __future__ import annotations

import numpy as np
import pytest

from maturity.questionnaire.rules import Stability
from maturity.scoring.uncertainty import disturbed, stabilities, variants
from tests.scoring.sheets import ITEMS, PLAN, QUESTIONNAIRE, sheet_of

STREAM = "333333233333333333333432233333332433323433333323333323343333"
SETTINGS = QUESTIONNAIRE.scoring.stability


def settings(**changes: float) -> Stability:
    """The questionnaire's settings, changed."""
    return SETTINGS.model_copy(update=changes)


def test_moves_are_as_frequent_as_asked() -> None:
    """One answer in ten goes down, one in ten up, by one level."""
    copies = disturbed(np.full((1, ITEMS), 3, dtype=np.int8), SETTINGS, 5)
    values, counts = np.unique(copies, return_counts=True)

    assert values.tolist() == [2, 3, 4]
    assert (counts / copies.size).tolist() == pytest.approx([0.1, 0.8, 0.1], abs=0.003)


@pytest.mark.parametrize("level", [1, 5])
def test_answers_stay_on_the_scale(level: int) -> None:
    """The lowest level never goes below, nor the highest above."""
    copies = disturbed(np.full((1, ITEMS), level, dtype=np.int8), settings(probability=1.0), 5)

    assert set(np.unique(copies)) == {level, 2 if level == 1 else 4}


def test_missing_answers_stay_missing() -> None:
    """What nobody knows is not made up."""
    sheet = sheet_of({"T1.1": -8, "T1.2": -9, "T1.3": -7})

    assert (disturbed(sheet, SETTINGS, 5) == sheet).all()


def test_the_copies_never_change() -> None:
    """The stream of the seed is the same on every machine and in every year."""
    copies = disturbed(np.full((1, ITEMS), 3, dtype=np.int8), settings(draws=1), 5)

    assert "".join(map(str, copies[0])) == STREAM


def test_seed_matters() -> None:
    """Another seed gives other copies."""
    sheet = np.full((1, ITEMS), 3, dtype=np.int8)

    assert (disturbed(sheet, settings(seed=8), 5) != disturbed(sheet, SETTINGS, 5)).any()


def test_shares_add_up() -> None:
    """With every answer known, the labels reached share all the draws, a tie counting for its first label."""
    found = stabilities(PLAN, np.full((1, ITEMS), 3, dtype=np.int8), [("IV",), ("enhanced",)])

    for stability in found:
        assert stability is not None
        assert sum(stability.shares.values()) == pytest.approx(1)
        assert stability.share == max(stability.shares.values())


def test_no_label_no_stability() -> None:
    """Where nothing was answered there is nothing to be stable."""
    assert stabilities(PLAN, sheet_of({}), [(), ()]) == [None, None]


def test_variants_that_cannot_matter_are_left_out() -> None:
    """A variant that replaces a mode says nothing about the type."""
    types, modes = variants(PLAN, np.full((1, ITEMS), 3, dtype=np.int8), [("IV",), ("enhanced",)])

    assert [variant.id for variant in types] == ["lower-crossover", "higher-crossover", "median"]
    assert [variant.id for variant in modes] == ["lower-crossover", "higher-crossover", "median", "strict-enhanced"]
    assert all(variant.holds for variant in (*types, *modes))


def test_variants_count_differently() -> None:
    """3, 3 and 1 are out by the mean and in by the median; 3, 2 and 2 are in by the lower crossover only."""
    answers = {"P2.1": 1, "P2.2": 1, "P2.3": 1, "P3.1": 1, "P3.2": 1, "P3.3": 1}
    split = variants(PLAN, sheet_of(answers | {"P1.1": 3, "P1.2": 3, "P1.3": 1}), [(), ("latent",)])[1]
    close = variants(PLAN, sheet_of(answers | {"P1.1": 3, "P1.2": 2, "P1.3": 2}), [(), ("latent",)])[1]

    assert [v.labels for v in split] == [("consumer",), ("latent",), ("consumer",), ("latent",)]
    assert [v.holds for v in close] == [False, True, True, True]
