"""A page that is always one page: set as generously as it can be and still end where the page does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from maturity.report.composer import Composer
from maturity.report.styles import CELL, HEADINGS, LEAST, ROOM, WIDTH, Style
from maturity.report.tagging.flow import Flowable, PageBreak
from maturity.report.tagging.stack import stack_height
from maturity.report.tagging.structure import Element
from maturity.report.words import Gate

ACTION = Style(replace(HEADINGS[3].look, size=CELL.look.size), CELL.block)  # the name of an action in a table


@dataclass(frozen=True)
class Air:
    """How generously a page is set: its lead and its text in points, between its parts, height of small maps.

    ``all_said``: also what the page can do without.
    """

    lead: float
    body: float
    gap: float
    map: float
    all_said: bool = True


AIRS = (
    Air(15, 8.9, 15, 72), Air(14.5, 8.9, 12, 72), Air(14, 8.9, 9, 66), Air(13, 8.7, 7, 60),
    Air(14, 8.7, 12, 66, all_said=False), Air(13, 8.4, 7, 60, all_said=False), Air(11.5, 8.2, 4, 50, all_said=False),
    Air(9.5, 7.9, 2, 40, all_said=False),
)  # fmt: skip


def fitted(composer: Composer, page: Callable[[Composer, Air], None], airs: Sequence[Air] = AIRS) -> None:
    """Say ``page`` below what its page already holds, as airy as there is room; the tightest where nothing fits."""
    room = ROOM - _used(composer.things)
    for air in airs:
        trial = Composer(Gate(), Element("Document"), headings=1)
        page(trial, air)
        if stack_height(trial.things, WIDTH) <= room:
            break
    page(composer, air)


def _used(things: list[Flowable]) -> float:
    """Points of the page that is being filled, with the space below the last thing."""
    last = max((index for index, thing in enumerate(things) if isinstance(thing, PageBreak)), default=-1)
    own = things[last + 1 :]
    return stack_height(own, WIDTH) + own[-1].getSpaceAfter() if own else 0.0


def heading(composer: Composer, text: str, air: Air) -> None:
    """A heading of the second level, set as the page is."""
    composer.gap(air.gap)
    composer.heading(text)
    composer.things[-1].spaceBefore = 0  # a page may end before a heading: there, both spaces would count
    composer.things[-1].spaceAfter = min(5.0, air.gap / 2)


def sized(style: Style, size: float) -> Style:
    """The same in another size, its lines as far apart in proportion; never too small to be read."""
    size = max(size, LEAST)
    leading = style.block.leading * size / style.look.size
    return Style(replace(style.look, size=size), replace(style.block, leading=leading))
