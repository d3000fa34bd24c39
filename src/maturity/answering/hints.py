"""A first-time hint: one line about the next useful key, until it was used in this session. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.locale import domain

if TYPE_CHECKING:
    from maturity.answering.route import Kind

_ = domain("answering").gettext


class Hints:
    """Remembers which keys were used; nothing of it is kept when the session ends."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def used(self, command: str) -> None:
        """A command (its id in the registry of the face) did something."""
        self._used.add(command)

    def line(self, kind: Kind, *, full: bool = False) -> str:
        """One sentence for a question of this kind; empty once its keys are known. ``full``: no cell is blank."""
        if kind == "profile" and not {"choose", "next"} <= self._used:
            return _("Type the number of your answer, then Enter.")
        if kind == "item" and not {"choose", "next"} <= self._used:
            return _("Type the number of the sentence that is most like you, then Enter.")
        if kind == "helix" and full:
            return _("The grid is full: Enter goes on.")
        if kind == "helix" and "cell" not in self._used:
            return _("A digit fills the cell and moves on; Enter goes to the next question.")
        if kind == "counts" and "count" not in self._used:
            return _("Type a number; ↓ goes to the next line, Enter to the next question.")
        return ""
