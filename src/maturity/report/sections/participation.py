"""Who takes part: the grid of each project described, by name, upstream and downstream; and what became of trials."""

from __future__ import annotations

from maturity.questionnaire.model import Helix
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.styles import BODY
from maturity.scoring.result import ProjectResult


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("Who takes part")


def applies(matter: Matter) -> bool:
    """Whether there is anything to tell."""
    return matter.questionnaire.helix is not None or bool(matter.result.portfolio)


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    helix, tell = matter.questionnaire.helix, matter.voice.tell
    if helix is not None:
        composer.text(matter.text(helix.readings["not_scored"]) if "not_scored" in helix.readings else "")
        for number, project in enumerate(matter.result.projects):
            _project(matter, composer, helix, number, project)
        if not matter.result.projects:
            composer.text(
                tell(
                    "No project was described. Filling in the grid for one project takes five minutes, and shows who "
                    "is missing."
                )
            )
    if matter.result.portfolio:
        _portfolio(matter, composer)


def _project(matter: Matter, composer: Composer, helix: Helix, number: int, project: ProjectResult) -> None:
    from maturity.charts import helix as chart

    composer.picture(chart.picture(matter.questionnaire, matter.result, matter.voice.language, project=number))
    for sentence in readings(matter, helix, project):
        composer.text(sentence, BODY.but(after=3))
    composer.gap(8)


def readings(matter: Matter, helix: Helix, project: ProjectResult) -> list[str]:
    """What the grid shows, in sentences."""
    voice = matter.voice
    names = {family.id: matter.text(family.name) for family in helix.subsystems}
    lower = {key: name[:1].lower() + name[1:] for key, name in names.items()}
    said = []
    if project.answered == 0:
        return [voice.tell("The grid of this project is still empty.")]
    several = helix.readings.get("several")
    if len(project.involved) > 1 and several:
        said.append(matter.text(several).replace("{names}", voice.both([lower[key] for key in project.involved])))
    elif len(project.involved) == 1 and "one_subsystem" in helix.readings:
        said.append(matter.text(helix.readings["one_subsystem"]))
    if project.absent:
        said.append(
            voice.tell("Did not really contribute: {names}.", names=voice.both([lower[key] for key in project.absent]))
        )
    if project.government_share is not None and "concentration" in helix.readings:
        share = voice.number(project.government_share * 100, 0)
        said.append(matter.text(helix.readings["concentration"]).replace("{share}", share))
    if "civil_upstream" in helix.readings and _left_after_the_start(helix, project):
        said.append(matter.text(helix.readings["civil_upstream"]))
    said.append(_openness(matter, helix, project))
    return said


def _left_after_the_start(helix: Helix, project: ProjectResult) -> bool:
    """Whether civil society takes more part upstream than downstream, and none at all in some later stage."""
    later = [stage.id for stage in helix.stages if not stage.upstream]
    families = [family.id for family in helix.subsystems if family.role == "civil-society"]
    nowhere = any(project.cells.get(family, {}).get(stage) == 0 for family in families for stage in later)
    return project.civil_asymmetry > 0 and nowhere


def _openness(matter: Matter, helix: Helix, project: ProjectResult) -> str:
    """How open the stages before and after delivery are to others than public bodies."""
    voice = matter.voice

    def mean(*, upstream: bool) -> float:
        shares = [
            project.phase_openness[stage.id]
            for stage in helix.stages
            if stage.upstream is upstream and stage.id in project.phase_openness
        ]
        return sum(shares) / len(shares) if shares else 0.0

    return voice.tell(
        "Upstream, others than public bodies contribute in {before} of the cells; downstream, in {after}.",
        before=voice.percent(mean(upstream=True)),
        after=voice.percent(mean(upstream=False)),
    )


def _portfolio(matter: Matter, composer: Composer) -> None:
    voice = matter.voice
    for question in matter.questionnaire.profile:
        if question.kind == "counts":
            counts = [
                (matter.text(option.label), voice.number(matter.result.portfolio[option.code], 0))
                for option in question.options
                if option.code in matter.result.portfolio
            ]
            if counts:
                composer.heading(matter.text(question.text))
                composer.table((voice.tell("Trials"), voice.tell("How many")), counts, (75, 25), right=(1,))
