"""Finishing: what is there, and what could still be completed, never a wall: results and report are always there."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from maturity.answering.cards import Cards
from maturity.answering.left import CHECK, Left, left, progress, standing
from maturity.answering.overview import FLAG, SIGNS
from maturity.answering.route import answered
from maturity.errors import MaturityError
from maturity.locale import domain
from maturity.tui.commands import bindings
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet

if TYPE_CHECKING:
    from maturity.response.model import Response
    from maturity.scoring.result import Result

_, ngettext, _context = domain("tui").functions


class FinishScreen(SessionScreen):
    """Three doors first, then one list of what is open. What an answer would tell comes from a worker."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            ("accept", "summary", "targets", "report", "goto", "search", "take_back", "put_back", "keys", "close")
        )
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._result: Result | None = None
        self._of: Response | None = None  # the answers that the result was worked out from

    def body(self) -> Iterable[Widget]:
        """One page."""
        page = Page(self._rows)
        page.cursor = "results"
        yield page

    def on_mount(self) -> None:
        """The list at once; what each answer would tell as soon as it is known."""
        super().on_mount()
        self.query_one(Page).focus()
        self.call_after_refresh(self._work_out)

    def on_screen_resume(self) -> None:
        """Answers may have changed meanwhile."""
        if self._of is not None and self._of.answers is not self.session.response.answers:
            self._work_out()

    def _work_out(self) -> None:
        self.run_worker(self._evaluate(), exclusive=True, group="evaluate")

    async def _evaluate(self) -> None:
        from maturity.tui.evaluating import view_of

        session, given = self.session, self.session.response
        try:
            view = await asyncio.to_thread(view_of, session.questionnaire, given, session.language)
        except MaturityError:
            return  # the results say why; the list is whole without it
        self._result, self._of = view.result, given
        self.redraw()

    def _rows(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        session = self.session
        response, way = session.response, session.way
        cards = Cards(session.questionnaire, response, way, session.language)
        items = [step for step in way if step.kind == "item"]
        missing = sum(not answered(step, response, session.questionnaire) for step in items)
        found = left(cards, self._result)
        sheet.blank()
        sheet.title(standing(cards, found))
        sheet.bar((len(items) - missing) / max(len(items), 1))
        sheet.text(progress(cards))
        if missing:
            sheet.text(
                _("A missing answer is never counted as a low level: the results say what it leaves open."), "dim"
            )
        sheet.blank()
        sheet.text(_("See the results"), "strong", lead=(("s  ", "key"),), target="results")
        sheet.text(_("Say where you want to go"), "strong", lead=(("o  ", "key"),), target="targets")
        sheet.text(_("Write the report"), "strong", lead=(("w  ", "key"),), target="report")
        if found:
            sheet.blank()
            sheet.title(
                ngettext(
                    "{n} question that you can come back to", "{n} questions that you can come back to", len(found)
                ).format(n=len(found))
            )
            _legend(sheet, found)
        for one in found:
            _entry(sheet, one)
        return sheet.rows

    def allowed(self, command: str) -> bool:
        """Undoing, where something can be."""
        rules = {"take_back": self.session.can_undo, "put_back": self.session.can_redo}
        return rules.get(command, True)

    def action_take_back(self) -> None:
        """Undo the last change, at its question, which says what it was."""
        self.questions().action_take_back()

    def action_put_back(self) -> None:
        """Have again what was undone."""
        self.questions().action_put_back()

    def action_accept(self) -> None:
        """What the cursor stands on."""
        self.query_one(Page).choose()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """A door, or a question."""
        doors = {"results": self.action_summary, "targets": self.action_targets, "report": self.action_report}
        if message.target in doors:
            doors[message.target]()
        else:
            self.dismiss(int(message.target))

    def action_report(self) -> None:
        """Write it."""
        from maturity.tui.screens.report import ReportScreen

        self.app.push_screen(ReportScreen(self.session))


def _entry(sheet: Sheet, one: Left) -> None:
    """One question: the sign of its state, the mark to come back, the question, what is to be said of it."""
    lead = [(f"{one.sign} ", "accent"), (f"{FLAG if one.flagged else ' '} ", "warn")]
    sheet.text(one.name, lead=lead, target=str(one.index))
    for text in one.details:
        sheet.text(text, "dim", indent=6, target=str(one.index))


def _legend(sheet: Sheet, found: list[Left]) -> None:
    """Only the signs that stand below."""
    words = {
        SIGNS["to-do"]: _("without an answer"),
        SIGNS["begun"]: _("begun"),
        "?": _("don’t know"),
        CHECK: _("to be checked"),
        FLAG: _("to come back to"),
    }
    seen = {one.sign for one in found} | {FLAG for one in found if one.flagged}
    spans = [
        span for sign, text in words.items() if sign in seen for span in ((f"{sign} ", "accent"), (f"{text}   ", "dim"))
    ]
    sheet.add(("  ", ""), *spans)
