"""How answers are read: placements, readiness and numbers, in a closed vocabulary.

Nothing here is ever evaluated as an expression: a `Rule` is one test or a combination of tests, a `Term` one
member of a fuzzy conjunction. ``scoring`` gives them their meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, StrictBool, StrictInt

from maturity.questionnaire.base import Id, Lines, Model, Number, Words


class Rule(Model):
    """One yes/no test, or a combination. Exactly one subject; three-valued when answers are missing.

    Subjects: ``mean`` of items, level of a ``subdimension``, one ``item`` (a mean of one), a ``condition``'s
    membership, ``label`` of a placement (``placement:configuration``), another ``gate`` being met or unmet,
    or ``all_of`` / ``any_of`` other rules. ``not_applicable`` everywhere in its items makes a test false.
    """

    mean: tuple[Id, ...] | None = None
    subdimension: Id | None = None
    item: Id | None = None
    condition: Id | None = None
    label: str | None = None
    gate: Id | None = None
    state: Literal["met", "unmet"] = "met"
    all_of: tuple[Rule, ...] | None = None
    any_of: tuple[Rule, ...] | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    above: Number | None = None


class Calibration(Model):
    """Anchors of Ragin's (2008) direct method, in levels: memberships 0.05, 0.5, 0.95."""

    full_out: Number
    crossover: Number
    full_in: Number


class ConditionPart(Model):
    id: Id
    items: tuple[Id, ...] = Field(min_length=1)
    text: Words


class Condition(Model):
    """AND (minimum) of its parts; each part is the calibrated mean of its items."""

    id: Id
    name: Words
    question: Words
    parts: tuple[ConditionPart, ...] = Field(min_length=1)
    yes: Words
    no: Words
    unknown: Words


class Term(Model):
    """One member of a conjunction: a condition (``is``), its negation (``not``), or a disjunction (``any_of``)."""

    is_: Id | None = Field(default=None, alias="is")
    not_: Id | None = Field(default=None, alias="not")
    any_of: tuple[Term, ...] | None = None


class PortraitSection(Model):
    id: Id
    heading: Words
    lines: Lines = Field(min_length=1)


class Nuance(Model):
    """A second look at a configuration: the first whose rule is met gives an extra sentence."""

    id: Id
    when: Rule
    text: Words


class Configuration(Model):
    """A type or a mode: the fuzzy AND of ``all_of``. ``position`` orders it on the axis; None: no fixed place."""

    id: Id
    slug: Id
    name: Words
    position: Number | None = None
    position_label: Words | None = None
    all_of: tuple[Term, ...] = Field(min_length=1)
    short: Words
    portrait: Words
    role: Words | None = None  # who the people served are here: users of a service, citizens, co-inventors
    sections: tuple[PortraitSection, ...] = ()
    nuances: tuple[Nuance, ...] = ()
    tool_addition: StrictBool = False


class Screening(Model):
    """A profile answer that means: no label is proposed, this portrait instead."""

    question: Id
    answer: Id
    id: Id
    name: Words
    portrait: Words


class Axis(Model):
    low: Words
    high: Words
    note: Words | None = None


class Extent(Model):
    """Second coordinate of the continuum: mean of items, with at least ``min_valid`` answers."""

    name: Words
    items: tuple[Id, ...]
    min_valid: StrictInt


class PlacementMap(Model):
    """How the placement is drawn.

    ``plane``: two conditions, with an optional third that splits a corner; ``depth``: ordered configurations against
    the extent.
    """

    kind: Literal["plane", "depth"]
    x: Id | None = None
    y: Id | None = None
    split: Id | None = None


class Placement(Model):
    """A typology or a continuum: conditions, and configurations that partition their corners."""

    id: Id
    slug: Id
    name: Words
    intro: Words
    caution: Words
    label_noun: Words  # "type", "mode"
    conditions: tuple[Condition, ...] = Field(min_length=1)
    configurations: tuple[Configuration, ...] = Field(min_length=2)
    axis: Axis
    map: PlacementMap
    extent: Extent | None = None
    screening: Screening | None = None
    self_placement: Id | None = None  # profile question whose codes are the configurations' ids
    borderline: Words
    undetermined: Words
    role_heading: Words | None = None  # over the `role` of a configuration
    notes: Lines = ()


class Replacement(Model):
    """A stricter or looser reading of one configuration, put in its place (or beside, under a new id)."""

    placement: Id
    id: Id
    name: Words | None = None
    text: Words | None = None
    all_of: tuple[Term, ...] = Field(min_length=1)


class Variant(Model):
    """Another defensible way of counting; the report says in how many of them the label holds."""

    id: Id
    name: Words
    crossover: Number | None = None
    aggregate: Literal["mean", "median"] = "mean"
    replace: tuple[Replacement, ...] = ()


class Stability(Model):
    """Disturbed copies: each answer moves one level with ``probability`` (half each way), ``draws`` times."""

    draws: StrictInt
    probability: Number
    seed: StrictInt
    clear_from: Number
    likely_from: Number
    words: Mapping[Literal["clear", "likely", "uncertain"], Words]


class Scoring(Model):
    """Numbers that every formula shares."""

    calibration: Calibration
    min_subdimensions: StrictInt  # scorable sub-dimensions that a dimension's profile level needs
    secured_margin: Number  # secured level L: every scorable sub-dimension ≥ L − margin
    priorities: StrictInt  # how many
    max_flips: StrictInt  # answers that the smallest change may touch
    stability: Stability
    variants: tuple[Variant, ...] = ()


class NamedRule(Model):
    id: Id
    name: Words | None = None
    when: Rule
    text: Words


class Raises(Model):
    """Which items an action raises, and the level from which it is done."""

    items: tuple[Id, ...] = Field(min_length=1)
    until: StrictInt


class Gate(Model):
    """A readiness condition (kind ``gate``) or a point to watch (kind ``pattern``).

    ``advises``: sub-dimensions to work on while unmet, before those of the parts that fail.
    ``postpones``: sub-dimensions whose advice waits while unmet. ``ahead``: extra flag (see dossier G1).
    ``raises``: by number of a first action, which is no longer said once it is done; the others always are.
    """

    id: Id
    slug: Id
    kind: Literal["gate", "pattern"]
    title: Words
    explanation: Words
    caveat: Words
    claim: Literal["seed", "literature"]
    when: Rule
    states: Mapping[Literal["met", "unmet", "present", "absent", "unknown"], Words]
    first_actions: Lines = ()
    raises: Mapping[str, Raises] = Field(default_factory=dict)
    advises: tuple[Id, ...] = ()
    postpones: tuple[Id, ...] = ()
    ahead: NamedRule | None = None


class ScaleStage(Model):
    stage: StrictInt
    name: Words
    when: Rule


class Readiness(Model):
    scope_note: Words
    gates: tuple[Gate, ...]
    scale_stages: tuple[ScaleStage, ...] = ()
