"""What was answered: one response as frozen data, complete in itself.

Pure: no file, clock, screen. Times and ids are passed in. ``file`` reads and saves these values.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StrictInt, StringConstraints, model_validator

from maturity.questionnaire.base import Id, Language, Model
from maturity.questionnaire.model import Identity

SCHEMA = 1  # format of the response file
REVISIONS = 1_000_000_000  # more than anybody saves

PROJECTS = 20  # far above what a questionnaire asks for; 100,000 empty ones kept a report busy for minutes

Missing = Literal["not-asked", "not-applicable", "dont-know", "refused"]
MISSING_CODES: Mapping[str, int] = {"not-asked": -6, "not-applicable": -7, "dont-know": -8, "refused": -9}
Line = Annotated[str, StringConstraints(max_length=300)]
Note = Annotated[str, StringConstraints(max_length=10_000)]


def _target(value: object) -> object:
    """One fault for one wrong value: a union would tell two, one for each of its sides."""
    if value == "enough" or (type(value) is int and 1 <= value <= 9):
        return value
    raise ValueError("target:form")


Target = Annotated[Annotated[int, Field(ge=1, le=9)] | Literal["enough"], BeforeValidator(_target)]


class Answer(Model):
    """One item's answer: a level (1–k) or a reason for its absence; neither = nothing chosen yet, only a note.

    ``flagged``: come back later. ``language``: in which the item was read when answered.
    """

    level: Annotated[int, Field(strict=True, ge=1, le=9)] | None = None
    missing: Missing | None = None
    confidence: Annotated[int, Field(strict=True, ge=1, le=3)] | None = None
    note: Note = ""
    evidence: Note = ""
    flagged: bool = False
    language: Language | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if self.level is not None and self.missing is not None:
            raise ValueError("answer:level-and-missing")
        return self

    @property
    def given(self) -> bool:
        """Whether something was chosen, "don't know" included."""
        return self.level is not None or self.missing is not None

    @property
    def code(self) -> int:
        """Level, or missing code; −9 when nothing was chosen."""
        return self.level if self.level is not None else MISSING_CODES[self.missing or "refused"]


class QuestionnaireUse(Identity):
    """Which questionnaire exactly, and which of its forms."""

    form: Id


class Authority(Model):
    """Who is assessed. ``kind`` is a code of the profile question filled from it; ``invented`` marks examples."""

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    kind: Id
    code: Line = ""
    name: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    population: Annotated[int, Field(strict=True, ge=0, le=2_000_000_000)] | None = None
    invented: bool = False


class Respondent(Model):
    """Who answered: a pseudonym and a role, never a name."""

    pseudonym: Id
    role: Id


class Project(Model):
    """One named project in the helix grid: ``cells[subsystem][stage]`` = 0–3; a cell left out is not answered."""

    name: Line = ""
    cells: Mapping[Id, Mapping[Id, Annotated[int, Field(strict=True, ge=0, le=3)]]] = {}


class Response(Model):
    """One respondent's (or the agreed) answers, with everything needed to score and to compare them."""

    schema_: StrictInt = Field(default=SCHEMA, alias="schema")
    id: Line
    revision: Annotated[int, Field(strict=True, ge=0, le=REVISIONS)] = 0
    kind: Literal["individual", "consensus"] = "individual"
    questionnaire: QuestionnaireUse
    authority: Authority
    respondent: Respondent
    wave: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$")]
    started: datetime
    updated: datetime
    edited_by_hand: bool = False  # opened although the checksum line did not fit; carried into every export
    profile: Mapping[Id, Id] = {}
    answers: Mapping[Id, Answer] = {}
    helix: Annotated[tuple[Project, ...], Field(max_length=PROJECTS)] = ()
    portfolio: Mapping[Id, Annotated[int, Field(strict=True, ge=0, le=1_000_000)]] = {}
    targets: Mapping[Id, Target] = {}  # by sub-dimension: the level to reach, or "enough" = good enough for us

    def with_answer(self, item: str, answer: Answer) -> Self:
        """The same response with one answer changed."""
        return self.model_copy(update={"answers": {**self.answers, item: answer}})

    def answer(self, item: str) -> Answer:
        """The answer to an item; an empty one when nothing was said."""
        return self.answers.get(item, _NOTHING)


_NOTHING = Answer()
