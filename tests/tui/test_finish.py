"""The finishing page: never a wall; one list of what is open, and what each answer would tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.answering import edits
from maturity.locale import set_language
from maturity.questionnaire.model import Questionnaire
from maturity.response.file import create
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.screens.finish import FinishScreen
from maturity.tui.screens.help import KeysScreen
from maturity.tui.screens.map import MapScreen
from maturity.tui.screens.search import SearchScreen
from tests.tui.conftest import Make, answered, app, new_response
from tests.tui.screen import press, program, session, settle, text
from tests.tui.test_goldens import SIZES, check


@pytest.fixture
def nearly(folder: Path, questionnaire: Questionnaire) -> Path:
    """Complete but for one answer that would settle the type, a "don't know", a mark, and three empty cells."""
    response = answered(new_response(questionnaire), questionnaire)
    response = edits.missing(edits.erased(response, "N1.2"), "T4.1", "dont-know", "fr")
    response = edits.flag(response, "T3.2")
    helix = questionnaire.helix
    assert helix is not None
    for stage in helix.stages[:3]:
        response = edits.cell(response, 0, helix.subsystems[0].id, stage.id, None)
    path = folder / "pau-2026" / "r1.toml"
    create(path, response)
    return path


async def finish(path: Path, folder: Path, size: tuple[int, int]) -> str:
    """What the page shows."""
    async with app(folder, path).run_test(size=size) as pilot:
        await settle(pilot)
        if not isinstance(program(pilot).screen, FinishScreen):
            await press(pilot, "ctrl+e")
        return " ".join(text(pilot).split())


async def test_one_list_of_what_is_open(folder: Path, nearly: Path) -> None:
    """The count, the missing answer with what it would tell, the mark, the empty cells by name."""
    shown = await finish(nearly, folder, (100, 40))

    assert "33 questions sur 34 ont une réponse, dont 1 « je ne sais pas »." in shown
    assert "3 questions auxquelles vous pouvez revenir" in shown
    assert "Avec cette réponse, vous sauriez si c’est III " in shown
    assert "3 cases vides sur 20 : Acteurs publics (Définir, Concevoir, Faire)" in shown
    assert shown.index("Avec cette réponse") < shown.index("⚑ Vos logiciels") < shown.index("3 cases vides")


async def test_each_line_leads_to_its_question(folder: Path, nearly: Path) -> None:
    """Enter on a line opens that question."""
    for downs, wanted in ((3, "item:N1.2"), (4, "item:T3.2"), (5, "helix:0")):
        async with app(folder, nearly).run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await press(pilot, "ctrl+e", *["down"] * downs, "enter")
            screen = program(pilot).screen

            assert isinstance(screen, AnswerScreen)
            assert screen.step.key == wanted


async def test_the_answer_settles_it(folder: Path, nearly: Path) -> None:
    """Answered, the question has left the list and the type stands in the results."""
    async with app(folder, nearly).run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+e", "down", "down", "down", "enter", "4", "ctrl+e")
        assert "34 questions sur 34 ont une réponse" in text(pilot)
        assert "Avec cette réponse" not in text(pilot)

        await press(pilot, "s", "2")
        assert session(pilot).response.answer("N1.2").level == 4
        assert "Pas encore connu" not in text(pilot)


async def test_going_about_and_undoing(folder: Path, make: Make) -> None:
    """From the finishing page: map, search, keys; undo and redo go to the question and say what they did."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter", "3", "ctrl+e", "g")
        assert isinstance(program(pilot).screen, MapScreen)
        await press(pilot, "end", "enter")
        questions = program(pilot).screen
        assert isinstance(questions, AnswerScreen)
        assert questions.index == len(session(pilot).way) - 1

        await press(pilot, "ctrl+e", "slash", *"capteurs")
        assert isinstance(program(pilot).screen, SearchScreen)
        await press(pilot, "escape", "h")
        assert isinstance(program(pilot).screen, KeysScreen)
        await press(pilot, "escape", "backspace")
        assert program(pilot).screen is questions
        assert "Annulé" in text(pilot)
        assert session(pilot).response.answers == {}

        await press(pilot, "ctrl+e", "r")
        assert "Refait" in text(pilot)
        assert len(session(pilot).response.answers) == 1


async def test_the_map_from_the_results(folder: Path, make: Make) -> None:
    """``g`` is there, too, and leads to the question chosen."""
    async with app(folder, make()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "s", "g", "end", "enter")
        questions = program(pilot).screen
        assert isinstance(questions, AnswerScreen)
        assert questions.index == len(session(pilot).way) - 1


async def test_nothing_is_open(folder: Path, make: Make) -> None:
    """A complete assessment is thanked for, and offers no list."""
    shown = await finish(make(full=True), folder, (80, 24))

    assert "Toutes les questions ont une réponse. Merci." in shown
    assert "revenir" not in shown


async def test_without_a_project_the_grid_is_not_in_the_way(folder: Path, questionnaire: Questionnaire) -> None:
    """Who has no project to describe is not told that its grid is empty."""
    helix = questionnaire.helix
    assert helix is not None
    assert helix.not_asked_when is not None
    full = answered(new_response(questionnaire), questionnaire).model_copy(update={"helix": ()})
    none = edits.profile(full, helix.not_asked_when.question, helix.not_asked_when.answer)
    for name, response in (("a", full), ("b", none)):
        create(folder / name / "r1.toml", response)

    assert "Qui a pris part à quoi" in await finish(folder / "a" / "r1.toml", folder, (80, 24))
    assert "Qui a pris part à quoi" not in await finish(folder / "b" / "r1.toml", folder, (80, 24))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
async def test_golden(folder: Path, nearly: Path, size: str, language: str) -> None:
    """Nearly complete."""
    set_language(language)
    async with app(folder, nearly).run_test(size=SIZES[size]) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+e")

        check(f"finish-nearly-{size}-{language}", text(pilot))
