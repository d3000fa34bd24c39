"""The way, cut into single questions: a grid is asked cell by cell, the counts one by one. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maturity.answering.route import Step, question, steps

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.model import Response

Part = Literal["", "name", "cell", "second", "count"]


@dataclass(frozen=True)
class Place:
    """One question of the conversation: a step of the way, or a part of one."""

    step: Step
    part: Part = ""
    row: str = ""  # a family of actors, or a count
    column: str = ""  # a stage

    @property
    def key(self) -> str:
        """One string for undo; that of the step itself where it has no parts."""
        inner = "/".join(filter(None, (self.part, self.row, self.column)))
        return f"{self.step.key}#{inner}" if inner else self.step.key


def places(questionnaire: Questionnaire, response: Response) -> tuple[Place, ...]:
    """Every question, in the order of asking."""
    way = steps(questionnaire, response)
    last = max((step for step in way if step.kind == "helix"), key=lambda step: int(step.id), default=None)
    found: list[Place] = []
    for step in way:
        if step.kind == "helix":
            found += _grid(questionnaire, step, only=step is last and step.id == "0")
        elif step.kind == "counts":
            found += [Place(step, "count", option.code) for option in question(questionnaire, step.id).options]
        else:
            found.append(Place(step))
    return tuple(found)


def _grid(questionnaire: Questionnaire, step: Step, *, only: bool) -> Iterator[Place]:
    """Name, cells, and after the only project the offer of a second one."""
    yield Place(step, "name")
    if questionnaire.helix is not None:
        for row in questionnaire.helix.subsystems:
            for column in questionnaire.helix.stages:
                yield Place(step, "cell", row.id, column.id)
    if only:
        yield Place(step, "second")


def first_of(found: Sequence[Place], step: Step) -> int:
    """Where a step begins."""
    return next(n for n, place in enumerate(found) if place.step == step)


def find(found: Sequence[Place], key: str) -> int | None:
    """The place of this key, or of its step where that part is gone; None when that is gone, too."""
    names = [place.key for place in found]
    if key in names:
        return names.index(key)
    return next((n for n, place in enumerate(found) if place.step.key == key.partition("#")[0]), None)
