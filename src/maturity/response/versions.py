"""What stands on the disk of a response: the file, and what a crash or a choice left beside it. Nothing is changed.

Whoever finds a file that is not as it was written is told of every version: whether it is intact, when it was saved,
how many answers it holds. In a damaged text as many answers are counted as can still be read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

from maturity.errors import MaturityError, Problem, ResponseError
from maturity.questionnaire.base import Words
from maturity.response import sidecars
from maturity.response.checksum import examine
from maturity.response.legible import legible
from maturity.response.model import Response
from maturity.response.parsing import loads
from maturity.toml import decode, read_bytes

Kind = Literal["file", "unfinished", "later", "previous", "spare", "kept"]
State = Literal["intact", "edited", "cut", "garbled", "zeroed"]

_TOLD: Final = 5  # texts put aside that are read, the last ones
_ANSWER: Final = re.compile(r'^"?[A-Za-z][\w.+-]*"? = \{ (?:level = [0-9]|missing = "[a-z-]+")[ ,]', re.MULTILINE)
_SAVED: Final = re.compile(r"^updated = ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})Z$", re.MULTILINE)
_REVISION: Final = re.compile(r"^revision = ([0-9]{1,10})$", re.MULTILINE)


@dataclass(frozen=True)
class Version:
    """One text. ``state``: ``edited`` can be read whole though its checksum does not fit, ``garbled`` cannot.

    ``kind``: ``later`` is a version before that was saved after the file: an old copy took the place of a newer one.

    ``cut``: its last line is missing. It can be opened when it has a ``response``: without the ``lines`` of these
    numbers, which cannot be understood, or hold letters that are none.
    """

    path: Path
    kind: Kind
    data: bytes
    state: State
    response: Response | None
    saved: datetime | None
    revision: int | None
    answers: int
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Standing:
    """All that stands there; ``file`` is None where it is gone.

    ``misfit``: why a file that is not as it was written cannot be gone on with though it can be read: by hand, it was
    given an answer that its questionnaire does not know. ``names``: what the places of its answers are called, by
    language, when its questionnaire was looked at.
    """

    path: Path
    file: Version | None
    beside: tuple[Version, ...]
    misfit: Problem | None = None
    names: Mapping[str, Words] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether the file itself is as it was written."""
        return self.file is not None and self.file.state == "intact"

    @property
    def best(self) -> Version | None:
        """What to go on from instead of the file: the newest intact version; of an intact file, only a newer one."""
        intact = [one for one in self.beside if one.kind != "kept" and one.state == "intact"]
        if self.file is not None and self.whole:
            intact = [one for one in intact if _follows(one, self.file)]
        return max(intact, key=lambda one: one.revision or 0, default=None)

    @property
    def kept(self) -> tuple[Version, ...]:
        """What was put aside, can be gone on with, wholly or in part, and is not what stands in the file."""
        aside = [one for one in self.beside if one.kind == "kept" and one.response is not None]
        return tuple(one for one in aside if self.file is None or one.data != self.file.data)

    @property
    def readable(self) -> bool:
        """Whether what stands in the file can be opened as it is."""
        return self.file is not None and self.file.response is not None and self.misfit is None


def survey(path: Path) -> Standing:
    """What stands there now.

    Raises:
        ResponseError: the file is there and cannot be read at all: no ordinary file, too large, not ours to read.
    """
    try:
        return standing(path, read_bytes(path, ResponseError))
    except ResponseError as error:
        if not is_gone(error):
            raise
        return standing(path, None)


def is_gone(error: ResponseError) -> bool:
    """Whether a file could not be read because there is none: a disk that does not answer says nothing of that."""
    return isinstance(error.__cause__, FileNotFoundError | NotADirectoryError)


def standing(path: Path, data: bytes | None) -> Standing:
    """What stands there when these bytes are the file's; None: there is no file."""
    file = None if data is None else version(path, "file", data)
    return Standing(path, file, tuple(_seen_from(file, one) for one in _beside(path)))


def _seen_from(file: Version | None, one: Version) -> Version:
    later = file is not None and file.state == one.state == "intact" and _follows(one, file)
    return replace(one, kind="later") if later and one.kind in ("previous", "spare") else one


def version(path: Path, kind: Kind, data: bytes) -> Version:
    """What a text is, and what can be read of it."""
    sealed = examine(data).state
    last_resort = kind in ("file", "kept")  # of what is there only as a version before, half a text is none
    response, lines = _response(path, data, wholly=not last_resort or sealed in ("intact", "zeroed"))
    whole = response is not None and not lines
    if sealed == "altered":
        state: State = "edited" if whole else "garbled"
    elif sealed == "intact":
        state = "intact" if whole else "garbled"
    else:
        state = sealed
    if response is not None:
        given = sum(answer.given for answer in response.answers.values())
        return Version(path, kind, data, state, response, response.updated, response.revision, given, lines)
    text = data.decode("utf-8", errors="replace").replace("\r\n", "\n")
    revision = _REVISION.search(text)
    given = len(_ANSWER.findall(text))
    return Version(path, kind, data, state, None, _moment(text), int(revision[1]) if revision else None, given)


def overtaken(path: Path, response: Response) -> bool:
    """Whether a newer version of an intact response stands beside it, and that one whole.

    A save that was cut short leaves one; so does whoever puts an old copy in the place of the file. Whoever holds the
    file open asks: of anybody else's, it may be the save that is going on.
    """
    return any(
        one.state == "intact" and one.response is not None and _later(one.response, response)
        for one in _beside(path, but="kept")
    )


def _follows(one: Version, other: Version) -> bool:
    found, there = one.response, other.response
    return found is not None and there is not None and _later(found, there)


def _later(one: Response, other: Response) -> bool:
    return one.id == other.id and one.revision > other.revision


def _beside(path: Path, but: Kind | None = None) -> Iterator[Version]:
    """What is there and can be read; what cannot is no version."""
    if not path.name:  # ".", "/"
        return
    names: list[tuple[Path, Kind]] = [
        (sidecars.temporary(path), "unfinished"),
        (sidecars.previous(path), "previous"),
        (sidecars.spare(path), "spare"),
    ]
    kept = sidecars.damaged_there(path)
    names += [(one, "kept") for one in kept[-_TOLD:]]  # reading takes time, and who looks for a text wants a late one
    for name, kind in names:
        if kind != but and os.path.lexists(name):
            try:
                yield version(name, kind, read_bytes(name, ResponseError))
            except MaturityError:
                continue


def _response(path: Path, data: bytes, *, wholly: bool) -> tuple[Response | None, tuple[int, ...]]:
    """As `legible`; ``wholly``: only a text that can be read line for line."""
    try:
        return (loads(decode(data, path, ResponseError), path), ()) if wholly else legible(data, path)
    except MaturityError:
        return None, ()


def _moment(text: str) -> datetime | None:
    found = _SAVED.search(text)
    try:
        return datetime.fromisoformat(found[1]).replace(tzinfo=UTC) if found else None
    except ValueError:
        return None
