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


def themes() -> tuple[Theme, ...]:
    """What Textual itself draws with (fields, scroll bars, the palette of commands), in the same order as `THEMES`."""
    return (_terminal_theme("ansi-dark", dark=True), _terminal_theme("ansi-light", dark=False), _contrast_theme())


def _terminal_theme(name: str, *, dark: bool) -> Theme:
    """Only the terminal's own sixteen colours, on its own background."""
    accent, warn = (f"ansi_{_COLOURS[name][role]}" for role in ("accent", "warn"))
    own = "ansi_default"
    return Theme(
        name=name,
        ansi=True,
        dark=dark,
        primary=accent,
        secondary=accent,
        accent=accent,
        warning=warn,
        error="ansi_red",
        success="ansi_green",
        foreground=own,
        background=own,
        surface=own,
        panel=own,
        boost=own,
        variables=_lines(accent, own, own),
    )


def _contrast_theme() -> Theme:
    """Light text on a very dark blue-grey."""
    accent, ink, ground = _CONTRAST["accent"], _CONTRAST[""], CONTRAST_BACKGROUND
    return Theme(
        name="maturity-contrast",
        primary=accent,
        secondary=accent,
        accent=accent,
        warning=_CONTRAST["key"].split()[-1],
        error=_CONTRAST["bad"].split()[-1],
        success=_CONTRAST["good"],
        foreground=ink,
        background=ground,
        surface=ground,
        panel=ground,
        boost=ground,
        text_alpha=1.0,
        variables=_lines(accent, ink, ground),
    )


def _lines(accent: str, ink: str, ground: str) -> dict[str, str]:
    """Borders, scroll bars, and what Textual asks of a theme besides."""
    bars = {f"scrollbar{state}": accent for state in ("", "-hover", "-active")}
    backs = {f"scrollbar-{part}": ground for part in ("background", "background-hover", "background-active")}
    return {
        **bars,
        **backs,
        "scrollbar-corner-color": ground,
        "border": accent,
        "border-blurred": accent,
        "ansi-background": ground,
        "ansi-foreground": ink,
    }


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
