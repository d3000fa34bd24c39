"""Answers whose own disk takes nothing are saved in a folder that somebody types: nothing is replaced there."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

import pytest

from maturity.errors import MaturityError, SaveError
from maturity.response.copying import keep_elsewhere
from maturity.response.file import create, read
from maturity.response.model import Answer
from tests.faults.test_system_calls import CALLS, Failing
from tests.response.samples import SAMPLE
from tests.tally import Tried

pytestmark = pytest.mark.family(6)
MINE = SAMPLE.with_answer("A1.2", Answer(level=1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file, which holds other answers."""
    path = tmp_path / "pau-2026" / "r1.toml"
    create(path, SAMPLE)
    return path


def test_under_a_name_of_its_own(path: Path, tmp_path: Path) -> None:
    """It says whose answers they are; what stands there stays; each copy is for its owner alone, and newer."""
    place = tmp_path / "Clé USB\n2"
    place.mkdir()
    taken = place / "pau-2026-r1-copy-1.toml"
    for text in ("taken", ""):
        taken.with_name(taken.name.replace("copy", "copie")).write_text(text)
        taken.write_text(text)
    before, old = path.read_bytes(), os.umask(0)
    try:
        copies = [keep_elsewhere(path, MINE, f"  {place} ") for _ in range(2)]
    finally:
        os.umask(old)

    assert len({*copies, taken}) == 3
    for copy in copies:
        found = read(copy)
        assert (found.answers, found.id, found.revision) == (MINE.answers, MINE.id, SAMPLE.revision + 1)
        assert copy.stat().st_mode & 0o777 == 0o600
        assert copy.name.startswith("pau-2026-r1-")
    assert (path.read_bytes(), taken.read_text()) == (before, "")


def test_a_name_from_where_one_stands(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file may have been named without its folder."""
    monkeypatch.chdir(path.parent)
    copy = keep_elsewhere(Path("r1.toml"), MINE, "..")

    assert copy.resolve().parent == tmp_path
    assert copy.name.startswith("pau-2026-r1-")


@pytest.mark.parametrize("quoted", ['"{place}"', "'{place}' ", "{place}/"])
def test_a_name_as_it_is_pasted(path: Path, tmp_path: Path, quoted: str) -> None:
    """Windows copies a path in quotation marks; some terminals put single ones around what is dropped on them."""
    place = tmp_path / "clé"
    place.mkdir()

    assert keep_elsewhere(path, MINE, quoted.format(place=place)).parent == place


@pytest.mark.parametrize(
    ("typed", "why"),
    [("", "No folder was named."), ('""', "No folder was named."), ("r1.toml", "This is a file, and no folder.")],
)
def test_why_it_is_none(path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, why: str) -> None:
    """Who typed nothing is told so."""
    monkeypatch.chdir(path.parent)
    with pytest.raises(SaveError) as caught:
        keep_elsewhere(path, MINE, typed)

    assert caught.value.problems[0].why == why
    assert caught.value.problems[0].where


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "none", "r1.toml", "~nobody-has-this-name", "a\0b", "x" * 5000, "pipe", "/proc/self", "\x1b[31m"],
)
def test_no_folder_that_takes_it(path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried, typed: str) -> None:
    """One clear error, and nothing is there that was not there before."""
    monkeypatch.chdir(path.parent)
    os.mkfifo("pipe")
    before = sorted(path.parent.iterdir())
    with pytest.raises(SaveError) as caught:
        keep_elsewhere(path, MINE, typed)

    (problem,) = caught.value.problems
    assert all(part.isprintable() for part in (problem.where, problem.why, problem.fix))
    assert problem.why
    assert problem.fix
    assert sorted(path.parent.iterdir()) == before
    tried.add(1)


def test_whichever_call_fails(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried) -> None:
    """What is said to be saved is there, whole; what is not leaves nothing half written under a name of ours."""
    for nth in range(1, 100):
        failing = Failing(nth, errno.ENOSPC, for_ever=nth % 2 == 0)
        place = tmp_path / str(nth)
        place.mkdir()
        copy = None
        with monkeypatch.context() as patch, suppress(MaturityError):
            for name in CALLS:
                patch.setattr(os, name, failing.wrap(getattr(os, name)))
            copy = keep_elsewhere(path, MINE, str(place))
        tried.add(1)
        if copy is not None:
            assert read(copy).answers == MINE.answers, nth
        elif nth % 2:  # a disk that refuses from then on does not let it be removed either
            assert all(read(one).answers == MINE.answers for one in place.iterdir()), nth
        assert read(path).answers == SAMPLE.answers
        if not failing.happened:
            assert copy is not None
            return
    raise AssertionError(nth)
