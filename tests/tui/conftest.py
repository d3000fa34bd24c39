"""A workspace with a real questionnaire and real files, an app whose clock stands still, and what the screen shows."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from maturity.locale import set_language
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import load
from maturity.response.file import create
from maturity.response.model import Answer, Authority, Project, QuestionnaireUse, Respondent, Response
from maturity.tui.app import MaturityApp

NOW = datetime(2026, 11, 22, 10, 31, tzinfo=UTC)
Make = Callable[..., Path]


async def _idle(_least: float = 0, most: float = 1) -> None:
    """Until the process has done nothing for a while, looked at every 2 ms."""
    begun = time.monotonic()
    while time.monotonic() - begun < most:
        busy = time.process_time()
        await asyncio.sleep(0.002)
        if time.process_time() - busy < 0.0005:
            return


@pytest.fixture
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """For walks over all screens, three quarters of whose time is waiting: Textual looks only every 20 ms.

    Not for tests that press keys in a row on one screen: what a widget puts off until it is repainted is not there yet.
    """
    monkeypatch.setattr("textual.pilot.wait_for_idle", _idle)
    monkeypatch.setattr("textual.app.wait_for_idle", _idle)


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    set_language("fr")
    yield
    set_language(None)


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """The real one."""
    return load()


def new_response(questionnaire: Questionnaire, *, name: str = "Pau", form: str = "placement") -> Response:
    """A response to which nothing was answered."""
    return Response(
        id="019aa000-0000-7000-8000-000000000001",
        questionnaire=QuestionnaireUse(**questionnaire.identity.model_dump(), form=form),
        authority=Authority(country="FR", kind="commune", code="64445", name=name, population=75_627),
        respondent=Respondent(pseudonym="r1", role="management"),
        wave="2026",
        started=NOW,
        updated=NOW,
    )


def answered(response: Response, questionnaire: Questionnaire, *, level: int = 3, note: str = "") -> Response:
    """Every question answered, the levels going up and down around ``level``; ``note`` on the first item."""
    items = questionnaire.form(response.questionnaire.form).items
    answers = {item: Answer(level=level + (n % 3) - 1, language="fr") for n, item in enumerate(items)}
    answers[items[0]] = answers[items[0]].model_copy(update={"note": note, "evidence": note})
    helix = questionnaire.helix
    projects: tuple[Project, ...] = ()
    if helix is not None:
        cells = {
            row.id: {stage.id: (r + c) % 4 for c, stage in enumerate(helix.stages)}
            for r, row in enumerate(helix.subsystems)
        }
        projects = (Project(name=note or "Carte des travaux", cells=cells),)
    profile = {q.id: q.options[0].code for q in questionnaire.profile if q.filled_from is None and q.kind == "choice"}
    asked = [option for q in questionnaire.profile if q.kind == "counts" for option in q.options]
    counts = {option.code: 2 if option.part_of else 4 for option in asked}
    values = {"answers": answers, "helix": projects, "profile": profile, "portfolio": counts}
    return response.model_copy(update=values)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty workspace."""
    place = tmp_path / "assessments"
    place.mkdir()
    return place


@pytest.fixture
def make(folder: Path, questionnaire: Questionnaire) -> Make:
    """Writes an assessment into the workspace; ``full`` answers everything."""

    def make_file(*, name: str = "Pau", form: str = "placement", full: bool = False, note: str = "") -> Path:
        response = new_response(questionnaire, name=name, form=form)
        if full:
            response = answered(response, questionnaire, note=note)
        path = folder / "pau-2026" / "r1.toml"
        create(path, response)
        return path

    return make_file


def app(folder: Path, path: Path | None = None) -> MaturityApp:
    """The program, its clock standing still."""
    return MaturityApp(folder, path, clock=lambda: NOW)
