"""Types that every part of a questionnaire is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9._+-]*$", max_length=64)]
# [0-9] and not \d, which takes the digits of every script; bounded, because Python turns no longer text into a number.
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Words = Mapping[Language, Sentence]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]


def _numbered(value: object) -> object:
    """``{"1": a, "2": b}`` → ``(a, b)``: levels are written by number, so that none can be mistaken."""
    if isinstance(value, dict):
        expected = [str(n) for n in range(1, len(value) + 1)]
        if sorted(value, key=lambda key: (len(key), key)) != expected:
            raise ValueError("levels:numbering")
        return tuple(value[key] for key in expected)
    return value


Levels = Annotated[tuple[Words, ...], BeforeValidator(_numbered), Field(min_length=2, max_length=9)]
Lines = Annotated[tuple[Words, ...], BeforeValidator(_numbered)]


class Model(BaseModel):
    """Base of every value here: frozen, and an unknown key is an error.

    Validators are built at first use: importing all models costs 14 ms of CPU that way, 60 ms otherwise.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
