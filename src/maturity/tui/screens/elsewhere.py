"""Another folder for answers that their own disk does not take: a USB stick, one's own documents."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Center
from textual.widget import Widget

from maturity.errors import Problem
from maturity.locale import domain
from maturity.tui.commands import bindings
from maturity.tui.screens.base import BaseScreen
from maturity.tui.screens.session_screen import whose
from maturity.tui.session import Session
from maturity.tui.widgets.fields import Line
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet

_ = domain("tui").gettext


class ElsewhereScreen(BaseScreen[Path | None]):
    """A folder is typed; what could not be saved there is said here. The result is where the copy is."""

    CSS_PATH = "write.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("accept", "close"))]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.refused: Problem | None = None

    def body(self) -> Iterable[Widget]:
        """The question above, one line below."""
        yield Page(self._rows)
        yield Center(Line(str(Path.home()), max_length=4096))

    def on_mount(self) -> None:
        """Type at once."""
        super().on_mount()
        self.query_one(Page).can_focus = False
        self.query_one(Line).focus()

    def title_words(self) -> str:
        """Whose answers."""
        return whose(self.session)

    def _rows(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        sheet.blank()
        sheet.text(_("Save my answers in which folder?"), "title")
        sheet.text(_("A USB stick or a folder of your own, for instance. The folder must be there already."), "dim")
        if self.refused:
            sheet.blank()
            sheet.text(self.refused.where)
            sheet.text(self.refused.why, "strong")
            sheet.text(f"→ {self.refused.fix}")
        return sheet.rows

    def on_input_submitted(self) -> None:
        """Enter is enough."""
        self.action_accept()

    def action_accept(self) -> None:
        """Try it there."""
        self.run_worker(self._try(self.query_one(Line).value.strip()), exclusive=True)

    async def _try(self, folder: str) -> None:
        found = await self.session.keep_elsewhere(folder)
        if isinstance(found, Path):
            self.dismiss(found)
            return
        self.refused = found
        self.redraw()
