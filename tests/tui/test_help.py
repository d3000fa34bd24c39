"""Help: the keys of a screen come from the registry, each once, in a group that says what it is for."""

from __future__ import annotations

from pathlib import Path

from maturity.tui.commands import COMMANDS
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.screens.help import GROUPS, HelpScreen, KeysScreen, commands_of, grouped
from maturity.tui.screens.home import HomeScreen
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, session, settle, text


def test_every_command_in_one_group() -> None:
    """Whatever the registry holds is explained exactly once; groups name no command that is not there."""
    listed = [id_ for _title, members in grouped(COMMANDS) for id_ in members]

    assert sorted(listed) == sorted(COMMANDS)
    assert {id_ for group in GROUPS.values() for id_ in group} <= set(COMMANDS)


async def test_help_on_a_question_names_every_key(folder: Path, make: Make) -> None:
    """Below the help on a question stand all keys of answering, those of other kinds of question, too."""
    async with app(folder, make()).run_test(size=(100, 130)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter", "h")
        assert isinstance(program(pilot).screen, HelpScreen)
        shown = " ".join(text(pilot).split())
        assert "Répondre 1–5" in shown
        assert "Changer d’avis" in shown
        for id_ in commands_of(AnswerScreen):
            assert id_ in COMMANDS
        assert shown.index("Répondre") < shown.index("Circuler") < shown.index("Partout")


async def test_keys_of_home_and_map(folder: Path, make: Make) -> None:
    """``h`` lists the keys of the page one is on, and goes back to it."""
    path = make()
    async with app(folder).run_test(size=(100, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "h")
        assert isinstance(program(pilot).screen, KeysScreen)
        assert "Commencer une nouvelle évaluation." in text(pilot)
        await press(pilot, "h")
        assert isinstance(program(pilot).screen, HomeScreen)

        program(pilot).open_file(path)
        await settle(pilot)
        await press(pilot, "g", "h")
        assert "prochaine question sans réponse" in text(pilot)
        await press(pilot, "ctrl+l")
        assert "Go to the next question without an answer." in text(pilot)


async def test_help_on_every_kind_of_question(folder: Path, make: Make) -> None:
    """The grid explains rows, columns and levels; grid, counts and profile questions name the keys that they have."""
    async with app(folder, make()).run_test(size=(100, 130)) as pilot:
        await settle(pilot)
        opened, screen = session(pilot), program(pilot).screen
        assert isinstance(screen, AnswerScreen)
        shown = {}
        for kind in ("profile", "helix", "counts"):
            screen.index = next(n for n, step in enumerate(opened.way) if step.kind == kind)
            await press(pilot, "h")
            assert isinstance(program(pilot).screen, HelpScreen)
            shown[kind] = " ".join(text(pilot).split())
            await press(pilot, "escape")
            assert isinstance(program(pilot).screen, AnswerScreen)

        helix = opened.questionnaire.helix
        assert helix is not None
        for words in (*(s.help for s in helix.stages), *(s.who_counts for s in helix.subsystems)):
            assert words["fr"][:30].replace("\u202f", " ").replace("\u00a0", " ")[:20] in shown["helix"]
        assert "0–3" in shown["helix"]
        assert "0–3" not in shown["counts"] + shown["profile"]
        assert "ne savez pas" not in shown["helix"] + shown["counts"] + shown["profile"]
        assert all("Annuler" in page for page in shown.values())
