"""Our targets: for each sub-dimension the level to reach, or "good enough for us"."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from maturity.answering import edits
from maturity.errors import MaturityError
from maturity.tui.commands import bindings
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet

if TYPE_CHECKING:
    from maturity.response.model import Target
    from maturity.scoring.result import Result
    from maturity.tui.pages.targets import Aims

CHANGES = {"aim", "enough", "no_aim"}


class TargetsScreen(SessionScreen):
    """A list with a mark; what the marked point is about stands below. Levels come from a worker."""

    CSS_PATH = "targets.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("aim", "enough", "no_aim", "take_back", "put_back", "close"))]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.result: Result | None = None
        self._problem = ""
        self._made = 0  # changes made here: undoing stops where this screen began,
        self._undone = 0  # and doing again touches no answer that was undone elsewhere

    def body(self) -> Iterable[Widget]:
        """The list, and what stands below it."""
        yield Page(id="list")
        yield Page(id="details")

    def figures(self) -> dict[str, int]:
        """The highest level."""
        return {"levels": self.session.questionnaire.levels}

    def on_mount(self) -> None:
        """The list at once, the levels as soon as they are known."""
        super().on_mount()
        page, below = self.query_one("#list", Page), self.query_one("#details", Page)
        below.can_focus = False
        page.focus()
        first = next(iter(self.session.questionnaire.subdimensions))
        self.call_after_refresh(page.show, self._rows, cursor=first, top=True)
        self.call_after_refresh(below.show, self._details)
        self.call_after_refresh(lambda: self.run_worker(self._evaluate(), exclusive=True, group="evaluate"))

    async def _evaluate(self) -> None:
        from maturity.tui.evaluating import view_of

        session = self.session
        try:
            view = await asyncio.to_thread(view_of, session.questionnaire, session.response, session.language)
        except MaturityError as error:
            self._problem = str(error)
        else:
            self.result = view.result
        self.redraw()

    def allowed(self, command: str) -> bool:
        """What changes something needs a file that may be changed."""
        if command in CHANGES and self.session.read_only:
            return False
        marked = self.query_one("#list", Page).cursor if self.is_mounted else None
        rules = {
            "no_aim": marked in self.session.response.targets,
            "take_back": self._made > 0 and self.session.can_undo,
            "put_back": self._undone > 0 and self.session.can_redo,
        }
        return rules.get(command, True)

    def _rows(self, width: int) -> list[Row]:
        from maturity.tui.pages.targets import rows

        if self._problem:
            sheet = Sheet(width)
            sheet.text(self._problem, "bad")
            return sheet.rows
        return rows(self._aims(), width)

    def _details(self, width: int) -> list[Row]:
        from maturity.tui.pages.targets import details

        return details(self._aims(), self.query_one("#list", Page).cursor, width)

    def _aims(self) -> Aims:
        from maturity.tui.pages.targets import Aims

        session = self.session
        return Aims(session.questionnaire, session.response, self.result, session.language)

    # What is chosen

    def on_page_moved(self, message: Page.Moved) -> None:
        """Another point: say what it is about."""
        del message
        self.query_one("#details", Page).refill()
        self.refresh_bindings()

    def action_aim(self, key: str) -> None:
        """A level to reach."""
        if int(key) <= self.session.questionnaire.levels:
            self._set(int(key))

    def action_enough(self) -> None:
        """Good enough as it is."""
        self._set("enough")

    def action_no_aim(self) -> None:
        """Neither."""
        self._set(None)

    def _set(self, target: Target | None) -> None:
        marked, before = self.query_one("#list", Page).cursor, self.session.response
        if marked is None:
            return
        self.session.change(edits.target(before, marked, target))
        if self.session.response is not before:
            self._made, self._undone = self._made + 1, 0
        self.redraw()

    def action_take_back(self) -> None:
        """The last target set here."""
        self.session.undo()
        self._made, self._undone = self._made - 1, self._undone + 1
        self.redraw()

    def action_put_back(self) -> None:
        """The one that was taken back last."""
        self.session.redo()
        self._made, self._undone = self._made + 1, self._undone - 1
        self.redraw()
