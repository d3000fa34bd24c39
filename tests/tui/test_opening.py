"""Opening what cannot simply be opened: in use elsewhere, damaged, or not an assessment."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.errors import QuestionnaireError
from maturity.response.file import OpenResponse, read
from maturity.tui.app import MaturityApp
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.screens.ask import AskScreen
from maturity.tui.screens.home import HomeScreen
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, session, settle, text


async def test_second_session_may_look(folder: Path, make: Make) -> None:
    """The second session is told that the file is open elsewhere, and may look at it without changing anything."""
    path = make()
    first = OpenResponse.open(path)
    before = path.read_bytes()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(program(pilot).screen, AskScreen)

        await press(pilot, "2")
        assert session(pilot).read_only
        assert "Lecture seule" in text(pilot)
        assert "choisir" not in text(pilot)

        await press(pilot, "1", "enter", "enter", "3", "question_mark", "f", "escape")
        assert isinstance(program(pilot).screen, HomeScreen)
    first.close()
    assert path.read_bytes() == before


async def test_damaged_file_says_why(folder: Path, make: Make) -> None:
    """Home lists a damaged file with its reason; opening it asks first, and keeps what was there."""
    path = make()
    torn = path.read_text(encoding="utf-8").replace('name = "Pau"', 'name = "Pou"')
    path.write_text(torn, encoding="utf-8")
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert f"✗ {path.relative_to(folder)}" in text(pilot)

        await press(pilot, "enter")
        assert isinstance(program(pilot).screen, AskScreen)
        assert path.read_text(encoding="utf-8") == torn

        await press(pilot, "2")
        assert isinstance(program(pilot).screen, AnswerScreen)
        assert session(pilot).response.edited_by_hand
        assert read(path).edited_by_hand  # nothing was changed here, and yet nobody is asked again

        await press(pilot, "s")
        await settle(pilot)
        assert "edited by hand" in text(pilot) or "modifié à la main" in text(pilot)
        await press(pilot, "2")
        assert "edited by hand" in text(pilot) or "modifié à la main" in text(pilot)


async def test_not_an_assessment(folder: Path) -> None:
    """A file that is something else is told in three parts, and nothing of it changes."""
    path = folder / "other.toml"
    path.write_text("a = 1\n", encoding="utf-8")
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(program(pilot).screen, AskScreen)
        assert "other.toml" in "".join(text(pilot).split())  # a long path is broken
        await press(pilot, "escape")
        assert isinstance(program(pilot).screen, HomeScreen)
    assert path.read_text(encoding="utf-8") == "a = 1\n"


async def test_answers_that_do_not_fit(folder: Path, make: Make) -> None:
    """A file that names a form which its questionnaire does not have is listed, and told when it is opened."""
    make(form="nowhere")
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Pau · 2026" in text(pilot)

        await press(pilot, "enter")
        assert isinstance(program(pilot).screen, AskScreen)
        assert "nowhere" in text(pilot)


async def test_a_questionnaire_that_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beginning says in three parts what is wrong with the questionnaire, and goes back home."""

    def broken() -> None:
        raise QuestionnaireError.of("items.toml", "Il manque une phrase.", "Ajoutez-la.")

    monkeypatch.setattr("maturity.tui.opening.load_default", broken)
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "n")
        assert "Il manque une phrase." in text(pilot)

        await press(pilot, "escape")
        assert isinstance(program(pilot).screen, HomeScreen)


async def test_read_only_by_choice(folder: Path, make: Make) -> None:
    """``--read-only`` opens without holding the file, and nothing can be changed."""
    path = make()
    before = path.read_bytes()
    async with MaturityApp(folder, path, read_only=True).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "enter", "2")
        assert "Lecture seule" in text(pilot)
        OpenResponse.open(path).close()
    assert path.read_bytes() == before
