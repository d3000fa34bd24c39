"""Invented authorities as files, and the states that results can be in."""

from __future__ import annotations

from pathlib import Path

from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import DEFAULT, folder_of
from maturity.response.file import create
from maturity.response.model import Response
from tests.tui.conftest import new_response


def example(questionnaire: Questionnaire, case: str) -> Response:
    """The invented authority of this id."""
    found = {one.id: one for one in read_cases(folder_of(DEFAULT))}
    return response(found[case], questionnaire)


def states(questionnaire: Questionnaire) -> dict[str, Response]:
    """One response for each thing that results can say of a placement, and one without any answer."""
    determined = example(questionnaire, "val-ourlene")
    screening = next(one.screening for one in questionnaire.placements if one.screening is not None)
    assert screening is not None
    profile = {**determined.profile, screening.question: screening.answer}
    return {
        "determined": determined,
        "borderline": example(questionnaire, "ondelle"),
        "undetermined": example(questionnaire, "pays-ervance"),
        "screened-out": determined.model_copy(update={"profile": profile}),
        "empty": new_response(questionnaire, form="full"),
    }


def kept(folder: Path, given: Response) -> Path:
    """The response as a file of the workspace."""
    path = folder / "example-2026" / "r1.toml"
    create(path, given)
    return path
