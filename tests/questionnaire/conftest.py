"""A copy of the small invented questionnaire, to break in one place and read again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from maturity.errors import Problem, QuestionnaireError
from maturity.locale import set_language
from maturity.questionnaire.reading import read

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "questionnaires"
INVENTED = ROOT / "tests/questionnaires"


@pytest.fixture(autouse=True)
def _english(_environment: None) -> None:
    """Messages are compared in English; one test looks at the French."""
    set_language("en")


class Copy:
    """A questionnaire's folder that a test may change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def change(self, file: str, old: str, new: str) -> None:
        """Replace the first occurrence in a file; the test is wrong when there is none."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def add(self, file: str, text: str) -> None:
        """Write at the end of a file, which may be new."""
        path = self.folder / file
        path.parent.mkdir(exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before + text, encoding="utf-8")

    def problems(self) -> list[Problem]:
        """What reading says; empty when it is content."""
        try:
            read(self.folder)
        except QuestionnaireError as error:
            return list(error.problems)
        return []


def copied(source: Path, target: Path) -> Copy:
    """A questionnaire with its list of releases, ``<target>/<id>/v1``."""
    shutil.copytree(source, target / source.parent.name / source.name)
    shutil.copy(source.parents[1] / "released.toml", target / "released.toml")
    return Copy(target / source.parent.name / source.name)


@pytest.fixture
def garden(tmp_path: Path) -> Copy:
    """The invented questionnaire of `tests/questionnaires`."""
    return copied(INVENTED / "garden/v1", tmp_path / "questionnaires")


@pytest.fixture
def cocreation(tmp_path: Path) -> Copy:
    """The questionnaire that is shipped."""
    return copied(SHIPPED / "cocreation/v1", tmp_path / "questionnaires")
