"""Home: the assessments of this computer, a new one, an invented authority to look around in."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Center
from textual.widget import Widget

from maturity.answering.route import spoken
from maturity.errors import MaturityError
from maturity.locale import domain, language
from maturity.locale.formats import day
from maturity.toml import shown_file
from maturity.tui.commands import bindings
from maturity.tui.listing import Found, absent, in_a_row, look, named, place
from maturity.tui.screens.ask import AskScreen
from maturity.tui.screens.base import BaseScreen
from maturity.tui.widgets.fields import Line
from maturity.tui.widgets.long import Entries, LongPage
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet, fit

if TYPE_CHECKING:
    from maturity.response.trial import Trial

_, ngettext, _context = domain("tui").functions
NEW, DEMO = "new", "demo"


class HomeScreen(BaseScreen[None]):
    """The first screen: it is painted before anything is read."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(("open",), priority=True),  # the field has an Enter of its own, which opens nothing
        *bindings(("new", "wave", "demo", "find", "keys", "reload", "unfind")),
        ("up", "cursor(-1)", ""),
        ("down", "cursor(1)", ""),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Found] | None = None
        self.listed: list[Found] = []
        self._absent = False
        self.visited = False  # the invented authority was looked at

    def body(self) -> Iterable[Widget]:
        """A field that comes when it is called, and the list."""
        field = Line(id="field", max_length=200)
        field.display = False
        yield Center(field)
        page = LongPage(self._entries, id="list")
        page.cursor = NEW
        yield page

    def title_words(self) -> str:
        """The program's question."""
        return _("Where does our authority stand?")

    def on_mount(self) -> None:
        """Paint first, read then."""
        super().on_mount()
        self.query_one(Page).focus()
        self.call_after_refresh(self.action_reload)

    def on_screen_resume(self) -> None:
        """Back from an assessment: focus on the list."""
        if not self._finding:
            self.query_one(Page).focus()

    @property
    def _finding(self) -> bool:
        return self.query_one(Line).display

    @property
    def marked(self) -> Found | None:
        """The assessment under the mark."""
        cursor = self.query_one(Page).cursor
        return self.listed[int(cursor)] if cursor not in {None, NEW, DEMO} and cursor is not None else None

    def allowed(self, command: str) -> bool:
        """Another year needs an authority, looking for a name needs some to look among."""
        if command == "wave":
            return not self._finding and self.marked is not None and self.marked.authority is not None
        rules = {
            "find": not self._finding and bool(self.found),
            "unfind": self._finding,
            "new": not self._finding,
            "demo": not self._finding,
            "reload": not self._finding,
            "keys": not self._finding,
        }
        return rules.get(command, True)

    def retranslate(self) -> None:
        """Reasons why a file cannot be read come with the file."""
        super().retranslate()
        if any(one.problem for one in self.found or ()):
            self.action_reload(onto=self.marked.path if self.marked else None)

    # Reading

    def action_reload(self, onto: Path | None = None) -> None:
        """Read the folder; the mark goes onto this file, where one is named."""
        self.run_worker(self._read(onto), exclusive=True, group="listing")

    async def _read(self, onto: Path | None) -> None:
        first = self.found is None
        self.program.folder = await asyncio.to_thread(place, self.program.folder)
        self.found = await asyncio.to_thread(look, self.program.folder)
        self._absent = await asyncio.to_thread(absent, self.program.folder)
        self._list()
        page = self.query_one(LongPage)
        places = {found.path: str(n) for n, found in enumerate(self.listed)}
        if onto in places:
            page.cursor = places[onto]
        elif onto is not None and self.program.trial is not None and self.program.trial.holds(onto):
            page.cursor = DEMO
        elif first and self.listed and page.cursor == NEW:
            page.cursor = "0"
        self.redraw()

    def _list(self) -> None:
        self.listed = named(self.found or (), self.query_one(Line).value)

    # What is seen

    def _entries(self, width: int) -> Entries:
        sheet = Sheet(width)
        if not self._finding:
            self._head(sheet)
        if self.found:
            count = len(self.listed)
            if count:
                sheet.title(ngettext("{n} assessment", "{n} assessments", count).format(n=count))
            else:
                sheet.text(_("Nothing of that name here."))
        return Entries(sheet.rows, len(self.listed), 2, lambda n: self._entry(n, width))

    def _head(self, sheet: Sheet) -> None:
        begun = bool(self.found)
        sheet.blank()
        sheet.text(_("A self-assessment of digital co-creation of public value, for local authorities."), "strong")
        sheet.text(
            _("About twenty minutes. There is no mark and no ranking: levels, a portrait, and what to do next."), "dim"
        )
        sheet.blank()
        sheet.text(_("New assessment"), "strong", lead=(("n  ", "key"),), target=NEW)
        if not begun:
            told = _("Which authority, your position, and off you go: at each question you choose a sentence.")
            sheet.text(told, "dim", indent=5, target=NEW)
            sheet.blank()
        again = self.program.trial is not None and self.visited
        words = _("Back to the invented authority") if again else _("Look around an invented authority")
        sheet.text(words, "strong", lead=(("d  ", "key"),), target=DEMO)
        if again:
            sheet.text(_("What you changed there stays until you quit, then all of it disappears."), "dim", indent=5)
        elif not begun:
            told = _("All is filled in: see what comes out in the end, change what you like. Nothing of it is kept.")
            sheet.text(told, "dim", indent=5, target=DEMO)
        sheet.blank()
        if self.found is None:
            sheet.text(_("Reading your assessments…"), "dim")
        elif not begun:
            self._promise(sheet)

    def _promise(self, sheet: Sheet) -> None:
        """What somebody who comes for the first time asks: where does it go, how do I get out."""
        sheet.text(_("Nothing leaves this computer. Every answer is saved at once, here:"), "dim")
        sheet.text(shown_file(self.program.folder or ""), "dim")
        if self._absent:
            sheet.text(_("This folder is not there yet. Is a network drive or a USB stick missing?"), "strong")
        sheet.text(_("ctrl+q leaves, at any moment; next time you go on where you stopped."), "dim")

    def _entry(self, n: int, width: int) -> list[Row]:
        """Two rows: whose and when, how far; then form and role. Of a damaged file: its name and the reason."""
        found, target, sheet = self.listed[n], str(n), Sheet(width)
        if found.problem is not None:
            folder = self.program.folder
            inside = folder is not None and found.path.is_relative_to(folder)
            where = found.path.relative_to(folder) if inside and folder is not None else found.path
            sheet.add(("  ", ""), ("✗ ", "bad"), (fit(shown_file(where), width - 6), "strong"), target=target)
            sheet.add(("    ", ""), (fit(in_a_row(found, width - 6), width - 6), "bad"), target=target)
            return sheet.rows
        total = found.total or 0
        done = total > 0 and found.answered >= total
        mark = ("● ", "good") if done else ("◐ ", "accent") if found.answered else ("○ ", "dim")
        progress = f"{found.answered}/{total}" if total else str(found.answered)
        name = f"{found.name} · {found.wave}"
        if found.authority is not None and found.authority.invented:
            name = f"{name} · {_('invented example')}"
        room = width - 6 - 12
        sheet.add(
            ("  ", ""), mark, (fit(name, room), "strong"), ("  ", ""), (f"{progress:>10}", "accent"), target=target
        )
        details = [words[spoken(list(words))] for words in (found.form, found.role) if words]
        if found.updated is not None:
            details.insert(0, day(found.updated.date(), language=language()))
        if found.edited:
            details.insert(0, _("changed outside the program"))
        if found.apart:
            details.insert(0, shown_file(found.apart))
        sheet.add(("    ", ""), (fit(" · ".join(filter(None, details)), width - 6), "dim"), target=target)
        return sheet.rows

    # Finding one by its name

    def action_find(self) -> None:
        """Type a name; the list follows."""
        field = self.query_one(Line)
        field.display = True
        field.focus()
        self._show_list()

    def action_unfind(self) -> None:
        """All of them again; the mark stays on what was found."""
        marked, field = self.marked, self.query_one(Line)
        field.value = ""
        field.display = False
        self.query_one(Page).focus()
        self._show_list(onto=marked)

    def on_input_changed(self) -> None:
        """The list follows what is typed."""
        if self._finding:
            self._show_list()

    def _show_list(self, onto: Found | None = None) -> None:
        self._list()
        page = self.query_one(LongPage)
        page.cursor = str(self.listed.index(onto)) if onto in self.listed else "0" if self.listed else None
        page.refill()
        if page.cursor is not None:
            page.put_cursor(page.cursor)
        self.refresh_bindings()

    def action_cursor(self, step: int) -> None:
        """The list moves while the field keeps the keys."""
        self.query_one(LongPage).action_move(step)

    def on_page_moved(self, message: Page.Moved) -> None:
        """What can be done depends on what the mark stands on."""
        del message
        self.refresh_bindings()

    # What is done

    def action_open(self) -> None:
        """What the mark stands on."""
        self.query_one(Page).choose()

    def action_new(self) -> None:
        """A new assessment."""
        from maturity.tui.screens.new import NewScreen

        self.app.push_screen(NewScreen(self.found or ()))

    def action_wave(self) -> None:
        """This year's assessment of the authority under the mark."""
        from maturity.tui.screens.new import NewScreen

        marked = self.marked
        if marked is not None and marked.authority is not None:
            self.app.push_screen(NewScreen(self.found or (), marked.authority))

    def action_demo(self) -> None:
        """An invented authority, made when first asked for."""
        self.run_worker(self._visit(), exclusive=True, group="demo")

    async def _visit(self) -> None:
        from maturity.tui.opening import invent

        program = self.program
        if (trial := program.trial) is None:
            try:
                trial = program.trial = await asyncio.to_thread(invent, language())
            except MaturityError as error:
                program.tell(error)
                return
        if self.visited:
            program.open_file(trial.path)
        else:
            self._announce(trial)

    def _announce(self, trial: Trial) -> None:
        """Say first that it is invented, and that nothing of it stays."""
        program = self.program

        def answered(answer: str | None) -> None:
            if answer == "look":
                self.visited = True
                program.open_file(trial.path)

        answers = [("look", lambda: _("Look around")), ("back", lambda: _("Go back"))]
        ask = AskScreen(lambda: _("{name} does not exist").format(name=trial.name), _invented, answers)
        program.push_screen(ask, answered)

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """New, the invented authority, or one of the list; a damaged one says more and offers what can be done."""
        if message.target == NEW:
            self.action_new()
        elif message.target == DEMO:
            self.action_demo()
        else:
            path = self.listed[int(message.target)].path
            if self._finding:  # whoever comes back is in the list
                self.action_unfind()
            self.program.open_file(path)


def _invented() -> str:
    return _(
        "It is an invented authority, with all its answers: look at the questions, the results and the report, and "
        "change what you like.\n\nNothing of it is kept. Its files stand in a folder that disappears when you quit; a "
        "report that you write there disappears, too."
    )
