"""Writing: the full report, two pages, pictures or the actions; how far it is, where it went, and opening it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from maturity.errors import MaturityError, Problem
from maturity.locale import domain
from maturity.toml import shown_file
from maturity.tui.commands import bindings
from maturity.tui.evaluating import Kind, Order, carry_out, place_of
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.viewer import show_file
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet

_ = domain("tui").gettext


@dataclass(frozen=True)
class Offer:
    """Something that can be written: what it is called, and what it is."""

    kind: Kind
    name: Callable[[], str]
    text: Callable[[], str]


OFFERS = (
    Offer(
        "full",
        lambda: _("The full report"),
        lambda: _(
            "Everything: levels, portraits, conditions, next steps, the answers and the notes. "
            "A PDF to print, to send and to read aloud."
        ),
    ),
    Offer(
        "short",
        lambda: _("Two pages for a meeting"),
        lambda: _("A page for elected members and a page of next steps, as a PDF. The answers travel inside the file."),
    ),
    Offer(
        "pictures",
        lambda: _("Pictures for slides"),
        lambda: _("Every picture of the results as an SVG file, in a folder."),
    ),
    Offer(
        "actions",
        lambda: _("A table of the next actions"),
        lambda: _("To follow them up in a spreadsheet: who, by when, how far. A CSV file; never over an older one."),
    ),
)


class ReportScreen(SessionScreen):
    """One chooses what to write; it is written in the language of now, beside the answers."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("write", "choose", "view", "close"))]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.order: Order | None = None
        self.share = 0.0
        self.done = False
        self.replaced = False
        self.problem: Problem | None = None
        self.no_viewer = False
        self.told: tuple[str, ...] = ()  # what else there is to say of what was written

    def body(self) -> Iterable[Widget]:
        """One page."""
        page = Page(self._rows, widest=100)
        page.cursor = OFFERS[0].kind
        yield page

    def figures(self) -> dict[str, int]:
        """How many things can be written."""
        return {"levels": len(OFFERS)}

    @property
    def writing(self) -> bool:
        """Whether it is being written now."""
        return self.order is not None and not self.done and self.problem is None

    def allowed(self, command: str) -> bool:
        """One thing after the other; there is something to open once it is written."""
        return {"view": self.done, "write": not self.writing, "choose": not self.writing}.get(command, True)

    def action_choose(self, key: str) -> None:
        """The offer of this number, at once."""
        if int(key) <= len(OFFERS):
            self.query_one(Page).put_cursor(OFFERS[int(key) - 1].kind)
            self.action_write()

    def action_write(self) -> None:
        """What the mark stands on."""
        self.query_one(Page).choose()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """Begin, unless something is being written."""
        if self.writing:
            return
        kind = next(offer.kind for offer in OFFERS if offer.kind == message.target)
        session = self.session
        path = place_of(kind, session.path, session.language)
        self.order = Order(kind, path, session.path, session.questionnaire, session.response, session.language)
        self.told = ()
        self.replaced = path.exists()
        self.share, self.done, self.problem, self.no_viewer = 0.0, False, None, False
        self.redraw()
        self.run_worker(self._write(self.order), exclusive=True, group="report")

    async def _write(self, order: Order) -> None:
        loop = asyncio.get_running_loop()

        def progress(share: float) -> None:
            loop.call_soon_threadsafe(self._advance, share)

        try:
            self.told = await asyncio.to_thread(carry_out, order, progress)
        except MaturityError as error:
            self.problem = error.problems[0]
        except OSError as error:
            self.problem = Problem(
                shown_file(order.path), str(error), _("Free some room or choose another folder, then try again.")
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
        sheet.text(_("What would you like to write?"), "title")
        for n, offer in enumerate(OFFERS, 1):
            sheet.text(offer.name(), "strong", lead=((f"{n}  ", "key"),), target=offer.kind)
            sheet.text(offer.text(), indent=5, target=offer.kind)
        sheet.blank()
        if self.order is None:
            self._before(sheet)
        else:
            self._after(sheet, self.order)
        return sheet.rows

    def _before(self, sheet: Sheet) -> None:
        """In which language, what is replaced, and that an example does not last."""
        sheet.text(
            _(
                "It is written in the language of the screen; ctrl+l changes it. "
                "A file of the same name beside the answers is replaced. "
                "A file logo.svg or logo.png there goes on the cover."
            ),
            "dim",
        )
        self._example(sheet)

    def _example(self, sheet: Sheet) -> None:
        if self.session.response.authority.invented:
            sheet.text(
                _(
                    "This is an example: what is written in the demonstration disappears when you quit. "
                    "To keep a report: maturity demo --report FILE.pdf"
                ),
                "warn",
            )

    def _after(self, sheet: Sheet, order: Order) -> None:
        """How far, or where, or why not."""
        name = next(offer.name() for offer in OFFERS if offer.kind == order.kind)
        if self.problem is not None:
            sheet.text(_("It was not written."), "bad")
            sheet.text(f"{self.problem.where}\n{self.problem.why}\n→ {self.problem.fix}")
            return
        if not self.done:
            sheet.text(_("Writing: {name}").format(name=name), "title")
            sheet.bar(self.share)
            sheet.text(f"{round(self.share * 100)} %", "dim")
            return
        written = _("Written: {name}").format(name=name)
        sheet.text(
            f"{written}. {_('It replaces what was there.')}" if self.replaced else f"{written}.", lead=(("✓ ", "good"),)
        )
        sheet.text(shown_file(order.path), "strong")
        self._also(sheet, order)
        if self.no_viewer:
            sheet.text(_("No program to open it was found here: open the file above from your file manager."), "warn")
        self._example(sheet)

    def _also(self, sheet: Sheet, order: Order) -> None:
        """The names of the pictures; the earlier wave and the logo that the report took along, or why it did not."""
        if order.kind == "pictures":
            sheet.text(", ".join(self.told), "dim")
            return
        for sentence in self.told:
            sheet.text(sentence.removeprefix("! "), "warn" if sentence.startswith("!") else "dim")

    def action_view(self) -> None:
        """The computer's own viewer."""
        if self.order is not None:
            self.no_viewer = not show_file(self.order.path)
            self.redraw()
