"""Builds the story: each call declares a structure element and the thing that draws it, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from maturity.charts.pdf import Drawing, Fonts
from maturity.charts.picture import Picture
from maturity.report import fonts
from maturity.report.styles import (
    ACCENT,
    BODY,
    CELL,
    FINDING,
    GRID,
    HEAD_CELL,
    HEADINGS,
    ITEM,
    MUTED,
    PAGE,
    PALE,
    ROOM,
    SMALL,
    WIDTH,
    Style,
)  # fmt: skip
from maturity.report.tagging.breaks import with_breaks
from maturity.report.tagging.figure import Figure
from maturity.report.tagging.flow import CondPageBreak, Drawn, Flowable, PageBreak
from maturity.report.tagging.newspaper import Newspaper
from maturity.report.tagging.stack import Columns, Ground, Panel, column_widths
from maturity.report.tagging.structure import Element, Tag
from maturity.report.tagging.table import Grid, Row, Table
from maturity.report.tagging.text import Text
from maturity.report.words import Gate, Said

GAP = 12.0  # points between columns
_PADDING = 12.0  # points around what stands on a panel

Cell = Said | list[tuple[Style, Said]]  # a list: several paragraphs, each in its style


@dataclass
class Composer:
    """The story so far. ``parent``: the element that what comes next belongs to."""

    gate: Gate
    root: Element
    things: list[Flowable] = field(default_factory=list)
    headings: int = 0
    width: float = WIDTH  # points: of the page, or of the column that is being filled

    def __post_init__(self) -> None:
        self.parent = self.root

    def story(self) -> list[Flowable]:
        """Everything, with the page breaks that keep headings beside what they head."""
        return with_breaks(self.things, WIDTH, ROOM)

    # -- text -------------------------------------------------------------------------------------------------

    def text(self, said: Said, style: Style = BODY, tag: Tag = "P") -> None:
        """A paragraph."""
        self.things.append(Text(self.gate.spans(said, style.look), style.block, self.parent.add(tag)))

    def chapter(self, title: str, key: str, *, room: float = PAGE[1]) -> None:
        """A new part with its heading: on a new page unless ``room`` is left on this one, in points."""
        if room < PAGE[1]:
            self.gap(19)
            self.need(room)
        elif self.things:
            self.things.append(PageBreak())
        self.parent = self.root.add("Sect")
        self.heading(title, 1, key)

    def finding(self, said: Said) -> None:
        """What a chapter says, in one sentence: whoever reads headings and findings alone has read the report."""
        self.text(said, FINDING)

    def heading(self, title: Said, level: int = 2, key: str = "", *, look: int = 0) -> None:
        """A heading; it never stands alone at the foot of a page. ``look``: that of another level."""
        self.headings += 1
        style, tags = HEADINGS[look or level], {1: "H1", 2: "H2", 3: "H3"}
        outline = (level, key or f"h{self.headings}") if level < 3 else None
        element = self.parent.add(tags[level])  # type: ignore[arg-type]
        self.things.append(Text(self.gate.spans(title, style.look), style.block, element, outline=outline))

    def items(self, lines: Sequence[Said], style: Style = ITEM, sign: str = "•", *, whole: bool = False) -> None:
        """A list. ISO 32000-1, 14.8.4.3.3: L, LI, Lbl, LBody. ``whole``: no item is parted by a column's end."""
        numbering = {"O": "/List", "ListNumbering": "/Disc"}
        listed = self.parent.add("L", attributes=numbering)
        for index, line in enumerate(lines):
            # Short lists stay whole; of a long one, no item is left alone.
            near = index < len(lines) - 1 and (len(lines) < 5 or index in (0, len(lines) - 2))
            item = listed.add("LI")
            label = (self.gate.spans(sign, style.coloured(ACCENT).look), item.add("Lbl"))
            body = item.add("LBody")
            block = replace(style.block, keep_with_next=near)
            text = Text(self.gate.spans(line, style.look), block, body, label=label)
            text.whole = whole
            self.things.append(text)
        self.gap(4)

    # -- room -------------------------------------------------------------------------------------------------

    def gap(self, points: float) -> None:
        """White space below the last thing."""
        if self.things:
            last = self.things[-1]
            last.spaceAfter = max(last.getSpaceAfter(), points)

    def need(self, points: float) -> None:
        """Go to the next page unless this much room is left."""
        self.things.append(CondPageBreak(points))

    @contextmanager
    def panel(self, *, rule: str | None = ACCENT, fill: str | None = PALE, after: float = 10) -> Iterator[None]:
        """What is said inside stands on a tinted ground."""
        with self._aside(self.width - 2 * _PADDING) as inside:
            yield
        self.things.append(Panel(inside, Ground(fill, rule, _PADDING), before=4, after=after))

    def columns(
        self,
        stacks: Sequence[Sequence[Flowable]],
        ground: Ground,
        *,
        shares: Sequence[float] | None = None,
        gap: float = GAP,
        after: float = 10,
    ) -> None:
        """Stacks side by side, made with `stack`; ``shares`` of the width, ``gap`` points apart."""
        self.things.append(Columns(stacks, ground, shares=shares, gap=gap, after=after))

    def width_of(self, shares: Sequence[float], index: int, *, gap: float = GAP) -> float:
        """Points of room in one of `columns`, for a picture made to measure."""
        return column_widths(shares, gap, self.width)[index]

    @contextmanager
    def stack(self, width: float | None = None) -> Iterator[list[Flowable]]:
        """Collects what is said inside; the list is for `columns`. ``width``: theirs, for tables inside."""
        collected: list[Flowable] = []
        with self._aside(width or self.width) as things:
            yield collected
        collected.extend(things)

    @contextmanager
    def newspaper(self, count: int = 2, *, gap: float = 20, after: float = 10) -> Iterator[None]:
        """What is said inside stands in balanced columns that flow over pages, read one after the other."""
        with self._aside(column_widths((1,) * count, gap, self.width)[0]) as things:
            yield
        if len(things) == 1:  # one paragraph is read across
            self.things += things
        elif things:
            self.things.append(Newspaper(things, count, gap=gap, before=4, after=after))

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is said inside stays on one page, if it fits one and leaves no half-empty page before it."""
        with self._aside(self.width) as things:
            yield
        for index, thing in enumerate(things):
            if isinstance(thing, Drawn):
                thing.bound, thing.whole = index < len(things) - 1, True
        self.things += things

    @contextmanager
    def _aside(self, width: float) -> Iterator[list[Flowable]]:
        """The things said inside, which are not yet part of the story; no page ends among them."""
        outer, outer_width = self.things, self.width
        self.things, self.width, inside = [], width, list[Flowable]()
        yield inside
        inside.extend(thing for thing in self.things if not isinstance(thing, CondPageBreak))
        self.things, self.width = outer, outer_width

    # -- pictures and tables ----------------------------------------------------------------------------------

    def picture(self, picture: Picture, *, after: float = 10) -> None:
        """A chart with its text alternative."""
        drawing = Drawing(picture.scene, Fonts(fonts.REGULAR, fonts.BOLD), self.gate.drawable)
        element = self.parent.add("Figure", alt=self.gate.plain(picture.alt))
        size = (drawing.width, drawing.height)
        self.things.append(Figure(lambda canvas: drawing.drawOn(canvas, 0, 0), size, element, before=4, after=after))

    def table(
        self,
        headers: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        columns: Sequence[float],
        *,
        right: Sequence[int] = (),
        caption: str = "",
    ) -> None:
        """A table whose first column heads its rows. ``columns``: shares of the width; ``right``: aligned right."""
        grid = Grid(self._cells(columns), pad=4, head_rule=MUTED, rule=GRID)
        whole = self.parent.add("Table")
        if caption:
            style = SMALL.but(keep_with_next=True)
            self.things.append(Text(self.gate.spans(caption, style.look), style.block, whole.add("Caption")))
        made = [self._row(whole.add("THead").add("TR"), headers, right, head=True)]
        body = whole.add("TBody")
        made += [self._row(body.add("TR"), row, right, head=False) for row in rows]
        self.things.append(Table(made, grid, after=12))

    def _cells(self, shares: Sequence[float]) -> tuple[float, ...]:
        return column_widths(shares, Grid((0,)).gap, self.width)

    def _row(self, element: Element, cells: Sequence[Cell], right: Sequence[int], *, head: bool) -> Row:
        made: list[Sequence[Flowable]] = []
        for index, cell in enumerate(cells):
            # ISO 14289-1, 7.5: header cells say whether they head a column or a row.
            if head or index == 0:
                scope = {"O": "/Table", "Scope": "/Column" if head else "/Row"}
                inside = element.add("TH", attributes=scope, empty_counts=True)
            else:
                inside = element.add("TD", empty_counts=True)
            lines = cell if isinstance(cell, list) else [(HEAD_CELL if head else CELL, cell)]
            # A paragraph alone in its cell needs no element of its own: a third fewer of them in all.
            owners = [inside] if len(lines) == 1 else [inside.add("P") for _ in lines]
            made.append(
                [
                    self._line(style, said, owner, right=index in right)
                    for (style, said), owner in zip(lines, owners, strict=True)
                ]
            )
        return Row(made, head=head)

    def _line(self, style: Style, said: Said, element: Element, *, right: bool) -> Text:
        placed = style.but(align="right") if right else style
        return Text(self.gate.spans(said, placed.look), placed.block, element)
