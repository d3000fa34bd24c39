"""The method page says what the program does."""

from __future__ import annotations

import doctest
import re
from functools import reduce
from math import sqrt
from pathlib import Path

import numpy as np
import pytest

from maturity.scoring.membership import calibrate
from tests.scoring.sheets import QUESTIONNAIRE

PAGE = Path(__file__).parents[2] / "docs" / "method.md"


def test_examples_run() -> None:
    """The example on the page gives what the page prints."""
    failed, attempted = doctest.testfile(str(PAGE), module_relative=False)

    assert attempted > 5
    assert failed == 0


def test_numbers_are_the_questionnaires() -> None:
    """Anchors, probability, draws and thresholds on the page are those of the questionnaire."""
    text, scoring = PAGE.read_text(encoding="utf-8"), QUESTIONNAIRE.scoring
    anchors = scoring.calibration

    assert f"anchors {anchors.full_out} (out), {anchors.crossover} (crossover)\nand {anchors.full_in} (in)" in text
    assert f"{scoring.stability.draws:,} copies" in text
    assert f"probability {scoring.stability.probability} " in text
    assert f"≥ {scoring.stability.clear_from:.2f} " in text


def test_check_values_on_the_page() -> None:
    """The table of memberships is right."""
    rows = re.findall(r"^\| (?:x|μ) \|(.*)\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    levels, memberships = ([float(cell) for cell in row.split("|")] for row in rows)

    found = calibrate(np.array(levels), QUESTIONNAIRE.scoring.calibration).tolist()

    assert found == pytest.approx(memberships, abs=6e-4)


def test_every_rule_is_on_the_page() -> None:
    """Every gate and pattern, and every type and mode, has its line."""
    text = PAGE.read_text(encoding="utf-8")

    for gate in QUESTIONNAIRE.readiness.gates:
        assert f"| {gate.id} " in text
    for placement in QUESTIONNAIRE.placements:
        for configuration in placement.configurations:
            assert f"| {configuration.id.replace('_', ' ')} | min(" in text


def test_reliable_change_on_the_page() -> None:
    """The limits of "no clear change", and how often two waves without a change stay within them, are right."""
    rows = re.findall(
        r"^\| (?:Answers each|Largest diff|Share of pairs)[^|]*\|(.*)\|$",
        PAGE.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    counts, limits, shares = ([float(cell.replace("%", "")) for cell in row.split("|")] for row in rows)
    p = QUESTIONNAIRE.scoring.stability.probability

    for m, limit, share in zip(map(int, counts), limits, shares, strict=True):
        exact = 1.96 * sqrt(2 * p / m)
        shifts = reduce(np.convolve, [np.array([p / 2, 1 - p, p / 2])] * (2 * m))
        within = shifts[np.abs(np.arange(-2 * m, 2 * m + 1)) / m <= exact].sum()

        assert limit == pytest.approx(exact, abs=0.005)
        assert share == pytest.approx(100 * within, abs=0.05)
