"""The tagging layer: nothing untagged, and what cannot be tagged rightly is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject
from reportlab.lib.pagesizes import A4

from maturity.report import fonts
from maturity.report.tagging.canvas import Artifact, TaggedCanvas
from maturity.report.tagging.catalogue import Attachment, Description
from maturity.report.tagging.figure import Figure
from maturity.report.tagging.flow import Flowable
from maturity.report.tagging.spans import Look, Span
from maturity.report.tagging.structure import Element, headings_in_order
from maturity.report.tagging.table import Grid, Row, Table
from maturity.report.tagging.text import Block, Text
from tests.report.conftest import verapdf

fonts.register()
LOOK = Look(fonts.REGULAR, 10, "#112233")
DESCRIPTION = Description(
    "fr-FR", "Titre « œ »", "A & B", "sujet", "essai", [Attachment("a.txt", "text/plain", "d", b"x")]
)


def canvas(root: Element, target: BytesIO) -> TaggedCanvas:
    """An empty one."""
    return TaggedCanvas(
        target, root=root, description=DESCRIPTION, pagesize=A4, invariant=1, initialFontName=fonts.REGULAR
    )


def text(said: str, element: Element | None, link: str = "") -> Text:
    """A paragraph."""
    return Text([Span(said, LOOK, link, said)], Block(14), element)


def drawn(root: Element, *things: Flowable) -> PdfReader:
    """The things one below the other on one page."""
    target = BytesIO()
    page = canvas(root, target)
    y = 800.0
    for thing in things:
        y -= thing.wrap(400, 700)[1]
        thing.drawOn(page, 60, y)
    page.save()
    return PdfReader(target)


def depth_problems(content: str) -> list[str]:
    """Operators outside every sequence, and sequences inside one another."""
    wrong, depth = [], 0
    for line in re.sub(r"\((?:\\.|[^\\)])*\)", "()", content).splitlines():
        for operator in re.findall(r"(?<![\w/])(BDC|BMC|EMC|Tj|re|l|f|S|B\*?|Do)(?![\w])", line):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            if depth > 1 or (operator not in ("BDC", "BMC", "EMC") and depth != 1):
                wrong.append(line)
    return wrong if depth == 0 else [*wrong, "left open"]


def test_every_operator_is_in_exactly_one_sequence() -> None:
    """Text, links, drawings and what is tagged by nobody: nothing lies outside, nothing lies in two."""
    root = Element("Document")
    square = Figure(lambda page: page.rect(0, 0, 50, 50, fill=1), (50, 50), root.add("Figure", alt="un carré"))
    reader = drawn(
        root,
        text("avant", root.add("P")),
        text("lien", root.add("P"), "https://example.org"),
        square,
        text("page", None),
    )
    content = reader.pages[0].get_contents()

    assert content is not None
    assert depth_problems(content.get_data().decode("latin-1")) == []


def test_what_nobody_tags_is_an_artifact() -> None:
    """A forgotten tag hides something from readers; it never leaves it unmarked."""
    content = drawn(Element("Document"), text("oublié", None)).pages[0].get_contents()

    assert content is not None
    assert b"/Artifact BMC" in content.get_data()
    assert b"MCID" not in content.get_data()


def test_a_link_stands_in_its_place_in_the_text() -> None:
    """Words before a link are read before it, words after it after it."""
    root = Element("Document")
    paragraph = root.add("P")
    spans = [Span("avant ", LOOK), Span("lien", LOOK, "https://example.org", "lien"), Span(" après", LOOK)]
    drawn(root, Text(spans, Block(14), paragraph))

    kinds = [kid.tag if isinstance(kid, Element) else "text" for kid in paragraph.kids]
    assert kinds == ["text", "Link", "text"]


def test_a_link_says_where_it_goes() -> None:
    """Each annotation has its Contents and its key in the parent tree."""
    root = Element("Document")
    reader = drawn(root, text("lien", root.add("P"), "https://example.org"))
    annotation = reader.pages[0].annotations[0].get_object() if reader.pages[0].annotations else {}

    assert annotation["/Contents"] == "lien"
    assert "/StructParent" in annotation


def test_a_figure_needs_an_alternative() -> None:
    """Without words there is no picture."""
    with pytest.raises(ValueError, match="text alternative"):
        Element("Document").add("Figure", alt="  ")


def test_a_font_that_is_not_embedded_is_refused() -> None:
    """Helvetica is on every machine but in no PDF/A."""
    root = Element("Document")
    page = canvas(root, BytesIO())
    with page.tag(root.add("P")):
        page.setFont("Helvetica", 10)
        page.drawString(60, 700, "x")

    with pytest.raises(ValueError, match="not embedded: Helvetica"):
        page.save()


def test_a_skipped_heading_level_is_refused() -> None:
    """From a first-level heading one goes to the second, not to the third."""
    root = Element("Document")

    with pytest.raises(ValueError, match="heading level"):
        drawn(root, text("un", root.add("H1")), text("trois", root.add("H3")))
    assert headings_in_order(root) is False


def test_a_page_cannot_end_inside_an_element() -> None:
    """An element may go on over pages, but a drawing may not."""
    root = Element("Document")
    page = canvas(root, BytesIO())

    with pytest.raises(ValueError, match="inside an element"), page.tag(root.add("P")):
        page.showPage()


def test_an_artifact_names_its_kind() -> None:
    """Headers and footers say what they are."""
    assert Artifact("Pagination", "Footer").operator == "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"


def test_the_attachment_comes_back() -> None:
    """What goes in comes out, by its name."""
    assert dict(drawn(Element("Document"), text("x", None)).attachments) == {"a.txt": [b"x"]}


def table(rows: int, lines: int = 1) -> tuple[Element, Table]:
    """A table of one column, with a header."""
    root = Element("Document")
    whole = root.add("Table")
    made = [Row([[text("tête", whole.add("THead").add("TR").add("TH").add("P"))]], head=True)]
    body = whole.add("TBody")
    for number in range(rows):
        said = " \n".join(f"ligne {number}" for _ in range(lines))
        made.append(Row([[text(said, body.add("TR").add("TD").add("P"))]]))
    return root, Table(made, Grid((200,)))


def test_a_table_breaks_between_rows() -> None:
    """What does not fit goes on below the header, row by row."""
    _, whole = table(rows=10)
    whole.wrap(200, 1000)
    first, second = whole.split(200, whole.height / 2)

    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert len(first.rows) + len(second.rows) - 2 == 10
    assert second.rows[0].head


def test_a_repeated_header_is_read_once() -> None:
    """The header of a later page is an artifact."""
    root, whole = table(rows=10)
    whole.wrap(200, 1000)
    drawn(root, *whole.split(200, whole.height / 2))
    heads = [element for element in root.walk() if element.tag == "TH"]

    assert [len(element.kids[0].kids) for element in heads if isinstance(element.kids[0], Element)] == [1]


def test_a_row_taller_than_a_page_goes_on() -> None:
    """Ten thousand characters in one cell are printed, not refused."""
    _, whole = table(rows=1, lines=100)
    first, second = whole.split(200, 700)

    assert first.wrap(200, 700)[1] <= 700
    assert second.wrap(200, 700)[1] > 0


@pytest.mark.parametrize("repeated", [30, 45, 60])
def test_no_line_of_a_paragraph_stands_alone(repeated: int) -> None:
    """A paragraph broken before its last line leaves two behind; one of three lines is not broken."""
    paragraph = text("mot " * repeated, Element("Document").add("P"))
    paragraph.wrap(200, 1000)
    room = 14 * (len(paragraph.lines) - 1)
    parts = [len(part.lines) for part in paragraph.split(200, room) if isinstance(part, Text)]

    assert parts == ([] if len(paragraph.lines) == 3 else [len(paragraph.lines) - 2, 2])


def test_the_canvas_draws_what_comes_late() -> None:
    """A page number known at the end stands where its place was kept, and text that looks like the place does not."""
    root = Element("Document")
    target = BytesIO()
    page = canvas(root, target)
    text("%late0% Tj", root.add("P")).wrap(300, 100)
    thing = text("%late0% Tj", root.add("P"))
    thing.wrap(300, 100)
    thing.drawOn(page, 60, 700)
    with page.tag(root.add("P")):
        page.late(partial(str, 42), LOOK, 300, 600)
    page.save()
    said = PdfReader(target).pages[0].extract_text()

    assert "42" in said
    assert "%late0% Tj" in said


def test_a_link_without_words_is_refused() -> None:
    """Where it goes is said, or there is no link."""
    root = Element("Document")
    page = canvas(root, BytesIO())

    with pytest.raises(ValueError, match="where it goes"):
        page.link(root.add("P"), "https://example.org", " ", (0, 0, 9, 9))


def test_an_artifact_inside_an_element_stands_beside_it() -> None:
    """A rule drawn while a paragraph is open is no part of it: its sequence is closed before, and goes on after."""
    root = Element("Document")
    target = BytesIO()
    page = canvas(root, target)
    with page.tag(root.add("P")):
        page.rect(0, 0, 5, 5, fill=1)
        with page.tag(Artifact()):
            page.line(0, 0, 9, 9)
        page.rect(9, 0, 5, 5, fill=1)
    page.save()
    content = PdfReader(target).pages[0].get_contents()

    assert content is not None
    assert depth_problems(content.get_data().decode("latin-1")) == []
    assert content.get_data().count(b"MCID") == 2


# -- what the validator must refuse ----------------------------------------------------------------------------


def every_kind(target: BytesIO) -> None:
    """A small file with one of each: headings, a paragraph, a link, a list item, a table, a figure, an attachment."""
    root = Element("Document")
    first, second, paragraph = root.add("H1"), root.add("H2"), root.add("P")
    whole = root.add("L").add("LI")
    label = ([Span("•", LOOK)], whole.add("Lbl"))
    cells = root.add("Table")
    head, row = cells.add("THead").add("TR"), cells.add("TBody").add("TR")
    column, line = ({"O": "/Table", "Scope": scope} for scope in ("/Column", "/Row"))
    rows = [
        Row(
            [[text("a", head.add("TH", attributes=column))], [text("b", head.add("TH", attributes=column))]], head=True
        ),
        Row([[text("c", row.add("TH", attributes=line))], [text("d", row.add("TD"))]]),
    ]
    things: list[Flowable] = [
        Text([Span("Un", LOOK)], Block(20), first, outline=(1, "un")),
        text("Deux", second),
        text("lien", paragraph, "https://example.org"),
        Text([Span("point", LOOK)], Block(14, indent=12), whole.add("LBody"), label=label),
        Table(rows, Grid((100, 100))),
        Figure(lambda page: page.rect(0, 0, 50, 50, fill=1), (50, 50), root.add("Figure", alt="un carré")),
    ]
    page, y = canvas(root, target), 800.0
    for thing in things:
        y -= thing.wrap(400, 700)[1] + 6
        thing.drawOn(page, 60, y)
    page.save()


def elements(writer: PdfWriter) -> Iterator[Any]:
    """Every structure element."""
    root: Any = writer.root_object
    waiting = [root["/StructTreeRoot"]["/K"]]
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, ArrayObject):
            waiting.extend(one)
        elif isinstance(one, DictionaryObject) and one.get("/Type") == "/StructElem":
            yield one
            waiting.append(one["/K"])


def without_alternative(writer: PdfWriter) -> None:
    """A picture without words."""
    del next(one for one in elements(writer) if one["/S"] == "/Figure")["/Alt"]


def without_scope(writer: PdfWriter) -> None:
    """Header cells that head nothing."""
    for one in elements(writer):
        if one["/S"] == "/TH":
            del one["/A"]


def without_language(writer: PdfWriter) -> None:
    """A text in no language."""
    del writer.root_object["/Lang"]


def with_skipped_level(writer: PdfWriter) -> None:
    """From the first level to the third."""
    for one in elements(writer):
        if one["/S"] == "/H2":
            one[NameObject("/S")] = NameObject("/H3")


def without_parent_tree(writer: PdfWriter) -> None:
    """Content that does not know whose it is."""
    root: Any = writer.root_object
    del root["/StructTreeRoot"]["/ParentTree"]


def with_artifact_inside(writer: PdfWriter) -> None:
    """Furniture in the middle of a paragraph's sequence."""
    page: Any = writer.pages[0]
    stream = DecodedStreamObject()
    stream.set_data(page.get_contents().get_data().replace(b" BDC\nBT", b" BDC\n/Artifact BMC\nEMC\nBT", 1))
    page[NameObject("/Contents")] = writer._add_object(stream)


def without_contents(writer: PdfWriter) -> None:
    """A link that does not say where it goes."""
    annotations: Any = writer.pages[0]["/Annots"]
    del annotations[0].get_object()["/Contents"]


MUTATIONS = (
    without_alternative, without_scope, without_language, with_skipped_level, without_parent_tree,
    with_artifact_inside, without_contents,
)  # fmt: skip


def untouched(_writer: PdfWriter) -> None:
    """As it was."""


@pytest.mark.needs("java", "javac")
def test_the_validator_bites(tmp_path: Path) -> None:
    """What the layer writes passes PDF/UA-1; with any one of these taken away, veraPDF refuses it."""
    target, files = BytesIO(), []
    every_kind(target)
    for mutate in (untouched, *MUTATIONS):
        writer = PdfWriter(clone_from=PdfReader(target))
        mutate(writer)
        files.append(tmp_path / f"{mutate.__name__}.pdf")
        writer.write(files[-1])
    refused = {line.split()[0].removesuffix(".pdf") for line in verapdf(files, "ua1") if " FAIL" in line}

    assert refused == {mutate.__name__ for mutate in MUTATIONS}


@pytest.mark.needs("java", "javac")
def test_one_of_each_kind_passes_both_standards(tmp_path: Path) -> None:
    """The library alone, without a report: PDF/UA-1 and PDF/A-3a."""
    target, path = BytesIO(), tmp_path / "kinds.pdf"
    every_kind(target)
    path.write_bytes(target.getvalue())

    assert verapdf([path]) == []
