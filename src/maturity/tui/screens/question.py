"""What is seen of one question: card, grid and counts stand in the same place and are filled, never remounted."""

from __future__ import annotations

from collections.abc import Iterable

from textual.reactive import var
from textual.widget import Widget

from maturity.answering.cards import Cards
from maturity.answering.route import Step, question
from maturity.tui.helps import help_rows
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.card import WIDE, card_rows
from maturity.tui.widgets.counts import Counts
from maturity.tui.widgets.grid import Grid
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Span

BODIES = {"item": "card", "profile": "card", "helix": "grid", "counts": "counts"}


class QuestionScreen(SessionScreen):
    """Three bodies, of which one is seen, and one line for words to the person: a notice, or a first-time hint."""

    index: var[int] = var(0, init=False)

    def __init__(self, session: Session, index: int) -> None:
        super().__init__(session)
        self.told = ""  # said once, until the next key
        self.set_reactive(QuestionScreen.index, min(index, len(session.way) - 1))

    def body(self) -> Iterable[Widget]:
        """All three."""
        yield Page(id="card")
        yield Grid(id="grid")
        yield Counts(id="counts")

    def figures(self) -> dict[str, int]:
        """How many sentences there are to choose from."""
        step, questionnaire = self.step, self.session.questionnaire
        if step.kind == "item":
            return {"levels": len(questionnaire.item(step.id).levels)}
        return {"levels": len(question(questionnaire, step.id).options)} if step.kind == "profile" else {}

    @property
    def step(self) -> Step:
        """Where one is."""
        return self.session.way[min(self.index, len(self.session.way) - 1)]

    @property
    def card(self) -> Page:
        """Where sentences are chosen from."""
        return self.query_one("#card", Page)

    def on_mount(self) -> None:
        """The question to go on with."""
        super().on_mount()
        self.show_step()

    def watch_index(self) -> None:
        """Another question, in the same widgets."""
        self.show_step()

    def show_step(self) -> None:
        """Fill the body that this question needs and give it the keys."""
        shown = self.query_one(f"#{BODIES[self.step.kind]}", Page)
        for body in self.query(Page):
            body.display = body is shown
        self.session.shown(self.step)
        if isinstance(shown, Grid):
            shown.set_view(self.cards().grid(self.index), start=True)
        elif isinstance(shown, Counts):
            shown.set_view(self.cards().counts(self.index), start=True)
        else:
            shown.widest = 170 if self.step.kind == "item" else 100  # beside an item stands its help
            shown.show(self._card, top=True)
        if self.focused is not shown:
            shown.focus()
        self._say()
        self.refresh_bindings()

    def redraw(self) -> None:
        """The same question, in the words and answers of now."""
        if self.step.kind == "helix":
            self.query_one(Grid).set_view(self.cards().grid(self.index))
        elif self.step.kind == "counts":
            self.query_one(Counts).set_view(self.cards().counts(self.index))
        else:
            self.card.refill()
        self._say()
        self.refresh_bindings()

    def tell(self, words: str) -> None:
        """Say something once."""
        self.told = words
        self._say()

    def notice(self) -> Span:
        """Why a save failed; else what was just said; else the hint for somebody who sees this for the first time."""
        failed = super().notice()
        if failed[0]:
            return failed
        if self.told:
            return (self.told, "accent")
        if self.session.read_only:
            return ("", "")
        full = self.step.kind == "helix" and not self.cards().grid(self.index).empty
        return (self.session.hints.line(self.step.kind, full=full), "dim")

    def cards(self) -> Cards:
        """The views of now."""
        session = self.session
        return Cards(session.questionnaire, session.response, session.way, session.language, session.minutes_left)

    def _card(self, width: int) -> list[Row]:
        cards, height = self.cards(), self.card.size.height
        if self.step.kind == "profile":
            return card_rows(cards.profile(self.index), width, height)
        aside: list[Row] = []
        if width >= WIDE:
            questionnaire = self.session.questionnaire
            item = questionnaire.item(self.step.id)
            aside = help_rows(questionnaire, item, min(width - 94, 64), self.session.language, full=False)
        return card_rows(cards.item(self.index), width, height, aside)
