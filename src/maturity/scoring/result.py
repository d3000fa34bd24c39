"""What the answers mean: ids and numbers only, frozen. Texts are looked up by id and language at the last moment.

``maturity score --json`` prints it, ``maturity schema result`` prints its JSON Schema, the report and the terminal
show it. Levels are on the item scale (1–k); memberships, shares and stabilities in 0–1. There is no overall score.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

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
    level: float | None = Field(
        description="Mean of the valid answers, 1 to k; null when fewer than half of the items asked were answered."
    )
    bounds: Interval = Field(description="Of the mean, over every way the missing answers could turn out.")
    median: float | None = Field(description="Median of the valid answers.")
    valid: int
    asked: int = Field(description='By the form, "not applicable" included.')
    indicative: bool = Field(description="The form asks only some of its items.")
    target: int | Literal["enough"] | None = Field(
        default=None, description='What the authority chose: a level to reach, or "enough", good enough for it.'
    )


class BlockResult(Model):
    """A dimension, or a practice block (then no profile and no secured level)."""

    id: str
    kind: Literal["dimension", "practice"]
    profile_level: float | None = Field(
        description="Geometric mean of the sub-dimensions; null when too few could be scored, and for practice blocks."
    )
    profile_bounds: Interval | None
    secured_level: int | None = Field(
        description="Weakest link: the highest level that every sub-dimension reaches, less a margin."
    )
    secured_is_upper_bound: bool = Field(
        description="A sub-dimension could not be scored: the secured level is at most this."
    )
    limited_by: tuple[str, ...] = Field(description="The lowest sub-dimension, or several when they tie.")
    dont_know_share: float = Field(description='Share of "don\'t know" among the items asked.')
    unanswered: int = Field(description="Items asked and left blank.")
    indicative: bool
    subdimensions: tuple[SubdimensionResult, ...]


class PartResult(Model):
    """Mean of a part's items, and whether it is above the crossover."""

    id: str
    mean: float | None
    bounds: Interval
    above: Known = Field(
        description="Whether the mean is above the crossover; unknown: missing answers could tip it, or exactly on it."
    )
    items: tuple[str, ...] = Field(description="Those the form asks.")


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
    label: str = Field(description="From the answers given, as `point_labels`.")
    labels: tuple[str, ...] = Field(
        default=(), description="After the change, over every way the missing answers could turn out."
    )


class StabilityResult(Model):
    """Share of disturbed copies that keep the label; ``runner_up`` is the label that most of the others take."""

    share: float = Field(description="Share of disturbed copies that keep the label (of a tie, its first label).")
    word: Literal["clear", "likely", "uncertain"]
    draws: int
    probability: float = Field(description="That an answer moves by one level, half each way.")
    seed: int
    shares: Mapping[str, float] = Field(description="Of every label reached.")


class OpenQuestion(Model):
    """A missing answer that could change the label, and what a level there would tell by itself."""

    item: str
    labels: tuple[str, ...] = Field(description="Those that can still come out, over all its levels.")
    settles: bool = Field(description="Whatever its level, one label remains.")
    narrows: bool = Field(description="Some of its levels rule out a label; else it tells only together with others.")


class PlacementResult(Model):
    """Where the answers stand on one placement.

    ``status``: determined (one label); borderline (all answers known, a tie); undetermined (missing answers leave
    several labels possible); screened-out (see `Screening`); suggested labels of a short form have ``stated`` false.
    """

    id: str
    status: Literal["determined", "borderline", "undetermined", "screened-out"]
    stated: bool = Field(description="False: the form only suggests a label.")
    label: str | None = Field(description="The one possible label; null when there are several, or none is proposed.")
    point_labels: tuple[str, ...] = Field(
        description="From the answers given, in the questionnaire's order; several in a tie."
    )
    possible_labels: tuple[str, ...] = Field(description="Over every way the missing answers could turn out.")
    runner_up: str | None
    memberships: Mapping[str, float | None] = Field(
        description="0 to 1 in each type or mode; null where part of a condition has no answer at all."
    )
    conditions: tuple[ConditionResult, ...]
    nuance: str | None
    position: float | None = Field(
        description="Display convention, 0 to 100 on the landmarks of an ordered placement; for data exports only."
    )
    extent: float | None = Field(description="Breadth of practice, a level.")
    extent_bounds: Interval | None
    stability: StabilityResult | None
    variants: tuple[VariantResult, ...] = Field(description="Other ways of counting that can touch this placement.")
    variants_held: int
    flips: tuple[Flip, ...] = Field(
        description="The smallest changes that would give another label: up to four of the same size."
    )
    missing_items: tuple[str, ...] = Field(description="Missing answers that could change the label.")
    open_questions: tuple[OpenQuestion, ...] = Field(
        default=(), description="The same, most useful first, with what each would tell."
    )
    self_placement: str | None = Field(description="What the respondent chose as most alike.")
    self_agrees: bool | None
    distance_label: str | None = Field(
        description="Nearest ideal type in Euclidean distance (Doty & Glick 1994), a check."
    )


class GateResult(Model):
    """A readiness condition or a point to watch.

    ``limiting``: the parts that fail (or could): ids of sub-dimensions, gates, or items joined by "+".
    ``items``: the ones whose answer would change the state.
    """

    id: str
    kind: Literal["gate", "pattern"]
    state: Literal["met", "unmet", "present", "absent", "unknown"]
    limiting: tuple[str, ...] = Field(
        description='What fails, or could: sub-dimensions, gates, conditions, or items joined by "+".'
    )
    items: tuple[str, ...] = Field(description="Whose answer would change the state.")
    indicative: bool = Field(description="The form asks only some of its items.")
    unasked: bool = Field(default=False, description="Unknown only because the form does not ask its questions.")
    ahead: Literal["present", "absent", "unknown"] | None = None


class ProjectResult(Model):
    """Indicators of one helix grid (dossier C). Shares in 0–1; None where nothing was answered."""

    name: str
    involved: tuple[str, ...]
    absent: tuple[str, ...]
    coverage: float = Field(description="Share of the families of actors that are involved.")
    depth: Mapping[str, float] = Field(description="Mean cell of each family of actors, as a share of the highest.")
    phase_openness: Mapping[str, float] = Field(
        description="By stage, share of the cells outside government that count as involved."
    )
    shared_power: float = Field(
        description="Share of the cells outside government that share the decision or the means."
    )
    government_share: float | None = Field(description="Of all involvement.")
    balance: float | None = Field(description="1: all families weigh the same; 0: one carries everything.")
    civil_asymmetry: int = Field(description="Civil society's cells before delivery minus those from delivery on.")
    answered: int = Field(description="Cells.")
    cells: Mapping[str, Mapping[str, int]]


class LegalResult(Model):
    """A reminder that applies to this profile.

    ``to-check``: the answer is below the level named, or missing; ``reminder``: no item goes with it.
    """

    country: str
    id: str
    state: Literal["to-check", "reminder"]
    item: str | None
    code: int | None = Field(description="The answer to the item: a level or a missing code.")


class Priority(Model):
    """One of the next actions, with why it was chosen."""

    rank: int
    recommendation: str
    subdimension: str
    level: float | None = Field(description="Of the sub-dimension, or of the failing part of the gate.")
    reason: Literal["target", "gate", "weakest"]
    gate: str | None = Field(description="Which unmet gate asks for it, also when the reason is a target.")
    advised: bool = Field(
        default=False, description="The gate advises it as a way to be met; it is not itself what fails."
    )
    target: int | None = Field(default=None, description="The level to reach that the authority chose.")
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
    program: str = Field(description="Name and version of the program that computed this.")
    questionnaire: Identity
    form: str
    edited_by_hand: bool  # the answers were changed outside the program; carried from the response
    other_texts: bool  # they were given to other texts under the same version, or to an earlier minor version
    counts: Counts
    sheet: Mapping[str, int] = Field(
        description="Level or missing code of every item: −6 not asked, −7 not applicable, −8 don't know, −9 blank."
    )
    blocks: tuple[BlockResult, ...]
    placements: tuple[PlacementResult, ...]
    gates: tuple[GateResult, ...]
    scale_stage: int | None = Field(description="How far trials have spread; null when missing answers leave it open.")
    projects: tuple[ProjectResult, ...]
    portfolio: Mapping[str, int]
    legal: tuple[LegalResult, ...]
    priorities: tuple[Priority, ...] = Field(description="The next actions, best first.")

    def placement(self, id: str) -> PlacementResult:
        """The placement of this id; KeyError when there is none."""
        return {placement.id: placement for placement in self.placements}[id]

    def block(self, id: str) -> BlockResult:
        """The block of this id; KeyError when there is none."""
        return {block.id: block for block in self.blocks}[id]
