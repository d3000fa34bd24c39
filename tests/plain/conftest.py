"""Files to answer, and a person who types lines into a conversation and hears all of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from maturity.locale import set_language
from maturity.plain.conversation import converse
from maturity.plain.voice import Voice
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import load
from maturity.response.file import create
from maturity.response.model import Authority, QuestionnaireUse, Respondent, Response

NOW = datetime(2026, 11, 22, 10, 31, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    set_language("fr")
    yield
    set_language(None)


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """The real one."""
    return load()


def response_to(questionnaire: Questionnaire, *, name: str = "Pau", form: str | None = None) -> Response:
    """A response to which nothing was answered."""
    codes = {asked.filled_from: [option.code for option in asked.options] for asked in questionnaire.profile}
    kinds = codes.get("kind", ["other"])
    use = QuestionnaireUse(**questionnaire.identity.model_dump(), form=form or questionnaire.default_form)
    return Response(
        id="019aa000-0000-7000-8000-000000000001",
        questionnaire=use,
        authority=Authority(
            country="FR", kind="commune" if "commune" in kinds else kinds[0], code="64445", name=name, population=75_627
        ),
        respondent=Respondent(pseudonym="r1", role=codes.get("role", ["other"])[0]),
        wave="2026",
        started=NOW,
        updated=NOW,
    )


@pytest.fixture
def path(tmp_path: Path, questionnaire: Questionnaire) -> Path:
    """A file to which nothing was answered."""
    file = tmp_path / "pau-2026" / "r1.toml"
    create(file, response_to(questionnaire))
    return file


def clock(step: float = 20.0) -> Callable[[], float]:
    """A clock on which every look costs some seconds."""
    now = [0.0]

    def seconds() -> float:
        now[0] += step
        return now[0]

    return seconds


def converse_with(
    path: Path, lines: Iterable[str], *, language: str = "fr", width: int = 80, read_only: bool = False
) -> tuple[int, str]:
    """Type these lines, then nothing more; the exit code and all that was said, with what was typed."""
    typed, sink = iter(lines), io.StringIO()

    def listen(_prompt: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    set_language(language)
    code = converse(path, Voice(sink, listen, width=width, echo=True), clock=clock(), read_only=read_only)
    return code, sink.getvalue()


def said(path: Path, *lines: str, language: str = "fr") -> str:
    """All that was said, the folding of lines undone."""
    return " ".join(converse_with(path, lines, language=language)[1].split())
