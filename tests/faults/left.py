"""What a crash, another program, another version of this one or somebody's hand may leave beside a response."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from maturity.response import sidecars
from maturity.response.checksum import seal
from maturity.response.model import Answer
from maturity.response.rendering import render, tidy
from tests.faults.damaged import response

NAMES: Mapping[str, Callable[[Path], Path]] = {
    "tmp": sidecars.temporary,
    "spare": sidecars.spare,
    "lock": sidecars.lock,
    "marker": sidecars.marker,
    "taken": sidecars.taken,
    "session": sidecars.session,
    "previous": sidecars.previous,
    "damaged": lambda path: sidecars.damaged(path, 1),
}
ITEM = "A1.2"  # an answer that only what was left holds


def text(**changed: object) -> bytes:
    """A response that somebody gave more answers in than there are in the file."""
    more = response().with_answer(ITEM, Answer(level=3, note="only here"))
    return render(tidy(more.model_copy(update=changed))).encode()


def _of_another_program() -> bytes:
    body = text(revision=9).decode().rpartition("# sha256")[0]
    return seal(body.replace("schema = 1", "schema = 999", 1)).encode()


TEXTS: Mapping[str, bytes] = {
    "nothing": b"",
    "zeros": bytes(3000),
    "rubbish": b"\xff\xfe[[[" * 300,
    "half": text()[:400],
    "another number": b'{"machine": "a3f9c2", "process": 1, "began": "1"}',
    "older": text(revision=1),
    "newer": text(revision=9),
    "another's": text(id="019aa000-0000-7000-8000-00000000000f", revision=1),
    "another program's": _of_another_program(),
    "large": b"x = 1\n" * 500_000,
}


def _folder(place: Path, _precious: Path) -> None:
    place.mkdir()
    (place / "mine.txt").write_bytes(b"mine")


def _fifo(place: Path, _precious: Path) -> None:
    os.mkfifo(place)


def _link(place: Path, precious: Path) -> None:
    place.symlink_to(precious)


def _dangling(place: Path, precious: Path) -> None:
    place.symlink_to(precious.with_name("nowhere"))


NO_FILES: Mapping[str, Callable[[Path, Path], None]] = {
    "folder": _folder,
    "pipe": _fifo,
    "link": _link,
    "link to nothing": _dangling,
}
KINDS = (*TEXTS, *NO_FILES)


def put(place: Path, kind: str, precious: Path) -> None:
    """Leave it there."""
    if kind in TEXTS:
        place.write_bytes(TEXTS[kind])
        place.chmod(0o400)
        os.utime(place, (1_600_000_000, 1_600_000_000))  # long ago
    else:
        NO_FILES[kind](place, precious)


def kept(path: Path, text_: bytes) -> bool:
    """Whether a text still stands somewhere beside the response."""
    return any(one.is_file() and one.read_bytes() == text_ for one in path.parent.iterdir() if not one.is_fifo())
