"""Builds the story: each call declares a structure element and the thing that draws it, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from reportlab.platypus.flowables import CondPageBreak, Flowable, PageBreak

from maturity.charts.pdf import Drawing, Fonts
from maturity.charts.picture import Picture
from maturity.report import fonts
from maturity.report.styles import (
    ACCENT,
    BODY,
    CELL,
    GRID,
    HEAD_CELL,
    HEADINGS,
    ITEM,
    MUTED,
    PAGE,
    PALE,
    SMALL,
    WIDTH,
    Style,
)  # fmt: skip
from maturity.report.tagging.figure import Figure
from maturity.report.tagging.flow import Drawn
from maturity.report.tagging.stack import Columns, Ground, Panel
from maturity.report.tagging.structure import Element, Tag
from maturity.report.tagging.table import Grid, Row, Table
from maturity.report.tagging.text import Text
from maturity.report.words import Gate, Said

Cell = Said | list[tuple[Style, Said]]  # a list: several paragraphs, each in its style


@dataclass
class Composer:
    """The story so far. ``parent``: the element that what comes next belongs to."""

    gate: Gate
    root: Element
    things: list[Flowable] = field(default_factory=list)
    headings: int = 0

    def __post_init__(self) -> None:
        self.parent = self.root

    def story(self) -> list[Flowable]:
        """Everything, with the page breaks that keep headings beside what they head.

        ReportLab's own keepWithNext would move a whole table to the next page with its heading.
        """
        things: list[Flowable] = []
        run: list[Drawn] = []
        for thing in self.things:
            if isinstance(thing, Drawn):
                run.append(thing)
                if thing.keepWithNext:
                    continue
                if len(run) > 1:
                    things.append(CondPageBreak(_least(run)))
            things.extend(run or [thing])
            if not isinstance(thing, Drawn) and run:
                things.append(thing)
            run = []
        for thing in things:
            thing.keepWithNext = 0
        return [*things, *run]

    # -- text -------------------------------------------------------------------------------------------------

    def text(self, said: Said, style: Style = BODY, tag: Tag = "P") -> None:
        """A paragraph."""
        self.things.append(Text(self.gate.spans(said, style.look), style.block, self.parent.add(tag)))

    def chapter(self, title: str, key: str, *, room: float = PAGE[1]) -> None:
        """A new part with its heading: on a new page unless ``room`` is left on this one, in points."""
        if room < PAGE[1]:
            self.gap(34)
            self.need(room)
        elif self.things:
            self.things.append(PageBreak())
        self.parent = self.root.add("Sect")
        self.heading(title, 1, key)

    def heading(self, title: Said, level: int = 2, key: str = "", *, look: int = 0) -> None:
        """A heading; it never stands alone at the foot of a page. ``look``: that of another level."""
        self.headings += 1
        style, tags = HEADINGS[look or level], {1: "H1", 2: "H2", 3: "H3"}
        outline = (level, key or f"h{self.headings}") if level < 3 else None
        element = self.parent.add(tags[level])  # type: ignore[arg-type]
        self.things.append(Text(self.gate.spans(title, style.look), style.block, element, outline=outline))

    def items(self, lines: Sequence[Said], style: Style = ITEM, sign: str = "•") -> None:
        """A list. ISO 32000-1, 14.8.4.3.3: L, LI, Lbl, LBody."""
        numbering = {"O": "/List", "ListNumbering": "/Disc"}
        whole = self.parent.add("L", attributes=numbering)
        for index, line in enumerate(lines):
            # Short lists stay whole; of a long one, no item is left alone.
            near = index < len(lines) - 1 and (len(lines) < 5 or index in (0, len(lines) - 2))
            item = whole.add("LI")
            label = (self.gate.spans(sign, style.coloured(ACCENT).look), item.add("Lbl"))
            body = item.add("LBody")
            block = replace(style.block, keep_with_next=near)
            self.things.append(Text(self.gate.spans(line, style.look), block, body, label=label))
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
        outer, self.things = self.things, []
        yield
        inside = [thing for thing in self.things if not isinstance(thing, CondPageBreak)]
        outer.append(Panel(inside, Ground(fill, rule, 12), before=4, after=after))
        self.things = outer

    def columns(self, stacks: Sequence[Sequence[Flowable]], ground: Ground, *, after: float = 10) -> None:
        """Stacks side by side, made with `stack`."""
        self.things.append(Columns(stacks, ground, after=after))

    @contextmanager
    def stack(self) -> Iterator[list[Flowable]]:
        """Collects what is said inside; the list is for `columns`."""
        outer, self.things = self.things, []
        collected: list[Flowable] = []
        yield collected
        collected.extend(thing for thing in self.things if not isinstance(thing, CondPageBreak))
        self.things = outer

    # -- pictures and tables ----------------------------------------------------------------------------------

    def picture(self, picture: Picture, *, after: float = 10) -> None:
        """A chart with its text alternative."""
        drawing = Drawing(picture.scene, Fonts(fonts.REGULAR, fonts.BOLD), self.gate.drawable)
        element = self.parent.add("Figure", alt=self.gate.plain(picture.alt))
        size = (drawing.width, drawing.height)
        self.things.append(Figure(lambda canvas: drawing.drawOn(canvas, 0, 0), size, element, before=4, after=after))

    def columns_of_facts(self, facts: Sequence[tuple[str, Said]]) -> None:
        """Pairs of a name and a fact, as a table without a head."""
        grid = Grid(_widths((24, 76)), pad=3, rule=GRID)
        body = self.parent.add("Table").add("TBody")
        rows = []
        for name, fact in facts:
            element = body.add("TR")
            scope = {"O": "/Table", "Scope": "/Row"}
            head = self._line(HEAD_CELL, name, element.add("TH", attributes=scope), right=False)
            rows.append(Row([[head], [self._line(CELL, fact, element.add("TD"), right=False)]]))
        self.things.append(Table(rows, grid, after=6))

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
        grid = Grid(_widths(columns), pad=4, head_rule=MUTED, rule=GRID)
        whole = self.parent.add("Table")
        if caption:
            style = SMALL.but(keep_with_next=True)
            self.things.append(Text(self.gate.spans(caption, style.look), style.block, whole.add("Caption")))
        made = [self._row(whole.add("THead").add("TR"), headers, right, head=True)]
        body = whole.add("TBody")
        made += [self._row(body.add("TR"), row, right, head=False) for row in rows]
        self.things.append(Table(made, grid, after=12))

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
            made.append([self._line(style, said, inside, right=index in right) for style, said in lines])
        return Row(made, head=head)

    def _line(self, style: Style, said: Said, element: Element, *, right: bool) -> Text:
        placed = style.but(align="right") if right else style
        return Text(self.gate.spans(said, placed.look), placed.block, element.add("P"))


def _least(run: Sequence[Drawn]) -> float:
    """Height of headings and of the least of what follows them, with the space between."""
    height = run[0].getSpaceBefore()
    for index, thing in enumerate(run):
        whole = thing.wrap(WIDTH, 1e6)[1]
        height += whole if index < len(run) - 1 else thing.least
        if index:
            height += max(run[index - 1].getSpaceAfter(), thing.getSpaceBefore())
    return height


def _widths(shares: Sequence[float]) -> tuple[float, ...]:
    room = WIDTH - Grid((0,)).gap * (len(shares) - 1)
    return tuple(room * share / sum(shares) for share in shares)
