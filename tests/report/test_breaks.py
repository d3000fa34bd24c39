"""Where pages and columns end: each rule on a few things made for it."""

from __future__ import annotations

from io import BytesIO

import pytest

from maturity.report import fonts
from maturity.report.composer import Composer
from maturity.report.styles import BOTTOM, LEFT, ROOM, WIDTH
from maturity.report.tagging.canvas import TaggedCanvas
from maturity.report.tagging.catalogue import Description
from maturity.report.tagging.flow import Space
from maturity.report.tagging.newspaper import Newspaper
from maturity.report.tagging.pages import Pages as Printed
from maturity.report.tagging.pages import Sheet
from maturity.report.tagging.stack import Ground
from maturity.report.tagging.structure import Element
from maturity.report.tagging.table import Table
from maturity.report.tagging.text import Text
from maturity.report.words import Gate
from tests.report.placed import Pages, Placed, faults, recorded

PLAIN = Ground(None, None, 0)
LINE = "word " * 17  # a little less than one line of the page


@pytest.fixture
def composer() -> Composer:
    """An empty story."""
    made = Composer(Gate(), Element("Document"))
    made.things.append(Space(1))
    return made


def printed(composer: Composer) -> Pages:
    """The story on pages."""
    description = Description("en-GB", "t", "a", "s", "p", [])
    canvas = TaggedCanvas(
        BytesIO(), root=composer.root, description=description, initialFontName=fonts.REGULAR, initialFontSize=10
    )
    with recorded() as pages:
        sheet = Sheet(LEFT, BOTTOM, WIDTH, ROOM, lambda _canvas: None)
        Printed(canvas, [sheet]).place(composer.story(), lambda _thing, _page: None)
    return pages


def leave(composer: Composer, points: float) -> None:
    """White down to this many points above the page's foot."""
    composer.things = [Space(ROOM - points)]


def texts(pages: Pages, page: int) -> list[Placed]:
    """The paragraphs of a page, in the order of drawing."""
    return [one for one in pages.of(page) if isinstance(one.thing, Text)]


@pytest.mark.parametrize("points", range(20, 90, 7))
def test_a_heading_goes_with_what_it_heads(composer: Composer, points: int) -> None:
    """A heading at the foot moves to the next page with its text, and never has one line alone below it."""
    leave(composer, points)
    composer.heading("A heading", 3)
    composer.text("One line.")
    composer.text(LINE * 8)

    assert faults(printed(composer), first=1) == []


def test_a_chapter_begins_with_its_picture(composer: Composer) -> None:
    """The heading, the finding and the first thing that is not text stand on one page."""
    leave(composer, 300)
    composer.chapter("A chapter", "key", room=100)
    composer.finding("What it says.")
    composer.text(LINE * 3)
    composer.columns([[Space(220)], []], PLAIN)
    pages = printed(composer)

    assert {one.page for one in pages.placed if one.heading} == {2}


def test_together_stays_on_one_page(composer: Composer) -> None:
    """A block that fits a page is not parted."""
    leave(composer, 200)
    with composer.together():
        composer.heading("A block", 3)
        composer.text(LINE * 8)
        composer.text(LINE * 8)
    pages = printed(composer)

    assert {one.page for one in texts(pages, 2)} == {2}
    assert texts(pages, 1) == []


def test_no_page_is_left_half_empty_for_a_block(composer: Composer) -> None:
    """Where a block would leave more than two fifths of a page white, it is parted."""
    leave(composer, 400)
    with composer.together():
        composer.heading("A block", 3)
        for _ in range(6):
            composer.text(LINE * 6)
    pages = printed(composer)

    assert texts(pages, 1)
    assert texts(pages, 2)
    assert faults(pages, first=1) == []


def test_a_block_taller_than_a_page_is_parted(composer: Composer) -> None:
    """What cannot stay together goes on over pages by the other rules."""
    with composer.together():
        composer.heading("A block", 3)
        composer.text(LINE * 70)
        composer.text(LINE * 70)

    assert faults(printed(composer), first=1) == []


@pytest.mark.parametrize("points", range(30, 200, 10))
@pytest.mark.parametrize("rows", [2, 3, 4, 9])
def test_a_table_never_stands_with_one_row(composer: Composer, points: int, rows: int) -> None:
    """No header alone, no row broken, no row alone at the foot or at the top."""
    leave(composer, points)
    composer.table(("Name", "Value"), [(f"Row {row}", LINE) for row in range(rows)], (30, 70))
    pages = printed(composer)
    tables = [one.thing for one in pages.placed if isinstance(one.thing, Table)]

    assert faults(pages, first=1) == []
    assert pages.broken == []
    assert all(len(table.rows) >= 3 for table in tables)


def test_columns_taller_than_a_page_go_on(composer: Composer) -> None:
    """Long texts side by side are parted rather than refused."""
    with composer.stack() as left:
        composer.text(LINE * 90)
    with composer.stack() as right:
        composer.text("Short.")
    composer.columns([left, right], PLAIN, shares=(50, 50))
    pages = printed(composer)

    assert pages.count > 1
    assert faults(pages, first=1) == []


def test_shares_are_widths(composer: Composer) -> None:
    """A picture made for `width_of` fills its column."""
    assert composer.width_of((58, 42), 0) + composer.width_of((58, 42), 1) + 12 == pytest.approx(WIDTH)
    assert composer.width_of((75, 25), 0, gap=0) == pytest.approx(WIDTH * 0.75)


def test_a_newspaper_is_balanced(composer: Composer) -> None:
    """Two columns of short paragraphs end within a few lines of each other."""
    with composer.newspaper():
        for number in range(21):
            composer.text(f"{number} word word word")
    (paper,) = (one for one in printed(composer).placed if isinstance(one.thing, Newspaper))
    first, second = (len(column) for column in paper.thing.columns)  # type: ignore[attr-defined]

    assert (first, second) == (11, 10)


def test_a_newspaper_is_read_column_by_column_page_by_page(composer: Composer) -> None:
    """Drawn, and so told, in the order of the story; no heading ends a column, no line stands alone."""
    with composer.newspaper():
        for number in range(40):
            composer.heading(f"{number} heading", 3)
            composer.text(LINE * (number % 5 + 1))
    pages = printed(composer)
    headings = [int(one.said.split()[0]) for one in pages.placed if one.heading]
    places = [(one.page, one.left, -one.top) for one in pages.placed if one.depth == 1]

    assert headings == list(range(40))
    assert places == sorted(places)
    assert pages.count > 1
    assert faults(pages, first=1) == []


def test_the_reading_order_is_that_of_the_story(composer: Composer) -> None:
    """The structure holds the paragraphs of a newspaper as they were said."""
    with composer.newspaper():
        for number in range(30):
            composer.text(f"{number} " + LINE * 3)
    printed(composer)
    pages = [element.kids[0].page for element in composer.root.walk() if element.tag == "P"]  # type: ignore[union-attr]

    assert len(pages) == 30
    assert len(set(pages)) == sum(1 for one, other in zip([None, *pages], pages, strict=False) if one != other)
