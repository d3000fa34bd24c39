"""Text that others wrote is shown as it was typed, on every screen, and does nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.events import Paste
from textual.pilot import Pilot

from maturity.answering.route import steps
from maturity.questionnaire.model import Questionnaire
from maturity.tui.widgets.fields import Area
from maturity.tui.widgets.words import content, rich_text, shown
from tests.tui.conftest import Make, answered, app, new_response
from tests.tui.places import PLACES, furnish, reach
from tests.tui.screen import press, program, session, settle, text

# What is given → what is seen of it: the same, but for what no terminal may get.
NASTY = {
    "markup": (
        "[/b][@click=app.quit]x[/] \\[red] {name} %s $error [/][b",
        "[/b][@click=app.quit]x[/] \\[red] {name} %s $error [/][b",
    ),
    "escapes": (
        "Pau\x1b[2J\x1b]52;c;cm0=\x07\x9b31m\x90q\x9c\x1b]0;x\x1b\\\u202egnol\u2066\u200b\U000e0041!",
        "Pauqgnol!",
    ),
    "marks": ("Pa" + "u\u0308\u0323\u0331\u0332\u0333\u0301" * 3, "Pa"),
    "wide": ("東京都 한국 👩‍👩‍👧‍👦🇫🇷 ﷽ ａｂ", "東京都 한국"),
    "long": ("Saint-" + "x" * 294, "Saint-xxxxxxxxx"),
}
SIZES = {"markup": (130, 40)}  # wide, with the help beside; the others at the smallest
ROOT = Path(__file__).parent.parent.parent


@pytest.mark.usefixtures("brisk")
@pytest.mark.parametrize("kind", NASTY)
async def test_every_screen_shows_it_as_typed(folder: Path, questionnaire: Questionnaire, kind: str) -> None:
    """Authority, project, note and evidence hold it: each screen shows what can be shown, in its columns, and lives."""
    nasty, seen = NASTY[kind]
    begun = answered(new_response(questionnaire, name=nasty), questionnaire, note=nasty)
    begun = begun.model_copy(update={"profile": {}})
    full = answered(new_response(questionnaire, name=nasty), questionnaire, note=nasty)
    files = furnish(folder, begun, full)
    silent, crooked = list[str](), list[str]()
    async with app(folder).run_test(size=SIZES.get(kind, (80, 24))) as pilot:
        await settle(pilot)
        for place in PLACES:
            await reach(pilot, place, files)
            shown_now = text(pilot)
            if place.name not in NAMELESS and seen not in (
                shown_now if place.screen in {"home", "ask"} else shown_now.splitlines()[0]
            ):
                silent.append(place.name)
            crooked += [f"{place.name}: {line!r}" for line in _crooked(pilot)]
            assert not HARMFUL.search(shown_now)
            assert pilot.app.is_running
            assert pilot.app.return_code is None
            if kind == "markup" and place.name in {"note", "grid", "results-4"}:
                assert shown_now.count(seen) >= 2  # its name above, and what was written below

    assert silent == []
    assert "\n".join(crooked) == ""


NAMELESS = {place.name for place in PLACES if place.screen in {"new", "ask"}} | {"welcome", "home-find"}
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")


def _crooked(pilot: Pilot[int]) -> list[str]:
    """Lines that are not as wide as the screen: something was counted wrongly."""
    screen = pilot.app.screen
    strips = screen._compositor.render_strips(screen.size)
    return [strip.text for strip in strips if cell_len(strip.text) != screen.size.width]


async def test_clicking_it_does_nothing(folder: Path, make: Make) -> None:
    """An action written in a name is not pressed by the mouse."""
    async with app(folder, make(name="[@click=app.quit]x[/]")).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for column in range(1, 30, 3):
            await pilot.click(offset=(column, 0))
        await settle(pilot)

        assert pilot.app.return_code is None


async def test_pasting_cleans(folder: Path, make: Make, questionnaire: Questionnaire) -> None:
    """5,000 characters with escape sequences, invisible characters and line breaks: what can be shown is kept."""
    pasted = "\x1b[2J\x1b]0;title\x07été\u202e\u200b\r\nligne [/b]\n" + "a" * 5000
    item = next(step.id for step in steps(questionnaire, new_response(questionnaire)) if step.kind == "item")
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter", "n")
        pilot.app.post_message(Paste(pasted))
        await settle(pilot)
        assert program(pilot).screen.query_one(Area).text == "été\nligne [/b]\n" + "a" * 5000
        await press(pilot, "escape")

        assert session(pilot).response.answer(item).note == "été\nligne [/b]\n" + "a" * 5000


def test_the_gate() -> None:
    """Escape sequences go, spaces at both ends and line breaks stay, markup is only text."""
    assert shown("  a\x1b[31mb\u202e  ") == "  ab  "
    assert shown("\x1b") == ""
    assert shown("é\n[b]") == "é\n[b]"
    assert content("[b]x[/b]").plain == "[b]x[/b]"
    assert rich_text("[b]x[/b]").plain == "[b]x[/b]"


def test_nobody_walks_around_the_gate() -> None:
    """No module of the terminal gives a plain string to a widget of Textual that reads markup."""
    markup = re.compile(r"\b(?:Static|Label|Button|OptionList|RadioButton|Select|Collapsible|Markdown|notify)\(")
    files = sorted((ROOT / "src/maturity/tui").rglob("*.py"))
    strays = [file.name for file in files if markup.search(file.read_text(encoding="utf-8"))]

    assert files
    assert strays == []


def test_notes_are_whole(questionnaire: Questionnaire) -> None:
    """The helper of these tests does what it says."""
    response = answered(new_response(questionnaire), questionnaire, note="x")

    assert {answer.note for answer in response.answers.values()} == {"", "x"}
