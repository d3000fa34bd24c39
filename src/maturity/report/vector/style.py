"""Colours and other words of style, as far as a logo may have them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PIL import ImageColor

from maturity.report.vector.outline import Refused

_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,2000})\}")
_CLASS = re.compile(r"\.[A-Za-z_][\w-]{0,100}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def declarations(text: str) -> dict[str, str]:
    """``fill:red;stroke:none`` as names and values."""
    pairs = (one.partition(":") for one in text.split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if value}


def sheet(text: str) -> dict[str, dict[str, str]]:
    """Rules for classes; anything else that a style sheet may hold is refused."""
    rules: dict[str, dict[str, str]] = {}
    plain = _COMMENT.sub("", text)
    for match in _RULE.finditer(plain):
        for selector in match[1].split(","):
            if not _CLASS.fullmatch(selector.strip()):
                raise Refused("style", selector.strip())
            rules.setdefault(selector.strip()[1:], {}).update(declarations(match[2]))
    if rest := _RULE.sub("", plain).strip():
        raise Refused("style", rest)
    return rules


def must_be_plain(said: Mapping[str, str]) -> None:
    """Nothing half transparent, cut out, filtered, or filled with more than a colour."""
    for name, value in said.items():
        if name.endswith("opacity") and value not in ("1", "1.0", "100%", "inherit"):
            raise Refused("style", name)
        if (name in ("clip-path", "mask", "filter") and value != "none") or "url(" in value:
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
