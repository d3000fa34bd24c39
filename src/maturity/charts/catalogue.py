"""Which pictures a result gives, and how to draw each by name: the one list for report, terminal and gallery."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib import import_module

from maturity.charts.medium import PRINT, Medium
from maturity.charts.picture import Picture
from maturity.charts.stability import tried
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Result


@dataclass(frozen=True)
class Entry:
    """One picture of a result: its name (also for a file), its module, and what it is of."""

    name: str
    module: str
    of: dict[str, str | int] = field(default_factory=dict)

    def draw(
        self, questionnaire: Questionnaire, result: Result, language: str, *, width: float = 460, medium: Medium = PRINT
    ) -> Picture:
        """The picture, laid out for a medium."""
        module = import_module(f"maturity.charts.{self.module}")
        drawn: Picture = module.picture(questionnaire, result, language, width=width, medium=medium, **self.of)
        return drawn


_MAPS = {"plane": "typology", "depth": "continuum"}


def entries(questionnaire: Questionnaire, result: Result) -> tuple[Entry, ...]:
    """Every picture that this result has data for, in the order of a report."""
    found = []
    for placement in questionnaire.placements:
        of: dict[str, str | int] = {"placement": placement.id}
        found.append(Entry(f"map-{placement.id}", _MAPS[placement.map.kind], of))
        found.append(Entry(f"conditions-{placement.id}", "conditions", of))
        if tried(result.placement(placement.id)):
            found.append(Entry(f"stability-{placement.id}", "stability", of))
    if any(block.kind == "dimension" for block in questionnaire.blocks):
        found.append(Entry("profile", "profile"))
    if questionnaire.helix is not None:
        found += [Entry(f"helix-{number + 1}", "helix", {"project": number}) for number in range(len(result.projects))]
    if any(gate.kind == "gate" for gate in questionnaire.readiness.gates):
        found.append(Entry("readiness", "readiness"))
    if result.priorities:
        found.append(Entry("agenda", "agenda"))
    return tuple(found)
