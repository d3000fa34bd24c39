"""What is asked: the questionnaire as frozen data.

Pure: no file, clock, screen. ``reading`` makes these values from TOML, ``checking`` looks at what crosses
several files. Every text is a ``Words``: one string a language (``{"fr": …, "en": …}``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool, StrictInt, StringConstraints

from maturity.questionnaire.advice import Advice, GlossaryEntry, Legal, Source
from maturity.questionnaire.base import Id, Language, Levels, Model, Sentence, Version, Words
from maturity.questionnaire.rules import Placement, Readiness, Scoring


class Item(Model):
    """One question with its anchored levels, lowest first."""

    id: Id
    slug: Id
    subdimension: Id
    name: Words | None = None  # a few words for it, where the whole question would be too long
    stem: Words
    levels: Levels
    why: Words
    evidence: Words
    not_applicable_when: Words | None = None  # given = "not applicable" may be answered
    sources: tuple[Id, ...] = ()
    links: tuple[str, ...] = ()  # notes for researchers: what the item is close to; no formula reads them


class Subdimension(Model):
    id: Id
    slug: Id
    name: Words
    construct_: Words = Field(alias="construct")


class Block(Model):
    """A dimension (has levels) or a practice block (described, never part of a dimension's level)."""

    id: Id
    slug: Id
    kind: Literal["dimension", "practice"]
    name: Words
    intro: Words
    subdimensions: tuple[Subdimension, ...] = Field(min_length=1)
    level_readings: Levels


class Form(Model):
    """A selection of items. ``states_labels`` false: the form suggests a label, it never states one."""

    id: Id
    name: Words
    purpose: Words
    minutes: Annotated[int, Field(strict=True, ge=1, le=1440)]
    states_labels: StrictBool = True
    items: tuple[Id, ...] = Field(min_length=1)


class Option(Model):
    """``part_of`` (counts): the number that this one and all others with the same ``part_of`` add up to at most.

    ``countries``: codes of those where it can be chosen; everywhere when it is not given.
    """

    code: Id
    label: Words
    min: StrictInt | None = None
    max: StrictInt | None = None
    part_of: Id | None = None
    countries: tuple[Id, ...] | None = None


class ProfileQuestion(Model):
    """About the authority or the respondent; never part of a level.

    ``filled_from``: the response file already holds it (authority or respondent), so it is not asked twice.
    ``asked``: before the items, or after them (self-placement: first the facts, then the opinion).
    """

    id: Id
    slug: Id
    kind: Literal["choice", "counts"]
    asked: Literal["before", "after"]
    filled_from: Literal["country", "kind", "population", "role"] | None = None
    text: Words
    options: tuple[Option, ...] = Field(min_length=1)


class HelixStage(Model):
    id: Id
    slug: Id
    name: Words
    help: Words
    upstream: StrictBool  # before delivery


class Subsystem(Model):
    """A family of actors. ``role`` is what the indicators need to know of it."""

    id: Id
    slug: Id
    role: Literal["government", "civil-society", "other"]
    name: Words
    theory_name: Words
    resource: Words
    who_counts: Words
    does_not_count: Words
    cells: Id  # which list of cell labels


def _from_zero(value: object) -> object:
    if isinstance(value, dict):
        expected = [str(n) for n in range(len(value))]
        if sorted(value) != expected:
            raise ValueError("cells:numbering")
        return tuple(value[key] for key in expected)
    return value


CellLabels = Annotated[tuple[Words, ...], BeforeValidator(_from_zero), Field(min_length=2, max_length=10)]


class ProfileAnswer(Model):
    """One answer to one profile question."""

    question: Id
    answer: Id


class Helix(Model):
    """The actor × stage grid on one named project. Cell codes 0–3; ≥ ``involved_from`` counts as involved.

    ``not_asked_when``: the profile answer that says there is no project to describe.
    """

    question: Words
    intro: Words
    project_prompt: Words
    second_project_prompt: Words
    involved_from: StrictInt
    stages: tuple[HelixStage, ...] = Field(min_length=1)
    subsystems: tuple[Subsystem, ...] = Field(min_length=2)
    cell_labels: Mapping[Id, CellLabels]
    readings: Mapping[Id, Words]
    not_asked_when: ProfileAnswer | None = None


class Wording(Model):
    """Sentences around the items."""

    question_lead: Words
    ladder_note: Words
    reference_period: Words
    level_labels: Levels
    dont_know: Words
    not_applicable: Words
    left_blank: Words
    missing_labels: Mapping[Literal["not-asked", "not-applicable", "dont-know", "refused"], Words]  # in tables


class Identity(Model):
    """Which questionnaire exactly: id, version, and the digest of all its files' meaning."""

    id: Id
    version: Version
    digest: Annotated[str, StringConstraints(max_length=100)]


class Questionnaire(Model):
    """The whole instrument, read and checked."""

    id: Id
    version: Version
    title: Words
    description: Words
    licence: Sentence
    authors: Words | None = None
    findings_note: Words  # what the origin study is, and what it cannot show
    languages: tuple[Language, ...] = Field(min_length=1)
    default_form: Id
    wording: Wording
    blocks: tuple[Block, ...] = Field(min_length=1)
    items: tuple[Item, ...] = Field(min_length=1)
    forms: tuple[Form, ...] = Field(min_length=1)
    profile: tuple[ProfileQuestion, ...] = ()
    helix: Helix | None = None
    scoring: Scoring
    placements: tuple[Placement, ...] = ()
    readiness: Readiness
    advice: Advice
    glossary: tuple[GlossaryEntry, ...] = ()
    sources: tuple[Source, ...] = ()
    legal: tuple[Legal, ...] = ()
    digest: str = ""  # set by reading
    scoring_digest: str = ""  # the part of it that a score depends on
    wording_digest: str = ""

    @property
    def identity(self) -> Identity:
        """Id, version and digest, as a response or a result names them."""
        return Identity(id=self.id, version=self.version, digest=self.digest)

    @cached_property
    def item_ids(self) -> tuple[str, ...]:
        """All item ids in the order of asking; columns of every answer sheet."""
        return tuple(item.id for item in self.items)

    @cached_property
    def _items(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def _blocks(self) -> dict[str, Block]:
        return {sub.id: block for block in self.blocks for sub in block.subdimensions}

    @cached_property
    def subdimensions(self) -> dict[str, Subdimension]:
        """Sub-dimensions by id, in order."""
        return {sub.id: sub for block in self.blocks for sub in block.subdimensions}

    def item(self, id: str) -> Item:
        """The item of this id; KeyError when there is none."""
        return self._items[id]

    def block_of(self, subdimension: str) -> Block:
        """The block that holds a sub-dimension."""
        return self._blocks[subdimension]

    def form(self, id: str) -> Form:
        """The form of this id; KeyError when there is none."""
        return {form.id: form for form in self.forms}[id]

    def placement(self, id: str) -> Placement:
        """The placement of this id; KeyError when there is none."""
        return {placement.id: placement for placement in self.placements}[id]

    @cached_property
    def _names(self) -> dict[str, Words]:
        names = {sub.id: sub.name for sub in self.subdimensions.values()}
        names |= {gate.id: gate.title for gate in self.readiness.gates}
        for placement in self.placements:
            names |= {condition.id: condition.name for condition in placement.conditions}
            names |= {f"{placement.id}:{one.id}": one.name for one in placement.configurations}
        return names

    def names(self, part: str) -> tuple[Words, ...]:
        """What a part of a rule is called (`GateResult.limiting`).

        A sub-dimension, a gate, a condition or a label (``placement:label``) by its name; items, joined by "+", by the
        names of their sub-dimensions, each once.
        """
        if part in self._names:
            return (self._names[part],)
        subdimensions = dict.fromkeys(self.item(item).subdimension for item in part.split("+"))
        return tuple(self._names[sub] for sub in subdimensions)

    @property
    def levels(self) -> int:
        """How many levels an item has (5: levels 1 to 5)."""
        return len(self.wording.level_labels)
