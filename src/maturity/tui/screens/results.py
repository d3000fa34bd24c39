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
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet
from maturity.tui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from maturity.tui.pages.view import View

_ = domain("tui").gettext
WIDE = 120  # from here on, pages are called by their full names


class ResultsScreen(SessionScreen):
    """One page at a time, filled in place; computed in a worker from the answers of now."""

    CSS_PATH = "results.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("tab", "tab_next", "tab_back", "table", "report", "close"))]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.view: View | None = None
        self.problem = ""
        self.shown = 0
        self.table = False

    @property
    def names(self) -> list[tuple[str, str]]:
        """Pages: id and title."""
        questionnaire = self.session.questionnaire
        wide = self.app.size.width >= WIDE
        placements = [
            (f"placement:{one.id}", (one.name if wide else one.label_noun)[self.session.language].capitalize())
            for one in questionnaire.placements
        ]
        helix = [("helix", _("Actors"))] if questionnaire.helix else []
        return [
            ("dimensions", _("Dimensions")),
            *placements,
            *helix,
            ("readiness", _("Conditions")),
            ("priorities", _("Next steps")),
        ]

    def body(self) -> Iterable[Widget]:
        """Names above, page below."""
        yield Tabs()
        yield Page(self._rows, widest=114)

    def figures(self) -> dict[str, int]:
        """How many pages."""
        return {"tabs": len(self.names)}

    def on_mount(self) -> None:
        """Say that it is being worked out, then do it."""
        super().on_mount()
        self.query_one(Page).focus()
        self.call_after_refresh(lambda: self.run_worker(self._evaluate(), exclusive=True, group="evaluate"))

    async def _evaluate(self) -> None:
        from maturity.tui.evaluating import view_of

        try:
            self.view = await asyncio.to_thread(
                view_of, self.session.questionnaire, self.session.response, self.session.language
            )
        except MaturityError as error:
            self.problem = str(error)
        self.redraw()

    def redraw(self) -> None:
        """Names and page in the language of now."""
        self.query_one(Tabs).say([title for _id, title in self.names], self.shown)
        super().redraw()

    def allowed(self, command: str) -> bool:
        """Pages follow one another; the first has none before."""
        return command != "tab_back" or self.shown > 0

    def _rows(self, width: int) -> list[Row]:
        if self.view is None:
            sheet = Sheet(width)
            sheet.blank()
            sheet.text(self.problem or _("Working out the results…"), "bad" if self.problem else "dim")
            return sheet.rows
        from maturity.tui.pages import page

        return page(
            self.names[self.shown][0], replace(self.view, language=self.session.language, table=self.table), width
        )

    def _show(self, place: int) -> None:
        self.shown = place % len(self.names)
        self.query_one(Tabs).say([title for _id, title in self.names], self.shown)
        self.query_one(Page).show(self._rows, top=True)
        self.refresh_bindings()

    def action_tab(self, key: str) -> None:
        """The page of this number."""
        if int(key) <= len(self.names):
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

    def action_report(self) -> None:
        """Write it."""
        from maturity.tui.screens.report import ReportScreen

        self.app.push_screen(ReportScreen(self.session))
