"""What stands around every page, and the cover."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from maturity.questionnaire.model import Questionnaire
from maturity.report.document import render
from maturity.report.logo import Logo
from maturity.report.matter import Matter
from maturity.report.sections.order import annexes, chapters
from maturity.report.styles import LEFT, WIDTH
from maturity.response.model import Response
from tests.report.conftest import matter
from tests.report.placed import laid_out

SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><rect width="60" height="60" fill="#224466"/></svg>'
)


def pages(told: Matter) -> list[list[str]]:
    """Lines of text, page by page."""
    return [page.extract_text().splitlines() for page in PdfReader(BytesIO(render(told)[0])).pages]


def test_the_header_names_the_chapter(questionnaire: Questionnaire, village: Response) -> None:
    """The one that is read at the top of the page; the authority and the edition stand on the left."""
    told = matter(questionnaire, village)
    headed, current = dict[int, str](), ""
    for one in laid_out(told).placed:
        if one.heading and one.thing.outline and one.thing.outline[0] == 1:  # type: ignore[attr-defined]
            current = one.thing.plain  # type: ignore[attr-defined]
        headed.setdefault(one.page, current)
    for number, lines in enumerate(pages(told)[1:], 2):
        assert f"{village.authority.name} · Édition {village.wave} {headed[number]}" in lines


def test_a_long_name_leaves_the_chapter_its_room(questionnaire: Questionnaire, village: Response) -> None:
    """A name of 300 characters is cut with an ellipsis before the edition."""
    authority = village.authority.model_copy(update={"name": "Communauté " * 27})
    told = matter(questionnaire, village.model_copy(update={"authority": authority}))
    name = chapters(told)[1].title
    (header,) = (line for line in pages(told)[2] if line.endswith(f"… · Édition {village.wave} {name}"))

    assert len(header) < 120


def test_the_cover_lists_every_chapter_and_annex(questionnaire: Questionnaire, village: Response) -> None:
    """Chapters first, annexes below a heading of their own, each with its page; then how to read."""
    told = matter(questionnaire, village)
    first = " ".join(pages(told)[0])
    places = [first.index(chapter.title) for chapter in chapters(told)]

    assert places == sorted(places)
    assert places[-len(annexes(told)) - 1] < first.index("Annexes") < places[-len(annexes(told))]
    assert "Comment lire ce rapport" in first


def test_the_logo_stands_at_the_right_of_the_cover(questionnaire: Questionnaire, village: Response) -> None:
    """It ends where the text ends, and its words name the authority."""
    told = replace(matter(questionnaire, village), logo=Logo("svg", SQUARE, (60, 60)))
    (figure,) = (one for one in laid_out(told).of(1) if type(one.thing).__name__ == "Figure")

    assert round(figure.left + 60 - LEFT - WIDTH, 3) == 0
    assert village.authority.name in figure.thing.element.alt  # type: ignore[attr-defined]
