"""Search: words typed, what holds them below, as one types; Enter goes to the question."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Center
from textual.widget import Widget

from maturity.answering.cards import Cards
from maturity.answering.overview import cell
from maturity.answering.search import Hit, Search
from maturity.locale import domain
from maturity.text import plain_words
from maturity.tui.commands import bindings
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.fields import Line
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet, Span, fit, wrap

_, ngettext, _context = domain("tui").functions
MOST = 30  # hits that are shown; one more word makes them fewer


class SearchScreen(SessionScreen):
    """The field keeps the keys; arrows move over what was found. The result is a place in the way."""

    CSS_PATH = "search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(("accept", "close")),
        ("up", "cursor(-1)", ""),
        ("down", "cursor(1)", ""),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.hits: list[Hit] = []
        self._search: tuple[str, Search] | None = None

    def body(self) -> Iterable[Widget]:
        """Field above, what was found below."""
        yield Center(Line(id="field", max_length=200))
        page = Page(self._rows, id="found")
        page.can_focus = False
        yield page

    def on_mount(self) -> None:
        """Type at once."""
        super().on_mount()
        self.query_one(Line).focus()

    def allowed(self, command: str) -> bool:
        """Only a question can be gone to: an entry of the glossary is all there."""
        hit = self._marked
        return command != "accept" or (hit is not None and hit.index is not None)

    @property
    def _marked(self) -> Hit | None:
        cursor = self.query_one(Page).cursor
        return self.hits[int(cursor)] if cursor is not None and int(cursor) < len(self.hits) else None

    def _cards(self) -> Cards:
        return Cards(self.session.questionnaire, self.session.response, self.session.way, self.session.language)

    # What is seen

    def redraw(self) -> None:
        """Search again: the language may be another one."""
        self._find()
        super().redraw()

    def _find(self) -> None:
        language = self.session.language
        if self._search is None or self._search[0] != language:
            self._search = (language, Search(self._cards()))
        self.hits = self._search[1].find(self.query_one(Line).value)

    def _rows(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        words = plain_words(self.query_one(Line).value)
        if not words:
            sheet.text(_("Type words: they are looked for in the questions, their sentences and help,"), "dim")
            sheet.text(_("in the glossary, and in your notes. Accents and capitals do not matter."), "dim")
        elif not self.hits:
            sheet.text(_("Nothing holds all of these words. Try fewer, or only how a word begins."))
        else:
            sheet.text(self._counted(), "dim")
            cards, marked = self._cards(), self._marked
            for n, hit in enumerate(self.hits[:MOST]):
                sheet.blank()
                if hit.index is None:
                    _entry(sheet, hit, words, str(n), whole=hit is marked)
                else:
                    _question(sheet, hit, words, str(n), cell(cards, hit.index).sign)
            if len(self.hits) > MOST:
                sheet.blank()
                sheet.text(_("There is more: type one more word."), "dim")
        return sheet.rows

    def _counted(self) -> str:
        questions = sum(hit.index is not None for hit in self.hits)
        entries = len(self.hits) - questions
        told = []
        if questions:
            told.append(ngettext("{n} question", "{n} questions", questions).format(n=questions))
        if entries:
            told.append(ngettext("{n} word explained", "{n} words explained", entries).format(n=entries))
        return " · ".join(told)

    # What is done

    def on_input_changed(self) -> None:
        """Search as one types."""
        self._find()
        self.query_one(Page).show(self._rows, cursor="0" if self.hits else None, top=True)
        self.refresh_bindings()

    def action_cursor(self, step: int) -> None:
        """The list moves while the field keeps the keys."""
        page = self.query_one(Page)
        page.action_move(step)
        page.refill()
        self.refresh_bindings()

    def on_input_submitted(self) -> None:
        """Enter in the field."""
        self.action_accept()

    def action_accept(self) -> None:
        """Go to the question under the mark."""
        self.query_one(Page).choose()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """Go there, or show an entry of the glossary in full."""
        index = self.hits[int(message.target)].index
        if index is not None:
            self.dismiss(index)
        else:
            message.page.refill()


def _question(sheet: Sheet, hit: Hit, words: list[str], target: str, sign: str) -> None:
    _title(sheet, hit, words, (f"{sign} ", "strong"), target)
    if hit.text:
        before = _until(hit.text, words, sheet.width - 24)
        line = fit(("… " if before else "") + hit.text[before:].replace("\n", " "), sheet.width - 6).rstrip()
        sheet.add(("    ", ""), *_spans(line, words, ""), target=target)


def _entry(sheet: Sheet, hit: Hit, words: list[str], target: str, *, whole: bool) -> None:
    """A word explained; in full where the mark stands."""
    _title(sheet, hit, words, ("≡ ", "title"), target)
    lines = wrap(hit.text, sheet.width - 6)
    for line in lines if whole else [fit(hit.text, sheet.width - 6).rstrip()]:
        sheet.add(("    ", ""), *_spans(line, words, ""), target=target)


def _title(sheet: Sheet, hit: Hit, words: list[str], lead: Span, target: str) -> None:
    for n, line in enumerate(wrap(hit.title, sheet.width - 6)):
        start = ("  ", ""), (lead[0] if n == 0 else "  ", "accent")
        sheet.add(*start, *_spans(line, words, lead[1]), target=target)


def _spans(line: str, words: list[str], role: str) -> list[Span]:
    """The words that were looked for stand out."""
    pieces = [(piece, "chosen" if _holds(piece, words) else role) for piece in line.split(" ")]
    return [span for n, piece in enumerate(pieces) for span in ([(" ", role)] if n else []) + [piece]]


def _holds(piece: str, words: list[str]) -> bool:
    return any(part.startswith(tuple(words)) for part in plain_words(piece))


def _until(text: str, words: list[str], room: int) -> int:
    """Where to begin showing a long text, so that the first word found stands in sight."""
    place = 0
    for piece in text.split(" "):
        if _holds(piece, words):
            break
        place += len(piece) + 1
    return 0 if place <= room else text.rfind(" ", 0, max(place - 20, 0)) + 1
