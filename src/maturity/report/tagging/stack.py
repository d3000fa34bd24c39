"""Things one below the other in a box: the inside of table cells and panels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from reportlab.lib.colors import HexColor

from maturity.report.tagging.canvas import TaggedCanvas
from maturity.report.tagging.flow import Drawn, Flowable

_TALLEST = 620.0  # points: what is higher may find no page that holds it


def gap_between(upper: Flowable, lower: Flowable) -> float:
    """Points of white between two things: the larger of their distances."""
    return float(max(upper.getSpaceAfter(), lower.getSpaceBefore()))


def stack_height(things: Sequence[Flowable], width: float) -> float:
    """Height of the stack in points, without the space before the first and after the last."""
    height = 0.0
    for index, thing in enumerate(things):
        height += thing.wrap(width, 1e6)[1]
        if index:
            height += gap_between(things[index - 1], thing)
    return height


def split_stack(
    things: Sequence[Flowable], width: float, height: float, *, forced: bool = True
) -> tuple[list[Flowable], list[Flowable]]:
    """What fits in this height, and the rest (a thing that can be split is; a heading goes with what it heads).

    ``forced``: rather part what belongs together than place nothing.
    """
    used = 0.0
    for index, thing in enumerate(things):
        gap = gap_between(things[index - 1], thing) if index else 0.0
        own = thing.wrap(width, 1e6)[1]
        if used + gap + own <= height + 0.01:
            used += gap + own
            continue
        parts = [] if isinstance(thing, Drawn) and thing.whole and index else thing.split(width, height - used - gap)
        if len(parts) > 1:
            return [*things[:index], parts[0]], [*parts[1:], *things[index + 1 :]]
        kept = index
        while kept and _tied(things[kept - 1]):
            kept -= 1
        kept = kept or (index if forced else 0)
        return list(things[:kept]), list(things[kept:])
    return list(things), []


def _tied(thing: Flowable) -> bool:
    return bool(thing.keepWithNext) or (isinstance(thing, Drawn) and thing.bound)


def draw_stack(canvas: TaggedCanvas, things: Sequence[Flowable], x: float, top: float, width: float) -> None:
    """Draw the stack downwards from ``top``."""
    y = top
    for index, thing in enumerate(things):
        if index:
            y -= gap_between(things[index - 1], thing)
        y -= thing.wrap(width, 1e6)[1]
        thing.drawOn(canvas, x, y)


@dataclass(frozen=True)
class Ground:
    """What a panel stands on: colours ``#rrggbb``, ``padding`` in points on all sides."""

    fill: str | None
    rule: str | None = None
    padding: float = 10


class Panel(Drawn):
    """A stack on a tinted ground, with an optional rule along its left side; on one page if it can be."""

    def __init__(
        self,
        things: Sequence[Flowable],
        ground: Ground,
        *,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__(before, after)
        self.things, self.ground = list(things), ground

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """(width, height) in points."""
        self.width = available
        self.height = stack_height(self.things, available - 2 * self.ground.padding) + 2 * self.ground.padding
        return available, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Whole on the next page, unless more than a third of it fits here."""
        self.wrap(available, height)
        if height < max(120.0, self.height / 3):
            return []
        first, rest = split_stack(self.things, available - 2 * self.ground.padding, height - 2 * self.ground.padding)
        if not first or not rest:
            return []
        return [Panel(first, self.ground, before=self.spaceBefore), Panel(rest, self.ground, after=self.spaceAfter)]

    def draw(self) -> None:
        """The ground, then the stack."""
        canvas = self.canvas
        if self.ground.fill:
            canvas.setFillColor(HexColor(self.ground.fill))
            canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        if self.ground.rule:
            canvas.setFillColor(HexColor(self.ground.rule))
            canvas.rect(0, 0, 3, self.height, stroke=0, fill=1)
        draw_stack(
            canvas,
            self.things,
            self.ground.padding,
            self.height - self.ground.padding,
            self.width - 2 * self.ground.padding,
        )


def column_widths(shares: Sequence[float], gap: float, width: float) -> tuple[float, ...]:
    """Widths in points of columns of these shares, ``gap`` points apart."""
    room = width - gap * (len(shares) - 1)
    return tuple(room * share / fsum(shares) for share in shares)


class Columns(Drawn):
    """Stacks side by side (not a table: read one after the other), each on its own ground, all equally high.

    ``shares``: of the width; equal without them.
    """

    def __init__(
        self,
        stacks: Sequence[Sequence[Flowable]],
        ground: Ground,
        *,
        shares: Sequence[float] | None = None,
        gap: float = 12,
        after: float = 0,
    ) -> None:
        super().__init__(0, after)
        self.stacks, self.ground, self.gap = [list(stack) for stack in stacks], ground, gap
        self.shares = shares or (1.0,) * len(self.stacks)

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """(width, height) in points."""
        self.width, padding = available, 2 * self.ground.padding
        self.widths = column_widths(self.shares, self.gap, available)
        heights = [stack_height(stack, width - padding) for stack, width in zip(self.stacks, self.widths, strict=True)]
        self.height = max(heights) + padding
        return available, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Whole on the next page; what is taller than any page goes on there, each stack below its own beginning."""
        self.wrap(available, height)
        if self.height < _TALLEST or height < _TALLEST / 2:
            return []
        padding = 2 * self.ground.padding
        halves = [
            split_stack(stack, width - padding, height - padding)
            for stack, width in zip(self.stacks, self.widths, strict=True)
        ]
        if not any(first for first, _ in halves):
            return []
        upper, lower = (
            Columns([half[part] for half in halves], self.ground, shares=self.shares, gap=self.gap) for part in (0, 1)
        )
        lower.spaceAfter = self.spaceAfter
        return [upper, lower]

    def draw(self) -> None:
        """The grounds, then the stacks."""
        canvas, padding, x = self.canvas, self.ground.padding, 0.0
        for stack, width in zip(self.stacks, self.widths, strict=True):
            if self.ground.fill:
                canvas.setFillColor(HexColor(self.ground.fill))
                canvas.rect(x, 0, width, self.height, stroke=0, fill=1)
            if self.ground.rule:
                canvas.setFillColor(HexColor(self.ground.rule))
                canvas.rect(x, self.height - 3, width, 3, stroke=0, fill=1)
            draw_stack(canvas, stack, x + padding, self.height - padding, width - 2 * padding)
            x += width + self.gap
