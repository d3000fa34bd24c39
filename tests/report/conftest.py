"""Responses to report on, and the validators that every report has to please."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from maturity.questionnaire.case import Case
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import folder_of, load
from maturity.report.document import render
from maturity.report.matter import Matter
from maturity.report.voice import Voice
from maturity.response.model import Response
from maturity.scoring.evaluation import evaluate

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """The real one."""
    return load()


@pytest.fixture(scope="session")
def cases() -> dict[str, Case]:
    """The invented authorities by id."""
    return {case.id: case for case in read_cases(folder_of("cocreation")) if case.authority is not None}


@pytest.fixture(scope="session")
def responses(questionnaire: Questionnaire, cases: dict[str, Case]) -> dict[str, Response]:
    """Their answers by id."""
    return {name: response(case, questionnaire) for name, case in cases.items()}


@pytest.fixture(scope="session")
def village(responses: dict[str, Response]) -> Response:
    """One of them: a small commune, every question of the full form."""
    return next(iter(responses.values()))


def matter(questionnaire: Questionnaire, answers: Response, language: str = "fr") -> Matter:
    """What a report is made from."""
    return Matter(questionnaire, answers, evaluate(questionnaire, answers), Voice(language))


def with_form(questionnaire: Questionnaire, answers: Response, form: str) -> Response:
    """The same answers, as far as a form asks for them."""
    items = questionnaire.form(form).items
    use = answers.questionnaire.model_copy(update={"form": form})
    kept = {item: answer for item, answer in answers.answers.items() if item in items}
    return answers.model_copy(update={"questionnaire": use, "answers": kept})


@pytest.fixture
def written(questionnaire: Questionnaire, tmp_path: Path) -> Callable[..., Path]:
    """Writes a report's bytes to a file: ``written(response, language="fr", short=False)``."""

    def write(answers: Response, language: str = "fr", *, short: bool = False) -> Path:
        path = tmp_path / f"{answers.id}-{language}-{'short' if short else 'full'}.pdf"
        path.write_bytes(render(matter(questionnaire, answers, language), short=short)[0])
        return path

    return write


def verapdf(files: Sequence[Path], profiles: str = "ua1,3a") -> list[str]:
    """Lines of the validator that are not a PASS."""
    environment = {**os.environ, "PYTHON": sys.executable}
    command = [str(ROOT / "scripts/verapdf/verapdf"), profiles, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    lines = done.stdout.splitlines()
    if sum(" PASS" in line or " FAIL" in line or " ERROR" in line for line in lines) != len(files) * (
        profiles.count(",") + 1
    ):
        raise AssertionError(done.stdout + done.stderr)
    return [line for line in lines if " PASS" not in line]


def words(path: Path) -> str:
    """The text of a PDF as one line, single spaces."""
    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
