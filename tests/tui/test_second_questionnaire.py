"""Another questionnaire, with another typology: the terminal shows it without a line of Python being its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.questionnaire.reading import load, read
from maturity.response.model import Authority
from maturity.response.workspace import Start, begin
from maturity.tui.screens.answer import AnswerScreen
from tests.tui.conftest import NOW, app
from tests.tui.screen import press, program, session, settle, text

PLACE = Path(__file__).parent.parent / "questionnaires"
FOUND = sorted(path.parent for path in PLACE.glob("*/*/questionnaire.toml"))


@pytest.mark.parametrize("source", FOUND, ids=lambda path: path.parent.name)
async def test_it_can_be_answered_and_shown(folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first question to every page of results, in each of its languages."""
    monkeypatch.setenv("MATURITY_QUESTIONNAIRES", str(PLACE))
    load.cache_clear()
    questionnaire = read(source)
    codes = {q.filled_from: q.options[0].code for q in questionnaire.profile}
    authority = Authority(country="FR", kind=codes.get("kind", "other"), name="Le Jardin")
    path = begin(folder, questionnaire, authority, Start(role=codes.get("role", "other"), now=NOW))
    async with app(folder, path).run_test(size=(130, 60)) as pilot:
        await settle(pilot)
        for _step in range(len(session(pilot).way)):
            screen = program(pilot).screen
            assert isinstance(screen, AnswerScreen)
            await press(pilot, "1" if screen.step.kind != "helix" else "2", "enter")
        await press(pilot, "s")
        for page in "1234567"[: len(questionnaire.placements) + 3 + (questionnaire.helix is not None)]:
            await press(pilot, page, "t", "ctrl+l", "t")
            assert pilot.app.is_running
            assert "Le Jardin" in text(pilot)
    load.cache_clear()
