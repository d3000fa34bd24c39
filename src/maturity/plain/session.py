"""One open assessment in a conversation: each change is on the disk before the next word is said."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.answering.history import History, Past
from maturity.answering.pace import Pace
from maturity.answering.route import Step, answered, go_on, spoken, steps
from maturity.errors import MaturityError, Problem

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.file import OpenResponse
    from maturity.response.model import Response


class Session:
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
        self.questionnaire = questionnaire
        self.response: Response = file.response
        self.held = held
        self.problem: Problem | None = None  # why the last save failed
        self._file = file
        self._saved: Response = file.response
        self._clock = clock
        self._history = History()
        form = questionnaire.form(file.response.questionnaire.form)
        self._pace = Pace(form.minutes * 60 / len(form.items))

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
        """Where to go on, as a place in `way`; its length when everything has an answer."""
        return go_on(self.way, self.response, self.questionnaire)

    @property
    def kept(self) -> bool:
        """Whether the file holds every change."""
        return self.response is self._saved

    @property
    def minutes_left(self) -> int:
        """For the questions without an answer, at this person's pace."""
        return self._pace.minutes(sum(not self.answered(step) for step in self.way if step.kind == "item"))

    def answered(self, step: Step) -> bool:
        """Whether something was said there."""
        return answered(step, self.response, self.questionnaire)

    def shown(self, step: Step) -> None:
        """A question was read out."""
        self._pace.shown(step.key, self._clock())

    def change(self, response: Response, *, at: str, strand: str = "") -> bool:
        """Take the new answers and save them; whether they are on the disk (`problem` says why not).

        ``at``: the key of the place, to come back to by undo. ``strand`` joins the lines of one note. Without a change,
        a save that failed is tried again.
        """
        if response != self.response:
            self._history.changed(self.response, at, strand)
            before, self.response = self.response, response
            for step in self.way:
                if step.key == at and step.kind == "item" and not answered(step, before, self.questionnaire):
                    self._keep_pace(step)
        return self.save()

    def _keep_pace(self, step: Step) -> None:
        """A first answer to a question says how long one takes; a note alone does not."""
        if self.answered(step):
            self._pace.answered(step.key, self._clock())

    def cut(self) -> None:
        """What follows is undone by itself."""
        self._history.cut()

    def undo(self) -> Past | None:
        """The state before the last change, saved; None when there is none."""
        return self._back_to(self._history.undo(self.response))

    def redo(self) -> Past | None:
        """The state that was undone last, saved; None when there is none."""
        return self._back_to(self._history.redo(self.response))

    def _back_to(self, past: Past | None) -> Past | None:
        if past is not None:
            self.response = past.response
            self.save()
        return past

    def save(self) -> bool:
        """Save what is not saved yet; whether everything is."""
        if not self.kept and not self.read_only:
            now = self.response
            try:
                with self.held():
                    self._file.save(now)
                    self._saved = now
            except MaturityError as error:
                self.problem = error.problems[0]
        return self.kept

    def close(self) -> None:
        """Give the file back to others."""
        self._file.close()
