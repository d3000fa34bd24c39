"""What the keys of a question change; every change is kept at once and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.answering import edits
from maturity.answering.route import question
from maturity.answering.told import change_words, not_sure_of, redone, undone
from maturity.locale import domain
from maturity.tui.screens.question import QuestionScreen
from maturity.tui.widgets.counts import Counts
from maturity.tui.widgets.grid import Grid
from maturity.tui.widgets.page import Page

if TYPE_CHECKING:
    from maturity.answering.route import Step
    from maturity.response.model import Response

_ = domain("tui").gettext


class ChangingScreen(QuestionScreen):
    """Choosing, marking, counting, undoing."""

    def change(self, response: Response, strand: str = "") -> None:
        """Keep the new answers and show them."""
        self.told = ""
        self.session.change(response, at=self.step, strand=strand)
        self.redraw()

    # Sentences

    def action_choose(self, key: str) -> None:
        """A sentence by its number."""
        self._choose(int(key))
        self.card.cursor = None

    def _choose(self, n: int) -> None:
        step, session = self.step, self.session
        if step.kind == "item" and n <= len(session.questionnaire.item(step.id).levels):
            session.hints.used("choose")
            self.change(edits.level(session.response, step.id, n, session.language))
        elif step.kind == "profile" and n <= len(options := question(session.questionnaire, step.id).options):
            session.hints.used("choose")
            self.change(edits.profile(session.response, step.id, options[n - 1].code))

    def action_pick(self) -> None:
        """The sentence under the mark."""
        self.card.choose()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """A sentence by cursor or mouse."""
        if self.session.read_only or self.step.kind not in {"item", "profile"}:
            return
        if message.target == "?":
            self.action_dont_know()
        elif message.target == "x":
            self.action_not_applicable()
        else:
            self._choose(int(message.target))

    def action_dont_know(self) -> None:
        """A valid answer."""
        self.change(edits.missing(self.session.response, self.step.id, "dont-know", self.session.language))

    def action_not_applicable(self) -> None:
        """Only where the questionnaire allows it."""
        self.change(edits.missing(self.session.response, self.step.id, "not-applicable", self.session.language))

    def action_erase(self) -> None:
        """Take the answer away."""
        if self.step.kind == "item":
            self.change(edits.erased(self.session.response, self.step.id))
        elif self.step.kind == "profile":
            self.change(edits.profile(self.session.response, self.step.id, None))
        elif self.step.kind == "helix":
            self.query_one(Grid).fill(None)

    def action_flag(self) -> None:
        """Come back later."""
        self.change(edits.flag(self.session.response, self.step.id))

    def action_confidence(self) -> None:
        """How sure, of a sentence that was chosen."""
        if not edits.may_be_sure(self.session.response, self.step.id):
            self.tell(not_sure_of())
            return
        self.change(edits.confidence(self.session.response, self.step.id))

    # Grid and counts

    def action_cell(self, key: str) -> None:
        """A cell of the grid."""
        self.query_one(Grid).fill(int(key))

    def on_grid_filled(self, message: Grid.Filled) -> None:
        """A cell has a value."""
        if not self.session.read_only and self.step.kind == "helix":
            n, now = int(self.step.id), self.session.response
            self.session.hints.used("cell")
            self.change(edits.cell(now, n, message.subsystem, message.stage, message.value))

    def on_counts_counted(self, message: Counts.Counted) -> None:
        """A number was typed; its digits are one change."""
        if not self.session.read_only and self.step.kind == "counts":
            self.session.hints.used("count")
            self.change(edits.count(self.session.response, message.code, message.value), strand=message.code)

    def action_remove(self) -> None:
        """Take a project out, name and grid; the next one, if any, takes its place."""
        step = self.step
        self.session.change(edits.without_project(self.session.response, int(step.id)), at=step)
        self._return(step, _("The project was taken out; undo brings it back."))

    # Taking back

    def action_take_back(self) -> None:
        """Undo the last change, wherever it was made, and say what it was."""
        now = self.session.response
        if self.session.can_undo:
            step = self.session.undo()
            words = change_words(self.session.questionnaire, self.session.response, now, step, self.session.language)
            self._return(step, undone(words))

    def action_put_back(self) -> None:
        """Have again what was undone."""
        now = self.session.response
        if self.session.can_redo:
            step = self.session.redo()
            words = change_words(self.session.questionnaire, now, self.session.response, step, self.session.language)
            self._return(step, redone(words))

    def _return(self, step: Step | None, words: str) -> None:
        """Go where the change was made, and say what it was."""
        index = self.session.place(step) if step is not None else self.index
        self.told = words
        if index != self.index:
            self.index = index
        elif self.step.kind == "counts":
            self.query_one(Counts).anew()
            self.redraw()  # the mark stays on its line
        else:
            self.show_step()
