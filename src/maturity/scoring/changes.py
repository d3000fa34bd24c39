"""What a comparison of two waves holds: ids, numbers and the crosswalk's notes, frozen. `comparison` makes it.

``maturity compare --json`` prints it, ``maturity schema comparison`` prints its JSON Schema. Levels are on the item
scale (1–k); memberships and shares in 0–1. There is no overall score, and so no overall change.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from maturity.questionnaire.base import Model, Words
from maturity.questionnaire.crosswalk import Correspondence
from maturity.questionnaire.model import Identity
from maturity.scoring.result import Interval

SCHEMA = 1  # format of the comparison

Side = Literal["before", "after", "both"]
Caution = Literal["form", "kind", "role", "short", "edited", "texts", "crosswalk"]


class WaveFacts(Model):
    """One of the two: when, who answered, what was asked."""

    wave: str
    kind: Literal["individual", "consensus"]
    role: str
    form: str
    questionnaire: Identity = Field(
        description="As the answers were given; the results are those of the one installed."
    )
    asked: int
    answered: int
    edited_by_hand: bool = Field(default=False, description="The answers were changed outside the program.")


class LevelChange(Model):
    """A level before and after. A difference within ``noise`` is not called a change."""

    id: str
    status: Literal["up", "down", "slight", "same", "cannot-tell", "not-comparable"] = Field(
        description="slight: within what answers shift by themselves; cannot-tell: missing answers could turn it round."
    )
    before: float | None
    after: float | None
    difference: float | None = Field(description="After minus before; null where not comparable.")
    bounds: Interval | None = Field(description="Of the difference, over every way missing answers could turn out.")
    noise: float | None = Field(
        description="Differences up to this are expected in about 95 of 100 pairs of waves in which nothing changed."
    )
    other_items: bool = Field(description="Not the same questions were asked both times: indicative.")
    reason: Literal["crosswalk", "not-asked", "few-answers"] | None = Field(description="Why not comparable.")
    side: Side | None = Field(description="On which side answers are lacking.")
    notes: tuple[Words, ...] = Field(description="What the crosswalk says of it.")


class BlockChange(Model):
    """A dimension (``level``: its profile level), or a practice block (then none)."""

    id: str
    kind: Literal["dimension", "practice"]
    level: LevelChange | None
    secured_before: int | None
    secured_after: int | None
    secured_before_at_most: bool = Field(default=False, description="Missing answers: at most this level.")
    secured_after_at_most: bool = Field(default=False, description="Missing answers: at most this level.")
    subdimensions: tuple[LevelChange, ...]


class Standpoint(Model):
    """Where one wave stands on a placement."""

    status: Literal["determined", "borderline", "undetermined", "screened-out"]
    labels: tuple[str, ...] = Field(description="The one label, or all that remain possible; none when screened out.")
    stated: bool = Field(description="False: the form only suggests a label.")
    word: Literal["clear", "likely", "uncertain"] | None = Field(description="How firm the label is.")
    memberships: Mapping[str, float | None]


class PlacementChange(Model):
    """Label before and after, and whether that is a change."""

    id: str
    status: Literal["same", "changed", "perhaps", "noise", "cannot-tell", "not-comparable"] = Field(
        description="perhaps: likely, not clear; noise: small shifts of the answers explain it; "
        "cannot-tell: missing answers leave a common label open."
    )
    before: Standpoint
    after: Standpoint
    share: float | None = Field(
        description="Share of pairs of disturbed copies, one of each wave, in which this very change comes out."
    )
    other_items: bool
    notes: tuple[Words, ...]


class GateChange(Model):
    """A readiness condition or a point to watch, before and after."""

    id: str
    kind: Literal["gate", "pattern"]
    status: Literal["same", "changed", "cannot-tell", "not-comparable"]
    before: str
    after: str
    notes: tuple[Words, ...]


class ItemChange(Model):
    """An answer that is another one than before; ``item`` as it is called now."""

    item: str
    earlier: str = Field(description="What the item was called before.")
    before: int
    after: int


class Comparison(Model):
    """Two waves of one authority."""

    schema_version: int = SCHEMA
    program: str
    before: WaveFacts
    after: WaveFacts
    cautions: tuple[Caution, ...] = Field(description="What differs between the two besides the answers.")
    blocks: tuple[BlockChange, ...]
    placements: tuple[PlacementChange, ...]
    gates: tuple[GateChange, ...]
    items: tuple[ItemChange, ...] = Field(description="Answers that changed, the largest change first.")
    items_compared: int = Field(description="Items with a level both times that may be compared.")
    rewritten: tuple[Correspondence, ...] = Field(description="What became of items that are not the same as before.")

    @property
    def moved(self) -> tuple[LevelChange, ...]:
        """Sub-dimensions that went up or down, the largest difference first."""
        every = [one for block in self.blocks for one in block.subdimensions if one.status in ("up", "down")]
        return tuple(sorted(every, key=lambda one: -abs(one.difference or 0.0)))

    @property
    def refused(self) -> tuple[LevelChange, ...]:
        """Sub-dimensions that may not be compared."""
        return tuple(s for block in self.blocks for s in block.subdimensions if s.status == "not-comparable")


class Comparisons(Model):
    """Several waves, each held against the one before it."""

    comparisons: tuple[Comparison, ...]
