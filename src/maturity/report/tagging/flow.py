"""What everything that is placed on a page has in common."""

from __future__ import annotations

from typing import cast

from reportlab.platypus.flowables import Flowable

from maturity.report.tagging.canvas import TaggedCanvas


class Drawn(Flowable):
    """A flowable that fills its frame's width and draws on a `TaggedCanvas`. Lengths in points.

    ``before`` and ``after``: space to its neighbours (the larger of two counts). ``bound``: stays on the page of what
    comes next, ``whole``: is not split, both as long as no page is left half empty for it.
    """

    _fixed_width = 1
    spaceBefore: float  # noqa: N815 - ReportLab's names
    spaceAfter: float  # noqa: N815
    keepWithNext: bool | int  # noqa: N815

    def __init__(self, before: float = 0, after: float = 0) -> None:
        super().__init__()
        self.spaceBefore, self.spaceAfter = before, after
        self.keepWithNext = False
        self.bound = self.whole = False

    @property
    def least(self) -> float:
        """The least of it that may stand at the foot of a page, once wrapped: all, for what does not split."""
        return float(self.height)

    @property
    def canvas(self) -> TaggedCanvas:
        """The canvas that ReportLab draws this on."""
        return cast("TaggedCanvas", self.canv)
