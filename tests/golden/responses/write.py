"""Write response files as the installed program writes them: ``python write.py FOLDER``. See README.md."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from maturity.questionnaire.reading import load
from maturity.response.file import OpenResponse, create
from maturity.response.model import Answer, Authority, Project, QuestionnaireUse, Respondent, Response

BEGUN = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
NOTED = Answer(
    level=2,
    confidence=3,
    note='Deux lignes :\n« la seconde », "citée"',
    evidence="Délibération nº 12",
    language="fr",
)


def answer(number: int) -> Answer:
    """All kinds of answers in turn."""
    if number % 11 == 10:
        return Answer(missing="dont-know")
    if number % 13 == 12:
        return Answer(missing="refused", note="Sans avis ici")
    odd = number % 2
    return Answer(level=1 + number % 3, confidence=1 + number % 3 if odd else None, language="fr" if odd else "en")


def made(form: str, number: int) -> Response:
    """A response with all that the format knows; the same each time."""
    questionnaire = load()
    role = next(one for one in questionnaire.profile if one.filled_from == "role").options[0].code
    items = next(one for one in questionnaire.forms if one.id == form).items
    answers = {item: answer(place) if place else NOTED for place, item in enumerate(items)}
    response = Response(
        schema=1,
        id=f"019ab0c2-7c00-7000-8000-{number:012}",
        questionnaire=QuestionnaireUse(**questionnaire.identity.model_dump(), form=form),
        authority=Authority(country="FR", kind="commune", code="64445", name="Pau", population=80441),
        respondent=Respondent(pseudonym="r1", role=role),
        wave="2026",
        started=BEGUN,
        updated=BEGUN,
        answers=answers,
    )
    if form != "full":
        return response
    projects = (
        Project(name="Jardin partagé", cells={"H-civ": {"define": 1, "design": 3}, "H-gov": {"define": 3}}),
        Project(name="Budget participatif", cells={"H-gov": {"deliver": 2}}),
    )
    portfolio = {"started": 4, "stopped": 0, "turned_into_services": 1}
    targets: dict[str, object] = {"N1": 4, "T4": "enough"}
    return response.model_copy(update={"helix": projects, "portfolio": portfolio, "targets": targets})


def main(folder: Path) -> None:
    """One file for each form, saved twice."""
    for number, form in enumerate(("full", "placement", "short"), 1):
        path = folder / f"{form}.toml"
        create(path, made(form, number))
        with OpenResponse.open(path) as session:
            session.save(session.response, lambda: BEGUN.replace(minute=31))
    for beside in (*folder.glob(".*"), *folder.glob("*.previous")):
        beside.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
