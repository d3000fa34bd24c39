"""Where an assessment stands while it is answered: answers, their history, the way, the pace. Saving is a face’s."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from maturity.answering.history import History, Past
from maturity.answering.pace import Pace
from maturity.answering.route import Step, answered, go_on, spoken, steps

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.model import Response


class State:
    """The response as it was told up to now. ``clock`` gives seconds of any steady clock."""

    def __init__(self, questionnaire: Questionnaire, response: Response, clock: Callable[[], float]) -> None:
        self.questionnaire = questionnaire
        self.response = response
        self._seconds = clock
        self._saved: Response | None = response  # what the file says; None where the disk left that open
        self._history = History()
        form = questionnaire.form(response.questionnaire.form)
        self._pace = Pace(form.minutes * 60 / len(form.items))
        self._way: tuple[Response, tuple[Step, ...]] | None = None

    @property
    def language(self) -> str:
        """In which the questionnaire is read."""
        return spoken(self.questionnaire.languages)

    @property
    def way(self) -> tuple[Step, ...]:
        """The questions in order; worked out once for each state of the answers."""
        if self._way is None or self._way[0] is not self.response:
            self._way = (self.response, steps(self.questionnaire, self.response))
        return self._way[1]

    @property
    def first_open(self) -> int:
        """Where to go on, as a place in `way`; its length when everything has an answer."""
        return go_on(self.way, self.response, self.questionnaire)

    @property
    def minutes_left(self) -> int:
        """Whole minutes for the items without an answer, at this person's own pace; 0 when none is left."""
        return self._pace.minutes(sum(not self.answered(step) for step in self.way if step.kind == "item"))

    @property
    def kept(self) -> bool:
        """Whether the file is known to say what was told."""
        return self.response is self._saved

    def confirmed(self, response: Response) -> None:
        """The file says this."""
        self._saved = response

    def unsure(self) -> None:
        """A save may have reached the file or not: it must be written again, also when the change is undone."""
        self._saved = None

    def answered(self, step: Step) -> bool:
        """Whether something was said there."""
        return answered(step, self.response, self.questionnaire)

    def shown(self, step: Step) -> None:
        """A question came on the screen, or was read out: its time runs."""
        self._pace.shown(step.key, self._seconds())

    def cut(self) -> None:
        """What follows is undone by itself."""
        self._history.cut()

    def take(self, response: Response, at: str, strand: str = "") -> None:
        """Other answers, given at this place (the key of a step; empty: at no question).

        ``strand`` joins changes in a row, the letters or lines of one note, until `cut`.
        """
        before, self.response = self.response, response
        self._history.changed(before, at, strand)
        self._history.weigh(response)
        for step in self.way:  # a first answer says how long a question takes; a second thought or a note does not
            new = step.key == at and step.kind == "item" and not answered(step, before, self.questionnaire)
            if new and self.answered(step):
                self._pace.answered(at, self._seconds())

    def step_back(self) -> Past | None:
        """To the state before the last change; None when there is none."""
        return self._return(self._history.undo(self.response))

    def step_on(self) -> Past | None:
        """To the state that was undone last; None when there is none."""
        return self._return(self._history.redo(self.response))

    def _return(self, past: Past | None) -> Past | None:
        if past is not None:
            self.response = past.response
        return past
