"""Colours: our own theme is readable, the others use the terminal's colours alone, and nothing is said by colour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from maturity.questionnaire.model import Questionnaire
from maturity.tui.pages.view import _ROLES
from maturity.tui.widgets.palette import THEMES, first_theme, styles
from tests.tui.conftest import answered, app, new_response
from tests.tui.places import PLACES, Files, furnish, reach
from tests.tui.screen import press, settle

LOWEST = 7.0  # WCAG 2.2, 1.4.6
Seen = dict[tuple[str, str, bool], str]  # letters' colour, ground, faint → where


@pytest.fixture
def files(folder: Path, questionnaire: Questionnaire) -> Files:
    """An assessment begun, a complete one, a damaged one."""
    full = answered(new_response(questionnaire), questionnaire, note="Carte des travaux")
    return furnish(folder, new_response(questionnaire, name="Saint-Aubray"), full)


def _luminance(colour: Color) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [value / 255 for value in colour.get_truecolor()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """From 1 (the same) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_in_wcag() -> None:
    """Black on white is 21; the grey that just reaches 4.5 on white is #767676."""
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), Color.parse("#ffffff")) == pytest.approx(4.54, abs=0.01)


def _segments(pilot: Pilot[int]) -> Iterator[Segment]:
    screen = pilot.app.screen
    for strip in screen._compositor.render_strips(screen.size):
        yield from strip


@pytest.mark.usefixtures("brisk")
async def test_every_theme_on_every_screen(files: Files) -> None:
    """High contrast: at least 7:1 wherever a letter stands; the other themes send none but the sixteen colours."""
    faint, leaks = list[str](), list[str]()
    async with app(files.folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for place in PLACES:
            await reach(pilot, place, files)
            for theme in THEMES:
                pilot.app.theme = theme
                await settle(pilot)
                for text, style, _control in _segments(pilot):
                    if theme == "maturity-contrast":
                        if text.strip() and not _readable(style):
                            faint.append(f"{place.name}: {text.strip()!r} {style}")
                    elif not _own(style):
                        leaks.append(f"{place.name} {theme}: {text!r} {style}")

    assert "\n".join(faint) == ""
    assert "\n".join(leaks) == ""


def _readable(style: Style | None) -> bool:
    if style is None or style.color is None or style.bgcolor is None or style.dim:
        return False
    if ColorType.DEFAULT in (style.color.type, style.bgcolor.type):
        return False  # who knows what the terminal makes of it
    return contrast(style.color, style.bgcolor) >= LOWEST


def _own(style: Style | None) -> bool:
    colours = (style.color, style.bgcolor) if style is not None else ()
    return all(one is None or one.type in (ColorType.DEFAULT, ColorType.STANDARD) for one in colours)


@pytest.mark.usefixtures("brisk")
async def test_nothing_by_colour_alone(files: Files) -> None:
    """Whatever a key changes on a screen can be read with all colour and weight taken away."""
    by_colour = []
    async with app(files.folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for place in PLACES:
            await reach(pilot, place, files)
            for key in ("down", "up", "right", "3", "f", "space"):
                before = _told(pilot)
                screen = pilot.app.screen
                await press(pilot, key)
                if pilot.app.screen is not screen:
                    await reach(pilot, place, files)
                    continue
                after = _told(pilot)
                if before[1] != after[1] and before[0] == after[0]:
                    by_colour.append(f"{place.name}: {key}")

    assert "\n".join(by_colour) == ""


def _told(pilot: Pilot[int]) -> tuple[str, list[Segment]]:
    """What is read without colour, and everything that is drawn.

    In a field and in the list of commands, light on dark the other way round counts: it is no colour, and where the
    cursor of a text stands has no sign of its own.
    """
    screen = pilot.app.screen
    typed = isinstance(screen, CommandPalette) or bool(screen.query(Input)) or bool(screen.query(TextArea))
    drawn = list(Segment.simplify(Segment(text, style and style.without_color) for text, style, _ in _segments(pilot)))
    marks = [("#" if typed and style and style.reverse else "") + text for text, style, _control in drawn]
    return "".join(marks), [Segment(text, style) for text, style, _control in _segments(pilot)]


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
