"""Opening what cannot simply be opened: in use elsewhere, damaged, or not an assessment."""

from __future__ import annotations

import errno
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from maturity.errors import Problem, QuestionnaireError, SaveError
from maturity.locale import set_language
from maturity.response.file import OpenResponse, read
from maturity.tui.app import MaturityApp
from maturity.tui.listing import Found, in_a_row
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.screens.ask import AskScreen
from maturity.tui.screens.home import HomeScreen
from tests.faults.damaged import KINDS, NEWER, READ, lost, make, texts
from tests.tui.conftest import Make, app
from tests.tui.screen import press, program, session, settle, text
from tests.tui.test_goldens import SIZES, check

NO_BAR = str.maketrans("┃│", "  ")  # of a path too long for one line


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


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.ENOSPC])
async def test_what_cannot_be_written_may_be_looked_at(
    folder: Path, make: Make, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """A disk or folder that takes nothing is told with its reason; a look is offered, and changes nothing."""

    def refuse(_folder: Path) -> None:
        raise OSError(code, "no")

    path = make()
    monkeypatch.setattr("maturity.response.locking._may_write", refuse)
    async with app(folder, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Impossible de l’ouvrir pour écrire" in " ".join(text(pilot).split())

        await press(pilot, "2")
        assert session(pilot).read_only
        assert "Lecture seule" in text(pilot)


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

        await press(pilot, "2", "enter")
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


@pytest.mark.family(20)
@pytest.mark.parametrize("kind", KINDS)
async def test_asked_before_anything_changes(tmp_path: Path, kind: str) -> None:
    """What happened is said with each version; Esc, Enter on the first answer and a look change nothing."""
    path = make(tmp_path, kind)
    before = texts(path)
    for key in ("escape", "enter", "1")[: 3 if any(KINDS[kind]) else 2]:
        async with app(tmp_path, path).run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            assert isinstance(program(pilot).screen, AskScreen)
            assert "↓ suite" not in text(pilot), "every choice is seen"
            assert ("27 réponses, intacte" in " ".join(text(pilot).translate(NO_BAR).split())) == KINDS[kind][0]
            await press(pilot, key)
            assert isinstance(program(pilot).screen, HomeScreen)
    assert texts(path) == before
    if not any(KINDS[kind]):
        return
    async with app(tmp_path, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        answers = [answer for answer, _words in asked(pilot).answers]
        await press(pilot, str(1 + next(n for n, answer in enumerate(answers) if answer in ("look", "before"))))
        await settle(pilot)
        assert session(pilot).read_only
        assert session(pilot).response.edited_by_hand == (answers[-1] == "look" and kind not in NEWER)
    assert texts(path) == before


@pytest.mark.family(20)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if any(KINDS[kind])])
@pytest.mark.parametrize("choice", ["restore", "keep"])
async def test_chosen(tmp_path: Path, kind: str, choice: str) -> None:
    """The version that was chosen is open, the other text stands beside it, and nobody is asked again."""
    path = make(tmp_path, kind)
    before = texts(path)
    async with app(tmp_path, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        answers = [answer for answer, _words in asked(pilot).answers]
        if choice not in answers:
            return
        await press(pilot, str(1 + answers.index(choice)))
        await settle(pilot)
        assert "C’est fait : r1.toml contient" in text(pilot).replace("\N{NO-BREAK SPACE}", " ")
        assert ("gardé à côté" in text(pilot)) == bool(path.name in before and before[path.name].strip(b"\0"))
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(program(pilot).screen, AnswerScreen)
        newer = kind in NEWER
        given = sum(answer.given for answer in session(pilot).response.answers.values())
        assert given == (27 if (choice == "restore") != newer else READ.get(kind.removesuffix(", alone"), 28))
        assert session(pilot).response.edited_by_hand == (choice == "keep" and not newer)
        assert lost(before, path) == []
        await press(pilot, "escape")
        await settle(pilot)
        program(pilot).open_file(path)
        await settle(pilot)
        assert isinstance(program(pilot).screen, AnswerScreen)


SHOWN = ("cut", "edited", "gone", "unfinished", "cut, alone", "brace lost, alone", "heading lost, alone", "level 9")


@pytest.mark.family(20)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", SHOWN)
@pytest.mark.usefixtures("_hours")
async def test_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, size: str, language: str) -> None:
    """The choice reads as it should, and all of it stands in the window."""
    set_language(language)
    path = make(tmp_path, kind)
    monkeypatch.chdir(tmp_path)
    async with app(tmp_path, path.relative_to(tmp_path)).run_test(size=SIZES[size]) as pilot:
        await settle(pilot)
        check(f"recovery-{kind.replace(', ', '-').replace(' ', '-')}-{size}-{language}", text(pilot))


async def test_what_does_not_fit_is_said_anew(tmp_path: Path) -> None:
    """The choice follows the language whole, with the reason that was found when the file was looked at."""
    set_language("fr")
    async with app(tmp_path, make(tmp_path, "level 9")).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Il n’y a pas de niveau 9" in " ".join(text(pilot).split())
        await press(pilot, "ctrl+l")
        await settle(pilot)
        assert "There is no level 9 here" in " ".join(text(pilot).split())
        assert "Il n’y a pas" not in text(pilot)


async def test_roles_are_said_anew(folder: Path, make: Make) -> None:
    """Somebody else has the file open: the roles for a copy follow the language."""
    path = make()
    with OpenResponse.open(path):
        set_language("fr")
        async with app(folder, path).run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await press(pilot, "3")
            await settle(pilot)
            assert "Élu ou élue" in text(pilot)
            await press(pilot, "ctrl+l")
            await settle(pilot)
            assert "Élu ou élue" not in text(pilot)
            assert "What is your role?" in text(pilot)
            assert "Other staff" in text(pilot)


@pytest.mark.family(20)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NEWER])
async def test_a_row_says_shortly_what_happened(tmp_path: Path, kind: str, language: str) -> None:
    """Whole in 80 columns, with the key that leads on: to a choice where there is one."""
    set_language(language)
    make(tmp_path, kind)
    key = {"fr": ("Entrée pour choisir", "Entrée pour en savoir plus"), "en": ("Enter to choose", "Enter to know more")}
    async with app(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        (row,) = [line.strip(" ▌┃│") for line in text(pilot).split("\n") if " – Ent" in line]
        assert row.endswith(f" – {key[language][not any(KINDS[kind])]}")
        if kind.startswith("edited"):
            assert row.startswith({"fr": "Modifiée hors du programme", "en": "Changed outside the program"}[language])


async def test_what_is_no_assessment_is_said_in_a_row(folder: Path) -> None:
    """Short reasons whole; of longer ones that more is told at Enter."""
    (folder / "other.toml").write_text("a = 1\n", encoding="utf-8")
    async with app(folder).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Ce n’est pas un fichier de réponses de maturity." in text(pilot)

    long = Found(
        folder / "other.toml", problem=Problem("", "Une raison qui ne tient pas sur une seule ligne. " * 2, "")
    )
    assert in_a_row(long, 74) == "Ne peut pas être lue – Entrée pour en savoir plus"


@pytest.mark.family(20)
async def test_a_file_that_is_gone_stands_on_the_home_screen(tmp_path: Path) -> None:
    """With what became of it; Enter asks."""
    path = make(tmp_path, "gone")
    async with app(tmp_path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "✗ pau-64445-2026/r1.toml" in text(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        await press(pilot, "2")
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(program(pilot).screen, AnswerScreen)
    assert read(path).revision >= 2


@pytest.mark.family(20)
async def test_the_disk_refuses_what_was_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A choice that cannot be carried out is told, and the texts stand as they stood."""

    def full(_path: Path, _data: bytes) -> Path:
        raise SaveError.of("r1.toml", "Le disque est plein.", "Faites de la place.")

    monkeypatch.setattr("maturity.response.restoring.keep_damaged", full)
    path = make(tmp_path, "cut")
    before = texts(path)
    async with app(tmp_path, path).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "2")
        await settle(pilot)
        assert "Le disque est plein." in text(pilot)
    assert texts(path) == before


@pytest.fixture
def _hours(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Of one place, wherever the test runs."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


def asked(pilot: Pilot[int]) -> AskScreen:
    """The question on the screen."""
    screen = program(pilot).screen
    assert isinstance(screen, AskScreen)
    return screen
