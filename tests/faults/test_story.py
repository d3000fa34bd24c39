"""A long story told at random: answer, undo, save, be killed, be two, be overwritten; against a dictionary."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from maturity.answering.history import History
from maturity.errors import ConflictError, LockedError, MaturityError
from maturity.response import sidecars
from maturity.response.copying import copy_for, go_on_beside, keep_beside
from maturity.response.file import OpenResponse, create, dumps, read
from maturity.response.model import Answer, Response
from maturity.response.restoring import restore
from tests.response.samples import SAMPLE, answers
from tests.tally import Tried

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is killed in a copy of it")
CALLS = ("open", "write", "fsync", "link", "replace", "close", "unlink")
ITEMS = st.sampled_from(["A1.1", "A1.2", "A1.10", "B2.1"])


class Story(RuleBasedStateMachine):
    """One file, at most one session that may write, and what the disk must hold."""

    steps: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.path = Path(self.place.name) / "a" / "r1.toml"
        self.saved = dict(create(self.path, SAMPLE).answers)
        self.before = self.saved
        self.revision = 1
        self.session: OpenResponse | None = None
        self.screen = self.saved
        self.history = History()
        self.beside: dict[Path, dict[str, Answer]] = {}  # copies, and what each must hold for ever

    @precondition(lambda self: self.session is None)
    @rule()
    def open(self) -> None:
        """Opening shows what was saved last."""
        self.session = OpenResponse.open(self.path)
        self.screen = dict(self.session.response.answers)
        self.history = History()
        assert self.screen == self.saved

    def shown(self) -> Response:
        """The response as it is on the screen."""
        assert self.session is not None
        return self.session.response.model_copy(update={"answers": self.screen})

    @precondition(lambda self: self.session is not None)
    @rule(item=ITEMS, answer=answers)
    def answer(self, item: str, answer: Answer) -> None:
        """An answer on the screen is not on the disk yet."""
        self.history.changed(self.shown(), item, "")
        self.history.cut()
        self.screen = {**self.screen, item: answer}

    @precondition(lambda self: self.session is not None)
    @rule(back=st.booleans())
    def undo(self, back: bool) -> None:
        """The last change taken back, or had again."""
        past = self.history.undo(self.shown()) if back else self.history.redo(self.shown())
        if past is not None:
            self.screen = dict(past.response.answers)

    @precondition(lambda self: self.session is not None)
    @rule()
    def save(self) -> None:
        """What was on the screen is on the disk, the version before beside it."""
        assert self.session is not None
        self.session.save(self.session.response.model_copy(update={"answers": self.screen}))
        self.before, self.saved, self.revision = self.saved, self.screen, self.revision + 1

    @precondition(lambda self: self.session is not None)
    @rule(torn=st.binary(max_size=50))
    def crash(self, torn: bytes) -> None:
        """The process dies in the middle of a save: its lock is free, its files lie about, the screen is lost."""
        assert self.session is not None
        self.session.close()
        sidecars.temporary(self.path).write_bytes(torn)
        sidecars.session(self.path).write_bytes(torn)
        self.session = None

    @precondition(lambda self: self.session is not None)
    @rule(call=st.integers(1, 30))
    def be_killed(self, call: int) -> None:
        """SIGKILL before a system call of a save: what was told is there; else the old or the new, nothing between."""
        assert self.session is not None
        told = killed_in(self.save_only, call)
        self.session.close()
        self.session = None
        found = read(self.path)
        if told or found.revision > self.revision:
            self.before, self.saved, self.revision = self.saved, self.screen, self.revision + 1
        elif sidecars.previous(self.path).exists():
            second = sidecars.previous(self.path).samefile(self.path)  # between two calls the same text has both names
            self.before = self.saved if second else dict(read(sidecars.previous(self.path)).answers)

    def save_only(self) -> None:
        """In the copy of the process that is killed."""
        assert self.session is not None
        self.session.save(self.shown())

    @precondition(lambda self: self.session is not None)
    @rule(answer=answers, on=st.booleans())
    def be_overwritten(self, answer: Answer, on: bool) -> None:
        """Somebody changes the file outside: the save refuses, theirs stays, mine is beside it."""
        assert self.session is not None
        theirs = read(self.path).with_answer("A1.10", answer)
        theirs = theirs.model_copy(update={"revision": self.revision + 1})
        self.path.write_text(dumps(theirs), encoding="utf-8")
        self.revision, self.saved, self.before = self.revision + 1, dict(theirs.answers), self.saved
        mine = self.shown()
        try:
            self.session.save(mine)
        except ConflictError:
            copy = keep_beside(self.path, mine)
        else:
            raise AssertionError("overwritten")
        assert read(copy).answers == self.screen
        self.beside[copy] = self.screen
        sidecars.previous(self.path).write_text(dumps(read(self.path)), encoding="utf-8")
        self.before = self.saved
        if on:
            file = go_on_beside(self.session, mine)
            saved = file.save(mine.with_answer("B2.1", answer))
            self.beside[file.path] = dict(saved.answers)
            file.close()
        else:
            self.session.close()
        self.session = None

    @rule(role=st.sampled_from(["clerk", "mayor"]))
    def be_another_person(self, role: str) -> None:
        """A second person's copy begins with what is there, and is their own."""
        if len(self.beside) < 12:
            response = read(self.path)
            copy = copy_for(self.path, response, role)
            mine = read(copy)
            assert (mine.id != response.id, mine.respondent.role, mine.revision) == (True, role, 1)
            self.beside[copy] = self.saved

    @precondition(lambda self: self.session is not None)
    @rule()
    def be_two(self) -> None:
        """A second session is kept out, and may look."""
        try:
            OpenResponse.open(self.path)
        except LockedError:
            assert dict(OpenResponse.open(self.path, read_only=True).response.answers) == self.saved
        else:
            raise AssertionError("two sessions")

    @precondition(lambda self: self.session is None and self.revision > 1 and self.before is not self.saved)
    @rule(length=st.integers(0, 300))
    def lose_the_end(self, length: int) -> None:
        """The file is cut off outside; restoring brings the version before back."""
        self.path.write_bytes(self.path.read_bytes()[:length])
        restored = restore(self.path)
        self.saved = self.before = dict(restored.answers)
        self.revision = restored.revision

    @invariant()
    def disk(self) -> None:
        """The disk holds what was saved last, nothing else, the version before it, and every copy."""
        type(self).steps += 1
        for copy, kept in self.beside.items():
            assert dict(read(copy).answers) == kept
        response = read(self.path)
        assert (dict(response.answers), response.revision) == (self.saved, self.revision)
        if self.revision > 1 and self.before is not self.saved:
            assert dict(read(sidecars.previous(self.path)).answers) == self.before

    def teardown(self) -> None:
        """Leave nothing."""
        if self.session:
            self.session.close()
        self.place.cleanup()


def killed_in(save: Callable[[], object], call: int) -> bool:
    """Run in a copy of this process that is killed before its nth call; whether it told that it was done."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - dies
        count = [0]

        def counted(real: Callable[..., object]) -> Callable[..., object]:
            def run(*values: object, **named: object) -> object:
                count[0] += 1
                if count[0] == call:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*values, **named)

            return run

        tell = os.write
        for name in CALLS:
            setattr(os, name, counted(getattr(os, name)))
        try:
            save()
            tell(there, b"saved")
        finally:
            os._exit(0)
    os.close(there)
    with open(here, "rb") as told:  # noqa: PTH123 - a handle
        said = told.read()
    os.waitpid(child, 0)
    return said == b"saved"


@pytest.mark.family(17)
def test_story(tried: Tried) -> None:
    """Whatever happens in whatever order: what was told to be saved is there."""
    Story.steps = 0
    full = os.environ.get("MATURITY_SWEEP") == "full"
    how = settings(max_examples=200 if full else 60, stateful_step_count=40, deadline=None)
    run_state_machine_as_test(Story, settings=how)
    tried.add(Story.steps)


def in_place(path: Path, data: bytes, *, keep_previous: bool, **_named: object) -> None:
    """A save as many programs do it: the file is emptied, then written in pieces; the version before is kept, too."""
    if keep_previous:
        sidecars.previous(path).write_bytes(path.read_bytes())
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for start in range(0, len(data), 100):
        os.write(handle, data[start : start + 100])
    os.close(handle)


def in_silence(self: OpenResponse) -> int:
    """A save that does not look whether somebody else changed the file."""
    return self.response.revision


@pytest.mark.family(17)
@pytest.mark.parametrize("broken", ["in place", "in silence"])
def test_the_story_notices(monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    """A protocol that writes in place, or that looks at nothing, does not come through."""
    if broken == "in place":
        monkeypatch.setattr("maturity.response.file.replace", in_place)
    else:
        monkeypatch.setattr(OpenResponse, "_revision_on_disk", in_silence)
    how = settings(
        max_examples=60,
        stateful_step_count=40,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    with pytest.raises((AssertionError, MaturityError)):
        run_state_machine_as_test(Story, settings=how)
