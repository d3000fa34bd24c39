"""A new assessment: which authority, in which role, which form; the file is made at once. Names are never asked."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.containers import Center
from textual.widget import Widget

from maturity.answering.beginning import STEPS_BY_HAND, Beginning, options
from maturity.answering.route import spoken
from maturity.errors import MaturityError
from maturity.locale import domain, language
from maturity.locale.formats import day, number
from maturity.text import clean_text, plain_words
from maturity.tui.commands import bindings
from maturity.tui.listing import Found, of_year
from maturity.tui.screens.base import BaseScreen
from maturity.tui.widgets.fields import Line
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.authorities import RegisteredAuthority
    from maturity.response.model import Authority

_ = domain("tui").gettext
EXISTING = "existing"  # somebody has begun this year's
TYPED = {"search", "name", "population"}


class NewScreen(BaseScreen[None]):
    """One small question after the other, in place; Escape goes back one."""

    CSS_PATH = "new.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(("accept", "by_hand", "close")),
        ("up", "cursor(-1)", ""),
        ("down", "cursor(1)", ""),
    ]

    def __init__(self, listed: Sequence[Found] = (), known: Authority | None = None) -> None:
        """``listed``: what there is already; ``known``: one of its authorities, to begin another year of it."""
        super().__init__()
        self.questionnaire: Questionnaire | None = None
        self.beginning = Beginning(known)
        self.listed = listed
        self.found: list[RegisteredAuthority] = []
        self.trail = ["search"]
        self._typed = ""  # letters that jump in a list

    @property
    def _language(self) -> str:
        return spoken(self.questionnaire.languages) if self.questionnaire else language()

    @property
    def step(self) -> str:
        """The small question of now."""
        return self.trail[-1]

    def body(self) -> Iterable[Widget]:
        """Question above, field, list below."""
        yield Page(self._question, id="question")
        yield Center(Line(id="field", max_length=300, select_on_focus=False))
        yield Page(self._options, id="options")

    def title_words(self) -> str:
        """What is being done."""
        return _("New assessment")

    def on_mount(self) -> None:
        """Type at once; the questionnaire is read meanwhile."""
        super().on_mount()
        if self.beginning.known is not None:
            self.trail = [self._after_authority()]
        self.query_one("#question").can_focus = False
        self._show()
        self.run_worker(self._load(), group="load")

    async def _load(self) -> None:
        from maturity.tui.opening import load_default

        try:
            self.questionnaire = await asyncio.to_thread(load_default)
        except MaturityError as error:
            self.dismiss(None)
            self.program.tell(error)
        else:
            if self.step in TYPED:
                self.redraw()
            else:
                self._show()

    def allowed(self, command: str) -> bool:
        """Entering by hand stands beside the search only."""
        return command != "by_hand" or self.step == "search"

    # What is seen

    def redraw(self) -> None:
        """The question takes the rows that it needs; the list has the others."""
        super().redraw()
        question = self.query_one("#question")
        question.styles.height = max(question.virtual_size.height, 1)

    def _show(self) -> None:
        field, page = self.query_one(Line), self.query_one("#options", Page)
        field.display = self.step in TYPED
        field.type = "integer" if self.step == "population" else "text"
        with self.prevent(Line.Changed):
            field.value = self.beginning.typed(self.step)
            field.cursor_position = len(field.value)
        start = "0" if self.step == EXISTING else self.beginning.start(self.step, self.questionnaire)
        self._typed = ""
        page.show(self._options, cursor=start, top=True)
        (field if self.step in TYPED else page).focus()
        self.redraw()

    def _question(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        sheet.blank()
        for words in self.beginning.so_far(self.questionnaire, self._language, self.trail):
            sheet.text(words, "dim")
        sheet.text(self._asked(), "strong")
        hint = {
            "search": _("In France: type the first letters of its name. Elsewhere: press ctrl+n."),
            "population": _("A number, roughly. Leave it empty if you do not know."),
            "form": _("You can stop at any moment and go on later."),
        }.get(self.step)
        if hint:
            sheet.text(hint, "dim")
        return sheet.rows

    def _asked(self) -> str:
        asked = {
            "search": _("Which authority?"),
            "name": _("What is its name?"),
            "form": _("Which questionnaire?"),
            EXISTING: _("There is already one for {year}. Open it?").format(year=self._wave),
        }.get(self.step)
        if asked is not None or self.questionnaire is None:
            return asked or ""
        return next(
            (q.text[self._language] for q in self.questionnaire.profile if q.filled_from == self.step),
            _("How many residents does it have?"),
        )

    def _options(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        if self.step == "search":
            self._registered(sheet)
        elif self.step == EXISTING:
            self._existing(sheet)
        elif self.step not in TYPED and self.questionnaire is not None:
            for code, words, detail in self.beginning.options(self.step, self.questionnaire, self._language):
                sheet.text(words, "strong" if detail else "", target=code)
                if detail:
                    sheet.text(detail, "dim", indent=4, target=code)
                    sheet.blank()
        return sheet.rows

    def _existing(self, sheet: Sheet) -> None:
        for n, one in enumerate(self._there()):
            role = one.role[spoken(list(one.role))] if one.role else one.path.stem
            progress = f"{one.answered}/{one.total}" if one.total else str(one.answered)
            sheet.text(_("Open it: {role}").format(role=role), "strong", target=str(n))
            changed = day(one.updated.date(), language=language()) if one.updated else ""
            sheet.text(" · ".join(filter(None, [progress, changed])), "dim", indent=4, target=str(n))
            sheet.blank()
        sheet.text(_("Go on as somebody else"), "strong", target="other")
        sheet.text(_("Each person answers alone, in a file of their own."), "dim", indent=4, target="other")

    def _registered(self, sheet: Sheet) -> None:
        typed = self.query_one(Line).value.strip()
        for n, one in enumerate(self.found):
            people = _("{n} residents").format(n=number(one.population, 0, language=language()))
            _found(sheet, one.name, [self._kind(one.kind), one.place, people], str(n))
        if typed and not self.found:
            sheet.text(_("Nothing of that name in the French register."), "dim")
        if typed:
            sheet.blank()
            sheet.text(_("Another authority, or not in France"), "", target="by_hand")

    def _kind(self, code: str) -> str:
        if self.questionnaire is None:
            return ""
        kinds = options("kind", self.questionnaire, self._language)
        return next((words for kind, words, _detail in kinds if kind == code), "")

    # What is done

    def on_input_changed(self) -> None:
        """Search as one types; the latest question wins."""
        if self.step == "search":
            self.run_worker(self._search(self.query_one(Line).value), exclusive=True, group="search")

    async def _search(self, text: str) -> None:
        from maturity.tui.opening import search

        self.found = await asyncio.to_thread(search, text)
        page = self.query_one("#options", Page)
        page.show(self._options, cursor="0" if self.found else "by_hand" if text.strip() else None, top=True)

    def action_cursor(self, step: int) -> None:
        """The list moves while the field keeps the keys."""
        self.query_one("#options", Page).action_move(step)

    def on_input_submitted(self) -> None:
        """Enter in the field."""
        self.action_accept()

    def action_accept(self) -> None:
        """Take what the mark stands on, or what was typed."""
        page, typed = self.query_one("#options", Page), clean_text(self.query_one(Line).value)
        if self.step in {"name", "population"}:
            if typed or self.step == "population":
                self.beginning.take(self.step, typed)
                self._go_on()
        elif page.cursor is not None:
            page.choose()

    def on_page_chosen(self, message: Page.Chosen) -> None:
        """Something of the list; keys typed faster than the next list is shown mean nothing in it."""
        if message.target not in self._choices():
            return
        if message.target == "by_hand":
            self.action_by_hand()
        elif self.step == "search":
            self.beginning.registered = self.found[int(message.target)]
            self.trail.append(self._after_authority())
            self._show()
        elif self.step == EXISTING and message.target != "other":
            path = self._there()[int(message.target)].path
            self.dismiss(None)
            self.program.open_file(path)
        elif self.step == EXISTING:
            self.trail.append("role")
            self._show()
        else:
            self.beginning.take(self.step, message.target)
            self._go_on()

    def _choices(self) -> set[str]:
        """What can be chosen at this step."""
        if self.step == "search":
            return {"by_hand", *map(str, range(len(self.found)))}
        if self.step == EXISTING:
            return {"other", *map(str, range(len(self._there())))}
        if self.step in TYPED or self.questionnaire is None:
            return set()
        return {code for code, _words, _detail in self.beginning.options(self.step, self.questionnaire, self._language)}

    def action_by_hand(self) -> None:
        """Country, kind, name, population."""
        self.beginning.registered = None
        self.beginning.take("name", self.query_one(Line).value.strip())
        self.trail.append(STEPS_BY_HAND[0])
        self._show()

    def _go_on(self) -> None:
        following = [*STEPS_BY_HAND, "role", "form"]
        place = following.index(self.step)
        if place + 1 < len(following):
            whole = self.step == STEPS_BY_HAND[-1]
            self.trail.append(self._after_authority() if whole else following[place + 1])
            self._show()
        else:
            self.run_worker(self._make(), exclusive=True, group="make")

    @property
    def _wave(self) -> str:
        return str(self.program.clock().astimezone().year)

    def _there(self) -> list[Found]:
        return of_year(self.listed, self.beginning.authority(), self._wave)

    def _after_authority(self) -> str:
        """The step that follows when it is known who is assessed."""
        return EXISTING if self._there() else "role"

    def on_key(self, event: events.Key) -> None:
        """Letters jump to what begins with them; the same letter again, to the next."""
        if self.step in TYPED or self.questionnaire is None or not event.is_printable or not event.character:
            return
        page = self.query_one("#options", Page)
        words = {
            code: " ".join(plain_words(text))
            for code, text, _detail in self.beginning.options(self.step, self.questionnaire, self._language)
        }
        target, self._typed = jump(words, page.cursor, self._typed, event.character)
        if target is not None:
            page.put_cursor(target)

    async def _make(self) -> None:
        from maturity.tui.opening import begin

        program = self.program
        if self.questionnaire is None:
            return
        try:
            path = await asyncio.to_thread(begin, program.folder, self.questionnaire, self.beginning, program.clock())
        except MaturityError as error:
            program.tell(error)
            return
        self.dismiss(None)
        program.open_file(path)

    def action_close(self) -> None:
        """One small question back; from the first one, home."""
        if len(self.trail) > 1:
            self.trail.pop()
            self._show()
        else:
            self.dismiss(None)


def _found(sheet: Sheet, name: str, details: list[str], target: str) -> None:
    """The name in full; of the details, what fits beside it."""
    room = sheet.width - cell_len(name) - 8
    while details and cell_len(" · ".join(details)) > room:
        details = details[1:]
    sheet.ends((name, "strong"), (" · ".join(filter(None, details)), "dim"), target=target)


def jump(words: Mapping[str, str], cursor: str | None, typed: str, letter: str) -> tuple[str | None, str]:
    """Where a letter leads in a list (target → plain words), and the letters typed so far that still lead somewhere.

    Letters join as long as something begins with all of them, or has a word that does; otherwise the last one counts
    alone, from the cursor on.
    """
    plain = "".join(plain_words(letter))
    if not plain:
        return None, ""
    order = list(words)
    here = order.index(cursor) if cursor in order else -1
    for start, at in ((typed + plain, here), (plain, here + 1)):
        around = [*order[max(at, 0) :], *order[: max(at, 0)]]
        fitting = [target for target in around if f" {start}" in f" {words[target]}"]
        if fitting:
            first = next((target for target in fitting if words[target].startswith(start)), fitting[0])
            return first, start
    return None, ""
