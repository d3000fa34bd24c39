"""Faults in files, told to people who do not program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import pytest
from pydantic import Field, ValidationError

from maturity.errors import Problem
from maturity.locale import set_language
from maturity.questionnaire.base import Id, Levels, Model, Number
from maturity.validation import did_you_mean, inside, known_names, problems, shown


class Leaf(Model):
    """A value with limits."""

    level: int = Field(default=1, strict=True, ge=1, le=5)
    kind: Literal["round", "square"] = "round"
    share: Number = 0.5


class Tree(Model):
    """A model with every kind of container."""

    id: Id = "a"
    leaves: tuple[Leaf, ...] = Field(default=(Leaf(),), min_length=1)
    branches: Mapping[Id, Mapping[Id, Leaf]] = {}
    levels: Levels | None = None


def faults(data: Mapping[str, Any], language: str = "en") -> list[Problem]:
    """What is told about these data."""
    set_language(language)
    with pytest.raises(ValidationError) as caught:
        Tree.model_validate(data)
    return problems(caught.value, Tree, inside("tree.toml"))


def test_all_at_once() -> None:
    """Every fault is told, each at its own place."""
    found = faults({"id": "1", "leaves": [{"level": 9}, {"kind": "triangle"}], "branches": {"a": {"b": {"levl": 2}}}})

    assert [problem.where for problem in found] == [
        "tree.toml · id",
        "tree.toml · leaves [1] › level",
        "tree.toml · leaves [2] › kind",
        "tree.toml · branches › a › b › levl",
    ]


@pytest.mark.parametrize(
    ("data", "why", "fix"),
    [
        ({"leavs": []}, "“leavs” is not known here.", "Did you mean “leaves”? Correct the name, or remove the line."),
        (
            {"branches": {"a": {"b": {"LEVEL": 2}}}},
            "“LEVEL” is not known here.",
            "Did you mean “level”? Correct the name, or remove the line.",
        ),
        (
            {"leaves": [{"kind": "sqare"}]},
            "“sqare” is none of the possible values.",
            "Did you mean “square”?",
        ),
        (
            {"leaves": [{"kind": "x"}]},
            "“x” is none of the possible values.",
            "Known here: round, square.",
        ),
        ({"leaves": [{"level": 6}]}, "6 is too large: 5 at most.", "Correct the value."),
        (
            {"leaves": [{"level": True}]},
            "A whole number is expected here, not “true”.",
            "Correct the value.",
        ),
        (
            {"leaves": [{"share": float("nan")}]},
            "“nan” is not a number that one can count with.",
            "Correct the value.",
        ),
        ({"leaves": []}, "There are too few lines here: 1 at least.", "Correct the value."),
        (
            {"levels": {"1": {"en": "a"}, "3": {"en": "b"}}},
            "Levels are numbered 1, 2, 3… without a gap.",
            "Correct the value.",
        ),
        (
            {"branches": {"../etc": {}}},
            "“../etc” is not written in the right form.",
            "Begin with a letter; then only letters without accents, digits and . _ + -",
        ),
    ],
)
def test_words(data: Mapping[str, Any], why: str, fix: str) -> None:
    """A fault is told in a plain sentence, with what to do."""
    assert [(why, fix)] == [(problem.why, problem.fix) for problem in faults(data)]


def test_french() -> None:
    """The same fault in French, with French typography."""
    (problem,) = faults({"leavs": []}, "fr")

    assert problem.why == "«\u00a0leavs\u00a0» n’est pas connu ici."
    assert problem.fix.startswith("Vouliez-vous écrire «\u00a0leaves\u00a0»\u202f?")


def test_hostile_values() -> None:
    """What a message repeats is short and holds no control character."""
    (problem,) = faults({"id": "\x1b]52;c;AAAA\x07" + "{0.__class__}%n" * 10_000})

    assert "\x1b" not in str(problem)
    assert len(problem.why) < 200
    assert shown(10**10_000) == "a number of more than 60 digits"


def test_known_names() -> None:
    """The keys that may stand at a place are found through lists, maps and optional values."""
    assert known_names(Tree, ("branches", "x", "y")) == ["level", "kind", "share"]
    assert known_names(Tree, ("leaves", 3)) == ["level", "kind", "share"]
    assert known_names(Tree, ("branches",)) == []


def test_nothing_known() -> None:
    """Where any name may stand, none is proposed."""
    assert did_you_mean("x", []) == ""
