"""Every screen is walked through, and fits."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import TextArea

from maturity.locale import set_language
from maturity.questionnaire.model import Questionnaire
from maturity.tui.widgets.heading import Heading
from maturity.tui.widgets.keys import Keys
from maturity.tui.widgets.page import Page
from tests.tui.conftest import answered, app, new_response
from tests.tui.places import PLACES, SCREENS, Files, furnish, reach
from tests.tui.screen import settle, text

SMALL = ((60, 15), (40, 10), (20, 5), (1, 1))
WARNING = {"fr": "Petite fenêtre", "en": "Small window"}


@pytest.fixture
def files(folder: Path, questionnaire: Questionnaire) -> Files:
    """An assessment begun, a complete one, a damaged one."""
    full = answered(new_response(questionnaire), questionnaire, note="Carte des travaux")
    return furnish(folder, new_response(questionnaire, name="Saint-Aubray"), full)


def test_every_screen_is_walked_through() -> None:
    """A new file in tui/screens needs a place: hostile text, small windows, themes and pictures then know it."""
    there = {path.stem for path in SCREENS.glob("*.py")} - {"__init__"}
    modules = [importlib.import_module(f"maturity.tui.screens.{place.screen}") for place in PLACES]
    classes = [one for module in modules for one in vars(module).values() if isinstance(one, type)]
    walked = {base.__module__ for one in classes if issubclass(one, Screen) for base in one.__mro__}

    assert there - {name.rpartition(".")[2] for name in walked} == set()
    assert len({place.name for place in PLACES}) == len(PLACES)


@pytest.mark.usefixtures("brisk")
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_80_by_24_is_enough(files: Files, language: str) -> None:
    """What one came for is seen, the mark too, the keys stand below it whole, and no line runs out of its page."""
    set_language(language)
    wrong = []
    async with app(files.folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for place in PLACES:
            await reach(pilot, place, files)
            wrong += [f"{place.name}: {what}" for what in _missing(pilot)]
            assert WARNING[language] not in text(pilot)

    assert "\n".join(wrong) == ""


def _missing(pilot: Pilot[int]) -> list[str]:
    """What of the present screen cannot be seen."""
    screen, found = pilot.app.screen, []
    focused = screen.focused
    if focused is None or not screen.region.contains_region(focused.region) or focused.region.area == 0:
        found.append(f"focus {focused}")
    if isinstance(focused, TextArea) and focused.region.height < 3:
        found.append("no room to write")
    cut = [keys for keys in screen.query(Keys) if keys.region.bottom != screen.size.height or keys.region.height < 1]
    found += ["the keys are cut"] * len(cut)
    for page in screen.query(Page):
        if not page.display:
            continue
        if page.region.height < 1:
            found.append("a page without room")
        width = page.scrollable_content_region.width
        found += [f"cut: {row.plain!r}" for row in page._rows if cell_len(row.plain.rstrip()) > width]
        lines = [n for n, row in enumerate(page._rows) if row.target is not None and row.target == page.cursor]
        if lines and not any(0 <= n - page.scroll_offset.y < page.size.height for n in lines):
            found.append("the mark is out of sight")
    return found


@pytest.mark.usefixtures("brisk")
async def test_smaller_says_so_and_goes_on(files: Files) -> None:
    """From 60 × 15 down to a single cell: a word about it where it fits, no screen fails, all is as before."""
    unseen = []
    async with app(files.folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for place in PLACES:
            await reach(pilot, place, files)
            before = text(pilot)
            for size in SMALL:
                await pilot.resize_terminal(*size)
                await settle(pilot)
                assert pilot.app.is_running
                if size[0] >= 40 and pilot.app.screen.query(Heading):
                    assert WARNING["fr"] in text(pilot), (place.name, size)
                focused = pilot.app.screen.focused
                if size[0] >= 20 and (
                    focused is None or focused.content_region.intersection(pilot.app.screen.region).area == 0
                ):
                    unseen.append(f"{place.name} {size}: {focused}")
            await pilot.resize_terminal(80, 24)
            await settle(pilot)

            assert _edges(text(pilot)) == _edges(before), place.name

    assert "\n".join(unseen) == ""


def _edges(shown: str) -> list[str]:
    """Heading and keys; what lies between may have been scrolled to keep its mark in sight."""
    lines = shown.splitlines()
    return [*lines[:2], lines[-1]]
