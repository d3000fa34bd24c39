"""The method page says what the program does."""

from __future__ import annotations

import doctest
import re
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
