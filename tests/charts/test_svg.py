"""A scene as an SVG file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest

from maturity.charts.catalogue import entries
from maturity.charts.picture import Picture, Table
from maturity.charts.scene import Circle, Group, Line, Marker, Polygon, Polyline, Rect, Scene, Shape, Text
from maturity.charts.svg import render
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Result

SVG = "{http://www.w3.org/2000/svg}"
EVERY: tuple[Shape, ...] = (
    Line(0, 0, 10, 10, dash=(2, 1)),
    Rect(1, 2, 3, 4, "accent", "ink", radius=1),
    Circle(5, 5, 2, "second"),
    Polygon(((0, 0), (4, 0), (2, 3)), "pale"),
    Polyline(((0, 0), (4, 0), (2, 3)), "ink"),
    Group((Marker(5, 5, "diamond"), Marker(6, 6, "check"))),
    Text(3, 4, "a < b & « c »", 8, "middle", bold=True),
)


def picture(*shapes: Shape) -> Picture:
    """A small French picture."""
    return Picture(Scene(100, 50, shapes), "Ce qu’elle dit & montre.", Table("Titre <T>", ("a",), ()), "fr")


def parsed(*shapes: Shape) -> ET.Element:
    """The root of the SVG."""
    return ET.fromstring(render(picture(*shapes)))  # noqa: S314 - our own output


def test_it_names_itself_for_screen_readers() -> None:
    """Title, description, role and language are there, and refer to one another."""
    root = parsed()

    assert root.attrib["role"] == "img"
    assert root.attrib["lang"] == "fr"
    assert root.find(f"{SVG}title[@id='{root.attrib['aria-labelledby']}']") is not None
    assert root.findtext(f"{SVG}desc[@id='{root.attrib['aria-describedby']}']") == "Ce qu’elle dit & montre."
    assert root.findtext(f"{SVG}title") == "Titre <T>"


def test_every_shape_is_drawn() -> None:
    """Each kind of shape becomes an element; text stays text."""
    root = parsed(*EVERY)
    kinds = {element.tag.removeprefix(SVG) for element in root.iter()}

    assert {"line", "rect", "circle", "polygon", "polyline", "g", "text"} <= kinds
    assert root.findtext(f"{SVG}text") == "a < b & « c »"


def test_y_goes_up() -> None:
    """A rectangle on the ground of the scene stands at the bottom of the SVG."""
    rect = parsed(Rect(0, 0, 10, 20, "ink")).find(f"{SVG}rect")

    assert rect is not None
    assert rect.attrib["y"] == "30"


def test_nothing_is_fetched_or_run() -> None:
    """No link, no script, no font from elsewhere."""
    text = render(picture(*EVERY))

    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in text


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (0.5, "0.5"), (-0.001, "0"), (10.0, "10"), (100.006, "100.01")]
)
def test_numbers_are_short(value: float, written: str) -> None:
    """Two decimals at most, no trailing zeros, no minus zero."""
    line = parsed(Line(value, 0, 0, 0)).find(f"{SVG}line")

    assert line is not None
    assert line.attrib["x1"] == written


@pytest.mark.parametrize("language", ["fr", "en"])
def test_words_keep_their_room(questionnaire: Questionnaire, results: Mapping[str, Result], language: str) -> None:
    """Every text says how wide it is, so that another family in place of ours runs into nothing and out of nothing."""
    for authority, result in results.items():
        for entry in entries(questionnaire, result):
            root = ET.fromstring(render(entry.draw(questionnaire, result, language)))  # noqa: S314 - our own output
            left, _top, width, _height = map(float, root.attrib["viewBox"].split())
            for text in root.iter(f"{SVG}text"):
                if len(text.text or "") < 2:
                    continue
                room = float(text.attrib["textLength"])
                before = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attrib.get("text-anchor", "start")]
                start = float(text.attrib["x"]) - before * room
                assert left <= start, (authority, entry.name, text.text)
                assert start + room <= left + width, (authority, entry.name, text.text)
