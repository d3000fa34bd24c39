"""``maturity score`` and ``maturity schema``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from maturity.cli.main import cli
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.reading import folders
from maturity.response.file import create
from maturity.scoring.evaluation import evaluate
from tests.scoring.sheets import QUESTIONNAIRE

CASES = {case.id: case for folder in folders() if folder.parent.name == "cocreation" for case in read_cases(folder)}


def call(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def page(folder: Path, case: str, form: str, language: str) -> str:
    """What ``maturity score`` prints for a published case in a form and a language."""
    given = response(CASES[case], QUESTIONNAIRE)
    asked = given.model_copy(update={"questionnaire": given.questionnaire.model_copy(update={"form": form})})
    path = folder / "a.toml"
    create(path, asked)
    done = call("--lang", language, "score", str(path))
    assert done.exit_code == 0
    return done.output


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("form", ["short", "placement", "full"])
@pytest.mark.parametrize("case", [case for case in CASES if CASES[case].authority])
def test_one_page(tmp_path: Path, case: str, form: str, language: str) -> None:
    """Every authority in every form and language fits on a page of 40 lines and 80 columns."""
    lines = page(tmp_path, case, form, language).splitlines()

    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80


def test_page_in_words(tmp_path: Path) -> None:
    """The page names authority, type, mode, certainty, levels, gates, next steps; it says a type is no grade."""
    text = page(tmp_path, "lanterval", "full", "en")

    for words in (
        "Lanterval (invented), 2026",
        "Governance type: H, Targeted cooperation",
        "Continuum of co-production: Isolated lab",
        "it would stay the same in 96%",
        "A type is not a grade.",
        "Network governance: on average 3.2; everywhere: 3; limited by: ",
        "Not met: The base is stable.",
        "1. Equip staff better: from 2 to 3.",
    ):
        assert words in text


def test_page_with_missing_answers(tmp_path: Path) -> None:
    """What is missing is counted, and what would settle the label is named."""
    text = " ".join(page(tmp_path, "pays-ervance", "full", "fr").split())

    assert "dont 30 « je ne sais pas » (ce qui manque ne compte jamais comme un niveau 1)" in text
    assert "non déterminé. Possibles : I, III, IV ou H" in text
    assert "commencez par les questions " in text
    assert "partout : 3 au plus" in text


def test_page_without_an_answer(tmp_path: Path) -> None:
    """What was only begun is told in one sentence, not as results that are all open."""
    given = response(CASES["lanterval"], QUESTIONNAIRE)
    create(tmp_path / "a.toml", given.model_copy(update={"answers": {}}))
    text = call("--lang", "en", "score", str(tmp_path / "a.toml")).output

    assert "There is nothing to show yet" in text
    assert "Possible" not in text


def test_borderline(tmp_path: Path) -> None:
    """A tie is told as one."""
    text = page(tmp_path, "ondelle", "full", "fr")

    assert "II, Décision éclairée par les données ou III" in text
    assert "Cas limite" in text


def test_json_fits_its_schema(tmp_path: Path) -> None:
    """``--json`` prints the whole result on stdout, and ``maturity schema result`` describes it."""
    path = tmp_path / "a.toml"
    create(path, response(CASES["rochelande"], QUESTIONNAIRE))
    schema = json.loads(call("schema", "result").stdout)
    document = json.loads(call("score", str(path), "--json").stdout)

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema)
    assert schema["title"] == "Result"
    assert document["placements"][0]["label"] == "IV"


def test_targets_are_told(tmp_path: Path) -> None:
    """The page says which action serves a target; the JSON holds targets and open questions, and fits its schema."""
    path = tmp_path / "a.toml"
    given = response(CASES["pays-ervance"], QUESTIONNAIRE)
    known = [s for block in evaluate(QUESTIONNAIRE, given).blocks for s in block.subdimensions if s.level is not None]
    first, second = [part.id for part in known][:2]
    create(path, given.model_copy(update={"targets": {first: 5, second: "enough"}}))
    document = json.loads(call("score", str(path), "--json").stdout)
    parts = {part["id"]: part["target"] for block in document["blocks"] for part in block["subdimensions"]}

    jsonschema.validate(document, json.loads(call("schema", "result").stdout))
    assert parts == {**dict.fromkeys(QUESTIONNAIRE.subdimensions), first: 5, second: "enough"}
    assert (document["priorities"][0]["reason"], document["priorities"][0]["target"]) == ("target", 5)
    assert document["placements"][0]["open_questions"][0]["labels"] == document["placements"][0]["possible_labels"]
    assert "(your target: 5)" in " ".join(call("--lang", "en", "score", str(path)).stdout.split())


def test_no_overall_score() -> None:
    """Nothing in the schema is an overall score."""
    names = json.loads(call("schema", "result").stdout)["properties"]

    assert not {"score", "level", "total", "overall"} & set(names)


@pytest.mark.parametrize(
    ("environment", "sign"),
    [
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "\u202f;"),
        ({"PYTHONIOENCODING": "cp1252"}, "?"),
    ],
)
def test_old_code_pages(tmp_path: Path, environment: dict[str, str], sign: str) -> None:
    """Redirected, the page is UTF-8 whatever the system's encoding; an encoding asked for by name never breaks it."""
    path = tmp_path / "a.toml"
    create(path, response(CASES["pays-ervance"], QUESTIONNAIRE))
    done = subprocess.run(
        [sys.executable, "-m", "maturity", "--lang", "fr", "score", str(path)],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )

    assert sign in done.stdout.decode(environment.get("PYTHONIOENCODING", "utf-8"))
    assert done.stderr == b""
