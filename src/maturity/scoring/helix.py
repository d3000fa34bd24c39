"""Who takes part in a project, and how far: indicators of the actor × stage grid. They enter no level."""

from __future__ import annotations

from collections.abc import Mapping

from maturity.questionnaire.model import Helix
from maturity.response.model import Project
from maturity.scoring.result import ProjectResult
from maturity.scoring.rounding import known

Cells = Mapping[str, Mapping[str, int]]


def project_result(helix: Helix, project: Project) -> ProjectResult | None:
    """Indicators of one project, None when its grid is empty. A cell without an answer counts nowhere."""
    cells = {
        subsystem.id: {stage.id: row[stage.id] for stage in helix.stages if stage.id in row}
        for subsystem in helix.subsystems
        if (row := project.cells.get(subsystem.id))
    }
    cells = {subsystem: row for subsystem, row in cells.items() if row}
    if not cells:
        return None
    tops = {s.id: len(helix.cell_labels[s.cells]) - 1 for s in helix.subsystems}
    involved = tuple(name for name, row in cells.items() if max(row.values()) >= helix.involved_from)
    others = {s.id for s in helix.subsystems if s.role != "government"}
    outside = [(level, tops[name]) for name, row in cells.items() if name in others for level in row.values()]
    return ProjectResult(
        name=project.name,
        involved=involved,
        absent=tuple(name for name in cells if name not in involved),
        coverage=known(len(involved) / len(helix.subsystems)),
        depth={name: known(sum(row.values()) / len(row) / tops[name]) for name, row in cells.items()},
        phase_openness=_openness(helix, cells, others),
        shared_power=known(_share(sum(level == top for level, top in outside), len(outside)) or 0.0),
        government_share=_government_share(helix, cells),
        balance=_balance(helix, cells),
        civil_asymmetry=_asymmetry(helix, cells),
        answered=sum(map(len, cells.values())),
        cells=cells,
    )


def _openness(helix: Helix, cells: Cells, others: set[str]) -> dict[str, float]:
    """For each stage, the share of the cells outside government that count as involved."""
    found = {}
    for stage in helix.stages:
        column = [row[stage.id] for name, row in cells.items() if name in others and stage.id in row]
        if column:
            found[stage.id] = known(sum(level >= helix.involved_from for level in column) / len(column))
    return found


def _government_share(helix: Helix, cells: Cells) -> float | None:
    government = {s.id for s in helix.subsystems if s.role == "government"}
    share = _share(sum(sum(row.values()) for name, row in cells.items() if name in government), _total(cells))
    return None if share is None else known(share)


def _balance(helix: Helix, cells: Cells) -> float | None:
    """1 when all families weigh the same, 0 when one carries everything: 1 − (largest share − 1/k) / (1 − 1/k)."""
    largest, even = _share(max(sum(row.values()) for row in cells.values()), _total(cells)), 1 / len(helix.subsystems)
    return None if largest is None else known(1 - (largest - even) / (1 - even))


def _asymmetry(helix: Helix, cells: Cells) -> int:
    """Civil society's cells before delivery minus those from delivery on."""
    civil = {s.id for s in helix.subsystems if s.role == "civil-society"}
    sign = {stage.id: 1 if stage.upstream else -1 for stage in helix.stages}
    return sum(sign[stage] * level for name, row in cells.items() if name in civil for stage, level in row.items())


def _total(cells: Cells) -> int:
    return sum(sum(row.values()) for row in cells.values())


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
