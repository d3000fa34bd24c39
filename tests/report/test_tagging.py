"""The tagging layer: nothing untagged, and what cannot be tagged rightly is refused."""

from __future__ import annotations

import re
from functools import partial
from io import BytesIO

import pytest
from pypdf import PdfReader
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
