"""The file is edited, removed, replaced while it is open, as sync software does: nothing is lost on either side.

The terminal in a real pseudo-terminal, plain mode in a pipe, and `OpenResponse` itself for what only it can show.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from maturity.errors import ConflictError
from maturity.questionnaire.reading import load
from maturity.response.copying import keep_beside
from maturity.response.file import OpenResponse, dumps, read
from maturity.response.model import Answer, Response
from tests.response.samples import begun
from tests.tally import Tried

pytest.importorskip("pexpect")
pytestmark = [
    pytest.mark.family(12),
    pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX"),
]

from tests.tui.terminal import Terminal  # noqa: E402 - needs pexpect

Fate = Callable[[Path], object]
ITEMS = load().form("placement").items


def edited(path: Path) -> None:
    """Somebody's other version comes from another computer."""
    theirs = read(path).with_answer(ITEMS[5], Answer(level=5, note="leur réponse"))
    path.write_text(dumps(theirs.model_copy(update={"revision": 40})), encoding="utf-8")


def synced(path: Path) -> None:
    """The same, under a new inode."""
    other = path.with_suffix(".part")
    shutil.copyfile(path, other)
    edited(other)
    other.replace(path)


def torn(path: Path) -> None:
    """An editor left half of it."""
    path.write_bytes(path.read_bytes()[:200])


def removed(path: Path) -> None:
    """It is gone."""
    path.unlink()


def folder(path: Path) -> None:
    """A folder stands there."""
    path.unlink()
    path.mkdir()


def link(path: Path) -> None:
    """A link stands there, to a file of somebody else."""
    other = path.with_name("autre.txt")
    other.write_text("à moi\n", encoding="utf-8")
    path.unlink()
    path.symlink_to(other)


FATES = (edited, synced, torn, removed, folder, link)


def state(path: Path) -> tuple[object, ...]:
    """What stands there, to see that it was left alone."""
    target = path.readlink() if path.is_symlink() else ""
    return (path.is_dir(), target, path.read_bytes() if path.is_file() else b"")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An assessment whose first question is the next."""
    return begun(tmp_path)


def levels(response: Response) -> list[int | None]:
    """Of the first two questions."""
    return [response.answer(item).level for item in ITEMS[:2]]


def changed_under(terminal: Terminal, path: Path, fate: Fate) -> tuple[object, ...]:
    """A saved answer, then the fate, then an answer that cannot be saved and is asked about."""
    terminal.wait_for("1 sur 34")
    terminal.type("4")
    terminal.wait_for("✓ Enregistré")
    terminal.type("enter")
    terminal.wait_for("2 sur 34")
    fate(path)
    found = state(path)
    terminal.type("2")
    terminal.wait_for("Rien n’a été écrasé", "n’est enregistré pour l’instant")
    return found


@pytest.mark.parametrize("fate", FATES, ids=lambda fate: fate.__name__)
def test_the_answers_go_on_beside_it(file: Path, fate: Fate) -> None:
    """The terminal refuses to save, names the copy, and goes on there; what stands in the file is left alone."""
    with Terminal(file.parents[1], "--lang", "fr", "open", str(file)) as terminal:
        found = changed_under(terminal, file, fate)
        terminal.type("2")
        terminal.wait_for("Vos réponses sont enregistrées dans r1-copie-1.toml")
        terminal.type("enter")
        terminal.wait_for("2 sur 34", "✓ Enregistré")
        terminal.type("5")
        terminal.wait_for("● 5")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0

    assert state(file) == found
    assert levels(read(file.with_name("r1-copie-1.toml"))) == [4, 5]


def test_theirs_is_opened_and_mine_kept(file: Path) -> None:
    """Looking at the other version loses nothing: mine stands beside it."""
    with Terminal(file.parents[1], "--lang", "fr", "open", str(file)) as terminal:
        changed_under(terminal, file, edited)
        terminal.type("3")
        terminal.wait_for("Vos réponses sont enregistrées dans r1-copie-1.toml")
        terminal.type("enter")
        terminal.wait_for("2 sur 34")
        terminal.type("3")
        terminal.wait_for("✓ Enregistré")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0

    assert levels(read(file.with_name("r1-copie-1.toml"))) == [4, 2]
    theirs = read(file)
    assert (levels(theirs), theirs.answer(ITEMS[5]).note, theirs.revision) == ([4, 3], "leur réponse", 41)


def test_going_on_is_asked_again_when_one_leaves(file: Path) -> None:
    """Who goes on unsaved is asked once, sees that it is not saved, and is offered the copy before leaving."""
    with Terminal(file.parents[1], "--lang", "fr", "open", str(file)) as terminal:
        found = changed_under(terminal, file, edited)
        terminal.type("1")
        terminal.wait_for("✗ Non enregistré", "2 sur 34")
        terminal.type("3")
        terminal.wait_for("● 3", "✗ Non enregistré")
        terminal.type("ctrl+q")
        terminal.wait_for("Les derniers changements ne sont pas enregistrés", "2  Enregistrer mes réponses")
        terminal.type("2")
        assert terminal.ended() == 0

    assert state(file) == found
    assert levels(read(file.with_name("r1-copie-1.toml"))) == [4, 3]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_ended_when_nobody_can_be_asked(file: Path, number: signal.Signals, code: int) -> None:
    """Told to end in the middle of the question, the terminal saves the copy by itself."""
    with Terminal(file.parents[1], "--lang", "fr", "open", str(file)) as terminal:
        found = changed_under(terminal, file, edited)
        terminal.child.kill(number)
        assert terminal.ended() == code
        assert terminal.modes == set()

    assert state(file) == found
    assert levels(read(file.with_name("r1-copie-1.toml"))) == [4, 2]


def test_no_question_in_the_middle_of_a_note(file: Path) -> None:
    """What one types into a note never answers a question that comes up: it is asked after the note, which is whole."""
    with Terminal(file.parents[1], "--lang", "fr", "open", str(file)) as terminal:
        terminal.wait_for("1 sur 34")
        terminal.type("4", "n")
        terminal.wait_for("garder et fermer", "✓ Enregistré")
        edited(file)
        terminal.type("1 2 3")
        terminal.wait_for("1 2 3", "✗ Non enregistré")
        terminal.type(" 3 2 1", "escape")
        terminal.wait_for("n’est enregistré pour l’instant")
        terminal.type("2")
        terminal.wait_for("r1-copie-1.toml")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0

    assert read(file.with_name("r1-copie-1.toml")).answer(ITEMS[0]).note == "1 2 3 3 2 1"


def test_away_and_back(file: Path) -> None:
    """Moved away and back as it was, or not to be read for a while: it is saved to again."""
    away = file.with_name("ailleurs")
    with Terminal(file.parents[1], "--lang", "fr", "open", str(file)) as terminal:
        changed_under(terminal, file, lambda path: path.rename(away))
        terminal.type("1")
        terminal.wait_for("✗ Non enregistré")
        away.rename(file)
        terminal.type("3")
        terminal.wait_for("✓ Enregistré")
        file.chmod(0o000)
        terminal.type("5")
        terminal.wait_for("● 5")
        file.chmod(0o600)
        terminal.type("4")
        terminal.wait_for("✓ Enregistré", "● 4")
        terminal.type("ctrl+q")
        assert terminal.ended() == 0

    assert levels(read(file)) == [4, 4]
    assert [one.name for one in file.parent.glob("*.toml")] == ["r1.toml"]


@pytest.mark.parametrize("fate", FATES, ids=lambda fate: fate.__name__)
def test_plain_mode_goes_on_beside_it(file: Path, fate: Fate) -> None:
    """Line by line nothing is asked: the answers go on in a copy, told once, and the command to go on names it."""
    command = [sys.executable, "-m", "maturity", "--lang", "fr", "answer", "--plain", "--width", "300", str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as talk:
        assert talk.stdin is not None
        assert talk.stdout is not None
        talk.stdin.write("4\n")
        talk.stdin.flush()
        while "Enregistré" not in (line := talk.stdout.readline()):
            assert line, "ended"
        fate(file)
        found = state(file)
        talk.stdin.write("2\n3\nq\n")
        talk.stdin.close()
        text = talk.stdout.read()

    assert talk.returncode == 0
    assert text.count("Quelqu’un d’autre a modifié r1.toml") == 1
    assert text.count("r1-copie-1.toml") == 2
    assert state(file) == found
    copy = read(file.with_name("r1-copie-1.toml"))
    assert [copy.answer(item).level for item in ITEMS[:3]] == [4, 2, 3]


def test_every_moment_of_a_save(path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried) -> None:
    """Replaced from outside before each call of a save: refused, and both are there; but for the very last moment.

    Nothing is done between the last look at the file and its replacement. A program that replaces the file just then,
    and asks for no lock, is not noticed; `docs/reliability.md` says so.
    """
    theirs = dumps(read(path).with_answer("B1.1", Answer(level=5)).model_copy(update={"revision": 40})).encode()
    first, overwritten = path.read_bytes(), list[str]()
    for nth in range(1, 60):
        path.write_bytes(first)
        calls = _changed_before(monkeypatch, path, theirs, nth)
        if len(calls) < nth:
            tried.add(nth - 1)
            assert overwritten == ["replace"]
            return
        if read(path).revision != 40:
            overwritten.append(calls[nth - 1])
    pytest.fail("the save never came to its end")


def _changed_before(monkeypatch: pytest.MonkeyPatch, path: Path, theirs: bytes, nth: int) -> list[str]:
    """One save, with their change before its nth call; the calls that it made."""
    calls, real = list[str](), os.open
    with OpenResponse.open(path) as session:
        mine = session.response.with_answer("A1.2", Answer(level=1))
        with monkeypatch.context() as patch:
            for name in ("open", "write", "fsync", "close", "link", "replace"):
                patch.setattr(os, name, _counting(name, calls, nth, lambda: _put(real, path, theirs)))
            try:
                session.save(mine)
            except ConflictError:
                assert path.read_bytes() == theirs
        if path.read_bytes() == theirs:
            assert read(keep_beside(path, mine)).answer("A1.2").level == 1
    return calls


def _counting(name: str, calls: list[str], nth: int, then: Callable[[], None]) -> Callable[..., object]:
    real = getattr(os, name)

    def counted(*values: object, **named: object) -> object:
        calls.append(name)
        if len(calls) == nth:
            then()
        return real(*values, **named)

    return counted


def _put(open_: Callable[..., int], path: Path, data: bytes) -> None:
    """By the real calls, which are not counted."""
    other = path.with_suffix(".part")
    with open(open_(other, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:  # noqa: PTH123 - a handle
        file.write(data)
    os.rename(other, path)  # noqa: PTH104 - the counted ones are Path's
