"""What results look like, as text: every page in every state, 80 × 24 and 160 × 50, French and English.

``UPDATE_GOLDEN=1 pytest tests/tui/test_result_goldens.py`` writes them anew: read the difference before committing it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.locale import set_language
from maturity.questionnaire.model import Questionnaire
from tests.tui.conftest import app
from tests.tui.examples import kept, states
from tests.tui.screen import press, settle, text
from tests.tui.test_goldens import SIZES, check

STATES = ["determined", "borderline", "undetermined", "screened-out", "empty"]
PAGES = "123456"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
async def test_results(folder: Path, questionnaire: Questionnaire, state: str, size: str, language: str) -> None:
    """Each page says its finding first and shows its picture."""
    set_language(language)
    async with app(folder, kept(folder, states(questionnaire)[state])).run_test(size=SIZES[size]) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        shown = []
        for page in PAGES:
            await press(pilot, page)
            shown.append(text(pilot))

        check(f"results-{state}-{size}-{language}", "\n".join(shown))


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_results_as_tables(folder: Path, questionnaire: Questionnaire, language: str) -> None:
    """The same figures without pictures."""
    set_language(language)
    async with app(folder, kept(folder, states(questionnaire)["undetermined"])).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "t")
        shown = []
        for page in PAGES:
            await press(pilot, page)
            shown.append(text(pilot))

        check(f"results-tables-80x24-{language}", "\n".join(shown))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
async def test_what_if(folder: Path, questionnaire: Questionnaire, size: str, language: str) -> None:
    """Before, and after the first start was tried; then the other map."""
    set_language(language)
    async with app(folder, kept(folder, states(questionnaire)["determined"])).run_test(size=SIZES[size]) as pilot:
        await settle(pilot)
        await press(pilot, "s", "2", "i")
        shown = [text(pilot)]
        await press(pilot, "enter")
        shown.append(text(pilot))
        await press(pilot, "p")
        shown.append(text(pilot))

        check(f"what-if-{size}-{language}", "\n".join(shown))


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_report(folder: Path, questionnaire: Questionnaire, language: str) -> None:
    """What can be written."""
    set_language(language)
    async with app(folder, kept(folder, states(questionnaire)["determined"])).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "w")

        check(f"report-80x24-{language}", text(pilot))
