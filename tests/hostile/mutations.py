"""Faults at random, put into a document that was in order: values, names, nesting, order, encoding."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime, time
from random import Random
from typing import Any

import tomli_w

Holder = dict[str, Any] | list[Any]

NUMBERS = (
    0,
    1,
    -1,
    5,
    9,
    10,
    2**31,
    2**63,
    -(10**19),
    10**40,
    0.5,
    2.5,
    -0.0,
    1e308,
    1e-320,
    float("nan"),
    float("inf"),
)
TEXTS = (
    *(
        "",
        " ",
        "x",
        "fr",
        "en",
        "é",
        "e\u0301",
        "\u202eb",
        "\u200b",
        "\x00",
        "\x1b[31m",
        "\ufeff",
        "🏳️‍🌈",
        "Ａ",
        "ß",
        "İ",
    ),
    *(
        "../../etc/passwd",
        "C:\\x",
        "CON",
        "a" * 65,
        "b" * 5000,
        "{0.__class__}",
        "{}",
        "{items}",
        "%n",
        "${HOME}",
        "[/b]",
    ),
    *("<b>", "=SUM(1)", "1.0.0", "sha256:0", "2026-11-22T10:00:00Z", "line\nline", "\r", "\u2028"),
)
OTHERS: tuple[object, ...] = (True, False, [], {}, [[]], [{}], {"": 1}, {"a": {"b": {}}}, date(2026, 1, 1), time(1, 2))
MOMENTS = (datetime(1, 1, 1, tzinfo=UTC), datetime(2026, 1, 1), datetime(9999, 12, 31, tzinfo=UTC))  # noqa: DTZ001
VALUES = (*NUMBERS, *TEXTS, *OTHERS, *MOMENTS)


def mutated(document: dict[str, Any], random: Random) -> dict[str, Any]:
    """A copy with one fault or a few."""
    document = copy.deepcopy(document)
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        holders = _holders(document)
        holder = random.choice([one for one in holders if one] or [document])
        if holder:
            random.choice(_CHANGES)(holder, random.choice(_keys(holder)), random, holders)
    return document


def written(document: dict[str, Any], random: Random) -> bytes:
    """As TOML, in one of the ways in which it can be written; rarely in another encoding, or not whole."""
    text = tomli_w.dumps(document, multiline_strings=random.random() < 0.3)
    data = text.encode(random.choice(("utf-8",) * 12 + ("utf-8-sig", "utf-16", "latin-1")), "replace")
    if random.random() < 0.1:
        data = data.replace(b"\n", b"\r\n")
    if random.random() < 0.1 and data:
        place = random.randrange(len(data))
        data = random.choice(
            (data[:place], data[:place] + bytes([data[place] ^ 1 << random.randrange(8)]) + data[place + 1 :])
        )
    return data


def _holders(value: object) -> list[Holder]:
    if not isinstance(value, dict | list):
        return []
    inner = value.values() if isinstance(value, dict) else value
    return [value, *(one for member in inner for one in _holders(member))]


def _keys(holder: Any) -> list[Any]:  # noqa: ANN401 - names or positions
    return list(holder) if isinstance(holder, dict) else list(range(len(holder)))


def _replace(holder: Any, key: Any, random: Random, _holders: list[Holder]) -> None:  # noqa: ANN401
    holder[key] = copy.deepcopy(random.choice(VALUES))


def _remove(holder: Any, key: Any, _random: Random, _holders: list[Holder]) -> None:  # noqa: ANN401
    del holder[key]


def _rename(holder: Any, key: Any, random: Random, holders: list[Holder]) -> None:  # noqa: ANN401
    if isinstance(holder, dict):
        others = [name for one in holders if isinstance(one, dict) for name in one]
        holder[random.choice((*TEXTS, *others, key.upper(), f"{key}x"))] = holder.pop(key)


def _nest(holder: Any, key: Any, random: Random, _holders: list[Holder]) -> None:  # noqa: ANN401
    for _ in range(random.choice((1, 2, 60))):
        holder[key] = [holder[key]] if random.random() < 0.5 else {random.choice(("a", str(key))): holder[key]}


def _twice(holder: Any, key: Any, random: Random, _holders: list[Holder]) -> None:  # noqa: ANN401
    if isinstance(holder, list):
        holder.insert(random.randrange(len(holder) + 1), copy.deepcopy(holder[key]))


def _shuffle(holder: Any, _key: Any, random: Random, _holders: list[Holder]) -> None:  # noqa: ANN401
    names = _keys(holder)
    values = [holder[name] for name in names]
    random.shuffle(values)
    for name, value in zip(names, values, strict=True):
        holder[name] = value


def _from_elsewhere(holder: Any, key: Any, random: Random, holders: list[Holder]) -> None:  # noqa: ANN401
    other: Any = random.choice([one for one in holders if one])
    holder[key] = copy.deepcopy(other[random.choice(_keys(other))])


def _edit(holder: Any, key: Any, random: Random, _holders: list[Holder]) -> None:  # noqa: ANN401
    value = holder[key]
    if isinstance(value, bool):
        holder[key] = not value
    elif isinstance(value, int | float):
        holder[key] = value + random.choice((-1, 1))
    elif isinstance(value, str):
        place = random.randrange(len(value) + 1)
        holder[key] = value[:place] + random.choice(TEXTS) + value[place + random.randrange(2) :]


_CHANGES = (_replace, _replace, _replace, _remove, _rename, _nest, _twice, _shuffle, _from_elsewhere, _edit, _edit)
