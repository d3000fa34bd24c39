"""A scene on a ReportLab canvas."""

from __future__ import annotations

import io

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from maturity.charts.pdf import Drawing, Fonts
from maturity.charts.scene import Scene, Text
from tests.charts.test_svg import EVERY


def written(scene: Scene, fonts: Fonts) -> PdfReader:
    """A page with only this drawing."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(200, 100), invariant=True)
    Drawing(scene, fonts).drawOn(canvas, 10, 20)
    canvas.save()
    return PdfReader(io.BytesIO(file.getvalue()))


def test_it_has_the_size_of_its_scene(fonts: Fonts) -> None:
    """Whatever places it knows how much room it takes."""
    drawing = Drawing(Scene(120, 80, ()), fonts)

    assert (drawing.width, drawing.height) == (120, 80)


def test_every_shape_is_drawn_and_text_stays_text(fonts: Fonts) -> None:
    """All kinds of shapes pass, and the page's text can be found."""
    page = written(Scene(100, 50, (*EVERY, Text(0, 0, "Étendue"))), fonts).pages[0]

    assert "Étendue" in page.extract_text()


def test_it_stands_where_it_is_put(fonts: Fonts) -> None:
    """A text's place on the page is that of the drawing plus its own, y up."""
    places: list[tuple[float, float]] = []

    def seen(text: str, matrix: list[float], text_matrix: list[float], *_: object) -> None:
        if text.strip():
            places.append((matrix[4] + text_matrix[4], matrix[5] + text_matrix[5]))

    written(Scene(100, 50, (Text(7, 3, "ici"),)), fonts).pages[0].extract_text(visitor_text=seen)

    assert places == [(17.0, 23.0)]


def test_what_the_font_cannot_draw_goes_through_the_gate(fonts: Fonts) -> None:
    """Each text is handed over with its font, and what comes back is drawn."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(200, 100), invariant=True)
    scene = Scene(100, 50, (Text(0, 0, "fête 🎉"), Text(0, 20, "gras", bold=True)))
    asked: list[tuple[str, str]] = []

    def gate(text: str, font: str) -> str:
        asked.append((text, font))
        return text.replace("🎉", "◊")

    Drawing(scene, fonts, gate).drawOn(canvas, 0, 0)
    canvas.save()

    assert asked == [("fête 🎉", fonts.regular), ("gras", fonts.bold)]
    assert "fête ◊" in PdfReader(io.BytesIO(file.getvalue())).pages[0].extract_text()


def test_no_picture_is_an_image(fonts: Fonts) -> None:
    """Everything is vectors."""
    page = written(Scene(100, 50, EVERY), fonts).pages[0]

    assert list(page.images) == []


def test_importing_it_loads_no_reportlab() -> None:
    """The canvas is handed in, so the module costs nothing where no report is written."""
    import subprocess
    import sys

    code = "import sys, maturity.charts.pdf; sys.exit('reportlab' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
