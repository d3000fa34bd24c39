"""A bad response file gets one clear error, and nothing of the user's is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.cli.main import main
from maturity.errors import MaturityError
from maturity.response.file import OpenResponse, read
from maturity.response.workspace import listing
from tests.hostile.responses import ACCEPTED, ITEM, NO_FILES, REFUSED, TEXT

HARMFUL = {chr(n) for n in (*range(32), *range(127, 160), 0x202E, 0x200B, 0x2066)}


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """What stands in a folder: names, sizes and times."""
    return {one.name: (one.lstat().st_size, one.lstat().st_mtime_ns) for one in folder.iterdir()}


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str]:
    """Exit code and stderr of a command."""
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    return left.value.code, capsys.readouterr().err


def three_parts(text: str) -> bool:
    """Where; why, indented; what to do, behind an arrow."""
    lines = text.rstrip("\n").splitlines()
    return len(lines) >= 3 and not lines[0].startswith(" ") and any(line.startswith("  → ") for line in lines)


@pytest.mark.parametrize("name", REFUSED)
def test_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Where, why, what to do; exit 1; no traceback; no file made, changed or locked; the list survives it."""
    path = tmp_path / f"{name}.toml"
    path.write_bytes(REFUSED[name])
    before = state(tmp_path)

    code, err = told(capsys, "--lang", "en", "verify", str(path))

    assert code == 1, err
    assert three_parts(err), err
    assert str(tmp_path) in err or "garden" in err or ITEM[0] in err
    assert "\x1b" not in err
    assert len(err) < 20_000
    assert "Traceback" not in err
    assert "pydantic" not in err
    (entry,) = listing(tmp_path)
    assert entry.updated.tzinfo
    assert told(capsys, "list", "--folder", str(tmp_path))[0] == 0
    if name != "unknown-digest":  # another wording of the same version scores; only `verify` insists on the same
        assert told(capsys, "score", str(path))[0] == 1
    assert state(tmp_path) == before


@pytest.mark.parametrize("name", NO_FILES)
def test_no_files(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """What is no regular file is named as what it is, and never opened, followed, waited for or locked."""
    path = tmp_path / f"{name}.toml"
    NO_FILES[name](path)
    before = state(tmp_path)

    for command in ("verify", "forget"):
        code, err = told(capsys, "--lang", "en", command, str(path))
        assert code == 1, err
        assert three_parts(err), err
    with pytest.raises(MaturityError):
        OpenResponse.open(path)
    assert state(tmp_path) == before
    assert len(listing(tmp_path)) == len(before)


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    """Text that would harm a terminal, a page or a file name is read as text, clean, and saved again."""
    path = tmp_path / f"{name}.toml"
    path.write_bytes(ACCEPTED[name])

    response = read(path)

    assert not set(response.answer(ITEM).note + response.authority.name) & HARMFUL
    with pytest.raises(SystemExit):
        main(["list", "--folder", str(tmp_path)])
    assert not set(capfd.readouterr().out) & (HARMFUL - {"\n"})
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
