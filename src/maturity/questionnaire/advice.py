"""What to do next and where it comes from: recommendations, glossary, sources, legal reminders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StrictInt, StringConstraints

from maturity.questionnaire.base import Id, Model, Sentence, Words


class Step(Model):
    """``raises``: which items; none: the whole part."""

    raises: tuple[Id, ...] = ()
    audience: Literal["small", "large", "all"]
    text: Words


class Recommendation(Model):
    """How to go from one level of a sub-dimension to the next.

    ``raises``: what the title, the reason and the evidence speak of; none: the whole sub-dimension.
    """

    id: Id
    subdimension: Id
    from_level: StrictInt
    to_level: StrictInt
    raises: tuple[Id, ...] = ()
    title: Words
    why: Words
    how: tuple[Step, ...] = Field(min_length=1)
    effort: Id
    horizon_months: StrictInt
    lead: Id
    evidence: Words


class Advice(Model):
    """Recommendations and their labels. ``small_below``: residents from which an authority is a large one.

    ``lead_meanwhile``: who can carry an action in a small authority that has not appointed its lead yet.
    ``lead_small``: what the lead is called there. ``item_titles``: what to do for one question alone, at any level.
    ``one_question``: what to print for a question that nothing was written for; ``{name}`` is what it is about,
    ``{sentence}`` its next level, ``{level}`` the number of that level.
    """

    small_below: StrictInt
    effort_labels: Mapping[Id, Words]
    lead_labels: Mapping[Id, Words]
    lead_small: Mapping[Id, Words] = Field(default_factory=dict)
    lead_meanwhile: Mapping[Id, Words] = Field(default_factory=dict)
    item_titles: Mapping[Id, Words] = Field(default_factory=dict)
    one_question: Mapping[Literal["title", "step", "evidence"], Words] = Field(default_factory=dict)
    audience_labels: Mapping[Id, Words]
    recommendations: tuple[Recommendation, ...]

    def small(self, population: int | None) -> bool:
        """Whether an authority is a small one, or might be."""
        return population is None or population < self.small_below

    def lead(self, recommendation: Recommendation, population: int | None) -> Words:
        """Who leads, as authorities of this size call it."""
        own = self.lead_small.get(recommendation.lead) if population is not None and self.small(population) else None
        return own or self.lead_labels[recommendation.lead]

    def fits(self, step: Step, population: int | None) -> bool:
        """Whether a step is for an authority of this size; any is where the size is not known."""
        return population is None or step.audience in ("small" if self.small(population) else "large", "all")


class GlossaryEntry(Model):
    slug: Id
    term: Words
    definition: Words


class Source(Model):
    """``citation``: as published; in each language where it is told in words, like a law or a body."""

    key: Id
    citation: Sentence | Words
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    url: str | None = None
    status: Literal["seen", "memory", "check"]


class When(Model):
    """A profile question answered with one of these codes, or with a class that starts at least this high."""

    question: Id
    any_of: tuple[Id, ...] | None = None
    at_least: StrictInt | None = None


class Checkpoint(Model):
    """A legal reminder: when the profile fits and the item is below the level, "to be checked". No legal advice.

    ``when``: groups of tests; the profile fits when every test of one group holds, or when there is no group.
    """

    id: Id
    when: tuple[tuple[When, ...], ...] = ()
    item: Id | None = None
    minimum_level: StrictInt | None = None
    flag: Words
    text: Words
    reference: Words
    status_as_of: str
    consulted_on: str | None = None  # None: written from memory
    confidence: Id
    reference_confidence: Id
    note: Words | None = None


class Legal(Model):
    """Dated reminders for one country (a profile code of the question filled from the country)."""

    country: Id
    status_as_of: str
    consulted_on: str
    disclaimer: Words
    confidence_labels: Mapping[Id, Words]
    checkpoints: tuple[Checkpoint, ...]
