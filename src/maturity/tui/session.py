"""One open assessment: what it says now, and saving it off the key path, one save at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from maturity.answering.route import Step, go_on, spoken, steps
from maturity.errors import MaturityError, Problem
from maturity.locale import domain

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.file import OpenResponse
    from maturity.response.model import Response

_ = domain("tui").gettext


@dataclass(frozen=True)
class Saving:
    """Where saving stands; ``at`` the time of the last save of this session."""

    state: Literal["idle", "saving", "saved", "failed"]
    at: datetime | None = None
    problem: Problem | None = None


class Session:
    """The response as it is on the screen. `change` returns at once; a task saves what is there when it gets to it."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        file: OpenResponse,
        *,
        changed: Callable[[], None],
        clock: Callable[[], datetime],
    ) -> None:
        self.questionnaire = questionnaire
        self.response: Response = file.response
        self.saving = Saving("idle")
        self._file = file
        self._changed = changed
        self._clock = clock
        self._saved: Response = file.response
        self._task: asyncio.Task[None] | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._file.read_only

    @property
    def language(self) -> str:
        """In which the questionnaire is read."""
        return spoken(self.questionnaire.languages)

    @property
    def way(self) -> tuple[Step, ...]:
        """The questions in order."""
        return steps(self.questionnaire, self.response)

    @property
    def first_open(self) -> int:
        """Where to go on."""
        return go_on(self.way, self.response, self.questionnaire)

    @property
    def kept(self) -> bool:
        """Whether the file says what the screen says."""
        return self.response is self._saved

    def change(self, response: Response) -> None:
        """Take the new answers and see to it that they are saved; a failed save is tried again here."""
        if self.read_only or response == self.response:
            return
        self.response = response
        self._start()

    def _start(self) -> None:
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._save_all())

    async def _save_all(self) -> None:
        while not self.kept:
            now = self.response
            self._tell(Saving("saving", self.saving.at))
            try:
                await asyncio.to_thread(self._file.save, now)
            except MaturityError as error:
                self._tell(Saving("failed", self.saving.at, error.problems[0]))
                return
            except Exception as error:  # noqa: BLE001 - whatever went wrong, the person must see that it is not saved
                problem = Problem(str(self.path), str(error), _("Nothing is lost while this window is open."))
                self._tell(Saving("failed", self.saving.at, problem))
                return
            self._saved = now
            self._tell(Saving("saved", self._clock()))

    def _tell(self, saving: Saving) -> None:
        self.saving = saving
        self._changed()

    async def flush(self) -> bool:
        """Save what is left; whether all is kept."""
        if not self.kept and not self.read_only:
            self._start()
        if self._task is not None:
            await self._task
        return self.kept

    def close(self) -> None:
        """Give the file back to others."""
        self._file.close()
