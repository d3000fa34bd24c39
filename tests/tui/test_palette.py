"""Colours: nothing by colour alone, and our own theme is readable."""

from __future__ import annotations

import pytest
from rich.color import Color

from maturity.tui.pages.view import _ROLES
from maturity.tui.widgets.palette import CONTRAST_BACKGROUND, THEMES, first_theme, styles


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    triplet = Color.parse(colour).get_truecolor()
    channels = [value / 255 for value in triplet]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("role", sorted(styles("maturity-contrast")))
def test_contrast_theme_is_readable(role: str) -> None:
    """Every style of the contrast theme stands at 7:1 or more on its background."""
    style = styles("maturity-contrast")[role]
    if style.reverse:
        style = styles("maturity-contrast")[""]
    assert style.color is not None
    light, dark = _luminance(style.color.name), _luminance(CONTRAST_BACKGROUND)

    assert not style.dim
    assert (light + 0.05) / (dark + 0.05) >= 7


def test_every_theme_knows_every_role() -> None:
    """The same roles in all themes, those of pictures among them."""
    roles = [set(styles(theme)) for theme in THEMES]

    assert roles[0] == roles[1] == roles[2]
    assert set(_ROLES.values()) <= roles[0]


def test_light_terminal_gets_dark_accents(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the terminal tells that it is light, accents are made for that."""
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert first_theme() == "ansi-light"

    monkeypatch.setenv("COLORFGBG", "15;0")
    assert first_theme() == "ansi-dark"
