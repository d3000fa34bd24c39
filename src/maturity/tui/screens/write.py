"""Writing a note, the evidence, or a project's name: kept while it is typed, and undone as one change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import BindingType
from textual.containers import Center
from textual.widget import Widget

from maturity.answering import edits
from maturity.answering.route import Step
from maturity.locale import domain
from maturity.tui.commands import bindings
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.fields import Area, Line
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet

if TYPE_CHECKING:
    from maturity.questionnaire.model import Item

_ = domain("tui").gettext
LONGEST = 10_000


class WriteScreen(SessionScreen):
    """A note or the evidence of one item."""

    CSS_PATH = "write.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("keep",), priority=True)]

    def __init__(self, session: Session, item: Item, field: Literal["note", "evidence"]) -> None:
        super().__init__(session)
        self.item = item
        self.field: Literal["note", "evidence"] = field

    def body(self) -> Iterable[Widget]:
        """The question above, the text below."""
        answer = self.session.response.answer(self.item.id)
        yield Page(self._rows)
        written = answer.note if self.field == "note" else answer.evidence
        yield Center(Area(written, soft_wrap=True, show_line_numbers=False))

    def on_mount(self) -> None:
        """Type at once."""
        super().on_mount()
        self.query_one(Page).can_focus = False
        area = self.query_one(Area)
        area.focus()
        area.move_cursor(area.document.end)

    def _rows(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        sheet.title(_("Note") if self.field == "note" else _("Evidence: what shows it"))
        sheet.text(self.item.stem[self.session.language], "strong")
        if self.field == "evidence":
            sheet.text(f"{_('For example:')} {self.item.evidence[self.session.language]}", "dim")
        else:
            sheet.text(_("For yourself and for those who read the answers. Please write no person’s name."), "dim")
        return sheet.rows

    def on_text_area_changed(self) -> None:
        """Kept while it is typed."""
        text = self.query_one(Area).text[:LONGEST]
        changed = edits.words(self.session.response, self.item.id, self.field, text)
        self.session.change(changed, at=Step("item", self.item.id), strand=self.field)

    def action_keep(self) -> None:
        """All is kept already."""
        self.session.cut()
        self.dismiss(None)


class NameScreen(SessionScreen):
    """The name of a project."""

    CSS_PATH = "write.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(("keep",), priority=True)]

    def __init__(self, session: Session, project: int) -> None:
        super().__init__(session)
        self.project = project

    def body(self) -> Iterable[Widget]:
        """The prompt above, one line below."""
        projects = self.session.response.helix
        yield Page(self._rows)
        yield Center(Line(projects[self.project].name if self.project < len(projects) else "", max_length=300))

    def on_mount(self) -> None:
        """Type at once."""
        super().on_mount()
        self.query_one(Page).can_focus = False
        self.query_one(Line).focus()

    def _rows(self, width: int) -> list[Row]:
        sheet = Sheet(width)
        helix = self.session.questionnaire.helix
        if helix is None:
            return []
        if self.project > 0:
            sheet.text(helix.second_project_prompt[self.session.language], "title")
        sheet.text(helix.project_prompt[self.session.language], "strong")
        if self.project >= len(self.session.response.helix) > 0:
            sheet.text(_("It is added as soon as it has a name; without one, nothing is added."), "dim")
        else:
            sheet.text(helix.intro[self.session.language], "dim")
        return sheet.rows

    def on_input_changed(self) -> None:
        """Kept while it is typed."""
        changed = edits.project_name(self.session.response, self.project, self.query_one(Line).value)
        self.session.change(changed, at=Step("helix", str(self.project)), strand="name")

    def on_input_submitted(self) -> None:
        """Enter is enough."""
        self.action_keep()

    def action_keep(self) -> None:
        """All is kept already."""
        self.session.cut()
        self.dismiss(None)
