"""Who takes part: the grid of each project described, who is in it, when, and who is absent; what became of trials."""

from __future__ import annotations

from maturity.questionnaire.model import Helix
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import families
from maturity.report.styles import CELL, LABEL, SMALL, STRONG
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold, Piece
from maturity.scoring.result import ProjectResult

_SHARES = (60, 40)  # the grid, and what it shows


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("Who takes part")


def applies(matter: Matter) -> bool:
    """Whether there is anything to tell."""
    return matter.questionnaire.helix is not None or bool(matter.result.portfolio)


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    helix, projects = matter.questionnaire.helix, matter.result.projects
    if helix is not None:
        composer.finding(families.finding(matter, helix))
        if not projects:
            _none(matter, composer, helix)
        for number, project in enumerate(projects):
            _project(matter, composer, helix, number, project)
    if helix is None or not projects:
        _trials(matter, composer)


def _none(matter: Matter, composer: Composer, helix: Helix) -> None:
    """What a grid would show."""
    tell, text = matter.voice.tell, matter.text
    names = matter.voice.both([families.inside(text(family.name)) for family in helix.subsystems])
    stages = matter.voice.both([families.inside(text(stage.name)) for stage in helix.stages])
    composer.text(
        tell(
            "Think of one project and fill in its grid: for each stage ({stages}), how far each family of actors took "
            "part ({names}). It takes five minutes, and shows at a glance who was there at the start, who came later "
            "and who could still be invited.",
            stages=stages,
            names=names,
        )
    )


def _project(matter: Matter, composer: Composer, helix: Helix, number: int, project: ProjectResult) -> None:
    from maturity.charts import helix as chart

    several = len(matter.result.projects) > 1
    with composer.together():
        first, *others = families.readings(matter, helix, project)
        if several:  # of one, name and finding stand at the head of the chapter
            composer.heading(project.name or matter.voice.say("Project without a name"))
            composer.text(first, STRONG)
        with composer.stack() as grid:
            questionnaire, result, width = matter.questionnaire, matter.result, composer.width_of(_SHARES, 0)
            language = matter.voice.language
            composer.picture(chart.picture(questionnaire, result, language, width=width, project=number), after=0)
        with composer.stack() as side:
            for sentence in others:
                composer.text(sentence, CELL.but(after=5))
            if number == 0 and "not_scored" in helix.readings:
                composer.text(matter.text(helix.readings["not_scored"]), SMALL)
            if number == len(matter.result.projects) - 1:
                _trials(matter, composer)
        composer.columns([grid, side], Ground(None, None, 0), shares=_SHARES, after=4)


def _trials(matter: Matter, composer: Composer) -> None:
    """How many trials, in a line: three figures need no table."""
    voice = matter.voice
    for question in matter.questionnaire.profile:
        counted = [
            (matter.text(option.label), matter.result.portfolio[option.code])
            for option in question.options
            if question.kind == "counts" and option.code in matter.result.portfolio
        ]
        if counted:
            composer.gap(10)
            composer.text(matter.text(question.text), LABEL)
            said: list[Piece] = []
            for label, n in counted:
                name = voice.tell("{name}:", name=families.inside(label))
                said += [f"{' · ' if said else ''}{name} ", Bold(voice.number(n, 0))]
            composer.text(said, CELL)
