"""Where a page may end: what belongs together begins on one page, and no page is left half empty for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maturity.report.tagging.flow import CondPageBreak, Drawn, Flowable
from maturity.report.tagging.stack import stack_height
from maturity.report.tagging.text import Text

_OPENING = 4  # texts before a chapter's first picture: more are pages of their own
LARGEST_GAP = 0.4  # of a page: more white than this at its foot is worse than a block in two parts


class Room(CondPageBreak):
    """Ends the page unless ``wanted`` points are left; with more than ``spare`` left, ``needed`` are enough."""

    def __init__(self, wanted: float, needed: float, spare: float) -> None:
        super().__init__(wanted)
        self.wanted, self.needed, self.spare = wanted, needed, spare

    def ends_page(self, room: float) -> bool:
        """Whether this much room is too little."""
        return room < (self.needed if room > self.spare else self.wanted)


def with_breaks(things: Sequence[Flowable], width: float, room: float) -> list[Flowable]:
    """The story, with a `Room` before each run of things that must begin together.

    ReportLab's own keepWithNext would move a whole table to the next page with its heading.

    Args:
        things: in reading order; what is not `Drawn` (page breaks) ends a run.
        width: of the frame, points.
        room: height of the frame, points.
    """
    found: list[Flowable] = []
    for run in _runs(things, width, bound=True):
        found += _guarded(run, width, room)
    for thing in found:
        thing.keepWithNext = 0
    return found


def _guarded(run: Sequence[Flowable], width: float, room: float) -> list[Flowable]:
    """The run after its condition; where it may have to be broken, its parts have conditions of their own."""
    if not all(isinstance(thing, Drawn) for thing in run):
        return list(run)
    if len(run) == 1 and not run[0].whole:  # type: ignore[attr-defined]
        return list(run)
    parts = list(_runs(run, width, bound=False))
    needed = min(_least(parts[0], width, whole=False), room)
    wanted = _least(run, width, whole=True)
    if wanted > room:
        wanted = needed
    inside: list[Flowable] = []
    for index, part in enumerate(parts):
        least = min(_least(part, width, whole=False), room)
        inside += [*([Room(least, least, 0)] if index and len(part) > 1 else []), *part]
    return [Room(wanted, needed, LARGEST_GAP * room), *inside]


def _runs(things: Sequence[Flowable], width: float, *, bound: bool) -> Iterator[list[Flowable]]:
    """Things that begin on one page: headings with what they head.

    ``bound``: also what was said to be one whole, and the opening of a chapter down to its first picture.
    """
    run: list[Flowable] = []
    for thing in things:
        if not isinstance(thing, Drawn):
            if run:
                yield run
            yield [thing]
            run = []
            continue
        run.append(thing)
        if thing.keepWithNext or (bound and (thing.bound or _opening(run))) or _single(run, width):
            continue
        yield run
        run = []
    if run:
        yield run


def _opening(run: Sequence[Flowable]) -> bool:
    """Whether this is the beginning of a chapter, still without a picture."""
    texts = [thing for thing in run if isinstance(thing, Text)]
    outline = texts[0].outline if texts else None
    return len(texts) == len(run) <= _OPENING and outline is not None and outline[0] == 1


def _single(run: Sequence[Flowable], width: float) -> bool:
    """Whether one line of text is all below a heading: too little to stand at the foot of a page."""
    below = [thing for thing in run if not _heading(thing)]
    lines = [thing.wrap(width, 1e6)[1] / thing.block.leading for thing in below if isinstance(thing, Text)]
    return len(below) < len(run) and 0 < len(lines) == len(below) and sum(lines) < 2


def _heading(thing: Flowable) -> bool:
    return isinstance(thing, Text) and thing.element is not None and thing.element.tag.startswith("H")


def _least(run: Sequence[Flowable], width: float, *, whole: bool) -> float:
    """Height of a run: all but its last thing, and of that the least that may stand at the foot of a page."""
    last = run[-1]
    height = run[0].getSpaceBefore() + stack_height(run, width)
    if isinstance(last, Drawn) and not (whole and last.whole):
        height -= last.height - last.least
    return height
