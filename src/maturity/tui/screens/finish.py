"""Finishing: what is missing and what was marked, never a wall: results and report are always there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from maturity.answering.cards import Cards
from maturity.answering.route import answered
from maturity.locale import domain
from maturity.tui.commands import bindings
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet, fit

_, ngettext, _context = domain("tui").functions


class FinishScreen(SessionScreen):
    """Two doors first, then the questions still open."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("accept", "summary", "report", "close"))]

    def body(self) -> Iterable[Widget]:
        """One page."""
        page = Page(self._rows)
        page.cursor = "results"
        yield page

    def _rows(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        response, way, questionnaire = self.session.response, self.session.way, self.session.questionnaire
        cards = Cards(questionnaire, response, way, self.session.language)
        items = [step for step in way if step.kind == "item"]
        done = sum(answered(step, response, questionnaire) for step in items)
        missing = [n for n, step in enumerate(way) if not answered(step, response, questionnaire)]
        flagged = [n for n, step in enumerate(way) if step.kind == "item" and response.answer(step.id).flagged]
        sheet.blank()
        sheet.title(
            _("All questions have an answer. Thank you.") if not missing else _("You can stop here, or complete.")
        )
        sheet.bar(done / max(len(items), 1))
        sheet.text(
            ngettext("{n} question of {total} answered.", "{n} questions of {total} answered.", done).format(
                n=done, total=len(items)
            )
        )
        if missing:
            sheet.text(
                _("The results are there all the same: where an answer is missing, they say what remains possible."),
                "dim",
            )
        sheet.blank()
        sheet.text(_("See the results"), "strong", lead=(("s  ", "key"),), target="results")
        sheet.text(_("Write the report"), "strong", lead=(("w  ", "key"),), target="report")
        self._listed(sheet, cards, _("Marked, to come back to"), flagged, "f")
        self._listed(sheet, cards, _("Still without an answer"), missing, "m")
        return sheet.rows

    def _listed(self, sheet: Sheet, cards: Cards, title: str, places: list[int], kind: str) -> None:
        if not places:
            return
        sheet.blank()
        sheet.title(f"{title} ({len(places)})")
        for n in places:
            sheet.add(
                ("  ", ""),
                ("⚑ " if kind == "f" else "○ ", "warn" if kind == "f" else "strong"),
                (fit(cards.name_of(cards.way[n]), sheet.width - 6), ""),
                target=f"{kind}{n}",
            )

    def action_accept(self) -> None:
        """What the cursor stands on."""
        self.query_one(Page).choose()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """A door, or a question."""
        if message.target == "results":
            self.action_summary()
        elif message.target == "report":
            self.action_report()
        else:
            self.dismiss(int(message.target[1:]))

    def action_report(self) -> None:
        """Write it."""
        from maturity.tui.screens.report import ReportScreen

        self.app.push_screen(ReportScreen(self.session))
