"""Every screen and state of the terminal, and the keys that lead there: what the walks and the pictures go through.

A new file in ``tui/screens`` needs an entry here (a test looks): then it is walked through with hostile text, in small
windows and in every theme, and has its picture in ``docs/screens``.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input

from maturity.response import saving
from maturity.response.file import create
from maturity.response.model import Response
from maturity.response.workspace import path_for
from maturity.tui.commands import COMMANDS
from maturity.tui.screens.answer import AnswerScreen
from maturity.tui.screens.home import HomeScreen
from tests.tui.screen import press, program, session, settle

SCREENS = Path(__file__).parents[2] / "src/maturity/tui/screens"


@dataclass(frozen=True)
class Files:
    """A furnished workspace: one assessment begun, a complete one with an earlier year beside it, a damaged one."""

    folder: Path
    begun: Path
    full: Path
    damaged: Path

    @property
    def nowhere(self) -> Path:
        """A workspace in which there is nothing yet."""
        return self.folder.with_name(f"{self.folder.name}-new")


@dataclass(frozen=True)
class Place:
    """A state of a screen. ``way``: commands by id, ``at:item 2`` (the third question), ``key:…``, ``type:…``.

    ``refuse:2``: the disk takes nothing of the next two saves.
    """

    name: str
    screen: str  # the module in tui/screens
    start: Literal["first", "home", "begun", "full", "damaged"]
    way: tuple[str, ...] = ()


PLACES: tuple[Place, ...] = (
    Place("welcome", "home", "first"),
    Place("home", "home", "home"),
    Place("home-find", "home", "home", ("find", "type:a")),
    Place("new-authority", "new", "home", ("new", "type:saint-paul")),
    Place("new-by-hand", "new", "home", ("new", "type:zzz", "key:enter")),
    Place("new-role", "new", "home", ("new", "type:saint-paul", "accept")),
    Place("new-form", "new", "home", ("new", "type:saint-paul", "accept", "accept")),
    Place("ask", "ask", "damaged"),
    Place("profile", "answer", "begun", ("at:profile 0",)),
    Place("question", "answer", "begun", ("at:item 1",)),
    Place("question-answered", "answer", "begun", ("at:item 2", "key:3", "confidence", "flag", "key:down")),
    Place("question-unknown", "answer", "begun", ("at:item 3", "dont_know")),
    Place("note", "write", "begun", ("at:item 0", "note", "type: – à moitié")),
    Place("evidence", "write", "begun", ("at:item 0", "evidence")),
    Place("help", "help", "begun", ("at:item 3", "help")),
    Place("map", "map", "begun", ("at:item 1", "goto")),
    Place("map-list", "map", "begun", ("at:item 1", "goto", "table")),
    Place("search", "search", "begun", ("at:item 1", "search", "type:donn")),
    Place("palette", "answer", "begun", ("at:item 1", "command_palette", "type:re")),
    Place("finish", "finish", "begun", ("at:item 1", "finish")),
    Place("grid", "answer", "begun", ("at:helix 0", "key:2", "key:1")),
    Place("project-name", "write", "begun", ("at:helix 0", "name")),
    Place("counts", "answer", "begun", ("at:counts 0", "key:4", "key:down", "key:1")),
    Place("finish-complete", "finish", "full", ("close", "finish")),
    *(Place(f"results-{n}", "results", "full", ("close", "summary", f"key:{n}")) for n in range(1, 8)),
    *(Place(f"table-{n}", "results", "full", ("close", "summary", f"key:{n}", "table")) for n in range(1, 8)),
    Place("results-partial", "results", "begun", ("at:item 1", "summary", "key:2")),
    Place("targets", "targets", "full", ("close", "targets", "key:4", "key:down", "enough", "key:down")),
    Place("what-if", "what_if", "full", ("close", "summary", "what_if")),
    Place(
        "elsewhere",
        "elsewhere",
        "begun",
        ("at:item 4", "refuse:2", "key:1", "leave", "key:2", "key:ctrl+u", "type:/media/cle-usb"),
    ),
    Place("report", "report", "full", ("close", "summary", "report")),
    Place("report-written", "report", "full", ("close", "summary", "report", "key:1")),
)


def places(*names: str) -> Iterator[Place]:
    """The places of these names, in this order."""
    known = {place.name: place for place in PLACES}
    return map(known.__getitem__, names)


def furnish(folder: Path, begun: Response, full: Response) -> Files:
    """Write the workspace."""
    first, second = path_for(folder, begun), path_for(folder, full).with_name("r2.toml")
    create(first, begun)
    create(second, full)
    before = _before(full)
    create(path_for(folder, before).with_name("r2.toml"), before)
    damaged = folder / "abc-2025" / "r1.toml"
    damaged.parent.mkdir(parents=True)
    files = Files(folder, first, second, damaged)
    _damage(files)
    return files


def _damage(files: Files) -> None:
    """A copy with another year, whose checksum does not fit: it is whole again once somebody has accepted it."""
    files.damaged.write_text(files.begun.read_text(encoding="utf-8").replace("2026", "2025"), encoding="utf-8")


def _before(full: Response) -> Response:
    """The same authority two years before, every third answer one level lower."""
    years = timedelta(days=730)
    answers = {
        item: answer.model_copy(update={"level": max(answer.level - (n % 3 == 0), 1)}) if answer.level else answer
        for n, (item, answer) in enumerate(full.answers.items())
    }
    values = {"id": str(uuid5(NAMESPACE_URL, full.id)), "wave": str(int(full.wave) - 2), "answers": answers}
    times = {"started": full.started - years, "updated": full.updated - years}
    return full.model_copy(update={**values, **times})


async def back_home(pilot: Pilot[int]) -> None:
    """Leave whatever is open."""
    for _screen in range(12):
        screen = program(pilot).screen
        if isinstance(screen, HomeScreen) and not isinstance(screen.focused, Input):
            return
        await press(pilot, "escape")
    raise AssertionError(f"no way home from {program(pilot).screen}")


async def reach(pilot: Pilot[int], place: Place, files: Files) -> None:
    """Go to a place from wherever one is."""
    await back_home(pilot)
    if place.start == "damaged":
        _damage(files)
    files.nowhere.mkdir(exist_ok=True)
    await _look_into(pilot, files.nowhere if place.start == "first" else files.folder)
    opened = {"begun": files.begun, "full": files.full, "damaged": files.damaged}.get(place.start)
    if opened is not None:
        program(pilot).open_file(opened)
        await settle(pilot)
    for word in place.way:
        await _step(pilot, word)
    below = [screen for screen in program(pilot).screen_stack if not isinstance(screen, CommandPalette)][-1]
    assert type(below).__module__.rpartition(".")[2] == place.screen, f"{place.name}: {below}"


async def _look_into(pilot: Pilot[int], folder: Path) -> None:
    """The list of this workspace."""
    home = program(pilot).screen
    if isinstance(home, HomeScreen) and program(pilot).folder != folder:
        program(pilot).folder = folder
        home.action_reload()
        await settle(pilot)


async def _step(pilot: Pilot[int], word: str) -> None:
    kind, _colon, rest = word.partition(":")
    if kind == "at":
        if not isinstance(program(pilot).screen, AnswerScreen):
            await press(pilot, "escape")  # where nothing is left to answer, it opens on finishing
        screen = program(pilot).screen
        assert isinstance(screen, AnswerScreen)
        wanted, skip = rest.split()
        screen.index = [n for n, one in enumerate(session(pilot).way) if one.kind == wanted][int(skip)]
        await settle(pilot)
    elif kind == "type":
        await press(pilot, *("space" if letter == " " else letter for letter in rest))
    elif kind == "key":
        await press(pilot, rest)
    elif kind == "refuse":
        _refuse(int(rest))
    else:
        await press(pilot, COMMANDS[word].keys[0])


def _refuse(saves: int) -> None:
    """A full disk, until so many saves have been refused."""
    real, left = saving.sync, iter(range(saves))

    def sync(handle: int) -> None:
        if next(left, None) is not None:
            raise OSError(errno.ENOSPC, "full")
        vars(saving)["sync"] = real
        real(handle)

    vars(saving)["sync"] = sync
