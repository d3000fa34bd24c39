"""What the grid of a project shows, in sentences: who contributed, when, who is absent. By name, not by number."""

from __future__ import annotations

from collections.abc import Iterable

from maturity.questionnaire.model import Helix
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.scoring.result import ProjectResult

_NAMED = 3  # families told by name where they are all there are
_NAME = 90  # characters of a project's name in the finding


def finding(matter: Matter, helix: Helix) -> str:
    """Of one project, by name, who contributed; of several, who did in all of them; or that there is none yet."""
    voice, projects = matter.voice, [project for project in matter.result.projects if project.answered]
    if not matter.result.projects:
        return voice.tell("No project was described: who takes part cannot be shown yet.")
    if len(matter.result.projects) == 1:
        project = matter.result.projects[0]
        name = phrases.clipped(project.name, _NAME) or voice.say("Project without a name")
        first = inside(readings(matter, helix, project)[0])
        return voice.tell("“{project}”: {finding}", project=name, finding=first)
    always = [family.id for family in helix.subsystems if all(family.id in project.involved for project in projects)]
    if not always or not projects:
        return voice.tell("No family of actors really contributed to every project described.")
    return voice.tell("Really contributed to every project described: {names}.", names=names(matter, helix, always))


def readings(matter: Matter, helix: Helix, project: ProjectResult) -> list[str]:
    """What the grid shows: who contributed first, then when, who shares the decision, who is absent."""
    if project.answered == 0:
        return [matter.voice.tell("The grid of this project is still empty.")]
    said = [
        _involved(matter, helix, project),
        _helix(matter, helix, project),
        *_when(matter, helix, project),
        _left(matter, helix, project),
        _shared(matter, helix, project),
        *_absent(matter, helix, project),
        _concentration(matter, helix, project),
    ]
    return [sentence for sentence in said if sentence]


def names(matter: Matter, helix: Helix, ids: Iterable[str]) -> str:
    """Families by name, in the questionnaire's order, as inside a sentence; all of them in one word."""
    wanted = set(ids)
    if len(wanted) == len(helix.subsystems) > _NAMED:
        return matter.voice.tell("all {count} families of actors", count=matter.voice.spelled(len(wanted)))
    return matter.voice.both([inside(matter.text(one.name)) for one in helix.subsystems if one.id in wanted])


def inside(name: str) -> str:
    """A name without the capital of its start."""
    return name[:1].lower() + name[1:]


def _involved(matter: Matter, helix: Helix, project: ProjectResult) -> str:
    if not project.involved:
        return matter.voice.tell("No family of actors really contributed to this project.")
    if len(project.involved) == 1 and "one_subsystem" in helix.readings:
        only = names(matter, helix, project.involved)
        return (
            f"{matter.text(helix.readings['one_subsystem']).rstrip('.')}{matter.voice.tell(': {names}.', names=only)}"
        )
    several = helix.readings.get("several")
    told = names(matter, helix, project.involved)
    return matter.text(several).replace("{names}", told) if several else ""


def _helix(matter: Matter, helix: Helix, project: ProjectResult) -> str:
    """The researchers' word, only where the families involved are exactly the first ones (dossier, C)."""
    n = len(project.involved)
    reading = helix.readings.get(f"first-{n}")
    nested = {family.id for family in helix.subsystems[:n]} == set(project.involved)
    return matter.text(reading) if reading and nested else ""


def _when(matter: Matter, helix: Helix, project: ProjectResult) -> list[str]:
    """Who contributed before delivery, and who from there on."""
    tell = matter.voice.tell
    before, after = (_reaching(helix, project, helix.involved_from, upstream=side) for side in (True, False))
    if before == after:
        return [tell("That holds upstream and downstream alike.")] if before else []
    return [
        _side(matter, helix, before, tell("Upstream ({stages}): {names}."), upstream=True),
        _side(matter, helix, after, tell("Downstream ({stages}): {names}."), upstream=False),
    ]


def _side(matter: Matter, helix: Helix, ids: list[str], pattern: str, *, upstream: bool) -> str:
    stages = ", ".join(inside(matter.text(stage.name)) for stage in helix.stages if stage.upstream is upstream)
    return pattern.format(stages=stages, names=names(matter, helix, ids) or matter.voice.tell("nobody"))


def _reaching(helix: Helix, project: ProjectResult, least: int, *, upstream: bool | None = None) -> list[str]:
    """Families with at least this code in a stage of this side (None: of any)."""
    stages = [stage.id for stage in helix.stages if upstream is None or stage.upstream is upstream]
    return [
        family.id
        for family in helix.subsystems
        if any(project.cells.get(family.id, {}).get(stage, 0) >= least for stage in stages)
    ]


def _left(matter: Matter, helix: Helix, project: ProjectResult) -> str:
    """Whether civil society takes more part upstream than downstream, and none at all in some later stage."""
    later = [stage.id for stage in helix.stages if not stage.upstream]
    civil = [family.id for family in helix.subsystems if family.role == "civil-society"]
    nowhere = any(project.cells.get(family, {}).get(stage) == 0 for family in civil for stage in later)
    reading = helix.readings.get("civil_upstream")
    return matter.text(reading) if reading and project.civil_asymmetry > 0 and nowhere else ""


def _shared(matter: Matter, helix: Helix, project: ProjectResult) -> str:
    """Who besides public bodies shares the decision or the means, in the words of the highest code."""
    told = []
    for cells, labels in helix.cell_labels.items():
        highest = len(labels) - 1
        most = set(_reaching(helix, project, highest))
        found = [
            family.id
            for family in helix.subsystems
            if family.cells == cells and family.id in most and family.role != "government"
        ]
        if found:
            label = matter.text(labels[highest])
            told.append(matter.voice.tell("{label}: {names}.", label=label, names=names(matter, helix, found)))
    return " ".join(told)


def _absent(matter: Matter, helix: Helix, project: ProjectResult) -> list[str]:
    """Who did not really contribute, by the most that they came to, in the words of the grid."""
    groups: dict[tuple[int, str], list[str]] = {}
    for family in helix.subsystems:
        codes = project.cells.get(family.id, {}).values()
        if family.id in project.absent and codes:
            label = matter.text(helix.cell_labels[family.cells][max(codes)])
            groups.setdefault((max(codes), label), []).append(family.id)
    tell = matter.voice.tell
    return [
        (tell("{label}, no more: {names}.") if code else tell("{label}: {names}.")).format(
            label=label, names=names(matter, helix, ids)
        )
        for (code, label), ids in sorted(groups.items(), reverse=True)
    ]


def _concentration(matter: Matter, helix: Helix, project: ProjectResult) -> str:
    reading = helix.readings.get("concentration")
    if project.government_share is None or reading is None:
        return ""
    share = matter.voice.number(project.government_share * 100, 0)
    return matter.text(reading).replace("{share}", share)
