"""The same story as Typst source: headings, paragraphs, lists, tables, columns, and the same charts as SVG.

Only for measuring: what another program, written in Rust, needs for the same content and the same promise (PDF/UA-1).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from maturity.charts import svg
from maturity.charts.picture import Picture
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections.order import full_report
from maturity.report.styles import BOTTOM, LEFT, PAGE, TOP
from maturity.report.tagging.contents import Entry
from maturity.report.tagging.figure import Figure
from maturity.report.tagging.flow import Flowable, PageBreak
from maturity.report.tagging.newspaper import Newspaper
from maturity.report.tagging.spans import Span
from maturity.report.tagging.stack import Columns, Panel
from maturity.report.tagging.structure import Element
from maturity.report.tagging.table import Row, Table
from maturity.report.tagging.text import Text
from maturity.report.words import Gate

_HEAD = """
#set document(title: {title})
#set page(width: {width}pt, height: {height}pt, margin: (x: {left}pt, top: {top}pt, bottom: {bottom}pt), numbering: "1")
#set text(font: "Source Sans Pro", size: 9.7pt, lang: {language}, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.7em)
#set table(stroke: none, inset: (x: 5pt, y: 4pt))
"""


class _Pictures(Composer):
    """A composer that remembers which picture each figure is."""

    def picture(self, picture: Picture, *, after: float = 10) -> None:
        """As ever, and the picture kept beside its element."""
        super().picture(picture, after=after)
        figure = self.things[-1]
        figure.picture = picture  # type: ignore[attr-defined]


def write_source(matter: Matter, folder: Path) -> Path:
    """The source and its pictures; the path of the source."""
    composer = _Pictures(Gate(), Element("Document"))
    full_report(matter, composer, {})
    head = _HEAD.format(
        title=_quoted(matter.response.authority.name), language=_quoted(matter.voice.language),
        width=PAGE[0], height=PAGE[1], left=LEFT, top=TOP, bottom=BOTTOM,
    )  # fmt: skip
    path = folder / "report.typ"
    path.write_text(head + "\n".join(_all(composer.things, folder)), encoding="utf-8")
    return path


def _all(things: Iterable[Flowable], folder: Path) -> list[str]:
    return [told for thing in things if (told := _one(thing, folder))]


def _one(thing: Flowable, folder: Path) -> str:  # noqa: PLR0911 - one return a kind
    match thing:
        case Text():
            return _text(thing)
        case Table():
            return _table(thing, folder)
        case Figure():
            return _figure(thing, folder)
        case Panel():
            fill = _quoted(thing.ground.fill or "#ffffff")
            return f"#block(fill: rgb({fill}), inset: 12pt, {_block(thing.things, folder)})"
        case Columns():
            shares = ", ".join(f"{share}fr" for share in thing.shares)
            stacks = ", ".join(_block(stack, folder) for stack in thing.stacks)
            return f"#grid(columns: ({shares},), gutter: 12pt, {stacks})"
        case Newspaper():
            return f"#columns({thing.count}, {_block(thing.things, folder)})"
        case Entry():
            return _text(thing.text)
        case PageBreak():
            return "#pagebreak(weak: true)"
    return ""


def _block(things: Sequence[Flowable], folder: Path) -> str:
    return "[" + "\n".join(_all(things, folder)) + "]"


def _quoted(text: str) -> str:
    """A string of Typst: its escapes are those of JSON, but for code points."""
    return json.dumps(text, ensure_ascii=False)


def _span(span: Span) -> str:
    weight = '"semibold"' if "Bold" in span.look.font else '"regular"'
    look = f"size: {span.look.size}pt, weight: {weight}, fill: rgb({_quoted(span.look.colour)})"
    told = f"#text({look}, {_quoted(span.text)})"
    return f"#link({_quoted(span.link)})[{told}]" if span.link.startswith(("https", "mailto")) else told


def _text(thing: Text) -> str:
    said = "".join(_span(span) for span in thing.spans)
    tag = thing.element.tag if thing.element else "P"
    if tag in ("H1", "H2", "H3"):
        return f"#heading(level: {tag[1]})[{said}]"
    return f"#list[{said}]" if thing.label else f"#par[{said}]"


def _table(thing: Table, folder: Path) -> str:
    def cells(row: Row) -> str:
        return ", ".join(_block(cell, folder) for cell in row.cells)

    widths = ", ".join(f"{width}pt" for width in thing.grid.columns)
    heads = "".join(f"table.header({cells(row)}), " for row in thing.rows[:1] if row.head)
    body = ", ".join(cells(row) for row in thing.rows if not row.head)
    return f"#table(columns: ({widths},), {heads}{body})"


def _figure(thing: Figure, folder: Path) -> str:
    picture: Picture | None = getattr(thing, "picture", None)
    if picture is None:
        return ""
    name = f"{len(list(folder.glob('*.svg'))):02}.svg"
    (folder / name).write_text(svg.render(picture), encoding="utf-8")
    return f"#image({_quoted(name)}, width: {thing.width}pt, alt: {_quoted(picture.alt)})"
