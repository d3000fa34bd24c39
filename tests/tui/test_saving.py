"""Saving is seen: a failure is told with its reason, tried again at the next change, and quitting warns."""

from __future__ import annotations

import asyncio
import errno
import threading
from pathlib import Path

import pytest

from maturity.errors import SaveError, UnsureSaveError
from maturity.locale import language
from maturity.questionnaire.model import Questionnaire
from maturity.response.file import OpenResponse, read
from maturity.response.model import Response
from maturity.tui.screens.ask import AskScreen
from maturity.tui.widgets.fields import Line
from maturity.tui.widgets.heading import Heading
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, session, settle, text

Real = OpenResponse.save


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """A disk that is full for as long as ``disk["full"]``."""
    state = {"full": True}

    def save(self: OpenResponse, response: Response) -> Response:
        if state["full"]:
            raise SaveError.of(str(self.path), "Le disque est plein.", "Libérez de la place.")
        return Real(self, response)

    monkeypatch.setattr(OpenResponse, "save", save)
    return state


async def test_a_failed_save_is_told_and_tried_again(folder: Path, make: Make, disk: dict[str, bool]) -> None:
    """The heading says that it is not saved and why; the next change saves everything."""
    path = make()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1")
        assert "✗ Non enregistré" in text(pilot)
        assert "Le disque est plein. Libérez de la place." in text(pilot)

        disk["full"] = False
        await press(pilot, "enter", "2")
        assert "✓ Enregistré" in text(pilot)
        assert "plein" not in text(pilot)

    assert len(read(path).profile) == 2


async def test_quitting_warns_when_something_is_not_saved(folder: Path, make: Make, disk: dict[str, bool]) -> None:
    """Quit offers to try again, to stay, or to leave without the last changes."""
    path = make()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "ctrl+q")
        assert isinstance(program(pilot).screen, AskScreen)
        assert "Quitter sans les derniers changements" in text(pilot)

        await press(pilot, "3")  # stay
        assert "sur 2" in text(pilot)

        disk["full"] = False
        await press(pilot, "ctrl+q")
    assert pilot.app.return_code == 0
    assert len(read(path).profile) == 1


@pytest.mark.parametrize("width", [80, 100])
async def test_why_it_is_not_saved_is_read_whole(
    folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """In lines of its own, with the key that saves again; once it went well, the lines are the question's again."""
    path = make()
    async with app(folder, path).run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        with monkeypatch.context() as patch:
            patch.setattr("maturity.response.saving.sync", _full)
            await press(pilot, "1")
            shown = " ".join(text(pilot).split())
            assert "le disque est plein. Faites de la place, puis enregistrez de nouveau ; votre" in shown
            assert "enregistrée est intacte. ctrl+s : enregistrer de nouveau." in shown
            await press(pilot, "ctrl+s")
            assert "✗ Non enregistré 10:31" in text(pilot)
        await press(pilot, "ctrl+s")
        assert "✓ Enregistré 10:31" in text(pilot)
        assert program(pilot).screen.query_one(Heading).size.height == 2
    assert len(read(path).profile) == 1


def _full(_handle: int) -> None:
    raise OSError(errno.ENOSPC, "full")


async def test_trying_again_in_vain_is_told(folder: Path, make: Make, disk: dict[str, bool]) -> None:
    """The choice comes back with the hour of the try, and with how many there were."""
    path = make()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "ctrl+q")
        assert "essai" not in text(pilot)
        await press(pilot, "1")
        await settle(pilot)
        assert "Nouvel essai à" in text(pilot)
        await press(pilot, "1")
        await settle(pilot)
        assert "2 nouveaux essais, le dernier à" in text(pilot)

        await press(pilot, "3", "ctrl+q")
        disk["full"] = False
        await press(pilot, "1")
    assert pilot.app.return_code == 0
    assert len(read(path).profile) == 1


async def test_why_it_is_not_saved_follows_the_language(
    folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the questions and where one is asked before leaving; what can be saved meanwhile is, and nothing is asked."""
    full = iter([True] * 5)

    def save(self: OpenResponse, response: Response) -> Response:
        if next(full, False):
            raise SaveError.of("r1.toml", {"fr": "Disque plein.", "en": "Disk full."}[language()], "…")
        return Real(self, response)

    monkeypatch.setattr(OpenResponse, "save", save)
    path = make()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1")  # 1
        assert "Disque plein." in text(pilot)
        await press(pilot, "ctrl+l")  # 2
        assert "Disk full." in text(pilot)
        await press(pilot, "ctrl+q", "ctrl+l")  # 3, 4
        await settle(pilot)
        assert isinstance(program(pilot).screen, AskScreen)
        assert "Disque plein." in text(pilot)
        await press(pilot, "ctrl+l", "ctrl+l")  # 5, and one that goes well
        await settle(pilot)
        assert not isinstance(program(pilot).screen, AskScreen)
        assert "✓ Enregistré" in text(pilot)
    assert len(read(path).profile) == 1


async def test_keys_never_wait_for_the_disk(
    folder: Path, make: Make, questionnaire: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a save takes its time one goes on answering; what was answered meanwhile is saved after it."""
    gate = threading.Event()

    def slow(self: OpenResponse, response: Response) -> Response:
        gate.wait(10)
        return Real(self, response)

    monkeypatch.setattr(OpenResponse, "save", slow)
    path = make()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("1", "enter", "1", "enter", "3", "enter", "4")
        await pilot.pause()
        assert "Enregistrement…" in text(pilot)
        assert "2 sur 34" in text(pilot)

        gate.set()
        await settle(pilot)
        assert "✓ Enregistré" in text(pilot)
    items = [item for item in questionnaire.item_ids if item in questionnaire.form("placement").items]
    assert [read(path).answer(item).level for item in items[:2]] == [3, 4]
    assert read(path).revision <= 4  # several answers, few saves


async def test_however_the_app_ends_answers_are_kept(folder: Path, make: Make) -> None:
    """An app that is torn down with a change in hand saves it and gives the file back."""
    path = make()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2")
        await asyncio.sleep(0)
        opened = session(pilot)
    assert opened.kept
    assert len(read(path).profile) == 1
    OpenResponse.open(path).close()


async def test_an_undone_change_that_may_be_in_the_file_is_taken_out_of_it(
    folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    """A save that the disk did not confirm may stand: undoing writes the file again, whatever was there before."""
    path, item = make(), questionnaire.form("placement").items[0]
    once = iter([True])

    def save(self: OpenResponse, response: Response) -> Response:
        saved = Real(self, response)
        if next(once, False):
            raise UnsureSaveError.of(str(self.path), "Le disque n’a pas confirmé.", "Réessayez.")
        return saved

    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        opened = session(pilot)
        program(pilot).screen.index = next(n for n, one in enumerate(opened.way) if one.id == item)  # type: ignore[attr-defined]
        await settle(pilot)
        monkeypatch.setattr(OpenResponse, "save", save)
        await press(pilot, "5")
        assert read(path).answer(item).level == 5
        assert opened.saving.state == "failed"
        assert not opened.kept
        await press(pilot, "z")

    assert read(path).answer(item).level is None


@pytest.mark.usefixtures("disk")
async def test_another_folder(folder: Path, make: Make, tmp_path: Path) -> None:
    """What the disk does not take goes into a folder that is typed: where it is refused, that is said there."""
    path, stick = make(), tmp_path / "stick"
    before = path.read_bytes()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "ctrl+q", "2")
        await press(pilot, "ctrl+u", *stick.name)
        await press(pilot, "enter")
        await settle(pilot)
        assert "Ce dossier n’existe pas." in text(pilot)

        stick.mkdir()
        program(pilot).screen.query_one(Line).value = str(stick)
        await press(pilot, "enter")
        await settle(pilot)
        assert "Vos réponses sont enregistrées dans" in text(pilot)
        assert "ne contient pas vos dernières réponses" in text(pilot)
        assert "1  Quitter" in text(pilot), "what the key does"
        await press(pilot, "enter")
        await settle(pilot)

    assert pilot.app.return_code == 0
    (copy,) = stick.iterdir()
    assert (len(read(copy).profile), read(copy).revision, path.read_bytes()) == (1, read(path).revision + 1, before)
    assert copy.name.startswith(path.parent.name)


async def test_another_folder_after_all_not(folder: Path, make: Make, disk: dict[str, bool]) -> None:
    """Escape asks again what to do; nothing was lost, and the disk is tried again."""
    path = make()
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "1", "ctrl+q", "2", "escape")
        await settle(pilot)
        assert "Les derniers changements ne sont pas enregistrés." in text(pilot)
        disk["full"] = False
        await press(pilot, "1")
        await settle(pilot)
    assert pilot.app.return_code == 0
    assert len(read(path).profile) == 1
