"""Colours and other words of style, as far as a logo may have them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PIL import ImageColor

from maturity.report.vector.outline import Refused

_CLASS = re.compile(r"\.[A-Za-z_][\w-]{0,100}")
INHERITED = frozenset([
    "fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
    "stroke-dasharray", "color", "visibility", "fill-opacity", "stroke-opacity",
])  # fmt: skip
_REFUSED = frozenset([  # where they are more than absent
    "clip-path", "mask", "filter", "transform", "mix-blend-mode", "marker", "marker-start", "marker-mid", "marker-end",
])  # fmt: skip
SAID = INHERITED | _REFUSED | {"display", "opacity"}  # what of a style is read; fonts and the like draw nothing here


def declarations(text: str) -> dict[str, str]:
    """``fill:red;stroke:none`` as names and values."""
    pairs = (one.partition(":") for one in text.split(";"))
    said = ((name.strip(), value.replace("!important", "").strip()) for name, _, value in pairs)
    return {name: value for name, value in said if value and name in SAID}


def sheet(text: str) -> dict[str, dict[str, str]]:
    """Rules for classes; anything else that a style sheet may hold is refused."""
    rules: dict[str, dict[str, str]] = {}
    *blocks, rest = _without_comments(text).split("}")
    for block in blocks:
        selectors, _, said = block.partition("{")
        for selector in map(str.strip, selectors.split(",")):
            if not _CLASS.fullmatch(selector):
                raise Refused("style", selector)
            rules.setdefault(selector[1:], {}).update(declarations(said))
    if rest.strip():
        raise Refused("style", rest.strip())
    return rules


def _without_comments(text: str) -> str:
    first, *others = text.split("/*")
    return first + "".join(one.partition("*/")[2] for one in others)


def must_be_plain(said: Mapping[str, str]) -> None:
    """Nothing half transparent, cut out, filtered, or filled with more than a colour."""
    for name, value in said.items():
        if name.endswith("opacity") and value not in ("1", "1.0", "100%", "inherit"):
            raise Refused("style", name)
        if (name in _REFUSED and value not in ("none", "normal")) or "url(" in value:
            raise Refused("style", name)


def colour(style: Mapping[str, str], name: str, otherwise: str) -> str:
    """``#rrggbb``; empty for none."""
    said = style.get(name, otherwise).strip()
    if said == "currentColor":
        said = style.get("color", "black").strip()
    if said in ("none", "transparent"):
        return ""
    try:
        red, green, blue, *alpha = ImageColor.getrgb(said[:60])
    except ValueError as error:
        raise Refused("style", f"{name}: {said}") from error
    if alpha and alpha[0] != 255:
        raise Refused("style", f"{name}: {said}")
    return f"#{red:02x}{green:02x}{blue:02x}"
