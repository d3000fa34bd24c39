"""Everything that can be done stands in the palette, with its key, and is found without accents."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from maturity.locale import set_language
from maturity.text import plain_words
from maturity.tui.commands import COMMANDS, command_of, label
from maturity.tui.palette_provider import Offer, fits, offers
from maturity.tui.screens.base import BaseScreen
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, settle, text

WAYS = {
    "home": None,
    "profile": (),
    "item": ("enter", "enter"),
    "map": ("g",),
    "search": ("slash",),
    "results": ("s",),
    "finish": ("ctrl+e",),
}


def _can_be_done(pilot: Pilot[int]) -> set[str]:
    """Ids of the registry that the screen binds and allows."""
    screen = program(pilot).screen
    assert isinstance(screen, BaseScreen)
    bound = [command_of(active.binding.action) for active in screen.active_bindings.values() if active.enabled]
    return {command.id for command in bound if command is not None} - {"command_palette"}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("way", WAYS)
async def test_all_that_can_be_done_is_offered(folder: Path, make: Make, way: str, language: str) -> None:
    """Every command that the screen allows is there once, named in the language in use, with a key of its own."""
    set_language(language)
    path = make(full=way == "results")
    keys = WAYS[way]
    async with app(folder, None if keys is None else path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *(keys or ()))
        found = offers(program(pilot).screen)

        assert {offer.id for offer in found} == _can_be_done(pilot)
        assert len({offer.title for offer in found}) == len(found)
        for offer in found:
            assert offer.key
            assert offer.title.casefold().startswith(label(COMMANDS[offer.id]).casefold())
            assert fits(offer, plain_words(offer.title)) >= 0.8
            assert fits(offer, plain_words(offer.help)) > 0

        await press(pilot, "ctrl+p")
        shown = text(pilot)
        assert any(f"{offer.title}   {offer.key}" in shown for offer in found)


async def test_sentences_by_number(folder: Path, make: Make) -> None:
    """A command with a key a choice is offered as often as there are choices, and each does its own."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter")
        numbers = [offer.title for offer in offers(program(pilot).screen) if offer.id == "choose"]
        assert numbers == [f"Choisir {n}" for n in range(1, 6)]

        await press(pilot, "ctrl+p", *"choisir", "space", "4")
        await press(pilot, "enter")
        assert "● 4" in text(pilot)


async def test_found_without_accents(folder: Path, make: Make) -> None:
    """``resultats`` finds « Résultats », and Enter goes there."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"RESULTATS")
        assert "Résultats   s" in text(pilot)
        await press(pilot, "enter")
        assert type(program(pilot).screen).__name__ == "ResultsScreen"


def test_title_before_explanation() -> None:
    """A whole title fits best, a part of it next, its explanation last; other words not at all."""
    offer = Offer("goto", "Carte des questions", "g", "Voir où vous en êtes.", "goto")
    words = ("carte des questions", "quest", "ou vous", "carte zzz", "")

    assert [fits(offer, plain_words(text)) for text in words] == [1.0, 0.8, 0.4, 0.0, 0.0]
