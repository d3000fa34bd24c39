"""A screen over an open assessment: whose it is, and whether all is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from maturity.locale import domain
from maturity.tui.commands import bindings
from maturity.tui.screens.base import BaseScreen
from maturity.tui.session import Session
from maturity.tui.widgets.rows import Span

if TYPE_CHECKING:
    from maturity.tui.screens.answer import AnswerScreen

_ = domain("tui").gettext


def whose(session: Session) -> str:
    """Authority, year and form."""
    response = session.response
    form = session.questionnaire.form(response.questionnaire.form)
    name = response.authority.name
    if response.authority.invented:
        name = f"{name} ({_('invented example')})"
    return f"{name} · {response.wave} · {form.name[session.language]}"


class SessionScreen(BaseScreen[int | None]):
    """Heading with authority, year and form; the state of saving at its right; other results by the ``s`` key."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("save_again",))]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def on_screen_resume(self) -> None:
        """A text that was being written is done: what could not be asked about meanwhile is asked now."""
        from maturity.tui.in_use import ask_conflict

        ask_conflict(self.program, self.session)

    def title_words(self) -> str:
        """Whose assessment."""
        return whose(self.session)

    def state_words(self) -> Span:
        """Saving, saved, not saved, read only."""
        saving = self.session.saving
        if self.session.read_only:
            return (_("Read only"), "warn")
        if saving.state == "failed":
            again = f" {self.session.tried:%H:%M}" if self.session.tries and self.session.tried else ""
            return (f"✗ {_('Not saved')}{again}", "bad")
        if saving.state == "saving":
            return (_("Saving…"), "dim")
        if saving.state == "saved" and saving.at is not None:
            return (f"✓ {_('Saved')} {saving.at:%H:%M}", "good")
        return ("", "")

    def notice(self) -> Span:
        """Why a save failed, until one succeeds."""
        saving = self.session.saving
        if saving.state == "failed" and saving.problem is not None:
            told = [saving.problem.why, saving.problem.fix, self._way_on()]
            return (" ".join(filter(None, told)), "bad")
        return ("", "")

    def _way_on(self) -> str:
        """The key that helps now; while a text is typed, every letter tries again."""
        if self.session.saving.conflict:
            return _("ctrl+q: choose what to do.")
        found = self.active_bindings.get("ctrl+s")
        return _("ctrl+s: save again.") if found and found.binding.action == "save_again" else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was not saved is saved again; where somebody else changed the file, that would not help."""
        if action == "save_again":
            return self.session.saving.state == "failed" and not self.session.saving.conflict
        return super().check_action(action, parameters)

    def action_save_again(self) -> None:
        """Try at once, rather than at the next change."""
        self.run_worker(self.session.try_again(), group="saving")

    def action_summary(self) -> None:
        """The results as they stand now."""
        from maturity.tui.screens.results import ResultsScreen

        self.app.push_screen(ResultsScreen(self.session))

    def action_targets(self) -> None:
        """Where they want to go."""
        from maturity.tui.screens.targets import TargetsScreen

        self.app.push_screen(TargetsScreen(self.session))

    def action_search(self) -> None:
        """Look for words; what is chosen there is gone to from every screen."""
        from maturity.tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.session), self._go_to)

    def action_goto(self) -> None:
        """All questions at a glance, from a page that stands above them."""
        from maturity.tui.screens.map import MapScreen

        first = min(self.session.first_open, len(self.session.way) - 1)
        self.app.push_screen(MapScreen(self.session, first), self._go_to)

    def _go_to(self, index: int | None) -> None:
        """To a question, whatever stands above it."""
        if index is not None:
            questions = self.questions()
            questions.index = index
            questions.redraw()

    def questions(self) -> AnswerScreen:
        """Back to the questions, whatever stands above them."""
        from maturity.tui.screens.answer import AnswerScreen

        while not isinstance(self.app.screen, AnswerScreen):
            self.app.pop_screen()
        return self.app.screen
