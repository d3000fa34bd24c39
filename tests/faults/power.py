"""What a disk may hold after the power went: a save's real calls are recorded, and every legal state is made from them.

The model is that of ALICE (Pillai et al., "All File Systems Are Not Created Equal", OSDI 2014, USENIX, pages 433-448),
with no promise but POSIX's own. After a power cut

* what a file held when its ``fsync`` returned is there; what was written since is there, or not, or in part: in blocks
  of 512 or 4,096 bytes, in any order, the rest being what stood there before, zeros, or beyond the end of the file;
* a name made, moved or taken away is as it was when the ``fsync`` of its folder returned; of what was done since, each
  file may have come as far as it likes, whatever became of the others: a name may be there before the bytes that belong
  to it, a second file's before the first one's; only what was done to one and the same file stays in its order;
* a rename is whole or not at all. ``fsync`` of a file says nothing of its name, that of a folder nothing of the
  folder's own name in the one above.

The lock and the note of who holds it are left as they were: nothing of an answer stands in them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any

import pytest

BLOCKS = (512, 4096)
NOT_LOOKED_AT = (".lock", ".session")


@dataclass(frozen=True)
class Event:
    """``name``, ``move``, ``gone``, ``folder``: of names; ``data``, ``sync``: of a file; ``told``: the program said so.

    ``file`` is a number that stands for the inode; ``data`` is all that the file then holds.
    """

    kind: str
    file: int = 0
    path: str = ""
    target: str = ""
    data: bytes = b""


@dataclass
class Recorder:
    """Stands around the calls of ``os``, which it lets through, and notes what they do below ``root``."""

    root: Path
    first: dict[str, bytes] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    files: dict[str, int] = field(default_factory=dict)
    held: dict[int, bytes] = field(default_factory=dict)
    open: dict[int, list[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path in sorted(self.root.rglob("*")):
            if path.is_file():
                name = self._name(path)
                self.first[name] = path.read_bytes()
                self.held[self._new(name)] = self.first[name]

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """From now on."""
        for call in ("open", "write", "fsync", "close", "link", "replace", "rename", "unlink", "mkdir"):
            patch.setattr(
                os, call, self._noted(getattr(os, call), getattr(self, f"_{call.replace('rename', 'replace')}"))
            )

    def told(self) -> None:
        """The program says that it is saved."""
        self.events.append(Event("told"))

    def _noted(self, real: Callable[..., Any], note: Callable[..., None]) -> Callable[..., Any]:
        def call(*values: object, **named: object) -> object:
            result = real(*values, **named)
            note(result, *values)
            return result

        return call

    def _name(self, path: object) -> str:
        path = Path(os.fspath(path))  # type: ignore[call-overload]
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else ""

    def _new(self, name: str) -> int:
        self.files[name] = len(self.held) + 1
        self.held[self.files[name]] = b""
        return self.files[name]

    def _open(self, handle: int, path: object, flags: int, *_mode: int) -> None:
        name = self._name(path)
        if not name or name.endswith(NOT_LOOKED_AT):
            return
        if Path(os.fspath(path)).is_dir():  # type: ignore[call-overload]
            self.open[handle] = [name, None, 0]
            return
        if name not in self.files:
            self.events.append(Event("name", self._new(name), name))
        file = self.files[name]
        self.open[handle] = [name, file, 0]
        if flags & os.O_TRUNC:
            self._hold(file, b"")

    def _hold(self, file: int, data: bytes) -> None:
        self.held[file] = data
        self.events.append(Event("data", file, data=data))

    def _write(self, written: int, handle: int, data: bytes) -> None:
        if handle in self.open:
            _, file, at = self.open[handle]
            old = self.held[file]
            self._hold(file, old[:at] + bytes(data)[:written] + old[at + written :])
            self.open[handle][2] += written

    def _fsync(self, _result: None, handle: int) -> None:
        if handle in self.open:
            name, file, _ = self.open[handle]
            self.events.append(Event("sync", file or 0, name))

    def _close(self, _result: None, handle: int) -> None:
        self.open.pop(handle, None)

    def _link(self, _result: None, source: object, target: object) -> None:
        new = self._name(target)
        self.files[new] = self.files[self._name(source)]
        self.events.append(Event("name", self.files[new], new))

    def _replace(self, _result: None, source: object, target: object) -> None:
        old, new = self._name(source), self._name(target)
        self.files[new] = self.files.pop(old)
        self.events.append(Event("move", self.files[new], old, new))

    def _unlink(self, _result: None, path: object) -> None:
        name = self._name(path)
        if name in self.files:
            self.events.append(Event("gone", self.files.pop(name), name))

    def _mkdir(self, _result: None, path: object, *_mode: int) -> None:
        if name := self._name(path):
            self.events.append(Event("folder", -len(self.events) - 1, name))


State = dict[str, bytes | None]  # by name: what a file holds; None: a folder


@dataclass(frozen=True)
class Cut:
    """A moment at which the power goes: what may be found, how many saves the program had told of."""

    told: int
    after: Event | None
    states: list[State]


def cuts(recorder: Recorder) -> Iterator[Cut]:
    """Every moment of what was recorded, with every state that is legal then; a state is told once for each number."""
    seen: set[tuple[int, frozenset[tuple[str, bytes | None]]]] = set()
    for moment in range(len(recorder.events) + 1):
        before = recorder.events[:moment]
        told = sum(event.kind == "told" for event in before)
        fresh = []
        for state in _states(recorder.first, before):
            if (known := (told, frozenset(state.items()))) not in seen:
                seen.add(known)
                fresh.append(state)
        yield Cut(told, before[-1] if before else None, fresh)


def lay_out(state: State, root: Path) -> None:
    """The state as real files."""
    root.mkdir(mode=0o700)
    for name, data in sorted(state.items(), key=lambda item: item[0].count("/")):
        if data is None:
            (root / name).mkdir()
        else:
            (root / name).parent.mkdir(exist_ok=True, parents=True)
            (root / name).write_bytes(data)


def _states(first: dict[str, bytes], events: list[Event]) -> Iterator[State]:
    names = [event for event in events if event.kind in ("name", "move", "gone", "folder")]
    pending = [event for event in names if not _confirmed(event, events)]
    files = list(dict.fromkeys(event.file for event in pending))
    far = [range(sum(event.file == file for event in pending) + 1) for file in files]
    contents = list(_contents(first, events))
    for counts in product(*far):
        left = dict(zip(files, counts, strict=True))
        done = []
        for event in names:
            if event in pending:
                left[event.file] -= 1
                if left[event.file] < 0:
                    continue
            done.append(event)
        tree, folders = _tree(first, done)
        made = {event.path for event in names if event.kind == "folder"}
        tree = {name: file for name, file in tree.items() if _reachable(name, made, folders)}
        for content in contents:
            yield {name: content[file] for name, file in tree.items()} | dict.fromkeys(folders)


def _reachable(name: str, made: set[str], there: set[str]) -> bool:
    return all(above.as_posix() not in made or above.as_posix() in there for above in Path(name).parents)


def _confirmed(event: Event, events: list[Event]) -> bool:
    """Whether the folder was synced since."""
    since = events[next(at for at, one in enumerate(events) if one is event) + 1 :]
    folder = Path(event.path).parent.as_posix()
    return any(one.kind == "sync" and not one.file and one.path == folder for one in since)


def _tree(first: dict[str, bytes], done: list[Event]) -> tuple[dict[str, int], set[str]]:
    tree, folders = {name: number for number, name in enumerate(first, 1)}, set()
    for event in done:
        if event.kind == "folder":
            folders.add(event.path)
        elif event.kind == "gone":
            if tree.get(event.path) == event.file:
                del tree[event.path]
        else:
            if event.kind == "move" and tree.get(event.path) == event.file:
                del tree[event.path]
            tree[event.target or event.path] = event.file
    return tree, folders


def _contents(first: dict[str, bytes], events: list[Event]) -> Iterator[dict[int, bytes]]:
    """What the files may hold, in every combination."""
    sure = dict(enumerate(first.values(), 1))
    latest: dict[int, bytes] = {}
    for event in events:
        if event.kind == "name":
            sure.setdefault(event.file, b"")
        elif event.kind == "data":
            latest[event.file] = event.data
        elif event.kind == "sync" and event.file in latest:
            sure[event.file] = latest.pop(event.file)
    choices = [sorted(_partial(sure[file], data)) for file, data in latest.items()]
    for chosen in product(*choices):
        yield sure | dict(zip(latest, chosen, strict=True))


def _partial(old: bytes, new: bytes) -> set[bytes]:
    """What was asked to be written, as far as it got."""
    found = {old, new}
    for size in BLOCKS:
        starts = range(0, len(new), size)
        for base in (old, bytes(len(new)), b""):
            for at in starts:
                found.add(new[:at] + base[at:])
                found.add((base[:at] or bytes(at)) + new[at : at + size] + base[at + size :])
                found.add(new[:at] + (base[at : at + size] or bytes(len(new[at : at + size]))) + new[at + size :])
    return found
