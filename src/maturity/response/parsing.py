"""From the text of a response file to a `Response`: strict, every text through the gate, all problems at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from pydantic import ValidationError

from maturity.errors import Problem, ResponseError
from maturity.locale import domain
from maturity.response.model import SCHEMA, Response
from maturity.text import clean_text
from maturity.toml import parse, shown_file
from maturity.validation import inside, problems

_, ngettext, pgettext = domain("response").functions

MANY: Final = 50  # problems shown at most
_LONG_TEXTS = ("note", "evidence")
Table = Mapping[str, Any]


def loads(text: str, where: object) -> Response:
    """The response in a text, whatever its checksum line says; ResponseError with all problems at once."""
    data = parse(text, where, ResponseError)
    _check_schema(data, where)
    faults = list(_check_times(data, where))
    try:
        response = Response.model_validate(clean(data))
    except ValidationError as error:
        told = problems(error, Response, inside(where), most=MANY)
        raise ResponseError(*_first([*told, *faults], where, max(0, error.error_count() - MANY))) from error
    if faults:
        raise ResponseError(*_first(faults, where))
    return response


def clean(value: Any, key: str = "") -> Any:  # noqa: ANN401 - whatever TOML can hold
    """Every text through the gate; too long texts stay too long, so that they are refused and not cut."""
    if isinstance(value, str):
        return clean_text(value, multiline=key in _LONG_TEXTS, limit=len(value) * 4 + 1)
    if isinstance(value, dict):
        return {name: clean(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [clean(inner, key) for inner in value]
    if isinstance(value, datetime) and sound_time(value):
        return value.astimezone(UTC)
    return value


def _check_schema(data: Table, where: object) -> None:
    schema = data.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        why = _("This file was made by a newer version of maturity (format {n}).").format(n=min(schema, 10**9))
        raise ResponseError.of(shown_file(where), why, _("Install the latest version, then open it again."))
    if schema is not None and (type(schema) is not int or schema < 1):
        why = _("The first line does not say a format that exists.")
        raise ResponseError.of(f"{shown_file(where)} · schema", why, _("Write: schema = 1"))


def sound_time(value: object) -> bool:
    """A moment, with its zone, that every system can show in local time: from 1970 to 2999."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        return False
    try:
        return 1970 <= value.astimezone(UTC).year < 3000
    except OverflowError:  # year 1 or 9999, on the wrong side of the zone
        return False


def _check_times(data: dict[str, Any], where: object) -> Iterable[Problem]:
    """A time without its zone could be any of 24; pydantic would also take a number or a text."""
    for name in ("started", "updated"):
        if name in data and not sound_time(data[name]):
            data[name] = datetime(1970, 1, 1, tzinfo=UTC)
            why = _("A date and time with its zone is expected here.")
            yield Problem(inside(where)((name,)), why, _("Write it like this: 2026-11-22T10:00:00Z"))


def _first(faults: list[Problem], where: object, more: int = 0) -> list[Problem]:
    """The first `MANY` problems, and one that says how many others there are, ``more`` that were not told apart."""
    rest = max(0, len(faults) - MANY) + more
    if rest == 0:
        return faults
    why = ngettext("{n} more problem of this kind.", "{n} more problems of this kind.", rest).format(n=rest)
    return [*faults[:MANY], Problem(shown_file(where), why, _("Take an undamaged copy of the file."))]
