"""Every response file that any version wrote still opens, scores and saves, and no answer of it changes."""

from __future__ import annotations

import runpy
import shutil
import tomllib
from pathlib import Path

import pytest

from maturity.questionnaire.reading import load
from maturity.response.file import OpenResponse, read
from maturity.response.fit import check
from maturity.scoring.evaluation import evaluate
from tests.faults.program import maturity, went

pytestmark = pytest.mark.family(21)
RELEASED = Path(__file__).parents[1] / "golden/responses"
FILES = sorted(RELEASED.glob("*/*.toml"))
SAVED = ("revision", "updated")  # what a save changes


def values(text: str) -> dict[str, object]:
    """What stands in the file, as a reader that knows nothing of this program sees it."""
    return {key: value for key, value in tomllib.loads(text).items() if key not in SAVED}


@pytest.mark.parametrize("released", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_still_opens(tmp_path: Path, released: Path) -> None:
    """Opened, scored, saved: value for value what was written then."""
    path = tmp_path / "kept" / "r1.toml"
    path.parent.mkdir()
    shutil.copy(released, path)
    response = read(path)
    assert response.revision == 2
    assert not response.edited_by_hand
    questionnaire = load(response.questionnaire.id, response.questionnaire.version)
    check(response, questionnaire, path)
    before = evaluate(questionnaire, response)
    with OpenResponse.open(path) as session:
        session.save(session.response)
    assert values(path.read_text("utf-8")) == values(released.read_text("utf-8"))
    assert read(path).revision == 3
    assert evaluate(questionnaire, read(path)).model_dump(exclude={"response"}) == before.model_dump(
        exclude={"response"}
    )
    assert path.with_name("r1.toml.previous").read_bytes() == released.read_bytes()


@pytest.mark.parametrize("version", sorted({path.parent.name for path in FILES}))
def test_commands_take_it(tmp_path: Path, version: str) -> None:
    """The commands as they are called."""
    path = tmp_path / "r1.toml"
    shutil.copy(RELEASED / version / "full.toml", path)
    went(maturity("score", path))
    went(maturity("list", "--folder", tmp_path))
    went(maturity("answer", "--plain", "--read-only", path, said="q\n"))


def test_each_version_has_each_form() -> None:
    """None was forgotten, and none written with what came later."""
    versions = sorted(path for path in RELEASED.iterdir() if path.is_dir() and path.name[0].isdigit())
    assert len(versions) >= 4
    for folder in versions:
        assert sorted(path.stem for path in folder.glob("*.toml")) == ["full", "placement", "short"]
    assert "[targets]" not in (RELEASED / "0.1.0-first/full.toml").read_text("utf-8")
    assert "[targets]" in (RELEASED / "0.1.0-targets/full.toml").read_text("utf-8")


def test_the_way_to_add_one(tmp_path: Path) -> None:
    """What the README tells to run writes what the latest folder holds."""
    runpy.run_path(str(RELEASED / "write.py"))["main"](tmp_path)
    for form in ("full", "placement", "short"):
        written = values((tmp_path / f"{form}.toml").read_text("utf-8"))
        latest = values((RELEASED / "0.1.0-questionnaire-1.0.3" / f"{form}.toml").read_text("utf-8"))
        written.pop("questionnaire"), latest.pop("questionnaire")
        assert written == latest
