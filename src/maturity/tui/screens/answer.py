"""Answering: one question at a time, in place; every key press is kept at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import BindingType
from textual.reactive import var
from textual.widget import Widget

from maturity.answering import edits
from maturity.answering.cards import Cards
from maturity.answering.route import Step, question
from maturity.tui.commands import bindings
from maturity.tui.helps import help_rows
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.card import WIDE, card_rows
from maturity.tui.widgets.counts import Counts
from maturity.tui.widgets.grid import Grid
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row

if TYPE_CHECKING:
    from maturity.response.model import Response

ONLY_ITEMS = {"dont_know", "not_applicable", "note", "evidence", "confidence", "flag", "help"}
CHANGES = {
    "choose",
    "cell",
    "pick",
    "dont_know",
    "not_applicable",
    "note",
    "evidence",
    "confidence",
    "flag",
    "erase",
    "second",
    "name",
}


class AnswerScreen(SessionScreen):
    """The questionnaire itself: card, grid and counts stand in the same place and are filled, never remounted."""

    CSS_PATH = "answer.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            ("choose", "cell", "pick", "next", "back", "dont_know", "not_applicable", "note", "name", "evidence")
        ),
        *bindings(("confidence", "flag", "help", "goto", "summary", "second", "erase", "finish", "leave")),
    ]
    index: var[int] = var(0, init=False)

    def __init__(self, session: Session, index: int) -> None:
        super().__init__(session)
        self.set_reactive(AnswerScreen.index, min(index, len(session.way) - 1))

    def body(self) -> Iterable[Widget]:
        """Three bodies, of which one is seen."""
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
        return self.session.way[self.index]

    def on_mount(self) -> None:
        """The question to go on with."""
        super().on_mount()
        self.show_step()

    def watch_index(self) -> None:
        """Another question, in the same widgets."""
        self.show_step()

    def allowed(self, command: str) -> bool:
        """What can be done on this question."""
        kind, read_only = self.step.kind, self.session.read_only
        if command in CHANGES and read_only:
            return False
        if command in ONLY_ITEMS:
            return kind == "item" and (command != "not_applicable" or self._may_not_apply())
        rules = {
            "choose": kind in {"item", "profile"},
            "pick": kind in {"item", "profile"},
            "cell": kind == "helix",
            "name": kind == "helix",
            "second": kind == "helix" and self.step.id == "0" and len(self.session.response.helix) == 1,
            "back": self.index > 0,
        }
        return rules.get(command, True)

    def _may_not_apply(self) -> bool:
        return self.session.questionnaire.item(self.step.id).not_applicable_when is not None

    # What is seen

    def show_step(self) -> None:
        """Fill the body that this question needs and give it the keys."""
        bodies = {"item": "card", "profile": "card", "helix": "grid", "counts": "counts"}
        shown = self.query_one(f"#{bodies[self.step.kind]}", Page)
        for body in self.query(Page):
            body.display = body is shown
        if isinstance(shown, Grid):
            shown.set_view(self._cards().grid(self.index), start=True)
        elif isinstance(shown, Counts):
            shown.set_view(self._cards().counts(self.index), start=True)
        else:
            shown.widest = 170 if self.step.kind == "item" else 100  # beside an item stands its help
            shown.show(self._card, top=True)
        if self.focused is not shown:
            shown.focus()
        self.refresh_bindings()

    def redraw(self) -> None:
        """The same question, in the words and answers of now."""
        grid, counts = self.query_one(Grid), self.query_one(Counts)
        if self.step.kind == "helix":
            grid.set_view(self._cards().grid(self.index))
        elif self.step.kind == "counts":
            counts.set_view(self._cards().counts(self.index))
        super().redraw()

    def _cards(self) -> Cards:
        return Cards(self.session.questionnaire, self.session.response, self.session.way, self.session.language)

    def _card(self, width: int) -> list[Row]:
        page = self.query_one("#card", Page)
        cards = self._cards()
        if self.step.kind == "profile":
            return card_rows(cards.profile(self.index), width, page.size.height)
        questionnaire = self.session.questionnaire
        aside: list[Row] = []
        if width >= WIDE:
            aside = help_rows(
                questionnaire, questionnaire.item(self.step.id), min(width - 94, 64), self.session.language, full=False
            )
        return card_rows(cards.item(self.index), width, page.size.height, aside)

    # What is answered

    def action_choose(self, key: str) -> None:
        """A sentence by its number."""
        n, step, response = int(key), self.step, self.session.response
        if step.kind == "item" and n <= len(self.session.questionnaire.item(step.id).levels):
            self._change(edits.level(response, step.id, n, self.session.language))
        elif step.kind == "profile":
            options = question(self.session.questionnaire, step.id).options
            if n <= len(options):
                self._change(edits.profile(response, step.id, options[n - 1].code))
        self.query_one("#card", Page).cursor = None

    def action_cell(self, key: str) -> None:
        """A cell of the grid."""
        self.query_one(Grid).fill(int(key))

    def action_pick(self) -> None:
        """The sentence under the mark."""
        self.query_one("#card", Page).choose()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """A sentence by cursor or mouse."""
        if self.session.read_only or self.step.kind not in {"item", "profile"}:
            return
        target = message.target
        if target == "?":
            self.action_dont_know()
        elif target == "x":
            self.action_not_applicable()
        elif self.step.kind == "profile":
            option = question(self.session.questionnaire, self.step.id).options[int(target) - 1]
            self._change(edits.profile(self.session.response, self.step.id, option.code))
        else:
            self._change(edits.level(self.session.response, self.step.id, int(target), self.session.language))

    def action_dont_know(self) -> None:
        """A valid answer."""
        self._change(edits.missing(self.session.response, self.step.id, "dont-know", self.session.language))

    def action_not_applicable(self) -> None:
        """Only where the questionnaire allows it."""
        self._change(edits.missing(self.session.response, self.step.id, "not-applicable", self.session.language))

    def action_erase(self) -> None:
        """Take the answer away."""
        if self.step.kind == "item":
            self._change(edits.erased(self.session.response, self.step.id))
        elif self.step.kind == "profile":
            self._change(edits.profile(self.session.response, self.step.id, None))
        elif self.step.kind == "helix":
            self.query_one(Grid).fill(None)

    def action_flag(self) -> None:
        """Come back later."""
        self._change(edits.flag(self.session.response, self.step.id))

    def action_confidence(self) -> None:
        """How sure."""
        self._change(edits.confidence(self.session.response, self.step.id))

    def on_grid_filled(self, message: Grid.Filled) -> None:
        """A cell has a value."""
        if not self.session.read_only and self.step.kind == "helix":
            self._change(
                edits.cell(self.session.response, int(self.step.id), message.subsystem, message.stage, message.value)
            )

    def on_counts_counted(self, message: Counts.Counted) -> None:
        """A number was typed."""
        if not self.session.read_only:
            self._change(edits.count(self.session.response, message.code, message.value))

    # Going about

    def action_next(self) -> None:
        """Choose what the mark stands on, if it is not chosen yet; else go on; after the last question, finishing."""
        page = self.query_one("#card", Page)
        if self.step.kind in {"item", "profile"} and page.cursor is not None and not self._chosen(page.cursor):
            page.choose()
            return
        if self.index + 1 < len(self.session.way):
            self.index += 1
        else:
            self.action_finish()

    def _chosen(self, target: str) -> bool:
        cards = self._cards()
        card = cards.item(self.index) if self.step.kind == "item" else cards.profile(self.index)
        return any(choice.chosen for choice in card.choices if choice.target == target)

    def action_back(self) -> None:
        """The question before."""
        if self.index > 0:
            self.index -= 1

    def action_leave(self) -> None:
        """The list of assessments."""
        self.dismiss(None)

    def action_second(self) -> None:
        """A second project: one more grid, after this one."""
        self._change(edits.project_name(self.session.response, 1, ""))
        self.index += 1

    def action_goto(self) -> None:
        """All questions, to go to one."""
        from maturity.tui.screens.goto import GotoScreen

        self.app.push_screen(GotoScreen(self.session, self.index), self._go)

    def action_finish(self) -> None:
        """What is missing; then results and report."""
        from maturity.tui.screens.finish import FinishScreen

        self.app.push_screen(FinishScreen(self.session), self._go)

    def _go(self, index: int | None) -> None:
        if index is not None and index != self.index:
            self.index = index
        else:
            self.show_step()

    def action_help(self) -> None:
        """Help beside this question."""
        from maturity.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.session, self.step.id))

    def action_note(self) -> None:
        """A note on this question."""
        self._write("note")

    def action_evidence(self) -> None:
        """What one can point to."""
        self._write("evidence")

    def _write(self, field: Literal["note", "evidence"]) -> None:
        from maturity.tui.screens.write import WriteScreen

        item = self.session.questionnaire.item(self.step.id)
        self.app.push_screen(WriteScreen(self.session, item, field), lambda _done: self.redraw())

    def action_name(self) -> None:
        """The project's name."""
        from maturity.tui.screens.write import NameScreen

        self.app.push_screen(NameScreen(self.session, int(self.step.id)), lambda _done: self.redraw())

    def _change(self, response: Response) -> None:
        self.session.change(response)
        self.redraw()
