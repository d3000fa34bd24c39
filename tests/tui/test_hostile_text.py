"""Text that others wrote is shown as it was typed, on every screen, and does nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from maturity.answering.route import steps
from maturity.questionnaire.model import Questionnaire
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.widgets.fields import Area
from maturity.tui.widgets.words import content, rich_text, shown
from tests.tui.conftest import Make, answered, app, new_response
from tests.tui.screen import press, program, session, settle, text

NASTY = (
    "Pau [/b]",
    "[@click=app.quit]x[/]",
    "[red]Pau[/red] {name}",
    "Pau \\[b] %s $foreground",
    "[/][/][b",
    "Pau\x1b[2J\x1b]0;x\x07\u202e[b]",
)
ROOT = Path(__file__).parent.parent.parent


async def _go(pilot: Pilot[int], step: str) -> None:
    screen = program(pilot).screen
    assert isinstance(screen, AnswerScreen)
    screen.index = next(n for n, one in enumerate(session(pilot).way) if one.kind == step)
    await settle(pilot)


@pytest.mark.parametrize("nasty", NASTY)
async def test_every_screen_shows_it_as_typed(folder: Path, make: Make, nasty: str) -> None:
    """Name, note, evidence and project hold markup: each screen shows it literally and goes on living."""
    path = make(name=nasty, full=True, note=nasty)
    seen = shown(nasty)  # without what no terminal may get
    async with app(folder).run_test(size=(130, 40)) as pilot:
        await settle(pilot)
        assert seen in text(pilot)  # home

        program(pilot).open_file(path)
        await settle(pilot)
        if not isinstance(program(pilot).screen, AnswerScreen):
            await press(pilot, "escape")  # everything is answered: it opens on finishing
        for kind in ("item", "helix", "counts", "profile"):
            await _go(pilot, kind)
            assert seen in text(pilot).splitlines()[0]
        await _go(pilot, "item")
        assert f"Note\u00a0: {seen}" in text(pilot)
        await _go(pilot, "helix")
        assert text(pilot).count(seen) == 2

        await _go(pilot, "item")
        for key, back in (("g", "escape"), ("h", "escape"), ("n", "escape"), ("e", "escape"), ("ctrl+p", "escape")):
            await press(pilot, key)
            assert seen in text(pilot).splitlines()[0]
            await press(pilot, back)
        await press(pilot, "s")
        for page in "123456":
            await press(pilot, page)
            assert seen in text(pilot).splitlines()[0]
            await press(pilot, "t", "t")
        await press(pilot, "4")
        assert text(pilot).count(seen) >= 2
        if nasty == NASTY[0]:  # one report is enough
            await press(pilot, "w")
            assert seen in text(pilot).splitlines()[0]
        assert pilot.app.is_running
        assert pilot.app.return_code is None


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
