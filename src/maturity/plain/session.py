"""One open assessment in a conversation: each change is on the disk before the next word is said."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.answering.state import State
from maturity.errors import ConflictError, MaturityError, Problem, UnsureSaveError

if TYPE_CHECKING:
    from maturity.answering.history import Past
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.file import OpenResponse
    from maturity.response.model import Response


class Session(State):
    """The response as it was told, and whether the file says the same."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        file: OpenResponse,
        *,
        clock: Callable[[], float],
        held: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """``clock``: seconds of any steady clock; ``held``: in it nothing interrupts."""
        super().__init__(questionnaire, file.response, clock)
        self.held = held
        self.problem: Problem | None = None  # why the last save failed
        self.left: Path | None = None  # a file that somebody else changed; what follows is in a copy beside it
        self.elsewhere: Path | None = None  # a copy that holds the last answers, which the file does not
        self._file = file

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._file.read_only

    def change(self, response: Response, *, at: str, strand: str = "") -> bool:
        """Take the new answers and save them; whether they are on the disk (`problem` says why not).

        ``at``: the key of the place, to come back to by undo. ``strand`` joins the lines of one note. Without a change,
        a save that failed is tried again.
        """
        if response != self.response:
            self.take(response, at, strand)
        return self.save()

    def undo(self) -> Past | None:
        """The state before the last change, saved; None when there is none."""
        return self._keep(self.step_back())

    def redo(self) -> Past | None:
        """The state that was undone last, saved; None when there is none."""
        return self._keep(self.step_on())

    def _keep(self, past: Past | None) -> Past | None:
        if past is not None:
            self.save()
        return past

    def save(self) -> bool:
        """Save what is not saved yet; whether everything is."""
        if not self.kept and not self.read_only:
            now = self.response
            try:
                with self.held():
                    self._file.save(now)
                    self.confirmed(now)
            except ConflictError as error:
                self._go_on_beside(now, error)
            except MaturityError as error:
                if isinstance(error, UnsureSaveError):
                    self.unsure()
                self.problem = error.problems[0]
        return self.kept

    def _go_on_beside(self, now: Response, conflict: ConflictError) -> None:
        """Somebody else changed the file: theirs stays, and these answers go on in a copy without a question asked."""
        from maturity.response.copying import go_on_beside

        left = self.path
        try:
            with self.held():
                self._file = go_on_beside(self._file, now)
                self.left = left
                self.confirmed(now)
        except MaturityError as error:
            self.problem = error.problems[0]
        else:
            self.problem = conflict.problems[0]

    def keep_elsewhere(self, folder: str) -> Path | Problem:
        """A copy in a folder that was typed, because the file's own takes nothing; where it is, or why it is not."""
        from maturity.response.copying import keep_elsewhere

        now = self.response
        try:
            with self.held():
                copy = keep_elsewhere(self.path, now, folder)
                self.confirmed(now)
        except MaturityError as error:
            return error.problems[0]
        self.elsewhere = copy
        return copy

    def close(self) -> None:
        """Give the file back to others."""
        self._file.close()
