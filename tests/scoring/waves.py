"""Three waves of one invented authority, made of published cases."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import folders
from maturity.response.file import create
from maturity.response.model import Response
from maturity.response.naming import path_for

CASES = {case.id: case for folder in folders() if folder.parent.name == "cocreation" for case in read_cases(folder)}
YEARS = {"2022": "vaucastel", "2024": "val-ourlene", "2026": "wexcombe"}


def wave(questionnaire: Questionnaire, year: str, **changes: object) -> Response:
    """One of them."""
    given = response(CASES[YEARS[year]], questionnaire)
    authority = given.authority.model_copy(update={"name": "Val-d’Essai", "kind": "commune", "country": "FR"})
    when = datetime(int(year), 3, 1, tzinfo=UTC)
    own = {"id": year, "wave": year, "authority": authority, "started": when, "updated": when}
    return given.model_copy(update={**own, **changes})


def written(folder: Path, questionnaire: Questionnaire, *years: str) -> list[Path]:
    """Their files, as the program would have written them."""
    paths = []
    for year in years:
        given = wave(questionnaire, year)
        paths.append(path_for(folder, given))
        create(paths[-1], given)
    return paths
