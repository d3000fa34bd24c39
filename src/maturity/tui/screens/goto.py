"""All questions of the way, with what was answered; choosing one goes there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from maturity.answering.cards import Cards
from maturity.answering.route import Step
from maturity.locale import domain
from maturity.tui.commands import bindings
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet, fit

_ = domain("tui").gettext


class GotoScreen(SessionScreen):
    """The list; the cursor begins on the question one comes from."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("accept", "close"))]

    def __init__(self, session: Session, index: int) -> None:
        super().__init__(session)
        self.index = index

    def body(self) -> Iterable[Widget]:
        """One page."""
        yield Page()

    def on_mount(self) -> None:
        """Fill it."""
        super().on_mount()
        page = self.query_one(Page)
        page.focus()
        self.call_after_refresh(page.show, self._rows, cursor=str(self.index))

    def _rows(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        response, way = self.session.response, self.session.way
        cards = Cards(self.session.questionnaire, response, way, self.session.language)
        _legend(sheet)
        part = None
        for n, step in enumerate(way):
            if (heading := cards.heading(n)) != part:
                part = heading
                sheet.blank()
                sheet.title(heading)
            self._row(sheet, cards, n, step)
        return sheet.rows

    def _row(self, sheet: Sheet, cards: Cards, n: int, step: Step) -> None:
        answer = cards.answer_of(step)
        flagged = step.kind == "item" and self.session.response.answer(step.id).flagged
        mark = answer if answer in {"?", "x"} else "●" if answer else "○"
        role = "dim" if answer else "strong"
        sheet.add(
            ("  ", ""),
            (f"{mark} ", "accent" if answer else "strong"),
            ("⚑ " if flagged else "  ", "warn"),
            (fit(cards.name_of(step), sheet.width - 22), role),
            ("  ", ""),
            (fit(answer, 14).rstrip(), "accent"),
            target=str(n),
        )

    def action_accept(self) -> None:
        """Go to the question under the cursor."""
        self.query_one(Page).choose()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """Go there."""
        self.dismiss(int(message.target))


def _legend(sheet: Sheet) -> None:
    marks = [
        ("●", _("answered")),
        ("○", _("to do")),
        ("?", _("don’t know")),
        ("x", _("not applicable")),
        ("⚑", _("to come back to")),
    ]
    sheet.add(("  ", ""), *(span for mark, words in marks for span in ((f"{mark} ", "accent"), (f"{words}   ", "dim"))))
