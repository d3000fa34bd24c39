"""What became of every item from one major version to the next, as ``crosswalk.toml`` says it. Pure.

`bridging` tells what may be compared across it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StrictBool

from maturity.questionnaire.base import Id, Model, Words

Relation = Literal["same", "reworded", "rescored", "split", "merged", "dropped", "new"]
PAIRED: tuple[Relation, ...] = ("same", "reworded", "rescored")  # one item each side
_BACK: Mapping[Relation, Relation] = {"split": "merged", "merged": "split", "dropped": "new", "new": "dropped"}


class Correspondence(Model):
    """What became of some items: ``before`` in the earlier version, ``after`` in this one.

    same, reworded, rescored: as many before as after, the first belonging to the first; split: one before; merged: one
    after; dropped: none after; new: none before.
    """

    relation: Relation
    before: tuple[Id, ...] = ()
    after: tuple[Id, ...] = ()
    comparable: StrictBool
    note: Words | None = None

    @property
    def each(self) -> tuple[Correspondence, ...]:
        """The same, one pair at a time where items are paired."""
        if self.relation not in PAIRED:
            return (self,)
        pairs = zip(self.before, self.after, strict=True)
        return tuple(self.model_copy(update={"before": (one,), "after": (other,)}) for one, other in pairs)

    def reversed(self) -> Correspondence:
        """As seen from the later version."""
        relation = _BACK.get(self.relation, self.relation)
        return self.model_copy(update={"relation": relation, "before": self.after, "after": self.before})


class Ruling(Model):
    """What the author states of a whole part, whatever follows from its items."""

    id: Id
    comparable: StrictBool
    note: Words


class Origin(Model):
    """The earlier version: answers to any of its minor versions are meant."""

    id: Id
    major: Annotated[int, Field(strict=True, ge=0, le=9999)]


class Crosswalk(Model):
    """From which version, and every item of both versions once."""

    from_: Origin = Field(alias="from")
    items: tuple[Correspondence, ...] = Field(min_length=1)
    subdimensions: tuple[Ruling, ...] = ()
    placements: tuple[Ruling, ...] = ()
    gates: tuple[Ruling, ...] = ()

    @property
    def each(self) -> tuple[Correspondence, ...]:
        """Every correspondence, paired items one by one."""
        return tuple(single for one in self.items for single in one.each)

    def reversed(self, later: Origin) -> Crosswalk:
        """From the later version back to the earlier one."""
        return self.model_copy(update={"from_": later, "items": tuple(one.reversed() for one in self.items)})


def major(version: str) -> int:
    """``2`` for ``2.1.0``."""
    return int(version.split(".", maxsplit=1)[0])
