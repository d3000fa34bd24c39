"""Faults that pydantic finds in a file, told to people who do not program.

All at once, each with where, why and what to do. Shared by everything that reads a file which a person may have
written: questionnaires and responses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from maturity.errors import Problem
from maturity.locale import domain
from maturity.text import clean_text, holds_invisible

_, ngettext, pgettext = domain("validation").functions

Path = tuple[int | str, ...]
SHOWN = 60  # characters of a wrong value, or known names, that a message repeats at most


def problems(
    error: ValidationError, model: type[BaseModel], where: Callable[[Path], str], most: int | None = None
) -> list[Problem]:
    """Every fault in ``error``, found while reading ``model``; ``where`` names a place by its path inside the file.

    Looking for what was meant takes a millisecond a fault: ``most`` of them are told, where a file may be all faults.
    """
    return [
        Problem(where(_place(details)), why(details), fix(details, known_names(model, details["loc"][:-1])))
        for details in _own_faults(error.errors(include_url=False))[:most]
    ]


def _own_faults(faults: list[ErrorDetails]) -> list[ErrorDetails]:
    """Without "too few" where the list is long enough and only its members are wrong."""
    inner = {fault["loc"][:depth] for fault in faults for depth in range(1, len(fault["loc"]))}
    return [fault for fault in faults if fault["type"] != "too_short" or fault["loc"] not in inner]


def inside(file: object) -> Callable[[Path], str]:
    """Names places as ``pau.toml · answers › T1.1 › level``; list positions count from 1."""
    return lambda path: f"{shown(file, 300)} · {shown_path(path)}" if path else shown(file, 300)


def shown_path(path: Path) -> str:
    """``("items", 2, "stem", "fr")`` → ``items [3] › stem › fr``."""
    text = ""
    for part in path:
        text += f" [{part + 1}]" if isinstance(part, int) else f" › {shown(part)}"
    return text.removeprefix(" › ").strip()


def shown(value: object, limit: int = SHOWN) -> str:
    """A value from a file, safe and short enough for a message."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return _("a table")
    if isinstance(value, list | tuple):
        return _("a list")
    if isinstance(value, int) and abs(value) >= 10**limit:
        return _("a number of more than {n} digits").format(n=limit)
    text = clean_text(str(value)[: 4 * limit])
    return text if len(text) <= limit else text[: limit - 1] + "…"


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """A sentence that names the nearest known word, else a few or all of the known ones; "" when there are none."""
    names = list(dict.fromkeys(known))
    folded = {name.casefold(): name for name in reversed(names)}
    near = get_close_matches(str(word)[:200].casefold(), folded, n=1, cutoff=0.6)
    if near:
        return _("Did you mean “{name}”?").format(name=folded[near[0]])
    if not names:
        return ""
    few = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return _("Known here: {names}.").format(names=few)


def known_names(model: object, path: Path) -> list[str]:
    """The keys that ``model`` knows at ``path``; empty where any key may stand."""
    places = [model]
    for part in path:
        places = [inner for place in places for inner in _step(place, part)]
    return [name for place in places for name in _fields(place)]


def _place(details: ErrorDetails) -> Path:
    """Where the fault stands; a wrong key is named by itself, without pydantic's mark."""
    return tuple(part for part in details["loc"] if part != "[key]")


def _plain(annotation: object) -> Iterator[object]:
    """The types behind Annotated and unions."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _plain(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for choice in get_args(annotation):
            yield from _plain(choice)
    else:
        yield annotation


def _fields(annotation: object) -> list[str]:
    names: list[str] = []
    for plain in _plain(annotation):
        if isinstance(plain, type) and issubclass(plain, BaseModel):
            names += [field.alias or name for name, field in plain.model_fields.items()]
    return names


def _step(annotation: object, part: int | str) -> list[object]:
    """The types one step further down; a union's tag, which pydantic puts into the path, stays where it is."""
    found: list[object] = []
    for plain in _plain(annotation):
        if isinstance(plain, type) and issubclass(plain, BaseModel):
            found += [f.annotation for name, f in plain.model_fields.items() if part in (f.alias or name, name)]
            found += [plain] if part in (plain.__name__, *_tags(plain)) else []
        else:  # Mapping[key, value], tuple[value, ...], list[value]
            arguments = [argument for argument in get_args(plain) if argument is not Ellipsis]
            found += arguments[-1:]
    return found


def _tags(model: type[BaseModel]) -> list[object]:
    choices = [get_args(field.annotation) for field in model.model_fields.values()]
    return [tag for tags in choices if len(tags) == 1 for tag in tags]


def why(details: ErrorDetails) -> str:
    """What is wrong, in one sentence."""
    context = details.get("ctx", {})
    code = str(context["error"]) if details["type"] == "value_error" else details["type"]
    if code == "string_pattern_mismatch" and holds_invisible(str(details["input"])[: 4 * SHOWN]):
        code = "invisible"
    if code not in _WHY:
        return clean_text(code if details["type"] == "value_error" else details["msg"])
    name = shown(details["loc"][-1]) if details["loc"] else ""
    return _(_WHY[code]).format(**{**context, "value": shown(details["input"]), "name": name})


def fix(details: ErrorDetails, known: Iterable[str] = ()) -> str:
    """What to do about it, in one sentence or two; ``known`` are the keys that may stand there."""
    kind, context = details["type"], details.get("ctx", {})
    if kind == "extra_forbidden":
        return f"{did_you_mean(details['loc'][-1], known)} {_('Correct the name, or remove the line.')}".strip()
    if kind == "missing":
        return _("Add it.")
    if kind in ("literal_error", "union_tag_invalid"):
        choices = str(context.get("expected") or context.get("expected_tags")).split("'")[1::2]
        return did_you_mean(context.get("tag", details["input"]), choices)
    form = _PATTERNS.get(str(context.get("pattern")))
    return _(form) if form else _("Correct the value.")


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translated later"
    """Marks words that are looked up when shown."""
    return message


_WHOLE = N_("A whole number is expected here, not “{value}”.")
_NUMBER = N_("A number is expected here, not “{value}”.")
_TEXT = N_("Text between quotes is expected here, not “{value}”.")
_TRUTH = N_("true or false is expected here, without quotes, not “{value}”.")
_TABLE = N_("Lines of the form key = value are expected here, not “{value}”.")
_LIST = N_("A list between square brackets is expected here, not “{value}”.")
_TIME = N_("A date and time with its zone (2026-11-22T10:00:00Z) is expected here, not “{value}”.")
_CHOICE = N_("“{value}” is none of the possible values.")

_WHY: dict[str, str] = {
    "missing": N_("“{name}” is missing."),
    "extra_forbidden": N_("“{name}” is not known here."),
    "greater_than_equal": N_("{value} is too small: {ge} at least."),
    "greater_than": N_("{value} is too small: it must be above {gt}."),
    "less_than_equal": N_("{value} is too large: {le} at most."),
    "less_than": N_("{value} is too large: it must be below {lt}."),
    "finite_number": N_("“{value}” is not a number that one can count with."),
    "string_too_short": N_("The text is empty or too short."),
    "string_too_long": N_("The text is too long: {max_length} characters at most."),
    "too_short": N_("There are too few lines here: {min_length} at least."),
    "too_long": N_("There are too many lines here: {max_length} at most."),
    "string_pattern_mismatch": N_("“{value}” is not written in the right form."),
    "invisible": N_("“{value}” holds a sign that cannot be seen."),
    "literal_error": _CHOICE,
    "union_tag_invalid": _CHOICE,
    "levels:numbering": N_("Levels are numbered 1, 2, 3… without a gap."),
    "target:form": N_('A level to reach (1, 2, 3…) or "enough" is expected here, not “{value}”.'),
    "answer:level-and-missing": N_("There is a level, and also a reason for having none."),
    **dict.fromkeys(["int_type", "int_from_float", "int_parsing", "int_parsing_size"], _WHOLE),
    **dict.fromkeys(["float_type", "float_parsing"], _NUMBER),
    **dict.fromkeys(["string_type", "string_sub_type"], _TEXT),
    **dict.fromkeys(["bool_type", "bool_parsing"], _TRUTH),
    **dict.fromkeys(["model_type", "model_attributes_type", "dict_type", "mapping_type"], _TABLE),
    **dict.fromkeys(["tuple_type", "list_type", "iterable_type"], _LIST),
    **dict.fromkeys(["datetime_type", "datetime_parsing", "datetime_from_date_parsing"], _TIME),
    **dict.fromkeys(["datetime_object_invalid", "timezone_aware"], _TIME),
}

_PATTERNS: dict[str, str] = {
    r"^[A-Za-z][A-Za-z0-9._+-]*$": N_("Begin with a letter; then only letters without accents, digits and . _ + -"),
    r"^[a-z]{2,3}$": N_("Write a language code in two or three small letters: fr, en."),
    r"^[A-Z]{2}$": N_("Write a country code in two capital letters: FR, BE, CA."),
    r"^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$": N_("Write three numbers with dots between them: 1.0.0."),
    r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$": N_("Write a year, or a short word without spaces: 2026, 2026-autumn."),
}
