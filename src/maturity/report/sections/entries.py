"""Tables for narrow columns: what heads a row stands above what it says, and both are cells for whoever listens."""

from __future__ import annotations

from collections.abc import Sequence

from maturity.report.composer import Composer
from maturity.report.fonts import REGULAR
from maturity.report.styles import INK, Style
from maturity.report.tagging.spans import Look
from maturity.report.tagging.structure import Element
from maturity.report.tagging.text import Block, Text
from maturity.report.words import Said

Line = tuple[Style, Said]
Entry = tuple[Line, Sequence[Line]]  # what heads the row; the paragraphs of its one cell

QUESTION = Style(Look(REGULAR, 8, INK), Block(9.3, after=0.5))
ANSWER = Style(Look(REGULAR, 8.1, INK), Block(10, after=3))


def table(composer: Composer, rows: Sequence[Entry]) -> None:
    """Rows of a head and one cell. ISO 14289-1, 7.5: each head says that it heads its row.

    The lines of a row are bound to one another where they are short; a long note flows on over columns and pages.
    """
    body = composer.parent.add("Table").add("TBody")
    for head, cell in rows:
        row = body.add("TR")
        _line(composer, head, row.add("TH", attributes={"O": "/Table", "Scope": "/Row"}), bound=True)
        inside = row.add("TD")
        for index, line in enumerate(cell):
            _line(composer, line, inside, bound=index < len(cell) - 1)


def _line(composer: Composer, line: Line, cell: Element, *, bound: bool) -> None:
    style, said = line
    placed = style.but(keep_with_next=bound)
    composer.things.append(Text(composer.gate.spans(said, placed.look), placed.block, cell.add("P")))
