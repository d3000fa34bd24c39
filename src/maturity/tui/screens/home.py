"""Home: the assessments of this computer, a new one, and where to go on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from maturity.answering.route import spoken
from maturity.locale import domain, language
from maturity.locale.formats import day
from maturity.tui.commands import bindings
from maturity.tui.listing import Found, look, place
from maturity.tui.screens.base import BaseScreen
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet, fit

_, ngettext, _context = domain("tui").functions
NEW = "new"


class HomeScreen(BaseScreen[None]):
    """The first screen: it is painted before anything is read."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("open", "new", "reload"))]

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Found] | None = None

    def body(self) -> Iterable[Widget]:
        """One page."""
        page = Page(self._rows)
        page.cursor = NEW
        yield page

    def title_words(self) -> str:
        """The program's question."""
        return _("Where does our authority stand?")

    def on_mount(self) -> None:
        """Paint first, read then."""
        super().on_mount()
        self.call_after_refresh(self.action_reload)

    def on_screen_resume(self) -> None:
        """Back from an assessment: focus on the list."""
        self.query_one(Page).focus()

    def action_reload(self, onto: Path | None = None) -> None:
        """Read the folder; the mark goes onto this file, where one is named."""
        self.run_worker(self._read(onto), exclusive=True, group="listing")

    async def _read(self, onto: Path | None) -> None:
        first = self.found is None
        self.program.folder = await asyncio.to_thread(place, self.program.folder)
        self.found = await asyncio.to_thread(look, self.program.folder)
        page = self.query_one(Page)
        places = {found.path: str(n) for n, found in enumerate(self.found)}
        if onto in places:
            page.cursor = places[onto]
        elif first and self.found and page.cursor == NEW:
            page.cursor = "0"
        self.redraw()

    # What is seen

    def _rows(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        sheet.blank()
        sheet.text(_("A self-assessment of digital co-creation of public value, for local authorities."), "strong")
        sheet.text(
            _("About twenty minutes. There is no mark and no ranking: levels, a portrait, and what to do next."), "dim"
        )
        sheet.blank()
        sheet.text(_("New assessment"), "strong", lead=(("n  ", "key"),), target=NEW)
        sheet.blank()
        if self.found is None:
            sheet.text(_("Reading your assessments…"), "dim")
        elif not self.found:
            sheet.text(_("Your assessments will be listed here. They stay on this computer, in:"), "dim")
            sheet.text(str(self.program.folder), "dim")
        else:
            count = len(self.found)
            sheet.title(ngettext("{n} assessment", "{n} assessments", count).format(n=count))
            for n, found in enumerate(self.found):
                self._entry(sheet, n, found)
        return sheet.rows

    def _entry(self, sheet: Sheet, n: int, found: Found) -> None:
        target = str(n)
        if found.problem is not None:
            sheet.add(("  ", ""), ("✗ ", "bad"), (fit(found.path.name, sheet.width - 6), "strong"), target=target)
            sheet.text(found.problem.why, "bad", indent=6, target=target)
            return
        total = found.total or 0
        done = total > 0 and found.answered >= total
        mark = ("● ", "good") if done else ("◐ ", "accent") if found.answered else ("○ ", "dim")
        progress = _("complete") if done else f"{found.answered}/{total}" if total else str(found.answered)
        name = f"{found.name} · {found.wave}"
        if found.invented:
            name = f"{name} · {_('invented example')}"
        room = sheet.width - 6 - 12
        sheet.add(
            ("  ", ""), mark, (fit(name, room), "strong"), ("  ", ""), (f"{progress:>10}", "accent"), target=target
        )
        details = [words[spoken(list(words))] for words in (found.form, found.role) if words]
        if found.updated is not None:
            details.insert(0, day(found.updated.date(), language=language()))
        sheet.add(("    ", ""), (fit(" · ".join(filter(None, details)), sheet.width - 6), "dim"), target=target)

    # What is done

    def action_open(self) -> None:
        """What the mark stands on."""
        self.query_one(Page).choose()

    def action_new(self) -> None:
        """A new assessment."""
        from maturity.tui.screens.new import NewScreen

        self.app.push_screen(NewScreen())

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """New, or one of the list; a damaged one says more and offers what can be done."""
        if message.target == NEW:
            self.action_new()
        elif self.found is not None:
            self.program.open_file(self.found[int(message.target)].path)
