"""Help on one question, for windows too narrow to show it beside; and the keys of a screen, by what they are for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from maturity.answering.cards import Cards
from maturity.answering.helps import step_sections
from maturity.locale import domain
from maturity.tui.commands import COMMANDS, EVERYWHERE, bindings, command_of, later
from maturity.tui.helps import help_rows, section_rows
from maturity.tui.screens.base import BaseScreen
from maturity.tui.screens.session_screen import SessionScreen
from maturity.tui.session import Session
from maturity.tui.widgets.page import Page
from maturity.tui.widgets.rows import Row, Sheet, fit

_ = domain("tui").gettext
# What is in none of these stands under "On this page", what is everywhere at the end.
GROUPS: Mapping[str, Sequence[str]] = {
    later("Answering"): ("choose", "cell", "dont_know", "not_applicable", "erase", "pick"),
    later("Beside the answer"): ("confidence", "note", "evidence", "flag", "name", "second", "remove", "help"),
    later("Changing one’s mind"): ("take_back", "put_back"),
    later("Going about"): (
        *("next", "back", "next_open", "goto", "search", "summary", "finish", "tab", "tab_next", "tab_back", "table"),
        *("targets", "what_if", "report", "close", "leave"),
    ),
}
_HERE, _ALWAYS = later("On this page"), later("Everywhere")
_CLOSING: tuple[BindingType, ...] = (*bindings(("close",)), *((key, "close", "") for key in ("h", "f1", "enter")))


class HelpScreen(SessionScreen):
    """The help on a question; ``h``, Enter or Escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [*_CLOSING]

    def __init__(self, session: Session, index: int, keys: Sequence[str], reach: Mapping[str, int]) -> None:
        """``keys``: the commands to explain below; ``reach``: how many levels they have (`BaseScreen.figures`)."""
        super().__init__(session)
        self.index = index
        self.keys = keys
        self.reach = reach

    def body(self) -> Iterable[Widget]:
        """One page."""
        yield Page(self._rows, widest=100)

    def _rows(self, width: int) -> list[Row]:
        session = self.session
        step, sheet = session.way[self.index], Sheet(width)
        if step.kind == "item":
            item = session.questionnaire.item(step.id)
            sheet.text(item.stem[session.language], "strong")
            sheet.blank()
            sheet.rows.extend(help_rows(session.questionnaire, item, width, session.language))
        else:
            cards = Cards(session.questionnaire, session.response, session.way, session.language)
            sheet.rows.extend(section_rows(step_sections(cards, self.index), width))
        sheet.rows.extend(key_rows(self.keys, width, self.reach))
        return sheet.rows


class KeysScreen(BaseScreen[None]):
    """The keys of the screen below; ``h``, Enter or Escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [*_CLOSING]

    def __init__(self, below: BaseScreen[Any]) -> None:
        super().__init__()
        self.below = below

    def body(self) -> Iterable[Widget]:
        """One page."""
        ids, figures = commands_of(type(self.below)), self.below.figures()
        yield Page(lambda width: key_rows(ids, width, figures), widest=100)

    def title_words(self) -> str:
        """Where one is."""
        return self.below.title_words()


def commands_of(screen: type[Screen[Any]]) -> list[str]:
    """What a screen's keys can ever do, now or in another state of it."""
    found = [command_of(one.action) for one in screen.BINDINGS if isinstance(one, Binding)]
    return list(dict.fromkeys(command.id for command in found if command is not None))


def grouped(ids: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Title and commands of each group that has some; every command is in exactly one."""
    here = [id_ for id_ in ids if id_ not in EVERYWHERE]
    known = {id_ for group in GROUPS.values() for id_ in group}
    groups = [(_HERE, [id_ for id_ in here if id_ not in known])]
    groups += [(title, [id_ for id_ in group if id_ in here]) for title, group in GROUPS.items()]
    return [(title, members) for title, members in (*groups, (_ALWAYS, list(EVERYWHERE))) if members]


def key_rows(ids: Iterable[str], width: int, figures: Mapping[str, int]) -> list[Row]:
    """Keys with what they do, by group; the arrows first: they are the same everywhere."""
    sheet = Sheet(width)
    sheet.title(_("Keys"))
    sheet.text(_("The arrows move the mark, or the page where there is none; PgUp and PgDn go a window further."))
    for title, members in grouped(ids):
        sheet.blank()
        sheet.text(_(title), "accent")
        for command in map(COMMANDS.__getitem__, members):
            key = _(command.show).format_map({"levels": 9, "tabs": 9} | dict(figures))
            sheet.text(_(command.help), lead=((fit(key, 14), "key"),))
    return sheet.rows
