"""One open assessment: what it says now and said before, and saving it off the key path, one save at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from maturity.answering.hints import Hints
from maturity.answering.route import Step
from maturity.answering.state import State
from maturity.errors import ConflictError, MaturityError, Problem, UnsureSaveError
from maturity.locale import domain
from maturity.toml import shown_file

if TYPE_CHECKING:
    from maturity.answering.history import Past
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.file import OpenResponse
    from maturity.response.model import Response

_ = domain("tui").gettext
_NOTICED = 0.1  # seconds


@dataclass(frozen=True)
class Saving:
    """Where saving stands; ``at`` the time of the last save of this session."""

    state: Literal["idle", "saving", "saved", "failed"]
    at: datetime | None = None
    problem: Problem | None = None
    conflict: bool = False  # somebody else changed the file: trying again does not help, a copy does


class Session(State):
    """The response as it is on the screen. `change` returns at once; a task saves what is there when it gets to it."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        file: OpenResponse,
        *,
        changed: Callable[[], None],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(questionnaire, file.response, lambda: clock().timestamp())
        self.saving = Saving("idle")
        self.hints = Hints()
        self.tries = 0  # how often the person had it tried again, since a save went well
        self.tried: datetime | None = None  # when that was last
        self.warned = False  # the person was asked what to do about a conflict
        self._file = file
        self._changed = changed
        self._clock = clock
        self._task: asyncio.Task[None] | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._file.read_only

    def place(self, step: Step) -> int:
        """Where a step is on the way; the nearest of its kind before it when it is no longer there."""
        kin = [n for n, one in enumerate(self.way) if one.kind == step.kind and one.id <= step.id]
        return self.way.index(step) if step in self.way else kin[-1] if kin else len(self.way) - 1

    def change(self, response: Response, *, at: Step | None = None, strand: str = "") -> None:
        """Take the new answers and see to it that they are saved; a failed save is tried again here.

        ``at``: the question where it was made, to go back to by `undo`; ``strand`` joins changes in a row (the letters
        of a note) into one, until `cut`.
        """
        if self.read_only or response == self.response:
            return
        self.take(response, at.key if at else "", strand)
        self._start()

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return self._history.can_undo and not self.read_only

    @property
    def can_redo(self) -> bool:
        """Whether something that was taken back can be had again."""
        return self._history.can_redo and not self.read_only

    def undo(self) -> Step | None:
        """Take the last change back, saved like any other; where it was made, None when that was at no question."""
        return self._keep(self.step_back()) if self.can_undo else None

    def redo(self) -> Step | None:
        """Have again what was taken back last."""
        return self._keep(self.step_on()) if self.can_redo else None

    def _keep(self, past: Past | None) -> Step | None:
        if past is None:
            return None
        if self.kept and self.saving.state == "failed":  # back at what the file says: nothing is missing in it
            self._tell(Saving("saved" if self.saving.at else "idle", self.saving.at))
        self._start()
        return Step.of(past.step) if past.step else None

    def _start(self) -> None:
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._save_all())

    async def _save_all(self) -> None:
        while not self.kept:
            now = self.response
            try:
                await self._save(now)
            except MaturityError as error:
                if isinstance(error, UnsureSaveError):
                    self.unsure()
                self._failed(error)
                return
            except Exception as error:  # noqa: BLE001 - whatever went wrong, the person must see that it is not saved
                self.unsure()
                problem = Problem(shown_file(self.path), str(error), _("Nothing is lost while this window is open."))
                self._tell(Saving("failed", self.saving.at, problem))
                return
            self.confirmed(now)
            self._tell(Saving("saved", self._clock()))

    async def _save(self, now: Response) -> None:
        """Save off the key path; said only where it takes long enough to be noticed, so that nothing flickers."""
        saving = asyncio.get_running_loop().create_task(asyncio.to_thread(self._file.save, now))
        done, _waiting = await asyncio.wait({saving}, timeout=_NOTICED)
        if not done:
            self._tell(Saving("saving", self.saving.at))
        await saving

    def _failed(self, error: MaturityError) -> None:
        conflict = isinstance(error, ConflictError)
        self.warned = self.warned and conflict
        self._tell(Saving("failed", self.saving.at, error.problems[0], conflict))

    def _tell(self, saving: Saving) -> None:
        self.saving = saving
        if saving.state in ("saved", "idle"):
            self.tries = 0
        self._changed()

    def tell_anew(self) -> None:
        """Why a save failed is said in the language that it failed in: it is tried again for other words."""
        if self.saving.state == "failed":
            self._start()

    async def try_again(self) -> bool:
        """Save what is left because the person asks for it; whether all is kept."""
        self.tries, self.tried = self.tries + 1, self._clock()
        return await self.flush()

    async def flush(self) -> bool:
        """Save what is left; whether all is kept."""
        if not self.kept and not self.read_only:
            self._start()
        if self._task is not None:
            await self._task
        return self.kept

    async def keep_beside(self) -> Path | None:
        """Save a copy beside the file that somebody else changed; where it is, None when that failed, too."""
        from maturity.response.copying import keep_beside

        now = self.response
        try:
            copy = await asyncio.to_thread(keep_beside, self.path, now)
        except MaturityError as error:
            self._failed(error)
            return None
        self.confirmed(now)
        return copy

    async def keep_elsewhere(self, folder: str) -> Path | Problem:
        """Save a copy in a folder that was typed, as the file's own takes nothing; where it is, or why it is not."""
        from maturity.response.copying import keep_elsewhere

        now = self.response
        try:
            copy = await asyncio.to_thread(keep_elsewhere, self.path, now, folder)
        except MaturityError as error:
            return error.problems[0]
        self.confirmed(now)
        return copy

    async def go_on_beside(self) -> bool:
        """Save a copy beside the file and go on in the copy; whether that went well."""
        from maturity.response.copying import go_on_beside

        now = self.response
        try:
            self._file = await asyncio.to_thread(go_on_beside, self._file, now)
        except MaturityError as error:
            self._failed(error)
            return False
        self.confirmed(now)
        self.warned = False
        self._tell(Saving("saved", self._clock()))
        return await self.flush()

    async def end(self) -> None:
        """Whatever happens, nothing may be asked any more: save what is left, beside the file where it must be."""
        if not await self.flush() and self.saving.conflict:
            await self.keep_beside()

    def close(self) -> None:
        """Give the file back to others."""
        self._file.close()
