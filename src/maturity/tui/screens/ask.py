"""A question to the person, with numbered answers; no answer changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from maturity.locale import language
from maturity.tui.commands import bindings
from maturity.tui.screens.base import BaseScreen
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet


class AskScreen(BaseScreen[str | None]):
    """Title, text and answers are looked up when shown, in the language in use.

    An error is in the language that it was met in: ``anew`` is the answer that the screen gives itself when the
    language changes, upon which whoever asked tries the same again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("accept", "choose", "close"))]

    def __init__(
        self,
        title: Callable[[], str],
        text: Callable[[], str],
        answers: Sequence[tuple[str, Callable[[], str]]],
        *,
        anew: str = "",
    ) -> None:
        super().__init__()
        self.asked = title
        self.explained = text
        self.answers = answers
        self._anew = anew
        self._spoken = language()

    def body(self) -> Iterable[Widget]:
        """One page."""
        page = Page(self._rows, widest=90)
        page.cursor = self.answers[0][0]
        yield page

    def title_words(self) -> str:
        """Whose question this is."""
        return "maturity"

    def figures(self) -> dict[str, int]:
        """How many answers."""
        return {"levels": len(self.answers)}

    def allowed(self, command: str) -> bool:
        """A single answer needs no number."""
        return command != "choose" or len(self.answers) > 1

    def retranslate(self) -> None:
        """Other words, or another question."""
        super().retranslate()
        self._ask_anew()

    def on_screen_resume(self) -> None:
        """The language may have been changed while something stood above."""
        self._ask_anew()

    def _ask_anew(self) -> None:
        if self._anew and self.app.screen is self and language() != self._spoken:
            answer, self._anew = self._anew, ""  # once, though both be told
            self.dismiss(answer)

    def _rows(self, width: int) -> list[Row]:
        """Closer to each other, in three degrees, where the last answer would not be seen otherwise."""
        room = self.query_one(Page).size.height
        return next((rows for close in (0, 1) if len(rows := self._told(width, close)) <= room), self._told(width, 2))

    def _told(self, width: int, close: int) -> list[Row]:
        sheet = Sheet(width)
        if close < 2:
            sheet.blank()
        sheet.text(self.asked(), "title")
        if close < 2:
            sheet.blank()
        sheet.text(self.explained() if close < 2 else self.explained().replace("\n\n", "\n"))
        for n, (answer, words) in enumerate(self.answers):
            if n == 0 or close == 0:
                sheet.blank()
            sheet.text(words(), lead=((f"{n + 1}  ", "key"),), target=answer)
        return sheet.rows

    def action_choose(self, key: str) -> None:
        """An answer by its number."""
        if int(key) <= len(self.answers):
            self.dismiss(self.answers[int(key) - 1][0])

    def action_accept(self) -> None:
        """The answer under the cursor."""
        self.query_one(Page).choose()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """An answer by cursor or mouse."""
        self.dismiss(message.target)
