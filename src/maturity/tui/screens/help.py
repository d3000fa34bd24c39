"""Help on one question, for windows too narrow to show it beside; and the keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from maturity.locale import domain
from maturity.tui.commands import COMMANDS, bindings
from maturity.tui.helps import help_rows
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet, fit

_ = domain("tui").gettext
LISTED = ("choose", "next", "back", "dont_know", "not_applicable", "note", "evidence", "confidence", "flag", "erase")
LISTED_TOO = ("goto", "summary", "finish", "language", "theme", "command_palette", "quit")


class HelpScreen(SessionScreen):
    """The help; ``h``, Enter or Escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(("close",)),
        *((key, "close", "") for key in ("h", "f1", "enter")),
    ]

    def __init__(self, session: Session, item: str) -> None:
        super().__init__(session)
        self.item = session.questionnaire.item(item)

    def body(self) -> Iterable[Widget]:
        """One page."""
        yield Page(self._rows, widest=100)

    def _rows(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        sheet.text(self.item.stem[self.session.language], "strong")
        sheet.blank()
        sheet.rows.extend(help_rows(self.session.questionnaire, self.item, width, self.session.language))
        sheet.title(_("Keys"))
        for command in map(COMMANDS.__getitem__, (*LISTED, *LISTED_TOO)):
            key = _(command.show).format(levels=len(self.item.levels), tabs=0)
            sheet.text(_(command.help), lead=((fit(key, 10), "key"),))
        return sheet.rows
