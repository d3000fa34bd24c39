"""Create, open, save, restore, forget."""

from __future__ import annotations

import json
import os
import re
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from maturity.errors import ConflictError, DamagedError, LockedError, SaveError
from maturity.locale import set_language
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, dumps, forget, read
from maturity.response.model import Answer
from maturity.response.restoring import restore
from tests.response.samples import SAMPLE

LATER = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)


def test_create(path: Path) -> None:
    """A new file holds the response as revision 1 and nothing stands beside it but the lock's name."""
    assert read(path) == SAMPLE.model_copy(update={"revision": 1})
    assert sorted(one.name for one in path.parent.iterdir()) == [".r1.toml.lock", "r1.toml"]


def test_create_overwrites_nothing(path: Path) -> None:
    """A name that is taken is refused, whatever stands there."""
    before = path.read_bytes()

    with pytest.raises(SaveError, match="already there"):
        create(path, SAMPLE)
    assert path.read_bytes() == before


def test_create_follows_no_link(tmp_path: Path) -> None:
    """A link where the file should be is not written through, even when it leads nowhere."""
    target, link = tmp_path / "elsewhere.toml", tmp_path / "r1.toml"
    link.symlink_to(target)

    with pytest.raises(SaveError, match="already there"):
        create(link, SAMPLE)
    assert not target.exists()


def test_save(path: Path) -> None:
    """A save gives the next revision and its time, keeps the version before, and returns what stands on the disk."""
    before = path.read_bytes()
    with OpenResponse.open(path) as session:
        saved = session.save(session.response.with_answer("A1.2", Answer(level=5)), now=lambda: LATER)

        assert session.response is saved
    assert read(path) == saved
    assert (saved.revision, saved.updated, saved.answer("A1.2").level) == (2, LATER, 5)
    assert sidecars.previous(path).read_bytes() == before


def test_closed_is_closed(path: Path) -> None:
    """After closing nothing is saved: somebody else may have it by now."""
    session = OpenResponse.open(path)
    session.close()
    session.close()

    with pytest.raises(SaveError, match="read only"):
        session.save(session.response)
    OpenResponse.open(path).close()


def test_many_saves(path: Path) -> None:
    """Each save builds on the one before; the previous version is always the last but one."""
    with OpenResponse.open(path) as session:
        for level in range(1, 10):
            session.save(session.response.with_answer("A1.2", Answer(level=level)))

    assert read(path).revision == 10
    assert read(sidecars.previous(path)).answer("A1.2").level == 8


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_private_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    """Files are for their owner alone, and so are the folders made for them."""
    file, before = tmp_path / "new" / "pau-2026" / "r1.toml", os.umask(umask)
    try:
        create(file, SAMPLE)
        with OpenResponse.open(file) as session:
            session.save(session.response)
    finally:
        os.umask(before)

    assert [stat.S_IMODE(one.stat().st_mode) for one in (file.parent.parent, file.parent)] == [0o700, 0o700]
    assert {stat.S_IMODE(one.stat().st_mode) for one in file.parent.iterdir()} == {0o600}


def test_second_session_is_told_since_when(path: Path) -> None:
    """A file that is open is refused by window and time; to read only it opens."""
    with OpenResponse.open(path):
        with pytest.raises(LockedError) as caught:
            OpenResponse.open(path)
        with OpenResponse.open(path, read_only=True) as looking, pytest.raises(SaveError, match="read only"):
            looking.save(looking.response)
    (problem,) = caught.value.problems
    assert re.fullmatch(r"r1: open since \d+:\d\d in another window on this computer\.", problem.why)

    OpenResponse.open(path).close()


def test_since_when_reads_as_no_duration_in_french(path: Path) -> None:
    """“Depuis 8 h 44” may be eight hours: an hour is told as one, and a day with its article."""
    set_language("fr")
    with OpenResponse.open(path):
        for since, told in (
            (datetime.now(UTC).isoformat(), r"r1\s: ouvert à \d+\sh\s\d\d sur un autre ordinateur\."),
            ("2026-01-22T10:00:00+00:00", r"r1\s: ouvert le 22\sjanvier 2026 à \d+\sh\s00 sur un autre ordinateur\."),
        ):
            sidecars.session(path).write_text(json.dumps({"machine": "a3f9c2", "since": since}))
            with pytest.raises(LockedError, match=told):
                OpenResponse.open(path)


@pytest.mark.parametrize("left", [b"", b"[]", b'{"machine": 3, "since": "never"}', b"[" * 5000, bytes(9)])
def test_what_is_said_of_the_holder_may_be_rubbish(path: Path, left: bytes) -> None:
    """The note about who holds the lock is never trusted."""
    with OpenResponse.open(path):
        sidecars.session(path).write_bytes(left)
        with pytest.raises(LockedError):
            OpenResponse.open(path)


def test_somebody_else_changed_the_file(path: Path) -> None:
    """What another program wrote meanwhile is not overwritten."""
    with OpenResponse.open(path) as session:
        theirs = dumps(SAMPLE.model_copy(update={"revision": 99})).encode()
        path.write_bytes(theirs)

        with pytest.raises(ConflictError, match="somebody else"):
            session.save(session.response)
        assert path.read_bytes() == theirs


@pytest.mark.parametrize("fate", ["removed", "folder", "link"])
def test_the_file_went_away(path: Path, tmp_path: Path, fate: str) -> None:
    """A file that was removed or replaced while open is not made again in silence, and no link is followed."""
    with OpenResponse.open(path) as session:
        path.rename(tmp_path / "moved.toml")
        if fate == "folder":
            path.mkdir()
        elif fate == "link":
            path.symlink_to(tmp_path / "moved.toml")

        with pytest.raises(ConflictError, match="moved, removed or replaced"):
            session.save(session.response)
    assert read(tmp_path / "moved.toml").revision == 1


def test_nothing_too_large_to_read_again(path: Path) -> None:
    """A response that would be larger than what is read is not saved; the version before stays."""
    long = Answer(note="é" * 10_000)
    with OpenResponse.open(path) as session:
        huge = session.response.model_copy(update={"answers": {f"A{n}": long for n in range(60)}})
        with pytest.raises(SaveError, match="larger than 1024 KB"):
            session.save(huge)
    assert read(path).revision == 1


def test_damaged(path: Path) -> None:
    """A file changed by hand is refused; accepted, its text is kept and the response says so, also once saved."""
    with OpenResponse.open(path) as session:
        session.save(session.response)
    edited = path.read_bytes().replace(b"level = 3", b"level = 4")
    path.write_bytes(edited)

    with pytest.raises(DamagedError, match="changed outside") as caught:
        read(path)
    assert caught.value.previous == sidecars.previous(path)
    assert read(path, accept_damaged=True).edited_by_hand
    intact = sidecars.previous(path).read_bytes()
    with OpenResponse.open(path, accept_damaged=True) as session:
        session.save(session.response)
    assert sidecars.damaged(path, 1).read_bytes() == edited
    assert sidecars.damaged(path, 2).read_bytes() == intact, "of the next save but one, nothing of it is left"
    assert not sidecars.damaged(path, 3).exists()
    assert read(path).edited_by_hand
    assert read(path).answer("A1.2").level == 4
    assert read(sidecars.previous(path)).revision == 1, "the intact version is not replaced by the damaged one"


def test_damaged_beyond_reading(path: Path) -> None:
    """Where even the text cannot be understood, both reasons are told."""
    path.write_bytes(path.read_bytes()[:150])

    with pytest.raises(DamagedError) as caught:
        read(path, accept_damaged=True)
    assert len(caught.value.problems) == 2
    assert not sidecars.damaged(path, 1).exists()


@pytest.mark.parametrize("fate", ["cut", "zeroed", "removed"])
def test_restore(path: Path, fate: str) -> None:
    """The version before the last save comes back; the damaged text stays beside it."""
    with OpenResponse.open(path) as session:
        before = session.response
        session.save(session.response.with_answer("A1.2", Answer(level=5)))
    damaged = {"cut": path.read_bytes()[:99], "zeroed": bytes(2000), "removed": b""}[fate]
    if fate == "removed":
        path.unlink()
    else:
        path.write_bytes(damaged)

    assert restore(path) == before == read(path)
    assert fate == "removed" or sidecars.damaged(path, 1).read_bytes() == damaged


def test_restore_without_previous(path: Path) -> None:
    """Where there is nothing to restore, nothing changes."""
    path.write_bytes(b"schema = 1\n")

    with pytest.raises(DamagedError, match="no other version"):
        restore(path)
    assert path.read_bytes() == b"schema = 1\n"


def test_forget(path: Path) -> None:
    """Nothing is left of a response, not even its folder."""
    with OpenResponse.open(path) as session:
        session.save(session.response)
    path.write_bytes(b"x = 1\nquestionnaire = 1\nrespondent = 1\n")
    with pytest.raises(DamagedError):
        read(path, accept_damaged=True)
    sidecars.damaged(path, 1).write_bytes(b"old")
    sidecars.temporary(path).write_bytes(b"stale")

    assert {one.name for one in forget(path)} == {
        "r1.toml",
        "r1.toml.previous",
        "r1.toml.damaged-1",
        ".r1.toml.tmp",
        "saint-aubin-2026",
    }
    assert not path.parent.exists()


def test_forget_leaves_others_alone(path: Path) -> None:
    """Another response in the folder stays, and one that is open is not removed."""
    other = path.with_name("r2.toml")
    create(other, SAMPLE)

    assert [one.name for one in forget(path)] == ["r1.toml"]
    with OpenResponse.open(other), pytest.raises(LockedError):
        forget(other)
    assert read(other)


@pytest.mark.parametrize(
    "name", ["réponse d’été.toml", "re\u0301ponse.toml", "a b.toml", "x" * 250 + ".toml", "é" * 125 + ".toml"]
)
def test_any_name(tmp_path: Path, name: str) -> None:
    """Spaces, accents in both forms and names as long as the file system takes them."""
    file = tmp_path / name
    create(file, SAMPLE)
    with OpenResponse.open(file) as session:
        session.save(session.response)

    assert read(file).revision == 2
    assert sidecars.previous(file).exists()
    assert sorted(one.name for one in forget(file) if one != tmp_path)
    assert not tmp_path.exists()
