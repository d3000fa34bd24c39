"""Everything that is written for people, killed or refused at its calls to the system: absent or whole, old or new.

What a killed run left is hidden, harmless, and gone after the next one of the same name. By default a few of the points
are tried, with `MATURITY_SWEEP=full` each, and every fifth where there are many files.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, forget, read
from tests.faults.exports import EXPORTS, Export, Found, answers, hidden, run, visible
from tests.faults.program import maturity, told
from tests.tally import Tried

pytestmark = [pytest.mark.family(18), pytest.mark.needs("strace")]
FULL = os.environ.get("MATURITY_SWEEP") == "full"
MANY = 45  # points
CODES = ("ENOSPC", "EIO", "EROFS")
IN_PLACE = """
import maturity.report.placing
maturity.report.placing.put = lambda path, data: path.write_bytes(data) and None
"""


@dataclass(frozen=True)
class Begun:
    """An export as it was before, ``first``, and what one that nothing happens to gives, and calls."""

    export: Export
    first: Path
    old: Found
    new: Found
    points: list[tuple[str, int]]

    def again(self, name: str) -> Path:
        """The folder as it was, for one more fault."""
        return Path(shutil.copytree(self.first, self.first.with_name(name)))


def earlier(folder: Path, export: Export) -> Path:
    """The folder that is written into, with what an earlier run left there."""
    answers(folder)
    first = folder / "first"
    first.mkdir()
    if export.replaces:
        assert run(export, first).done.returncode == 0
        for path in first.rglob("*.*"):
            older = b"<!-- older -->" if path.suffix == ".svg" else b"% older\n"
            path.write_bytes(path.read_bytes() + older)
    return first


@pytest.fixture(scope="module", params=EXPORTS, ids=lambda export: export.name)
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """Once for every fault."""
    export: Export = request.param
    first = earlier(tmp_path_factory.mktemp("export"), export)
    kept = Path(shutil.copytree(first, first.with_name("whole")))
    ran = run(export, kept)
    assert {"openat", "write", "fsync", "close", "rename"} <= {call for call, _k in ran.points}, ran.done.stderr
    found = Begun(export, first, visible(first), visible(kept), ran.points)
    assert found.old != found.new
    return found


def sample(points: list[tuple[str, int]], few: int, shift: int = 0) -> list[tuple[str, int]]:
    """Some of them, over the whole length, the last ones among them: there the name changes."""
    some = max(1, len(points) // few)
    every = some if not FULL else 5 if len(points) > MANY else 1
    return points[::-1][shift % every :: every]


def whole(found: Found, old: Found, new: Found) -> bool:
    """Whether each file is the old one or the new one, and none of the old is gone."""
    return old.keys() <= found.keys() and all(found[name] in (old.get(name), new.get(name)) for name in found)


def test_killed(begun: Begun, tried: Tried) -> None:
    """At a call on what it writes: whole is what is seen, and the same command goes on as if nothing had been."""
    export, old, new = begun.export, begun.old, begun.new
    for number, (call, k) in enumerate(sample(begun.points, few=2)):
        kept = begun.again(f"killed-{number}")
        killed = run(export, kept, ["-e", f"inject={call}:signal=KILL:when={k}"])
        assert killed.done.returncode == -9, (call, k, killed)
        assert killed.points[-1:] == [(call, k)], "killed elsewhere"
        assert whole(visible(kept), old, new), (call, k)

        again = maturity(*export.said(kept), folder=kept)
        if again.returncode:  # responses are never replaced
            assert export.name == "demo files"
            told(again)
            assert whole(visible(kept), old, new), (call, k)
        else:
            assert new.items() <= visible(kept).items(), (call, k)
            for path in kept.rglob("*.toml"):  # one that is there already is another's: who opens it clears up
                OpenResponse.open(path).close()
            assert hidden(kept) == [], (call, k)
        tried.add(1)


def test_refused(begun: Begun, tried: Tried) -> None:
    """A full disk, a fault of it, one that can only be read: one error in three parts, and nothing half done."""
    points = [point for point in begun.points if point[0] != "unlink"]
    place = 3 * EXPORTS.index(begun.export)  # each at another one, where few are tried
    for number, (call, k) in enumerate(sample(points, few=1, shift=0 if FULL else place)):
        code, kept = CODES[(number + place // 3) % len(CODES)], begun.again(f"refused-{number}")
        done = run(begun.export, kept, ["-e", f"inject={call}:error={code}:when={k}"]).done

        assert whole(visible(kept), begun.old, begun.new), (call, k, code, done)
        assert hidden(kept) == [], (call, k, code, done)
        if done.returncode == 0:
            assert visible(kept) == begun.new, (call, k, code, done)
        else:
            assert told(done).count("\n  → ") == 1, (call, k, code, done)
        tried.add(1)


@pytest.mark.family(16)
def test_a_drive_without_fsync(tmp_path: Path) -> None:
    """It takes exports as it takes answers."""
    slides = next(one for one in EXPORTS if one.name == "slides")
    answers(tmp_path)
    kept = tmp_path / "kept"
    kept.mkdir()
    done = run(slides, kept, ["-e", "inject=fsync:error=EINVAL"]).done
    assert done.returncode == 0, done.stderr
    assert len(visible(kept)) > 5


def test_written_in_place_is_caught(tmp_path: Path) -> None:
    """The test can fail: a picture that is written where it stands is empty for a moment."""
    slides = next(one for one in EXPORTS if one.name == "slides")
    kept = earlier(tmp_path, slides)
    old = visible(kept)
    points = run(slides, kept, under=IN_PLACE).points
    new = visible(kept)
    last = max(k for call, k in points if call == "write")  # of the last picture, into a file that is empty by then
    for name, data in old.items():
        assert isinstance(data, bytes)
        (kept / name).write_bytes(data)
    run(slides, kept, ["-e", f"inject=write:signal=KILL:when={last}"], under=IN_PLACE)
    assert not whole(visible(kept), old, new)


def test_what_was_left_is_forgotten_too(tmp_path: Path) -> None:
    """Answers stand in a report that was never finished: it goes with them; another's report that grows stays."""
    path = answers(tmp_path)
    create(path.with_name("r2.toml"), read(path))
    dead, alive = 2**22 + 1, os.getpid()
    folder = sidecars.pictures(path)
    folder.mkdir()
    exports = (sidecars.report(path), path.with_suffix(".pdf"), sidecars.actions(path, 1), sidecars.actions(path, 2))
    left = [
        one.with_name(f".{one.name[:40]}.{dead}.x1y2.part")
        for one in (*exports, sidecars.short_report(path, "fr"), sidecars.short_report(path, "en"), folder / "map.svg")
    ]
    others = [path.with_name(f".r1.pdf.{alive}.x1y2.part"), path.with_name(f".r2.pdf.{dead}.x1y2.part")]
    for one in (*left, *others):
        one.write_bytes(b"half")

    assert set(forget(path)) >= set(left)
    assert [one for one in left if one.exists()] == []
    assert all(one.exists() for one in others)
    assert not folder.exists()
