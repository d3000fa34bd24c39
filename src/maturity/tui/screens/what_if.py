"""“What if”: other answers on a copy, and the map moves; nothing of it is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from maturity.answering import edits
from maturity.answering.history import History
from maturity.locale import domain
from maturity.tui.commands import bindings
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Span

if TYPE_CHECKING:
    from maturity.response.model import Response
    from maturity.tui.pages.view import View
    from maturity.tui.pages.what_if import Start

_, ngettext, _context = domain("tui").functions
WIDE = 120  # from here on, the map stands beside the answers


class WhatIfScreen(SessionScreen):
    """Answers to change at one side, the map at the other. The session's response is read once and never written."""

    CSS_PATH = "what_if.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(("choose", "dont_know", "not_applicable", "try_it", "real_answer")),
        *bindings(("take_back", "put_back", "other_map", "table", "close")),
    ]

    def __init__(self, session: Session, real: View, placement: str = "") -> None:
        super().__init__(session)
        self.real = real
        self.view = real
        self.copy: Response = real.response
        self.placement = placement or session.questionnaire.placements[0].id
        self.past = History()
        self.table = False
        self.outcome = Page(self._map, id="outcome", widest=80)
        self.outcome.can_focus = False
        self.answers = Page(self._list, id="answers", widest=100)

    @property
    def offered(self) -> list[Start]:
        """Changes to begin with, from the real result."""
        from maturity.tui.pages.what_if import starts

        return starts(replace(self.real, language=self.session.language), self.placement)

    def body(self) -> Iterable[Widget]:
        """The map, and the answers."""
        yield Container(self.outcome, self.answers)

    def on_mount(self) -> None:
        """On the first of what is offered, on the answer that would tell most, or on the first."""
        super().on_mount()
        self.answers.focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        useful = [one.item for one in self.real.result.placement(self.placement).open_questions]
        wanted = [one for one in self.answers.targets if one.startswith("start:") or one in useful[:1]]
        for target in (wanted or self.answers.targets)[:1]:
            self.answers.put_cursor(target)

    def on_resize(self) -> None:
        """Beside each other in a wide window, one above the other in a narrow one."""
        self.set_class(self.app.size.width >= WIDE, "-wide")
        self.call_after_refresh(self.redraw)

    def title_words(self) -> str:
        """What this is before whose it is."""
        return f"{_('What if: nothing here is kept')} · {super().title_words()}"

    def state_words(self) -> Span:
        """How many answers differ from the real ones."""
        asked = self.session.questionnaire.item_ids
        count = sum(self.copy.answer(one).code != self.real.response.answer(one).code for one in asked)
        if not count:
            return ("", "")
        return (ngettext("{n} answer changed", "{n} answers changed", count).format(n=count), "accent")

    def figures(self) -> dict[str, int]:
        """How many sentences a question has."""
        return {"levels": self.session.questionnaire.levels}

    @property
    def item(self) -> str | None:
        """The item under the cursor."""
        cursor = self.answers.cursor
        return cursor if cursor in set(self.session.questionnaire.item_ids) else None

    def allowed(self, command: str) -> bool:
        """A start is tried, an answer changed; undo where there is something to undo."""
        item = self.item
        if command in {"choose", "dont_know"}:
            return item is not None
        if command == "not_applicable":
            return item is not None and self.session.questionnaire.item(item).not_applicable_when is not None
        if command == "real_answer":
            return item is not None and self.copy.answer(item) != self.real.response.answer(item)
        if command == "try_it":
            return item is None
        if command == "other_map":
            return len(self.session.questionnaire.placements) > 1
        return {"take_back": self.past.can_undo, "put_back": self.past.can_redo}.get(command, True)

    def _seen(self) -> View:
        height = self.outcome.size.height
        return replace(self.view, language=self.session.language, table=self.table, height=height)

    def _map(self, width: int) -> list[Row]:
        from maturity.tui.pages.what_if import map_rows

        return map_rows(self._seen(), self.real.result, self.placement, width)

    def _list(self, width: int) -> list[Row]:
        from maturity.tui.pages.what_if import Listed, list_rows

        now = replace(self._seen(), response=self.copy)
        cursor = self.answers.cursor
        height = self.answers.size.height
        return list_rows(Listed(now, self.real.response, self.placement, self.offered, cursor, height), width)

    def on_page_moved(self, message: Page.Moved) -> None:
        """What stands under the cursor is shown in full."""
        message.page.refill()
        self.refresh_bindings()

    def _take(self, response: Response) -> None:
        """Other answers on the copy; the result follows off the key path, the newest answers last."""
        if response != self.copy:
            self.past.changed(self.copy, "")
            self._show(response)

    def _show(self, response: Response) -> None:
        self.copy = response
        self.answers.refill()
        self._say()
        self.refresh_bindings()
        self.run_worker(self._evaluate(response), exclusive=True, group="what-if")

    async def _evaluate(self, response: Response) -> None:
        from maturity.tui.evaluating import view_of

        view = await asyncio.to_thread(view_of, self.session.questionnaire, response, self.session.language)
        if response is self.copy:
            self.view = view
            self.outcome.refill()

    def action_choose(self, key: str) -> None:
        """This sentence instead."""
        if self.item is not None and int(key) <= self.session.questionnaire.levels:
            self._take(edits.level(self.copy, self.item, int(key), self.session.language))

    def action_dont_know(self) -> None:
        """As if it were not known."""
        if self.item is not None:
            self._take(edits.missing(self.copy, self.item, "dont-know", self.session.language))

    def action_not_applicable(self) -> None:
        """As if it did not apply."""
        if self.item is not None:
            self._take(edits.missing(self.copy, self.item, "not-applicable", self.session.language))

    def action_real_answer(self) -> None:
        """As it was really answered."""
        if self.item is not None:
            self._take(self.copy.with_answer(self.item, self.real.response.answer(self.item)))

    def action_try_it(self) -> None:
        """The start under the cursor, on the real answers; tried already, its answers are the real ones again."""
        cursor = self.answers.cursor or ""
        kind, _colon, number = cursor.partition(":")
        if kind == "start":
            start = self.offered[int(number)]
            if start.tried(self.copy):
                self._untry(start)
            else:
                self._try(start)

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """A start pressed with the mouse."""
        if message.page.id == "answers":
            self.action_try_it()

    def _try(self, start: Start) -> None:
        response = self.real.response
        for item, level in start.levels.items():
            response = edits.level(response, item, level, self.session.language)
        if start.screening:
            response = edits.profile(response, start.screening, None)
        self._take(response)

    def _untry(self, start: Start) -> None:
        """The real answers where the start put others."""
        response, real = self.copy, self.real.response
        for item in start.levels:
            response = response.with_answer(item, real.answer(item))
        if start.screening:
            response = edits.profile(response, start.screening, real.profile.get(start.screening))
        self._take(response)

    def action_take_back(self) -> None:
        """The copy as it was before."""
        past = self.past.undo(self.copy)
        if past is not None:
            self._show(past.response)

    def action_put_back(self) -> None:
        """What was undone, again."""
        past = self.past.redo(self.copy)
        if past is not None:
            self._show(past.response)

    def action_other_map(self) -> None:
        """The next placement; the changes stay."""
        ids = [one.id for one in self.session.questionnaire.placements]
        self.placement = ids[(ids.index(self.placement) + 1) % len(ids)]
        self.redraw()
        self._begin()

    def action_table(self) -> None:
        """The same figures as a table, and back."""
        self.table = not self.table
        self.redraw()
