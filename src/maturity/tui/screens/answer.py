"""Answering: one question at a time; what can be done on it, and going from one to the next."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual import events
from textual.binding import BindingType

from maturity.answering.route import Step
from maturity.locale import domain
from maturity.tui.commands import COMMANDS, bindings
from maturity.tui.screens.changing import ChangingScreen

_ = domain("tui").gettext

ONLY_ITEMS = {"dont_know", "not_applicable", "note", "evidence", "confidence", "flag"}
ONLY_GRIDS = {"cell", "name", "second", "remove"}
MARKS = {"note", "evidence", "confidence", "flag"}
CHANGES = {"choose", "pick", "dont_know", "not_applicable", *MARKS, "erase", *ONLY_GRIDS}
_BOUND = (
    *("choose", "cell", "pick", "next", "back", "take_back", "put_back", "dont_know", "not_applicable", "note", "name"),
    *("evidence", "confidence", "flag", "second", "remove", "help", "leave", "goto", "search", "summary", "targets"),
    *("erase", "finish"),
)


class AnswerScreen(ChangingScreen):
    """The questionnaire itself."""

    CSS_PATH = "answer.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_BOUND)]

    def allowed(self, command: str) -> bool:
        """What can be done on this question."""
        kind, session = self.step.kind, self.session
        if command in CHANGES and session.read_only:
            return False
        if command in ONLY_ITEMS:
            return kind == "item" and (command != "not_applicable" or self._may_not_apply())
        if command in ONLY_GRIDS:
            return kind == "helix" and self._grid_allows(command)
        if command in {"choose", "pick"}:
            return kind in {"item", "profile"}
        if command == "erase":
            return kind != "counts"
        rules = {"back": self.index > 0, "take_back": session.can_undo, "put_back": session.can_redo}
        return rules.get(command, True)

    def _may_not_apply(self) -> bool:
        return self.session.questionnaire.item(self.step.id).not_applicable_when is not None

    def _grid_allows(self, command: str) -> bool:
        """A second project once there is a first one; only what is there is taken out."""
        projects = len(self.session.response.helix)
        rules = {"second": self.step.id == "0" and projects == 1, "remove": int(self.step.id) < projects}
        return rules.get(command, True)

    def on_key(self, event: events.Key) -> None:
        """What was said goes; a key that can do nothing here says why instead of being silently ignored."""
        commands = [name for name in _BOUND if event.key in COMMANDS[name].keys]
        if commands and not any(map(self.allowed, commands)):
            self.tell(self._why_not(commands))
        elif self.told:
            self.tell("")

    def _why_not(self, commands: list[str]) -> str:
        if self.session.read_only and CHANGES.intersection(commands):
            return _("Read only: nothing can be changed.")
        words = {
            "note": _("No note can be written here."),
            "evidence": _("No evidence is asked for on this question."),
            "confidence": _("On this question you need not say how sure you are."),
            "flag": _("This question cannot be marked; you can always come back to it."),
            "dont_know": _("If you don’t know, go on: this question may stay without an answer."),
            "not_applicable": _("“Not applicable” is not an answer to this question."),
            "back": _("This is the first question."),
            "take_back": _("There is nothing to undo."),
            "put_back": _("There is nothing to do again."),
        }
        return next((words[command] for command in commands if command in words), "")

    # Going about

    def action_next(self) -> None:
        """Choose what the mark stands on, if it is not chosen yet; else go on; after the last question, finishing."""
        page = self.card
        if self.step.kind in {"item", "profile"} and page.cursor is not None and not self._chosen(page.cursor):
            page.choose()
            return
        self.session.hints.used("next")
        if self.index + 1 < len(self.session.way):
            self.index += 1
        else:
            self.action_finish()

    def _chosen(self, target: str) -> bool:
        cards = self.cards()
        card = cards.item(self.index) if self.step.kind == "item" else cards.profile(self.index)
        return any(choice.chosen for choice in card.choices if choice.target == target)

    def action_back(self) -> None:
        """The question before."""
        if self.index > 0:
            self.index -= 1

    def action_leave(self) -> None:
        """The list of assessments."""
        self.dismiss(None)

    def action_goto(self) -> None:
        """All questions at a glance, to go to one."""
        from maturity.tui.screens.map import MapScreen

        self.app.push_screen(MapScreen(self.session, self.index), self._go)

    def action_finish(self) -> None:
        """What is missing; then results and report."""
        from maturity.tui.screens.finish import FinishScreen

        self.app.push_screen(FinishScreen(self.session), self._go)

    def _go(self, index: int | None) -> None:
        self.told = ""
        if index is not None and index != self.index:
            self.index = index
        else:
            self.show_step()

    def action_help(self) -> None:
        """Help on this question, and its keys: of an item those of every other question, too."""
        from maturity.tui.screens.help import HelpScreen, commands_of

        kind, keys = self.step.kind, commands_of(AnswerScreen)
        if kind != "item":
            others = ONLY_ITEMS | (set() if kind == "helix" else ONLY_GRIDS)
            others |= {"choose", "pick"} if kind in {"helix", "counts"} else set()
            keys = [id_ for id_ in keys if id_ not in others]
        self.app.push_screen(HelpScreen(self.session, self.index, keys, self.figures()))

    # Writing

    def action_note(self) -> None:
        """A note on this question."""
        self._write("note")

    def action_evidence(self) -> None:
        """What shows that the answer is so."""
        self._write("evidence")

    def _write(self, field: Literal["note", "evidence"]) -> None:
        from maturity.tui.screens.write import WriteScreen

        item = self.session.questionnaire.item(self.step.id)
        self.app.push_screen(WriteScreen(self.session, item, field), lambda _done: self.redraw())

    def action_name(self) -> None:
        """The project's name."""
        self._ask_name(int(self.step.id))

    def action_second(self) -> None:
        """A second project: its name first; without one there is none."""
        self._ask_name(1)

    def _ask_name(self, project: int) -> None:
        from maturity.tui.screens.write import NameScreen

        def named(_done: int | None) -> None:
            self._go(self.session.place(Step("helix", str(project))))

        self.app.push_screen(NameScreen(self.session, project), named)
