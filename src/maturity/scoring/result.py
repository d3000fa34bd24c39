"""What the answers mean: ids and numbers only, frozen. Texts are looked up by id and language at the last moment.

``maturity score --json`` prints it, ``maturity schema result`` prints its JSON Schema, the report and the terminal
show it. Levels are on the item scale (1–k); memberships, shares and stabilities in 0–1. There is no overall score.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from maturity.questionnaire.base import Model
from maturity.questionnaire.model import Identity

SCHEMA = 1  # format of the result

Known = Literal["yes", "no", "unknown"]


class Interval(Model):
    """Exact bounds over every way the missing answers could turn out; low = high when none is missing."""

    low: float
    high: float


class SubdimensionResult(Model):
    """Mean of the valid items asked; None when fewer than half of them were answered."""

    id: str
    level: float | None
    bounds: Interval
    median: float | None
    valid: int
    asked: int  # by the form, "not applicable" included
    indicative: bool  # the form asks only some of its items


class BlockResult(Model):
    """A dimension, or a practice block (then no profile and no secured level)."""

    id: str
    kind: Literal["dimension", "practice"]
    profile_level: float | None  # geometric mean of the sub-dimensions
    profile_bounds: Interval | None
    secured_level: int | None  # weakest link
    secured_is_upper_bound: bool  # a sub-dimension could not be scored
    limited_by: tuple[str, ...]  # lowest sub-dimension(s)
    dont_know_share: float  # of the items asked; "don't know" only
    unanswered: int
    indicative: bool
    subdimensions: tuple[SubdimensionResult, ...]


class PartResult(Model):
    """Mean of a part's items, and whether it is above the crossover."""

    id: str
    mean: float | None
    bounds: Interval
    above: Known
    items: tuple[str, ...]  # those asked


class ConditionResult(Model):
    """Membership in a condition; ``passed`` is the plain yes/no test (every part above the crossover)."""

    id: str
    membership: float | None
    bounds: Interval
    passed: Known
    parts: tuple[PartResult, ...]


class VariantResult(Model):
    """The labels that another way of counting gives; ``holds``: the same as the main one's."""

    id: str
    labels: tuple[str, ...]
    holds: bool
    memberships: Mapping[str, float | None]


class Change(Model):
    item: str
    before: int
    after: int


class Flip(Model):
    """The fewest answers, each moved by one level, that would give another label."""

    changes: tuple[Change, ...]
    label: str


class StabilityResult(Model):
    """Share of disturbed copies that keep the label; ``runner_up`` is the label that most of the others take."""

    share: float
    word: Literal["clear", "likely", "uncertain"]
    draws: int
    probability: float
    seed: int
    shares: Mapping[str, float]  # every label reached, by id


class PlacementResult(Model):
    """Where the answers stand on one placement.

    ``status``: determined (one label); borderline (all answers known, a tie); undetermined (missing answers leave
    several labels possible); screened-out (see `Screening`); suggested labels of a short form have ``stated`` false.
    """

    id: str
    status: Literal["determined", "borderline", "undetermined", "screened-out"]
    stated: bool
    label: str | None
    point_labels: tuple[str, ...]  # from the answers given, in the order of the configurations
    possible_labels: tuple[str, ...]  # over every way the missing answers could turn out
    runner_up: str | None
    memberships: Mapping[str, float | None]  # None: a part of a condition has no answer at all
    conditions: tuple[ConditionResult, ...]
    nuance: str | None
    position: float | None  # display convention, 0–100 on the configurations' landmarks; for exports
    extent: float | None  # level
    extent_bounds: Interval | None
    stability: StabilityResult | None
    variants: tuple[VariantResult, ...]
    variants_held: int
    flips: tuple[Flip, ...]
    missing_items: tuple[str, ...]  # whose answers could change the label
    self_placement: str | None
    self_agrees: bool | None
    distance_label: str | None  # nearest corner in Euclidean distance (Doty & Glick 1994), a check


class GateResult(Model):
    """A readiness condition or a point to watch.

    ``limiting``: the parts that fail (or could): ids of sub-dimensions, gates, or items joined by "+".
    ``items``: the ones whose answer would change the state.
    """

    id: str
    kind: Literal["gate", "pattern"]
    state: Literal["met", "unmet", "present", "absent", "unknown"]
    limiting: tuple[str, ...]
    items: tuple[str, ...]
    indicative: bool
    ahead: Literal["present", "absent", "unknown"] | None = None


class ProjectResult(Model):
    """Indicators of one helix grid (dossier C). Shares in 0–1; None where nothing was answered."""

    name: str
    involved: tuple[str, ...]
    absent: tuple[str, ...]
    coverage: float
    depth: Mapping[str, float]
    phase_openness: Mapping[str, float]
    shared_power: float
    government_share: float | None
    balance: float | None
    civil_asymmetry: int
    answered: int
    cells: Mapping[str, Mapping[str, int]]


class LegalResult(Model):
    """A reminder that applies to this profile.

    ``to-check``: the answer is below the level named, or missing; ``reminder``: no item goes with it.
    """

    country: str
    id: str
    state: Literal["to-check", "reminder"]
    item: str | None
    code: int | None


class Priority(Model):
    """One of the next actions, with why it was chosen."""

    rank: int
    recommendation: str
    subdimension: str
    level: float | None
    reason: Literal["gate", "weakest"]
    gate: str | None  # which gate, for reason "gate"
    items: tuple[str, ...]
    indicative: bool


class Counts(Model):
    asked: int
    answered: int  # levels
    dont_know: int
    not_applicable: int
    blank: int


class Result(Model):
    """Everything computed from one response; reproducible from the response and the questionnaire alone."""

    schema_version: int = SCHEMA
    program: str
    questionnaire: Identity
    form: str
    counts: Counts
    sheet: Mapping[str, int]
    blocks: tuple[BlockResult, ...]
    placements: tuple[PlacementResult, ...]
    gates: tuple[GateResult, ...]
    scale_stage: int | None
    projects: tuple[ProjectResult, ...]
    portfolio: Mapping[str, int]
    legal: tuple[LegalResult, ...]
    priorities: tuple[Priority, ...]

    def placement(self, id: str) -> PlacementResult:
        """The placement of this id; KeyError when there is none."""
        return {placement.id: placement for placement in self.placements}[id]

    def block(self, id: str) -> BlockResult:
        """The block of this id; KeyError when there is none."""
        return {block.id: block for block in self.blocks}[id]
