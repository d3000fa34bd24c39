"""One question: room for it, minutes left, hints, keys that can do nothing here, another language in the middle."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import TextArea

from maturity.answering.cards import Cards
from maturity.answering.route import steps
from maturity.answering.views import Card, Choice
from maturity.locale import set_language
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Answer
from maturity.tui.app import MaturityApp
from maturity.tui.widgets.card import card_rows
from maturity.tui.widgets.page import Page
from tests.tui.conftest import NOW, Make, app, new_response
from tests.tui.screen import press, session, settle, text
from tests.tui.test_undo import go, screen

ROOM = (79, 20)  # of a card in a window of 80 × 24: heading, keys and the scroll bar's column taken off


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("form", ["short", "placement", "full"])
def test_every_question_fits_a_small_window(questionnaire: Questionnaire, form: str, language: str) -> None:
    """At 80 × 24 no question has to be scrolled, all its marks set; no last line of a sentence is one short word."""
    set_language(language)
    response = new_response(questionnaire, form=form)
    marked = Answer(level=3, language=language, confidence=1, flagged=True)
    response = response.model_copy(update={"answers": dict.fromkeys(questionnaire.item_ids, marked)})
    cards = Cards(questionnaire, response, steps(questionnaire, response), language, 12)
    for n, step in enumerate(cards.way):
        if step.kind in {"item", "profile"}:
            card = cards.item(n) if step.kind == "item" else cards.profile(n)
            rows = card_rows(card, *ROOM)
            assert len(rows) <= ROOM[1], step.id
            assert max(row.width for row in rows) <= ROOM[0], step.id
            assert any("12 min" in row.plain for row in rows[:5]), step.id


def test_a_tall_window_lets_a_card_breathe() -> None:
    """Blank rows between sentences where there is room, none where there is not; the sentences are the same."""
    choices = [Choice(str(n), str(n), f"sentence {n}") for n in range(1, 6)]
    card = Card(part="P", place="1 of 9", share=0.1, stem="Do you?", choices=choices, lead="Choose.", intro="About.")
    roomy, tight = ([row.plain for row in card_rows(card, 79, height)] for height in (40, 9))

    assert len(tight) <= 9
    assert [line for line in roomy if "sentence" in line] == [line for line in tight if "sentence" in line]
    first = next(n for n, line in enumerate(roomy) if "sentence 1" in line)
    assert roomy[first + 1] == ""
    assert "  About." in roomy
    assert "  About." not in tight


async def test_minutes_left_follow_this_persons_pace(folder: Path, make: Make, questionnaire: Questionnaire) -> None:
    """The form's own minutes at first; after some quick answers, fewer; always in words beside the place."""
    form = questionnaire.form("placement")
    now = [NOW]
    program = MaturityApp(folder, make(), clock=lambda: now[0])
    async with program.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert f"1 sur 2 · encore {form.minutes} min environ" in text(pilot)
        await go(pilot, "item")
        for _answer in range(5):
            now[0] += timedelta(seconds=6)
            await press(pilot, "3", "enter")

        assert "6 sur 34 · 3 min" in text(pilot)  # 29 questions of 6 seconds


async def test_the_hint_goes_once_used(folder: Path, make: Make) -> None:
    """The first line says how to answer until a number and Enter were used; the file keeps nothing of it."""
    path = make()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Tapez le numéro de votre réponse, puis Entrée." in text(pilot)
        await press(pilot, "1")
        assert "Tapez le numéro" in text(pilot)
        await press(pilot, "enter")
        assert "Tapez le numéro" not in text(pilot)
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Tapez le numéro" in text(pilot)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("n", "On ne peut pas écrire de note ici."),
        ("e", "à l’appui de cette question"),
        ("f", "Cette question ne se marque pas"),
        ("question_mark", "Si vous ne savez pas, continuez"),
        ("x", "n’est pas une réponse à cette question"),
        ("left", "C’est la première question."),
    ],
)
async def test_a_key_that_can_do_nothing_says_why(folder: Path, make: Make, key: str, said: str) -> None:
    """No key is silently ignored; the next one takes the words away."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, key)
        assert said in text(pilot)
        await press(pilot, "1")
        assert said not in text(pilot)


async def test_more_below_is_said(folder: Path, make: Make) -> None:
    """A page longer than the window says so on its last line, until its end is seen."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "item")
        assert "↓ suite" not in text(pilot)
        await press(pilot, "h")
        last = next(line for line in text(pilot).splitlines() if "↓ suite" in line)
        hidden = last.partition("↓")[0].strip()
        await press(pilot, "pagedown")
        assert hidden in text(pilot)  # the line under the sign is seen next
        await press(pilot, "end")
        assert "↓ suite" not in text(pilot)


async def test_a_mark_is_never_under_the_sign(folder: Path, make: Make) -> None:
    """What the mark stands on is seen whole."""
    async with app(folder, make()).run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        await go(pilot, "item", 1)
        for _step in range(4):
            await press(pilot, "down")
            lines = text(pilot).splitlines()
            assert not any("▌" in line and "↓ suite" in line for line in lines)


async def test_language_in_the_middle_of_a_question(folder: Path, make: Make) -> None:
    """Mark, scroll and focus stay; words change; nothing is answered by it."""
    async with app(folder, make()).run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        await go(pilot, "item", 1)
        await press(pilot, "down", "down", "down", "down")
        card = screen(pilot).query_one("#card", Page)
        before = (card.cursor, card.scroll_offset.y, pilot.app.focused)
        assert before[1] > 0

        await press(pilot, "ctrl+l")

        assert (card.cursor, card.scroll_offset.y, pilot.app.focused) == before
        assert "2 of 34" in text(pilot) or "Choose" in text(pilot) or "choose" in text(pilot)
        assert session(pilot).response.answers == {}


async def test_language_in_the_middle_of_a_long_note(folder: Path, make: Make) -> None:
    """The note keeps its text, cursor, scroll and focus; undo afterwards still takes all of it at once."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "item")
        await press(pilot, "n", *["a", "enter"] * 30, "b", "up", "up")
        area = pilot.app.screen.query_one(TextArea)
        before = (area.text, area.cursor_location, area.scroll_offset, pilot.app.focused)
        assert before[2].y > 0

        await press(pilot, "ctrl+l")
        assert (area.text, area.cursor_location, area.scroll_offset, pilot.app.focused) == before
        assert "keep and close" in text(pilot)

        await press(pilot, "c", "escape", "backspace")
        assert session(pilot).response.answers == {}
        assert "Undone: note on" in text(pilot)


async def test_sure_of_a_sentence_only(folder: Path, make: Make) -> None:
    """Without an answer, and after "don't know", one is told to choose first; nothing is written."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await go(pilot, "item")
        for keys, wanted in ((("c",), None), (("?", "c"), None), (("2", "c"), 1)):
            await press(pilot, *keys)
            answer = session(pilot).response.answer(screen(pilot).step.id)
            assert answer.confidence == wanted
            assert ("Choisissez d’abord une phrase" in text(pilot)) == (wanted is None)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_bar_is_as_long_whatever_stands_beside_it(folder: Path, make: Make, size: tuple[int, int]) -> None:
    """Marks that come and go do not make it shorter."""
    async with app(folder, make()).run_test(size=size) as pilot:
        await settle(pilot)
        await go(pilot, "item", 3)
        lengths = set()
        for key in ("3", "c", "f", "f", "c"):
            await press(pilot, key)
            shown = text(pilot).split("\n")[2:]
            bar = next(line for line in shown if "━" in line)
            lengths.add((bar.count("━"), bar.partition("│")[0].count("─")))
        assert len(lengths) == 1
