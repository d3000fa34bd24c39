"""Writing the report: how far it is, where it went, and opening it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from maturity.errors import MaturityError, Problem
from maturity.locale import domain
from maturity.tui.commands import bindings
from maturity.tui.evaluating import report_path, write_report
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.viewer import show_file
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet

_ = domain("tui").gettext


class ReportScreen(SessionScreen):
    """The report is written when one comes here, in the language of now."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("view", "close"))]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.target = report_path(session.path)
        self.share = 0.0
        self.done = False
        self.problem: Problem | None = None
        self.no_viewer = False

    def body(self) -> Iterable[Widget]:
        """One page."""
        yield Page(self._rows, widest=100)

    def on_mount(self) -> None:
        """Begin."""
        super().on_mount()
        self.call_after_refresh(lambda: self.run_worker(self._write(), exclusive=True, group="report"))

    def allowed(self, command: str) -> bool:
        """There is something to open once it is written."""
        return command != "view" or self.done

    async def _write(self) -> None:
        session, loop = self.session, asyncio.get_running_loop()

        def progress(share: float) -> None:
            loop.call_soon_threadsafe(self._advance, share)

        try:
            await asyncio.to_thread(
                write_report, self.target, session.questionnaire, session.response, self.session.language, progress
            )
        except MaturityError as error:
            self.problem = error.problems[0]
        except OSError as error:
            self.problem = Problem(
                str(self.target), str(error), _("Free some room or choose another folder, then try again.")
            )
        else:
            self.done = True
        self.redraw()

    def _advance(self, share: float) -> None:
        if self.is_attached and share != self.share:
            self.share = share
            self.query_one(Page).refill()

    def _rows(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        sheet.blank()
        if self.problem is not None:
            sheet.text(_("The report was not written."), "bad")
            sheet.text(f"{self.problem.where}\n{self.problem.why}\n→ {self.problem.fix}")
            return sheet.rows
        if not self.done:
            sheet.text(_("Writing the report…"), "title")
            sheet.bar(self.share)
            sheet.text(f"{round(self.share * 100)} %", "dim")
            return sheet.rows
        sheet.text(_("The report is written."), "title")
        sheet.bar(1.0)
        sheet.blank()
        sheet.text(_("It is here:"))
        sheet.text(str(self.target), "strong")
        sheet.blank()
        sheet.text(
            _("It can be printed, sent, and read aloud by a screen reader. It holds the answers and the notes."), "dim"
        )
        if self.no_viewer:
            sheet.blank()
            sheet.text(_("No program to open it was found here: open the file above from your file manager."), "warn")
        return sheet.rows

    def action_view(self) -> None:
        """The computer's own viewer."""
        self.no_viewer = not show_file(self.target)
        self.redraw()
