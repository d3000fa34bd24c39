"""The power goes at any moment of a save: what was told is there, else the old or the new version, and saving goes on.

The model of the disk, and where it comes from: `tests.faults.power`. That the replay can find a loss at all is shown by
broken protocols, each of which loses something: a replay of what cannot fail would show nothing.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from maturity.errors import DamagedError, MaturityError, SaveError
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer, Response
from maturity.response.restoring import restore
from tests.faults.broken import PROTOCOLS, Break, read_without_checksum, written_in_place
from tests.faults.power import Cut, Recorder, State, cuts, lay_out
from tests.response.samples import SAMPLE
from tests.tally import Tried

pytestmark = pytest.mark.family(5)

ITEMS = [f"A1.{number}" for number in range(1, 10)]
LONG = SAMPLE.model_copy(update={"answers": {item: Answer(level=3, note="é" * 60) for item in ITEMS}})
Reader = Callable[[Path], Response]
NAME = "saint-aubin-2026/r1.toml"


@dataclass
class Recorded:
    """What was done, and the versions that there were, the one before it first; None: there was no file."""

    recorder: Recorder
    versions: list[Response | None]


def two_saves(root: Path, patch: pytest.MonkeyPatch) -> Recorded:
    """A session that saves twice on a file that has a previous version."""
    path = root / NAME
    create(path, SAMPLE)
    with OpenResponse.open(path) as session:
        versions: list[Response | None] = [session.save(session.response.with_answer("A1.2", Answer(level=1)))]
    recorder = Recorder(root)
    with patch.context() as watched:
        recorder.watch(watched)
        with OpenResponse.open(path) as session:
            for level in (4, 5):
                answer = Answer(level=level, note="é" * 300 * level)
                versions.append(session.save(session.response.with_answer("A1.2", answer)))
                recorder.told()
    return Recorded(recorder, versions)


def first_save(root: Path, patch: pytest.MonkeyPatch) -> Recorded:
    """A response that has no file and no folder yet."""
    root.mkdir()
    recorder = Recorder(root)
    with patch.context() as watched:
        recorder.watch(watched)
        created = create(root / NAME, LONG)
        recorder.told()
    return Recorded(recorder, [None, created])


def lost(recorded: Recorded, cut: Cut, state: State, root: Path) -> str:
    """What is wrong with a state, in the words of the real reader; empty when nothing is."""
    lay_out(state, root)
    path = root / NAME
    try:
        found = read(path) if path.exists() else None
        if found not in recorded.versions[cut.told : cut.told + 2]:
            return f"not a version that may be there: {found and found.revision}"
        if sidecars.previous(path).exists() and read(sidecars.previous(path)).revision > (
            found.revision if found else 0
        ):
            return "the previous version is newer"
        if not sidecars.previous(path).exists() and f"{NAME}.previous" in recorded.recorder.first:
            return "the previous version is gone"
        return _goes_on(path, found)
    except MaturityError as error:
        return str(error)
    finally:
        shutil.rmtree(root)


def _goes_on(path: Path, found: Response | None) -> str:
    """The next session saves, as if nothing had been."""
    if found is None:
        created = create(path, SAMPLE)
        return "" if read(path) == created else "not created anew"
    with OpenResponse.open(path) as session:
        saved = session.save(session.response.with_answer("B1.1", Answer(level=2)))
    went = read(path) == saved and read(sidecars.previous(path)) == found
    return "" if went and not sidecars.temporary(path).exists() else "the next save does not hold"


def losses(recorded: Recorded, root: Path) -> Iterator[str]:
    """Of every state what is lost in it, empty where nothing is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)  # noqa: ARG005 - what is laid out needs to survive nothing
        for cut in cuts(recorded.recorder):
            for state in cut.states:
                why = lost(recorded, cut, state, root / "after")
                yield why and f"after {cut.after}, {cut.told} told: {why}"


@pytest.mark.parametrize("story", [two_saves, first_save], ids=lambda story: story.__name__)
def test_every_state(
    story: Callable[[Path, pytest.MonkeyPatch], Recorded], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried
) -> None:
    """Whatever the disk holds, nothing that was told is lost."""
    recorded = story(tmp_path / "before", monkeypatch)
    found = list(losses(recorded, tmp_path))
    assert not any(found), next(filter(None, found))
    assert len(found) > 20
    tried.add(len(found))


def test_restoring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried) -> None:
    """A damaged file is brought back: whenever the power goes, the version and the damaged text are both there."""
    root, path = tmp_path / "before", tmp_path / "before" / NAME
    create(path, SAMPLE)
    with OpenResponse.open(path) as session:
        session.save(session.response.with_answer("A1.2", Answer(level=1)))
    previous, torn = read(sidecars.previous(path)), path.read_bytes()[:700]
    path.write_bytes(torn)
    recorder = Recorder(root)
    with monkeypatch.context() as patch:
        recorder.watch(patch)
        assert restore(path) == previous
        recorder.told()
    for cut in cuts(recorder):
        for state in cut.states:
            tried.add(1)
            lay_out(state, tmp_path / "after")
            after = tmp_path / "after" / NAME
            texts = [one.read_bytes() for one in (after, sidecars.damaged(after, 1)) if one.exists()]
            assert torn in texts, (cut.after, list(state))
            with suppress(DamagedError):
                assert read(after) == previous
                shutil.rmtree(tmp_path / "after")
                continue
            assert not cut.told
            assert restore(after) == previous
            shutil.rmtree(tmp_path / "after")


@pytest.mark.parametrize("broken", PROTOCOLS, ids=lambda broken: broken.__name__)
def test_a_broken_protocol_is_caught(
    broken: Break, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried
) -> None:
    """The same replay finds what each of them loses."""
    with monkeypatch.context() as patch:
        broken(patch)
        recorded = two_saves(tmp_path / "before", patch)
    assert any(losses(recorded, tmp_path))
    tried.add(1)


def test_without_checksum_a_mixture_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: Tried) -> None:
    """A half-written file may be made of two versions: with its checksum it is named, without it it would be scored."""
    root = tmp_path / "before"
    first = create(root / NAME, LONG)
    recorder = Recorder(root)
    with monkeypatch.context() as patch:
        written_in_place(patch)
        recorder.watch(patch)
        with OpenResponse.open(root / NAME) as session:
            answers = {item: Answer(level=2, note=answer.note) for item, answer in first.answers.items()}
            second = session.save(first.model_copy(update={"answers": answers}))
    taken: dict[Reader, set[bool]] = {read: set(), read_without_checksum: set()}
    for state in (state for cut in cuts(recorder) for state in cut.states):
        lay_out(state, tmp_path / "after")
        for reader, found in taken.items():
            with suppress(MaturityError):
                found.add(reader(tmp_path / "after" / NAME).answers in (first.answers, second.answers))
        shutil.rmtree(tmp_path / "after")
        tried.add(1)
    assert taken[read] == {True}
    assert taken[read_without_checksum] == {True, False}


def test_the_folder_above_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new folder whose name the disk does not take is no folder; the next try makes it anew."""
    path = tmp_path / "below" / "r1.toml"

    def fsync(handle: int) -> None:  # noqa: ARG001 - the call's signature
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        with pytest.raises(SaveError, match="the disk reports a fault"):
            create(path, SAMPLE)
    assert not path.parent.exists()
    assert create(path, SAMPLE) == read(path)
