"""What everything that is placed on a page has in common. Lengths in points."""

from __future__ import annotations

from collections.abc import Sequence

from maturity.report.tagging.canvas import TaggedCanvas


class Flowable:
    """Something in the stream of a story. The names are those of ReportLab's own, whose place it takes.

    ReportLab's are not used: with their markup parser, tables and page templates they cost 3 MB and 40 ms, unused.
    """

    width = height = 0.0
    spaceBefore = spaceAfter = 0.0  # noqa: N815
    keepWithNext: bool | int = False  # noqa: N815
    canvas: TaggedCanvas  # while it is drawn
    origin = (0.0, 0.0)  # of what ``moves`` itself, on the canvas
    moves = False  # draws from its origin, which spares putting the canvas there and back

    def getSpaceBefore(self) -> float:  # noqa: N802
        """White above it, except at the top of a page."""
        return self.spaceBefore

    def getSpaceAfter(self) -> float:  # noqa: N802
        """White below it; of two neighbours the larger counts."""
        return self.spaceAfter

    def wrap(self, _available: float, _height: float) -> tuple[float, float]:
        """(width, height) in this much room."""
        return self.width, self.height

    def split(self, _available: float, _height: float) -> Sequence[Flowable]:
        """What fits in this height, then the rest; nothing where it cannot be parted."""
        return []

    def draw(self) -> None:
        """Draw on ``canvas``, at its origin or, for what ``moves``, at one's own."""

    def drawOn(self, canvas: TaggedCanvas, x: float, y: float) -> None:  # noqa: N802
        """Draw with the lower left corner at (x, y)."""
        self.canvas = canvas
        if self.moves:
            self.origin = (x, y)
            self.draw()
        else:
            canvas.saveState()
            canvas.translate(x, y)
            self.draw()
            canvas.restoreState()
        del self.canvas  # holds the whole file


class PageBreak(Flowable):
    """What comes next begins a page."""


class CondPageBreak(Flowable):
    """What comes next begins a page unless ``least`` points are left on this one."""

    def __init__(self, least: float) -> None:
        self.least = least

    def ends_page(self, room: float) -> bool:
        """Whether this much room is too little."""
        return room < self.least


class Drawn(Flowable):
    """A flowable that fills its frame's width.

    ``before`` and ``after``: space to its neighbours (the larger of two counts). ``bound``: stays on the page of what
    comes next, ``whole``: is not split, both as long as no page is left half empty for it.
    """

    def __init__(self, before: float = 0, after: float = 0) -> None:
        self.spaceBefore, self.spaceAfter = before, after
        self.bound = self.whole = False

    @property
    def least(self) -> float:
        """The least of it that may stand at the foot of a page, once wrapped: all, for what does not split."""
        return float(self.height)


class Space(Drawn):
    """White of a fixed height, also at the top of a page."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height
