"""``maturity compare``: two waves or more in words, or as JSON."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from maturity.cli.main import cli
from maturity.errors import MaturityError, UsageError
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.reading import load, read
from maturity.response.file import create
from tests.scoring.sheets import QUESTIONNAIRE
from tests.scoring.waves import wave, written

GOLDEN = Path(__file__).parent / "golden"
GARDEN = Path(__file__).parent.parent / "questionnaires/garden"
WRITE = bool(os.environ.get("UPDATE_GOLDEN"))  # read before the tests' environment is cleaned


def call(*arguments: object) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, [str(one) for one in arguments], catch_exceptions=False)


def refused(*arguments: object) -> MaturityError:
    """The error that the command line would tell."""
    with pytest.raises(MaturityError) as caught:
        call("--lang", "en", "compare", *arguments)
    return caught.value


def check(name: str, text: str) -> None:
    """Compare with the golden file, or write it."""
    path = GOLDEN / name
    if WRITE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_two_waves_in_words(tmp_path: Path, language: str) -> None:
    """The page is the approved one, whatever the order of the files; no line is wider than 80 columns."""
    files = written(tmp_path, QUESTIONNAIRE, "2024", "2026")
    done = call("--lang", language, "compare", *reversed(files))

    assert done.output == call("--lang", language, "compare", *files).output
    assert max(map(len, done.output.splitlines())) <= 80
    check(f"compare-{language}.txt", done.output)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_across_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    """What may not be compared is refused with the crosswalk's reasons, and what changed is listed."""
    monkeypatch.setenv("MATURITY_QUESTIONNAIRES", str(GARDEN.parent))
    load.cache_clear()
    for year, version in (("2024", "v1"), ("2026", "v2")):
        given = response(read_cases(GARDEN / version)[0], read(GARDEN / version))
        authority = given.authority.model_copy(update={"name": "Long table"})
        create(tmp_path / f"{year}.toml", given.model_copy(update={"wave": year, "authority": authority}))
    done = call("--lang", language, "compare", tmp_path / "2024.toml", tmp_path / "2026.toml")

    check(f"compare-versions-{language}.txt", done.output)


def test_three_waves_are_two_steps(tmp_path: Path) -> None:
    """Each wave is held against the one before it, the earliest first."""
    files = written(tmp_path, QUESTIONNAIRE, "2026", "2022", "2024")
    lines = call("--lang", "en", "compare", *files).output.splitlines()

    assert [line for line in lines if "→" in line and "Val" in line] == [
        "Val-d’Essai · 2022 → 2024",
        "Val-d’Essai · 2024 → 2026",
    ]


def test_json_fits_its_schema(tmp_path: Path) -> None:
    """``--json`` prints all comparisons, and ``maturity schema comparison`` describes them."""
    done = call("compare", *written(tmp_path, QUESTIONNAIRE, "2022", "2024", "2026"), "--json")
    found = json.loads(done.output)

    jsonschema.validate(found, json.loads(call("schema", "comparison").output))
    assert [one["before"]["wave"] for one in found["comparisons"]] == ["2022", "2024"]


def test_one_file_is_no_comparison(tmp_path: Path) -> None:
    """Wrong usage, told in three parts."""
    error = refused(*written(tmp_path, QUESTIONNAIRE, "2024"))

    assert isinstance(error, UsageError)
    assert "Two waves" in str(error)


def test_one_wave_twice_is_refused(tmp_path: Path) -> None:
    """Two respondents of a wave are no two waves."""
    (file,) = written(tmp_path, QUESTIONNAIRE, "2024")

    assert "the same wave, 2024" in str(refused(file, file))


def test_two_authorities_are_refused(tmp_path: Path) -> None:
    """The reason names both."""
    (file,) = written(tmp_path, QUESTIONNAIRE, "2024")
    given = wave(QUESTIONNAIRE, "2026")
    other = given.authority.model_copy(update={"name": "Ailleurs"})
    create(tmp_path / "other.toml", given.model_copy(update={"authority": other}))

    assert "Val-d’Essai and Ailleurs" in str(refused(file, tmp_path / "other.toml"))
