"""Undo and redo through a whole session: earlier and later states of the answers, and where each was made. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maturity.response.model import Response


@dataclass(frozen=True)
class Past:
    """A state to go back to: the answers, and the step (see `Step.key`) where they were changed.

    ``strand`` joins the key presses of one note: they are undone together.
    """

    response: Response
    step: str
    strand: str = ""


@dataclass
class History:
    """Two stacks. Responses are frozen and share their answers, so a state costs a few hundred bytes."""

    _before: list[Past] = field(default_factory=list)
    _after: list[Past] = field(default_factory=list)

    @property
    def can_undo(self) -> bool:
        """Whether something was changed in this session."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether something was undone and nothing changed since."""
        return bool(self._after)

    def changed(self, before: Response, step: str, strand: str = "") -> None:
        """A change was made at a step; what had been undone is forgotten.

        Changes in a row with the same non-empty ``strand`` count as one.
        """
        self._after.clear()
        last = self._before[-1] if self._before else None
        if not strand or last is None or (last.step, last.strand) != (step, strand):
            self._before.append(Past(before, step, strand))

    def cut(self, now: Response | None = None) -> None:
        """What is typed from here on is undone by itself: a note was closed, the answers being ``now``."""
        if now is not None:
            self.weigh(now)
        if self._before and self._before[-1].strand:
            last = self._before[-1]
            self._before[-1] = Past(last.response, last.step)

    def weigh(self, now: Response) -> None:
        """A strand that has come back to what it began with (a letter and Backspace) leaves nothing to undo."""
        if self._before and self._before[-1].strand and self._before[-1].response == now:
            self._before.pop()

    def undo(self, now: Response) -> Past | None:
        """The state before the last change; None when there is none. ``now`` can be had again by `redo`."""
        return _swap(self._before, self._after, now)

    def redo(self, now: Response) -> Past | None:
        """The state that was undone last; None when there is none."""
        return _swap(self._after, self._before, now)


def _swap(source: list[Past], target: list[Past], now: Response) -> Past | None:
    if not source:
        return None
    past = source.pop()
    target.append(Past(now, past.step))
    return past
