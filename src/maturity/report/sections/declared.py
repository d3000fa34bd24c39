"""What was told besides the questions with levels: profile, counts, the respondent's own view, projects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from maturity.questionnaire.model import Helix, ProfileQuestion, Subsystem
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import entries, families, phrases
from maturity.report.sections.entries import ANSWER, QUESTION, Entry
from maturity.report.styles import MUTED
from maturity.report.words import Bold, Quiet, Said
from maturity.response.model import Missing, Project


def missing(matter: Matter, reason: Missing) -> Said:
    """Why there is no answer, in italics."""
    labels = matter.questionnaire.wording.missing_labels
    return Quiet(phrases.capital(matter.text(labels[reason])) + ".", MUTED, italic=True)


def profile(matter: Matter, composer: Composer, when: Literal["before", "after"], heading: str) -> None:
    """The questions asked before or after those with levels, and what was answered."""
    rows = [_row(matter, question) for question in matter.questionnaire.profile if question.asked == when]
    if rows:
        composer.heading(heading)
        entries.table(composer, rows)


def _row(matter: Matter, question: ProfileQuestion) -> Entry:
    told = _counted(matter, question) if question.kind == "counts" else _chosen(matter, question)
    return (QUESTION, matter.text(question.text)), [(ANSWER, told or missing(matter, "refused"))]


def _counted(matter: Matter, question: ProfileQuestion) -> str:
    found, voice = matter.response.portfolio, matter.voice
    return ", ".join(
        voice.tell("{name}: {value}", name=matter.text(option.label), value=voice.number(found[option.code], 0))
        for option in question.options
        if option.code in found
    )


def _chosen(matter: Matter, question: ProfileQuestion) -> str:
    """What was chosen, in its words; some of it the file holds itself, so that it is not asked twice."""
    authority = matter.response.authority
    if question.filled_from == "population":
        return "" if authority.population is None else matter.voice.number(authority.population, 0)
    filled = {"country": authority.country, "kind": authority.kind, "role": matter.response.respondent.role}
    code = filled[question.filled_from] if question.filled_from else matter.response.profile.get(question.id, "")
    return next((matter.text(option.label) for option in question.options if option.code == code), code)


def projects(matter: Matter, composer: Composer) -> None:
    """The grid of each project, cell by cell."""
    helix = matter.questionnaire.helix
    if helix is None or not matter.response.helix:
        return
    composer.heading(matter.text(helix.question))
    for kind in dict.fromkeys(family.cells for family in helix.subsystems):
        codes = [
            f"{code}\u00a0{families.inside(matter.text(label))}" for code, label in enumerate(helix.cell_labels[kind])
        ]
        composer.text(" · ".join(codes), QUESTION.but(after=2, keep_with_next=True))
    for project in matter.response.helix:
        composer.heading(project.name or matter.voice.say("Project without a name"), 3)
        entries.table(composer, [_family(matter, helix, project, family) for family in helix.subsystems])


def _family(matter: Matter, helix: Helix, project: Project, family: Subsystem) -> Entry:
    cells: Mapping[str, int] = project.cells.get(family.id, {})
    unknown = matter.voice.say("not answered")
    told = [f"{families.inside(matter.text(stage.name))}\u00a0{cells.get(stage.id, unknown)}" for stage in helix.stages]
    return (QUESTION, Bold(matter.text(family.name))), [(ANSWER, " · ".join(told))]
