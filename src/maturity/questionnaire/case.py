"""One case as data: an answer sheet, and what it must give. Unknown keys are errors, as everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt, StringConstraints

from maturity.questionnaire.base import Id, Language, Model, Number, Words
from maturity.response.model import Missing

Level = Annotated[int, Field(strict=True, ge=1, le=9)]
Unscorable = Literal["not scorable"]  # TOML has no "nothing"
Figure = StrictInt | Number | Unscorable
Bounds = tuple[Number, Number]


class CaseAuthority(Model):
    """The invented authority of a case."""

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    kind: Id
    name: str
    population: StrictInt | None = None


class CaseProject(Model):
    """A named project in the helix grid."""

    project: Words
    cells: Mapping[Id, Mapping[Id, Annotated[int, Field(strict=True, ge=0, le=3)]]]


class ExpectedDimension(Model):
    """What a dimension must come to."""

    profile_level: Figure | None = None
    secured_level: StrictInt | None = None
    secured_is_upper_bound: StrictBool | None = None
    limited_by: tuple[Id, ...] | None = None
    dont_know_share: Number | None = None


class ExpectedVariant(Model):
    """What another way of counting must give."""

    labels: tuple[Id, ...] | None = None
    memberships: Mapping[Id, Figure] = {}


class ExpectedPlacement(Model):
    """Where the answers must be placed."""

    status: Literal["determined", "borderline", "undetermined", "screened-out"] | None = None
    label: Id | None = None
    point_labels: tuple[Id, ...] | None = None
    possible_labels: tuple[Id, ...] | None = None
    runner_up: Id | None = None
    nuance: Id | None = None
    memberships: Mapping[Id, Figure] = {}
    position: Figure | None = None
    extent: Figure | None = None
    stability: Number | None = None
    variants: Mapping[Id, ExpectedVariant] = {}


class ExpectedGate(Model):
    """The state a readiness condition or a point to watch must have."""

    state: Literal["met", "unmet", "present", "absent", "unknown"]
    limiting: tuple[str, ...] | None = None
    ahead: Literal["present", "absent", "unknown"] | None = None


class ExpectedProject(Model):
    """Indicators of a helix grid."""

    involved: tuple[Id, ...] | None = None
    coverage: Number | None = None
    depth: Mapping[Id, Number] = {}
    phase_openness: Mapping[Id, Number] = {}
    shared_power: Number | None = None
    government_share: Number | None = None
    balance: Number | None = None
    civil_asymmetry: StrictInt | None = None


class Expected(Model):
    """Everything that a case may compare; what is left out is free."""

    subdimensions: Mapping[Id, Figure] = {}
    subdimension_bounds: Mapping[Id, Bounds] = {}
    dimensions: Mapping[Id, ExpectedDimension] = {}
    parts: Mapping[Id, Figure] = {}
    conditions: Mapping[Id, Figure] = {}
    condition_bounds: Mapping[Id, Bounds] = {}
    placements: Mapping[Id, ExpectedPlacement] = {}
    gates: Mapping[Id, ExpectedGate] = {}
    scale_stage: StrictInt | None = None
    projects: tuple[ExpectedProject, ...] = ()


class Case(Model):
    """One answer sheet and what it must give. ``every``: the level of all items that ``answers`` does not name."""

    id: Id
    name: Annotated[str, Field(min_length=1, max_length=300)]
    focus: str
    form: Id
    note: Words | None = None
    story: Words | None = None
    demo: tuple[Language, ...] = ()  # the languages in which this one is shown first
    authority: CaseAuthority | None = None
    profile: Mapping[Id, Id] = {}
    every: Level | None = None
    answers: Mapping[Id, Level | Missing] = {}
    helix: tuple[CaseProject, ...] = ()
    portfolio: Mapping[Id, Annotated[int, Field(strict=True, ge=0)]] = {}
    expected: Expected
