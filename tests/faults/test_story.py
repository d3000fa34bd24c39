"""A long story told at random: answer, undo, save, crash, come back, be two; against a plain dictionary."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from maturity.errors import LockedError
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer
from maturity.response.restoring import restore
from tests.response.samples import SAMPLE, answers

ITEMS = st.sampled_from(["A1.1", "A1.2", "A1.10", "B2.1"])


class Story(RuleBasedStateMachine):
    """One file, at most one session that may write, and what the disk must hold."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.path = Path(self.place.name) / "a" / "r1.toml"
        self.saved = dict(create(self.path, SAMPLE).answers)
        self.before = self.saved
        self.revision = 1
        self.session: OpenResponse | None = None
        self.screen = self.saved

    @precondition(lambda self: self.session is None)
    @rule()
    def open(self) -> None:
        """Opening shows what was saved last."""
        self.session = OpenResponse.open(self.path)
        self.screen = dict(self.session.response.answers)
        assert self.screen == self.saved

    @precondition(lambda self: self.session is not None)
    @rule(item=ITEMS, answer=answers)
    def answer(self, item: str, answer: Answer) -> None:
        """An answer on the screen is not on the disk yet."""
        self.screen = {**self.screen, item: answer}

    @precondition(lambda self: self.session is not None)
    @rule(item=ITEMS)
    def undo(self, item: str) -> None:
        """An answer taken back."""
        self.screen = {other: answer for other, answer in self.screen.items() if other != item}

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
        """The disk holds what was saved last, nothing else, and the version before it."""
        response = read(self.path)
        assert (dict(response.answers), response.revision) == (self.saved, self.revision)
        if self.revision > 1 and self.before is not self.saved:
            assert dict(read(sidecars.previous(self.path)).answers) == self.before

    def teardown(self) -> None:
        """Leave nothing."""
        if self.session:
            self.session.close()
        self.place.cleanup()


Story.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
TestStory = pytest.mark.family(17)(Story.TestCase)
