"""The map of the questionnaire, and the same as a list; choosing a question goes there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.widget import Widget

from maturity.answering.cards import Cards
from maturity.answering.overview import DOUBT, FLAG, cell, glance, overview
from maturity.locale import domain
from maturity.tui.commands import bindings
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.board import Board, legend
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet, fit, wrap

_ = domain("tui").gettext


class MapScreen(SessionScreen):
    """The mark begins on the question one comes from; map and list share it."""

    CSS_PATH = "map.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("accept", "next_open", "table", "search", "keys", "close"))]

    def __init__(self, session: Session, index: int) -> None:
        super().__init__(session)
        self.index = index

    def body(self) -> Iterable[Widget]:
        """Both, of which one is seen."""
        yield Board(
            lambda: overview(self._cards()), lambda index: glance(self._cards(), index), at=self.index, id="map"
        )
        yield Page(self._rows, id="list")

    def _cards(self) -> Cards:
        return Cards(self.session.questionnaire, self.session.response, self.session.way, self.session.language)

    def on_mount(self) -> None:
        """The map first."""
        super().on_mount()
        self.query_one("#list").display = False
        self.query_one(Board).focus()

    @property
    def shown(self) -> Page:
        """The map or the list."""
        return next(page for page in self.query(Page) if page.display)

    def allowed(self, command: str) -> bool:
        """The next question to do, while there is one."""
        return command != "next_open" or any(one.state == "to-do" for one in self.query_one(Board).cells)

    # The list

    def _rows(self, width: int) -> list[Row]:
        sheet, cards = Sheet(width), self._cards()
        legend(sheet)
        part = None
        for n in range(len(cards.way)):
            if (heading := cards.heading(n)) != part:
                sheet.blank()
                part = heading
                sheet.title(heading)
            _entry(sheet, cards, n)
        return sheet.rows

    # What is done

    def action_table(self) -> None:
        """The map or the list, the mark on the same question."""
        shown = self.shown
        other = next(page for page in self.query(Page) if page is not shown)
        shown.display, other.display = False, True
        other.focus()
        self._mark(self.index)

    def _mark(self, index: int) -> None:
        self.index = index
        shown = self.shown
        if isinstance(shown, Board):
            shown.go(index)
        else:
            shown.call_after_refresh(shown.show, self._rows, cursor=str(index))

    def on_page_moved(self, message: Page.Moved) -> None:
        """The mark of both."""
        self.index = int(message.target)

    def action_next_open(self) -> None:
        """The next question without an answer; after the last one, the first."""
        cells = self.query_one(Board).cells
        places = [one.index for one in (*cells[self.index + 1 :], *cells[: self.index]) if one.state == "to-do"]
        if places:
            self._mark(places[0])

    def action_accept(self) -> None:
        """Go to the question under the mark."""
        self.shown.choose()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """Go there."""
        self.dismiss(int(message.target))


def _entry(sheet: Sheet, cards: Cards, index: int) -> None:
    """The cell, then the question; an answer that is no level stands at the end."""
    one, answer = cell(cards, index), cards.answer_of(cards.way[index])
    doubt = DOUBT if one.state == "unsure" and one.sign != "?" else " "
    told = "" if answer == one.sign else fit(answer, 14).rstrip()
    lead = (
        (doubt, "warn"),
        (one.sign, "dim" if one.state == "to-do" else "accent"),
        (f"{FLAG} " if one.flagged else "  ", "warn"),
    )
    role, target = "strong" if one.state == "to-do" else "dim", str(index)
    first, *others = wrap(cards.name_of(cards.way[index]), sheet.width - 7 - (len(told) + 2 if told else 0))
    gap = " " * max(sheet.width - 6 - cell_len(first) - cell_len(told), 0) if told else ""
    sheet.add((" ", ""), *lead, (first, role), (gap, ""), (told, "accent"), target=target)
    for line in others:
        sheet.add((" " * 5, ""), (line, role), target=target)
