"""A paragraph: breaks its spans into lines, draws each under the right element, splits over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from maturity.report.tagging.canvas import TaggedCanvas
from maturity.report.tagging.flow import Drawn, Flowable
from maturity.report.tagging.spans import Line, Span, break_lines, width
from maturity.report.tagging.structure import Element
from maturity.report.tagging.writing import Run


@dataclass(frozen=True)
class Block:
    """How a paragraph stands: distances in points. ``leading``: from baseline to baseline.

    ``hang``: how far the first line begins to the left of the others.
    """

    leading: float
    before: float = 0
    after: float = 0
    indent: float = 0
    hang: float = 0
    align: Literal["left", "right", "centre"] = "left"
    keep_with_next: bool = False


class Text(Drawn):
    """One paragraph, one element. Links become Link elements below it, declared at once.

    Args:
        spans: what is written.
        block: how it stands.
        element: whose content it is; None makes an artifact.
        label: of a list item, drawn in the indent; with the element it belongs to.
        outline: heading level and key: an entry in the bookmarks, and the place that ``#key`` leads to.
    """

    moves = True

    def __init__(
        self,
        spans: Sequence[Span],
        block: Block,
        element: Element | None,
        *,
        label: tuple[Sequence[Span], Element] | None = None,
        outline: tuple[int, str] | None = None,
    ) -> None:
        super().__init__(block.before, block.after)
        self.spans, self.block, self.element, self.label, self.outline = tuple(spans), block, element, label, outline
        self.keepWithNext = block.keep_with_next
        self.lines: list[Line] = []
        self._hang = block.hang
        self._broken_at = -1.0
        # ISO 14289-1, 7.18.5: a link has its own element, in its place in the text (so it joins it when drawn).
        links = dict.fromkeys(span.link for span in self.spans if span.link) if element else {}
        self._links = {link: Element("Link", element) for link in links} if element else {}

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(span.text for span in self.spans)

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Break for this width; (width, height) in points."""
        if self._broken_at != available:
            self.lines, self._broken_at = break_lines(self.spans, available - self.block.indent), available
        self.width, self.height = available, len(self.lines) * self.block.leading
        return available, self.height

    @property
    def least(self) -> float:
        """Two lines; three when there are no more."""
        return min(len(self.lines), 2 if len(self.lines) > 3 else 3) * self.block.leading

    def split(self, available: float, height: float) -> list[Flowable]:
        """Two parts, with no line left alone on either side; nothing when that cannot be."""
        self.wrap(available, height)
        fits = int((height + 0.01) // self.block.leading)
        if fits >= len(self.lines):
            return [self]
        fits = min(fits, len(self.lines) - 2)
        if fits < min(2, len(self.lines)):
            return []
        return [self._part(self.lines[:fits], first=True), self._part(self.lines[fits:], first=False)]

    def _part(self, lines: list[Line], *, first: bool) -> Text:
        part = Text((), self.block, None, label=self.label if first else None, outline=self.outline if first else None)
        part.element, part._links, part.lines, part._broken_at = self.element, self._links, lines, self._broken_at
        part._hang = self._hang if first else 0.0
        part.spaceBefore = self.spaceBefore if first else 0
        part.spaceAfter = 0 if first else self.spaceAfter
        return part

    def draw(self) -> None:
        """Draw on the canvas, from the origin."""
        canvas, (left, low) = self.canvas, self.origin
        top = low + self.height - self.ascent
        if self.outline:
            self._bookmark(canvas, *self.outline)
        if self.label and self.element:
            spans, owner = self.label
            with canvas.tag(owner):
                canvas.write([(left, top, spans)])
        runs: list[Run] = []
        for number, line in enumerate(self.lines):
            x = left + self.block.indent + self._shift(line) - (0 if number else self._hang)
            runs.append((x, top - number * self.block.leading, line.spans))
        self._draw_runs(canvas, runs)

    @property
    def ascent(self) -> float:
        """From the top of a line to its baseline, so that letters stand in the middle of the line's height."""
        spans = self.spans or (self.lines[0].spans if self.lines else ())
        size = max((span.look.size for span in spans), default=10)
        return (self.block.leading - size) / 2 + 0.76 * size

    def _shift(self, line: Line) -> float:
        room = self.width - self.block.indent
        trailing = line.spans[-1].text if line.spans else ""
        used = line.width - (0 if not trailing.endswith(" ") else _trailing(line))
        return {"left": 0.0, "right": room - used, "centre": (room - used) / 2}[self.block.align]

    def _draw_runs(self, canvas: TaggedCanvas, runs: Sequence[Run]) -> None:
        """Consecutive lines without a link are one sequence; each stretch of a link is one of its own."""
        waiting: list[Run] = []
        for left, y, spans in runs:
            x = left
            if not any(span.link for span in spans):
                waiting.append((x, y, spans))
                continue
            for span in spans:
                if span.link:
                    self._flush(canvas, waiting)
                    waiting = []
                    self._draw_link(canvas, y, x, span)
                else:
                    waiting.append((x, y, [span]))
                x += width(span.text, span.look)
        self._flush(canvas, waiting)

    def _flush(self, canvas: TaggedCanvas, runs: Sequence[Run]) -> None:
        if runs and self.element:
            with canvas.tag(self.element):
                canvas.write(runs)
        elif runs:
            canvas.write(runs)

    def _draw_link(self, canvas: TaggedCanvas, y: float, x: float, span: Span) -> None:
        if self.element is None:
            raise ValueError("a link outside the tagged text")
        owner = self._links[span.link].placed()
        with canvas.tag(owner):
            canvas.write([(x, y, [span])])
        below = 0.25 * span.look.size
        box = (x, y - below, x + width(span.text, span.look), y + span.look.size)
        canvas.link(owner, span.link, span.contents or span.text.strip(), box)

    def _bookmark(self, canvas: TaggedCanvas, level: int, key: str) -> None:
        # ISO 14289-1, 7.17 and ISO 32000-1, 12.3.3: an outline that follows the headings.
        canvas.bookmarkHorizontal(key, self.origin[0], self.origin[1] + self.height + 6)
        canvas.addOutlineEntry(self.plain, key, level - 1, closed=level > 1)


def _trailing(line: Line) -> float:
    """Width of the spaces that end a line."""
    end = line.spans[-1]
    return width(end.text, end.look) - width(end.text.rstrip(" "), end.look)
