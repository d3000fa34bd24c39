"""A bad response file gets one clear error, and nothing of the user's is changed."""

from __future__ import annotations

import io
import os
import sys
import tomllib
from pathlib import Path

import pytest

from maturity.cli.main import main
from maturity.errors import MaturityError
from maturity.response.file import OpenResponse, read
from maturity.response.workspace import listing
from tests.hostile.child import run_twice
from tests.hostile.made import SAID
from tests.hostile.responses import ACCEPTED, ITEM, NO_FILES, REFUSED, TEXT
from tests.tally import Tried

pytestmark = pytest.mark.hostile("responses")

HARMFUL = {chr(n) for n in (*range(32), *range(127, 160), 0x202E, 0x200B, 0x2066)}
OTHER_WORDS = {"unknown-digest"}  # another wording of the same version scores; only `verify` insists on the same
ASKING = {"answer --plain", "answer --read-only"}  # what to do with a damaged file
COMMANDS = {
    "verify": ("verify", "FILE"),
    "score": ("score", "FILE"),
    "score --json": ("score", "--json", "FILE"),
    "report": ("report", "FILE"),
    "report --short": ("report", "--short", "FILE"),
    "compare": ("compare", "FILE", "GOOD"),
    "answer --plain": ("answer", "--plain", "FILE"),
    "answer --read-only": ("answer", "--plain", "--read-only", "FILE"),
    "answer": ("answer", "FILE"),
    "open": ("open", "FILE"),
    "forget": ("forget", "FILE"),
}


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """What stands in a folder: names, sizes and times."""
    return {one.name: (one.lstat().st_size, one.lstat().st_mtime_ns) for one in folder.iterdir()}


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str]:
    """Exit code and stderr of a command; what a conversation asks about a damaged file stands on stdout."""
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    said = capsys.readouterr()
    return left.value.code, said.err or said.out


def three_parts(text: str) -> bool:
    """Where; why, indented; what to do, behind an arrow."""
    lines = text.rstrip("\n").splitlines()
    return len(lines) >= 3 and not lines[0].startswith(" ") and any(line.startswith("  → ") for line in lines)


def call(command: str, file: Path, good: Path) -> list[str]:
    """The command on this file, in English."""
    return ["--lang", "en", *(str({"FILE": file, "GOOD": good}.get(part, part)) for part in COMMANDS[command])]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Another response, which is in order, elsewhere."""
    path = tmp_path / "good" / "r1.toml"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the hostile file stands alone."""
    path = tmp_path / "here"
    path.mkdir()
    return path


@pytest.fixture
def _nobody_types(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))


@pytest.mark.usefixtures("_nobody_types")
@pytest.mark.parametrize("name", REFUSED)
def test_refused(folder: Path, good: Path, capsys: pytest.CaptureFixture[str], tried: Tried, name: str) -> None:
    """By every command: where, why, what to do; no traceback; no file made, changed or locked; the list survives it."""
    path = folder / f"{name}.toml"
    path.write_bytes(REFUSED[name])
    before = state(folder), state(good.parent)

    for command in COMMANDS:
        if name in OTHER_WORDS and command != "verify":
            continue
        code, err = told(capsys, *call(command, path, good))

        assert code == 1 or (code == 2 and command in ("answer", "open", "forget")), (command, err)
        assert three_parts(err) or (command in ASKING and "Type one of these words" in err), (command, err)
        assert len(err) < 20_000
        assert not {"\x1b", "Traceback", "pydantic"} & {"\x1b" if "\x1b" in err else "", *err.split()}
        assert (state(folder), state(good.parent)) == before, command
        tried.add(1)
    assert len(listing(folder)) == 1
    assert told(capsys, "list", "--folder", str(folder))[0] == 0
    assert state(folder) == before[0]


def test_each_is_refused_for_its_own_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that was refused for something else would show nothing. Written by `python -m tests.hostile.made`."""
    expected = tomllib.loads(SAID.read_text("utf-8"))
    small = {name: data for name, data in REFUSED.items() if name in expected}
    for name, data in small.items():
        path = tmp_path / f"{name}.toml"
        path.write_bytes(data)
        _code, err = told(capsys, "--lang", "en", "score", str(path))

        assert expected[name] in err, name
    assert len(small) == len(expected) > 60


def test_what_they_cost(folder: Path, tried: Tried) -> None:
    """Each in a real process: under two seconds and 300 MB, as the table says; here only that none waits for ever."""
    for name, data in REFUSED.items():
        path = folder / f"{name}.toml"
        path.write_bytes(data)
        ran = run_twice("verify", path)

        assert ran.code == 1, (name, ran.err)
        assert three_parts(ran.err), name
        assert ran.seconds < 20, name
        assert ran.kilobytes < 600_000, name
        tried.cost(ran.seconds, ran.kilobytes)
        tried.add(1)
        path.unlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
@pytest.mark.parametrize("name", NO_FILES)
def test_no_files(folder: Path, capsys: pytest.CaptureFixture[str], tried: Tried, name: str) -> None:
    """What is no regular file is named as what it is, and never opened, followed, waited for or locked."""
    path = folder / f"{name}.toml"
    NO_FILES[name](path)
    before = state(folder)

    for command in ("verify", "score", "report", "open", "answer --plain", "forget"):
        code, err = told(capsys, *call(command, path, path))
        assert code == 1, err
        assert three_parts(err), err
        tried.add(1)
    with pytest.raises(MaturityError):
        OpenResponse.open(path)
    ran = run_twice("score", path)
    assert ran.code == 1
    tried.cost(ran.seconds, ran.kilobytes)
    assert state(folder) == before
    assert len(listing(folder)) == len(before)


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    """Text that would harm a terminal, a page or a file name is read as text, clean, and saved again."""
    path = tmp_path / f"{name}.toml"
    path.write_bytes(ACCEPTED[name])

    response = read(path)

    assert not set(response.answer(ITEM).note + response.authority.name) & HARMFUL
    for call in (["list", "--folder", str(tmp_path)], ["score", str(path)], ["verify", str(path)]):
        with pytest.raises(SystemExit) as left:
            main(call)
        said = capfd.readouterr()
        assert left.value.code == 0, said.err
        assert not set(said.out) & (HARMFUL - {"\n"})
    with OpenResponse.open(path) as session:
        assert session.save(session.response) == read(path)


def test_linked_folder(tmp_path: Path) -> None:
    """A list does not look behind a link to a folder."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "r1.toml").write_text(TEXT, "utf-8")
    home = tmp_path / "home"
    home.mkdir()
    (home / "linked").symlink_to(elsewhere)

    assert listing(home) == []
    assert len(listing(elsewhere)) == 1


def test_forget_removes_only_responses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that never was a response is not removed, whatever it is called."""
    path = tmp_path / "pyproject.toml"
    path.write_text("[project]\nname = 'mine'\n")

    code, _err = told(capsys, "forget", "--yes", str(path))

    assert code == 1
    assert path.exists()
