"""Indicators of the actor × stage grid."""

from __future__ import annotations

import pytest

from maturity.questionnaire.model import Helix
from maturity.response.model import Project
from maturity.scoring.helix import project_result
from maturity.scoring.result import ProjectResult
from tests.scoring.sheets import QUESTIONNAIRE

assert QUESTIONNAIRE.helix is not None
HELIX: Helix = QUESTIONNAIRE.helix
STAGES = [stage.id for stage in HELIX.stages]


def told(**rows: str) -> ProjectResult:
    """The indicators of rows written like ``gov="3321"``; a dot is no answer."""
    cells = {
        f"H-{name}": {stage: int(code) for stage, code in zip(STAGES, row, strict=True) if code != "."}
        for name, row in rows.items()
    }
    result = project_result(HELIX, Project(name="Essai", cells=cells))
    assert result is not None
    return result


def test_worked_example() -> None:
    """Two families involved of five, most of the weight on one."""
    result = told(gov="3322", uni="0000", ind="1220", civ="0110", env="0000")

    assert result.involved == ("H-gov", "H-ind")
    assert result.absent == ("H-uni", "H-civ", "H-env")
    assert result.coverage == pytest.approx(0.4)
    assert result.government_share == pytest.approx(10 / 17, abs=1e-6)
    assert result.balance == pytest.approx(1 - (10 / 17 - 0.2) / 0.8, abs=1e-6)
    assert result.phase_openness == {"define": 0.0, "design": 0.25, "deliver": 0.25, "assess": 0.0}
    assert result.answered == 20


def test_consulted_is_not_involved() -> None:
    """A family that was only informed or consulted is not involved."""
    assert told(gov="3333", civ="1111").involved == ("H-gov",)


def test_upstream_against_downstream() -> None:
    """Civil society consulted before and absent after gives a positive number."""
    assert told(gov="3333", civ="2200").civil_asymmetry == 4
    assert told(gov="3333", civ="0013").civil_asymmetry == -4


def test_cells_without_an_answer_count_nowhere() -> None:
    """Depth and shares rest on the cells answered; a family without any is neither involved nor absent."""
    result = told(gov="3.3.", civ="..2.", env="....")

    assert result.depth == {"H-gov": 1.0, "H-civ": pytest.approx(2 / 3, abs=1e-6)}
    assert result.phase_openness == {"deliver": 1.0}
    assert (result.involved, result.absent, result.answered) == (("H-gov", "H-civ"), (), 3)


def test_nobody_does_anything() -> None:
    """A grid of zeros has no share of anything."""
    result = told(gov="0000", civ="0000")

    assert (result.government_share, result.balance, result.shared_power) == (None, None, 0.0)


def test_even_weights_are_balanced() -> None:
    """Five families with the same weight: balance 1; one alone: 0."""
    assert told(gov="2222", uni="2222", ind="2222", civ="2222", env="2222").balance == 1
    assert told(gov="2222", uni="0000", ind="0000", civ="0000", env="0000").balance == 0


def test_empty_grid() -> None:
    """A project whose grid is empty gives nothing."""
    assert project_result(HELIX, Project(name="Essai")) is None
