"""A file cut off, torn, with bits flipped or zeros in it: the reader never takes it for what was written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from maturity.errors import DamagedError, ResponseError
from maturity.response import reading
from maturity.response.checksum import Seal, examine
from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer, Response
from maturity.response.reading import interpret
from maturity.response.rendering import render
from tests.faults.program import maturity, told
from tests.response.samples import AIMING, SAMPLE
from tests.tally import Tried

pytestmark = pytest.mark.family(9)
LONG = AIMING.model_copy(
    update={"answers": {f"A{n}.{m}": Answer(level=1 + m % 4, note="é" * m) for n in range(9) for m in range(9)}}
)
OLD = render(LONG).encode()
SECTOR = 512
FLIPS = 3_500  # of those in a file; all of them with MATURITY_SWEEP=full


def next_version() -> bytes:
    """What the next save would write: as long as before, and other answers throughout."""
    answers = {name: one.model_copy(update={"level": 5}) for name, one in LONG.answers.items()}
    return render(LONG.model_copy(update={"revision": 8, "answers": answers})).encode()


def accepted(texts: Iterable[bytes], path: Path, *whole: bytes) -> tuple[list[bytes], int]:
    """Those that are read though they are none of the ``whole`` ones; and how many were tried."""
    through, tried = [], 0
    for text in texts:
        if text in whole:
            continue
        tried += 1
        try:
            interpret(path, text)
        except ResponseError:
            continue
        through.append(text)
    return through, tried


def flipped(text: bytes) -> Iterator[bytes]:
    """With one bit turned over."""
    bits = len(text) * 8
    step = 1 if os.environ.get("MATURITY_SWEEP") == "full" else max(1, bits // FLIPS)
    for bit in range(0, bits, step):
        yield text[: bit // 8] + bytes([text[bit // 8] ^ 1 << bit % 8]) + text[bit // 8 + 1 :]


def zeroed(text: bytes) -> Iterator[bytes]:
    """With zeros from some place on; and sectors of zeros amidst."""
    for place in range(len(text)):
        yield text[:place] + bytes(len(text) - place)
    for place in range(0, len(text), SECTOR):
        yield text[:place] + bytes(len(text[place : place + SECTOR])) + text[place + SECTOR :]
    yield bytes(4096)


def torn(old: bytes, new: bytes) -> Iterator[bytes]:
    """The head of one and the tail of the other; every sector of one amidst the other; with what was longer left."""
    for place in range(0, max(len(old), len(new)) + 1, SECTOR):
        yield new[:place] + old[place:]
        yield old[:place] + new[place:]
        yield old[:place] + new[place : place + SECTOR] + old[place + SECTOR :]


def run_together(old: bytes, new: bytes) -> Iterator[bytes]:
    """Two files, or parts of them, one after the other."""
    yield from (old + new, old + old, new + old, old + b"\n", b"\n" + old, old + b"\0", old[:-1], old[:-2] + new)
    yield from (old + new[:place] for place in range(1, len(new), SECTOR))


DAMAGE: dict[str, Callable[[], Iterable[bytes]]] = {
    "cut off at every byte": lambda: (OLD[:length] for length in range(len(OLD))),
    "one bit flipped": lambda: flipped(OLD),
    "zeros": lambda: zeroed(OLD),
    "torn": lambda: torn(OLD, next_version()),
    "torn, of two lengths": lambda: torn(OLD, render(SAMPLE).encode()),
    "run together": lambda: run_together(OLD, next_version()),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_never_taken_for_whole(tmp_path: Path, damage: str, tried: Tried) -> None:
    """Each is refused with its reason; only what is byte for byte a version is read."""
    through, cases = accepted(DAMAGE[damage](), tmp_path / "r1.toml", OLD, next_version(), render(SAMPLE).encode())
    assert through == []
    assert cases > 5
    tried.add(cases)


@pytest.mark.parametrize("damage", ["cut off at every byte", "one bit flipped"])
def test_without_the_last_line_it_would_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    """The sweep can fail: a reader that does not count lets many a damaged text through."""

    def trusting(data: bytes) -> Seal:
        return Seal("intact", examine(data).digest)

    monkeypatch.setattr(reading, "examine", trusting)
    through, cases = accepted(DAMAGE[damage](), tmp_path / "r1.toml", OLD)
    assert len(through) > cases // 100


SHAPES = {
    "cut": OLD[:300],  # not even its authority is there: of what can be read in part, test_recovery tells
    "flipped": OLD.replace(b"schema = 1", b"schema = 0", 1),  # in an answer, that one alone would be unreadable
    "zeros": bytes(len(OLD)),
    "empty": b"",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_command_says_so(tmp_path: Path, shape: str, tried: Tried) -> None:
    """Nothing is scored, reported, or opened for answering; the file stays as it is."""
    path = tmp_path / "kept" / "r1.toml"
    create(path, LONG)
    path.write_bytes(SHAPES[shape])
    for call in (("score", path), ("verify", path), ("report", path), ("answer", "--plain", path)):
        assert "r1.toml" in told(maturity(*call))
    with pytest.raises(DamagedError):
        OpenResponse.open(path)
    assert path.read_bytes() == SHAPES[shape]
    assert sorted(one.name for one in path.parent.iterdir()) == [".r1.toml.lock", "r1.toml"]
    tried.add(5)


def test_a_torn_file_and_its_version_before(tmp_path: Path) -> None:
    """The version before, kept by the save, is what the message offers."""
    path = tmp_path / "kept" / "r1.toml"
    create(path, LONG)
    with OpenResponse.open(path) as session:
        after: Response = session.save(session.response.with_answer("A1.1", Answer(level=4)))
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(DamagedError) as told_so:
        read(path)
    kept = told_so.value.previous
    assert kept is not None
    assert read(kept).revision == after.revision - 1
