"""Results in pages: dimensions, placements, actors, readiness, priorities. There at any moment, partial or not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from maturity.errors import MaturityError
from maturity.locale import domain
from maturity.tui.commands import bindings
from maturity.tui.pages import Tab, page, tabs
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet
from maturity.tui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from maturity.tui.pages.view import View

_ = domain("tui").gettext
WIDE, WIDEST = 120, 156  # from here on, pages are called by their full names; columns of a page at most


class ResultsScreen(SessionScreen):
    """One page at a time, filled in place; computed in a worker from the answers of now."""

    CSS_PATH = "results.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(("tab", "tab_next", "tab_back", "table", "targets", "what_if", "search", "goto")),
        *bindings(("report", "keys", "close")),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.view: View | None = None
        self.problem = ""
        self.shown = 0
        self.table = False

    @property
    def tabs(self) -> list[Tab]:
        """The pages there are."""
        since = self.view.since.wave if self.view is not None and self.view.since is not None else ""
        return tabs(self.session.questionnaire, self.session.language, since)

    @property
    def names(self) -> list[str]:
        """What they are called, in a window of this width."""
        wide = self.app.size.width >= WIDE
        return [tab.long if wide else tab.short for tab in self.tabs]

    def body(self) -> Iterable[Widget]:
        """Names above, page below."""
        yield Tabs()
        yield Page(self._rows, widest=WIDEST)

    def figures(self) -> dict[str, int]:
        """How many pages."""
        return {"tabs": len(self.tabs)}

    def on_mount(self) -> None:
        """Say that it is being worked out, then do it."""
        super().on_mount()
        self.query_one(Page).focus()
        self.call_after_refresh(self._work_out)

    def on_screen_resume(self) -> None:
        """Targets, or answers, may have changed meanwhile."""
        if self.view is not None and self.view.response is not self.session.response:
            self._work_out()

    def _work_out(self) -> None:
        self.run_worker(self._evaluate(), exclusive=True, group="evaluate")

    async def _evaluate(self) -> None:
        from maturity.tui.evaluating import view_of

        since = self.view.since if self.view is not None else None  # its page stays until it is worked out again
        try:
            view = await asyncio.to_thread(
                view_of, self.session.questionnaire, self.session.response, self.session.language
            )
            self.view = replace(view, since=since)
        except MaturityError as error:
            self.problem = str(error)
        self.redraw()
        await self._compare()

    async def _compare(self) -> None:
        """Look for an earlier wave once the results are there: its page joins the others."""
        from maturity.tui.comparing import since

        if self.view is not None:
            found = await asyncio.to_thread(since, self.session.path, self.view)
            if found is not None:
                self.view = replace(self.view, since=found)
                self.redraw()

    def retranslate(self) -> None:
        """Other words; why something cannot be compared was told in the language of before."""
        super().retranslate()
        if self.view is not None and self.view.since is not None and self.view.since.story is None:
            self.run_worker(self._compare(), exclusive=True, group="evaluate")

    def redraw(self) -> None:
        """Names and page in the language of now."""
        self.query_one(Tabs).say(self.names, self.shown)
        super().redraw()

    def allowed(self, command: str) -> bool:
        """Pages follow one another; the first has none before. Trying other answers needs a result."""
        if command == "what_if":
            return self.view is not None and bool(self.session.questionnaire.placements)
        return command != "tab_back" or self.shown > 0

    def _rows(self, width: int) -> list[Row]:
        if self.view is None:
            sheet = Sheet(width)
            sheet.blank()
            sheet.text(self.problem or _("Working out the results…"), "bad" if self.problem else "dim")
            return sheet.rows
        height = self.query_one(Page).size.height
        view = replace(self.view, language=self.session.language, table=self.table, height=height)
        return page(self.tabs[self.shown].id, view, width)

    def on_resize(self) -> None:
        """Pictures are as tall as the window lets them be."""
        if self.view is not None:
            self.redraw()

    def _show(self, place: int) -> None:
        self.shown = place % len(self.tabs)
        self.query_one(Tabs).say(self.names, self.shown)
        self.query_one(Page).show(self._rows, top=True)
        self.refresh_bindings()

    def action_tab(self, key: str) -> None:
        """The page of this number."""
        if int(key) <= len(self.tabs):
            self._show(int(key) - 1)

    def on_tabs_pressed(self, message: Tabs.Pressed) -> None:
        """The page pressed with the mouse."""
        self._show(message.index)

    def action_tab_next(self) -> None:
        """The next page."""
        self._show(self.shown + 1)

    def action_tab_back(self) -> None:
        """The page before."""
        self._show(self.shown - 1)

    def action_table(self) -> None:
        """The same figures as a table, and back."""
        self.table = not self.table
        self.query_one(Page).refill()

    def action_what_if(self) -> None:
        """Try other answers, on a copy."""
        from maturity.tui.screens.what_if import WhatIfScreen

        if self.view is not None:
            self.app.push_screen(WhatIfScreen(self.session, self.view, self.tabs[self.shown].id.partition(":")[2]))

    def action_report(self) -> None:
        """Write it."""
        from maturity.tui.screens.report import ReportScreen

        self.app.push_screen(ReportScreen(self.session))
