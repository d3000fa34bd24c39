"""A questionnaire with another scale and another typology scores without any change to the program."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from maturity.cli.main import cli
from maturity.questionnaire.case import Case
from maturity.questionnaire.cases import read_cases, response, run
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import read
from maturity.response.file import create
from maturity.response.model import Respondent
from maturity.scoring.compiled import compiled
from maturity.scoring.evaluation import evaluate
from maturity.scoring.kernel import score

FOLDER = Path(__file__).parent.parent / "questionnaires" / "garden" / "v1"
CASES = read_cases(FOLDER)


@pytest.fixture(scope="module")
def garden() -> Questionnaire:
    """The invented questionnaire about gardens."""
    return read(FOLDER)


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_its_cases(garden: Questionnaire, case: Case) -> None:
    """Every case written beside it gives what it says."""
    assert run(case, garden) == []


def test_its_result(garden: Questionnaire) -> None:
    """Its result names its own blocks, placements and gates, and none of the other questionnaire's."""
    result = evaluate(garden, response(CASES[0], garden))

    assert [block.id for block in result.blocks] == [block.id for block in garden.blocks]
    assert [placement.id for placement in result.placements] == ["spirit"]
    assert [gate.id for gate in result.gates] == ["water-first"]
    assert result.scale_stage is None
    assert result.projects == ()
    assert all(1 <= (block.secured_level or 1) <= garden.levels for block in result.blocks)


def test_its_own_scale(garden: Questionnaire) -> None:
    """The top of a scale of four levels is 4."""
    plan = compiled(garden)
    sheet = np.full((1, len(garden.item_ids)), -8, dtype=np.int8)

    assert score(plan, sheet).levels_high.max() == 4
    with pytest.raises(ValueError, match="1 to 4"):
        score(plan, np.full_like(sheet, 5))


def test_its_page(garden: Questionnaire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``maturity score`` shows it in its own words."""
    monkeypatch.setenv("MATURITY_QUESTIONNAIRES", str(FOLDER.parent.parent))
    given = response(CASES[0], garden)
    role = next(question for question in garden.profile if question.filled_from == "role").options[0].code
    create(tmp_path / "a.toml", given.model_copy(update={"respondent": Respondent(pseudonym="r1", role=role)}))
    done = CliRunner().invoke(cli, ["--lang", "en", "score", str(tmp_path / "a.toml")], catch_exceptions=False)

    assert done.exit_code == 0
    assert "Spirit of the garden" in done.output
    assert "No spirit is better than another." in done.output
    assert "Water before planting" in done.output
