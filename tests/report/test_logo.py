"""Logos: what of a file goes into a report."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from maturity.errors import ReportError
from maturity.report.logo import ROOM, attached, load
from maturity.report.vector.outline import outline
from maturity.report.vector.reading import read

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
DRAWN = f"""<?xml version="1.0"?><!-- Paul's machine -->
<svg {NAMESPACE} xmlns:k="http://example.org/k" viewBox="10 0 200 100" k:author="Paul">
<style>.a{{fill:#c00}} .b{{fill:none;stroke:navy;stroke-width:4px;stroke-linecap:round}}</style>
<metadata>C:/Users/paul</metadata><k:guide/>
<rect class="a" x="15" y="5" width="90" height="60" rx="10"/>
<g transform="translate(110 10) rotate(10)"><circle cx="40" cy="40" r="30" style="fill:teal"/>
<path class="b" d="M10 80q20-30 40 0t40 0"/></g><path d="M30 90a10 10 0 1130 0z" fill-rule="evenodd"/>
<polygon points="150,10 190,10 170,40" fill="orange"/><g display="none"><line x2="5" y2="5"/></g></svg>"""


def test_of_an_svg_only_its_shapes_go_on(tmp_path: Path) -> None:
    """No metadata, comment or editor's name; as large as the cover lets it be; read again it is the same."""
    path = tmp_path / "logo.svg"
    path.write_text(DRAWN)
    logo = load(path)

    assert logo.size == (120, 60)
    assert b"aul" not in logo.data
    assert [shape.fill for shape in read(logo.data).shapes] == ["#cc0000", "#008080", "", "#000000", "#ffa500"]
    assert attached({"logo.svg": logo.data, "response.toml": b""}) == logo


def test_of_a_png_only_its_pixels_go_on(tmp_path: Path) -> None:
    """No metadata or profile, transparent places white, no more pixels than are seen; kept to the byte afterwards."""
    about = PngImagePlugin.PngInfo()
    about.add_text("Author", "Paul")
    path = tmp_path / "logo.png"
    Image.new("RGBA", (3000, 1000), (255, 0, 0, 0)).save(path, pnginfo=about, icc_profile=b"Paul" * 50)
    logo = load(path)
    made = Image.open(BytesIO(logo.data))

    assert logo.size == pytest.approx((150, 50), abs=0.1)
    assert (made.mode, made.getpixel((3, 3)), made.info) == ("RGB", (255, 255, 255), {})
    assert made.width == round(ROOM[0] * 300 / 72)
    assert attached({"logo.png": logo.data}) == logo


def test_sixteen_bits_keep_their_brightness(tmp_path: Path) -> None:
    """A grey of two bytes a pixel is the grey of its upper byte."""
    path = tmp_path / "logo.png"
    Image.new("I;16", (30, 30), 40_000).save(path)

    assert Image.open(BytesIO(load(path).data)).getpixel((1, 1)) == (156, 156, 156)


@pytest.mark.parametrize(
    ("data", "drawn"),
    [
        ("m1 1 2 2h1v-1z", [("M", [(1, 1)]), ("L", [(3, 3)]), ("L", [(4, 3)]), ("L", [(4, 2)]), ("Z", [])]),
        ("M0,0-1.5.5", [("M", [(0, 0)]), ("L", [(-1.5, 0.5)])]),
        (
            "M0 0c1 0 2 0 3 0s2 0 3 1",
            [("M", [(0, 0)]), ("C", [(1, 0), (2, 0), (3, 0)]), ("C", [(4, 0), (5, 0), (6, 1)])],
        ),
        ("M0 0A5 5 0 0 1 0 0", [("M", [(0, 0)]), ("L", [(0, 0)])]),
    ],
)
def test_outlines(data: str, drawn: list[tuple[str, list[tuple[float, float]]]]) -> None:
    """Relative steps, numbers close to one another, mirrored handles, an arc that goes nowhere."""
    assert [(name, list(points)) for name, points in outline(data)] == drawn


def test_an_arc_is_part_of_its_circle() -> None:
    """Flags without spaces; every end of a curve lies on the circle, the last where it was told."""
    ends = [points[-1] for name, points in outline("M10 0a10 10 0 11-20 0") if name == "C"]

    assert ends[-1] == (-10, 0)
    assert all(abs((x**2 + y**2) ** 0.5 - 10) < 1e-9 for x, y in ends)
    assert len(ends) == 2


def test_a_damaged_logo_inside_is_noticed() -> None:
    """What is taken out of a report is checked as a file is."""
    with pytest.raises(ReportError):
        attached({"logo.png": b"\x89PNG\r\n\x1a\n"})
