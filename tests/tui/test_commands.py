"""The registry of commands: every id has an action, every screen's keys are its own, the footer tells the truth."""

from __future__ import annotations

import importlib
from collections import Counter
from pathlib import Path

import pytest
from textual.binding import Binding

import maturity.tui.screens
from maturity.tui.app import MaturityApp
from maturity.tui.commands import COMMANDS, command_of
from maturity.tui.screens.base import BaseScreen
from maturity.tui.widgets.keys import Keys
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, settle, text

MODULES = sorted(
    path.stem for path in Path(maturity.tui.screens.__file__).parent.glob("*.py") if path.stem != "__init__"
)


def _screens() -> list[type[BaseScreen[object]]]:
    found = []
    for name in MODULES:
        module = importlib.import_module(f"maturity.tui.screens.{name}")
        found += [
            value for value in vars(module).values() if isinstance(value, type) and value.__module__ == module.__name__
        ]
    return [one for one in found if issubclass(one, BaseScreen) and "BINDINGS" in vars(one)]


@pytest.mark.parametrize("screen", _screens(), ids=lambda screen: screen.__name__)
def test_every_key_does_something(screen: type[BaseScreen[object]]) -> None:
    """A screen's bindings name commands of the registry that the screen can do, and no key has two meanings there."""
    bindings = [one for one in screen.BINDINGS if isinstance(one, Binding)]
    for binding in bindings:
        command = command_of(binding.action)
        assert command is not None, binding.action
        assert hasattr(screen, f"action_{command.id}"), command.id
    keys = Counter(binding.key for binding in bindings)
    doubles = {key for key, times in keys.items() if times > 1}
    assert doubles <= {"n", "1", "2", "3"}  # note | name and sentence | cell: never on the same question


def test_ids_are_keys() -> None:
    """The registry is complete for the app, too."""
    for binding in MaturityApp.BINDINGS:
        assert isinstance(binding, Binding)
        assert hasattr(MaturityApp, f"action_{binding.action}")
    assert all(command.label and command.help for command in COMMANDS.values())


async def test_footer_shows_what_can_be_done(folder: Path, make: Make) -> None:
    """On the first question there is no way back, on a grid no note, and keys are named in the language in use."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        footer = [label for _key, label, _action in program(pilot).screen.query_one(Keys).entries()]
        assert "retour" not in footer
        assert "note" not in footer

        await press(pilot, "enter", "enter")
        footer = [label for _key, label, _action in program(pilot).screen.query_one(Keys).entries()]
        assert {"retour", "note", "aide", "quitter"} <= set(footer)
        assert "Entrée suite" in text(pilot)


async def test_the_mouse_works(folder: Path, make: Make) -> None:
    """A sentence and a key of the footer can be pressed."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = text(pilot).splitlines()
        row = next(n for n, line in enumerate(lines) if "○ 2" in line)
        await pilot.click(offset=(10, row))
        await settle(pilot)
        assert "● 2" in text(pilot)

        row = next(n for n, line in enumerate(lines) if "suite" in line)
        await pilot.click(offset=(lines[row].index("suite"), row))
        await settle(pilot)
        assert "2 sur 2" in text(pilot)


async def test_small_window_says_so(folder: Path, make: Make) -> None:
    """Below 80 × 24 everything goes on, and one line says that more fits in a larger window."""
    async with app(folder, make()).run_test(size=(60, 16)) as pilot:
        await settle(pilot)
        assert "Petite fenêtre" in text(pilot)
        await press(pilot, "1", "enter", "1", "enter", "5")
        assert "1 sur 34" in text(pilot)

        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert "Petite fenêtre" not in text(pilot)
        assert "● 5" in text(pilot)
