"""Roles and how each theme draws them. Nothing is said by colour alone: every role also has a mark or a word."""

from __future__ import annotations

import os
from functools import cache

from rich.style import Style
from textual.theme import Theme

# The terminal's own colours: the reader has chosen them, light or dark.
_TERMINAL = {
    "": "",
    "strong": "bold",
    "dim": "",  # a terminal's own dim is too faint for sentences; bold and plain are hierarchy enough
    "title": "bold {accent}",
    "accent": "{accent}",
    "chosen": "bold {accent}",
    "cursor": "reverse",
    "key": "bold {accent}",
    "good": "green",
    "warn": "bold {warn}",
    "bad": "bold red",
    "rule": "dim",
    "own": "bold {accent}",
    "second": "bold {warn}",
    "grid": "dim",
}
_COLOURS = {
    "ansi-dark": {"accent": "cyan", "warn": "yellow"},
    "ansi-light": {"accent": "blue", "warn": "magenta"},
}
# One theme of our own, every pair at 7:1 or more on its background (checked by a test).
CONTRAST_BACKGROUND = "#101418"
_CONTRAST = {
    "": "#f2f2ee",
    "strong": "bold #ffffff",
    "dim": "#b9c0c6",
    "title": "bold #8fd3ff",
    "accent": "#8fd3ff",
    "chosen": "bold #8fd3ff",
    "cursor": "reverse",
    "key": "bold #ffd58a",
    "good": "#9be3a0",
    "warn": "bold #ffd58a",
    "bad": "bold #ffb3a7",
    "rule": "#98a2aa",
    "own": "bold #8fd3ff",
    "second": "bold #ffd58a",
    "grid": "#98a2aa",
}
THEMES = ("ansi-dark", "ansi-light", "maturity-contrast")


def contrast_theme() -> Theme:
    """Light text on a very dark blue-grey."""
    return Theme(
        name="maturity-contrast",
        primary="#8fd3ff",
        secondary="#b9c0c6",
        accent="#8fd3ff",
        warning="#ffd58a",
        error="#ffb3a7",
        success="#9be3a0",
        foreground="#f2f2ee",
        background=CONTRAST_BACKGROUND,
        surface=CONTRAST_BACKGROUND,
        panel="#1a2027",
        text_alpha=1.0,
    )


def first_theme() -> str:
    """Light where the terminal says that its background is light (``COLORFGBG``), dark otherwise."""
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return "ansi-light" if background in {"7", "15"} else "ansi-dark"


@cache
def styles(theme: str) -> dict[str, Style]:
    """The style of each role under a theme; a theme that is not ours is drawn with the terminal's colours."""
    if theme == "maturity-contrast":
        return {role: Style.parse(text) for role, text in _CONTRAST.items()}
    colours = _COLOURS.get(theme, _COLOURS["ansi-dark"])
    return {role: Style.parse(text.format(**colours)) for role, text in _TERMINAL.items()}


def style(theme: str, role: str) -> Style:
    """The style of one role; plain where the role is unknown."""
    known = styles(theme)
    return known.get(role, known[""])
