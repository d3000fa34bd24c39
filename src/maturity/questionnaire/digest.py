"""What a version is, in two numbers: its wording and its scoring. Independent of the files' layout and comments."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256

from pydantic import BaseModel

from maturity.questionnaire.base import Words
from maturity.questionnaire.model import Questionnaire

# Shown to readers and changing no result, like texts.
_SHOWN_ONLY = frozenset(
    {"version", "languages", "licence", "authors", "glossary", "sources", "links", "slug", "minutes", "default_form"}
    | {"effort", "horizon_months", "lead", "status_as_of", "consulted_on", "confidence", "reference_confidence"}
    | {"raises"}  # it decides which words are printed
    | {"part_of", "not_asked_when", "countries"}  # they guide whoever answers; no result looks at them
    | {"digest", "scoring_digest", "wording_digest"}
)
_COUNTED = frozenset({"levels", "level_labels", "cell_labels", "not_applicable_when"})  # their number is the scale
_IDS = ("id", "key", "slug", "code", "stage", "country")


def with_digests(questionnaire: Questionnaire) -> Questionnaire:
    """The same questionnaire, with its digests filled in: ``sha256:`` and 64 hexadecimal digits."""
    wording = _digest({path: dict(words) for path, words in texts(questionnaire)})
    scoring = _digest(counted(questionnaire))
    both = _digest([questionnaire.id, wording, scoring])
    update = {"wording_digest": wording, "scoring_digest": scoring, "digest": both}
    return questionnaire.model_copy(update=update)


def digest_of(part: BaseModel) -> str:
    """``sha256:…`` of everything that a part says, its texts included."""
    return _digest(part.model_dump(mode="json", by_alias=True))


def texts(value: object, path: str = "") -> Iterator[tuple[str, Words]]:
    """Every text with its path; members of lists are named by their id: ``items › T1.1 › levels › 3``."""
    if isinstance(value, BaseModel):
        for name, shown in _fields(type(value)):
            inner = getattr(value, name)
            if isinstance(inner, BaseModel | tuple | Mapping):
                yield from texts(inner, _join(path, shown))
    elif isinstance(value, tuple):
        for position, member in enumerate(value):
            yield from texts(member, _join(path, _name(member, position)))
    elif isinstance(value, Mapping):
        if _is_text(value):
            yield path, value
        else:
            for key, member in value.items():
                yield from texts(member, _join(path, key))


def _join(path: str, name: object) -> str:
    return f"{path} › {name}" if path else str(name)


def _name(member: object, position: int) -> object:
    key = _id_field(type(member)) if isinstance(member, BaseModel) else ""
    return getattr(member, key) if key else position + 1


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


@cache
def _id_field(model: type[BaseModel]) -> str:
    return next((key for key in _IDS if key in model.model_fields), "")


def counted(value: object) -> object:
    """Everything that a result depends on, as JSON can hold it; None for a text."""
    if isinstance(value, BaseModel):
        kept = {name: getattr(value, name) for name, _ in _fields(type(value)) if name not in _SHOWN_ONLY}
        scored = {name: _shape(inner) if name in _COUNTED else counted(inner) for name, inner in kept.items()}
        return {name: inner for name, inner in scored.items() if inner is not None}
    if isinstance(value, tuple):
        return [inner for inner in map(counted, value) if inner is not None]
    if isinstance(value, Mapping):
        scored = {} if _is_text(value) else {key: counted(member) for key, member in value.items()}
        return {key: inner for key, inner in scored.items() if inner is not None} or None
    return value


def _shape(value: object) -> object:
    """How many texts there are, not what they say."""
    if isinstance(value, tuple):
        return len(value)
    if isinstance(value, Mapping) and not _is_text(value):
        return {key: _shape(member) for key, member in value.items()}
    return None if value is None else 1


def _is_text(value: Mapping[str, object]) -> bool:
    return bool(value) and isinstance(next(iter(value.values())), str)


def _digest(value: object) -> str:
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return f"sha256:{sha256(canonical.encode()).hexdigest()}"
