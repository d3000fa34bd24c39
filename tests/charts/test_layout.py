"""Texts are large enough, inside the picture, and never over one another: for every picture of every authority."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from maturity.charts.catalogue import entries
from maturity.charts.medium import PRINT, TERMINAL, cells
from maturity.charts.pdf import Fonts
from maturity.charts.picture import Picture
from maturity.charts.scene import Marker, Scene, Text
from maturity.charts.terminal import draw, size
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Result
from tests.charts.conftest import AUTHORITIES

SLACK = 0.5  # points: a hair of side bearing is no overlap


class Box(NamedTuple):
    """Where a text or a sign stands."""

    what: str
    left: float
    bottom: float
    right: float
    top: float

    def covers(self, other: Box) -> bool:
        """Whether two boxes share more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > SLACK and along > SLACK


def pictures(
    questionnaire: Questionnaire, result: Result, language: str, **space: object
) -> Iterator[tuple[str, Picture]]:
    """All pictures of a result by name."""
    for entry in entries(questionnaire, result):
        yield entry.name, entry.draw(questionnaire, result, language, **space)  # type: ignore[arg-type]


def text_box(shape: Text, fonts: Fonts) -> Box:
    """From the real font: x-height letters with ascenders and descenders."""
    width = stringWidth(shape.text, fonts.bold if shape.bold else fonts.regular, shape.size)
    left = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
    return Box(shape.text, left, shape.y - 0.2 * shape.size, left + width, shape.y + 0.7 * shape.size)


def marker_box(shape: Marker) -> Box:
    """The sign's square."""
    half = shape.size / 2
    return Box(f"<{shape.sign}>", shape.x - half, shape.y - half, shape.x + half, shape.y + half)


def boxes(scene: Scene, fonts: Fonts) -> list[Box]:
    """Of all texts and signs."""
    texts = [text_box(shape, fonts) for shape in scene.flat() if isinstance(shape, Text) and shape.text]
    return texts + [marker_box(shape) for shape in scene.flat() if isinstance(shape, Marker)]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("authority", AUTHORITIES)
@pytest.mark.parametrize("width", [460.0, 400.0])
def test_no_text_covers_another_or_leaves_the_picture(  # noqa: PLR0917 - fixtures and parameters
    questionnaire: Questionnaire,
    results: Mapping[str, Result],
    fonts: Fonts,
    authority: str,
    language: str,
    width: float,
) -> None:
    """Measured with the report's font, every text and sign stands alone and inside, at 7.5 points or more."""
    wrong = []
    for name, picture in pictures(questionnaire, results[authority], language, width=width, medium=PRINT):
        scene = picture.scene
        found = boxes(scene, fonts)
        wrong += [
            f"{name}: {a.what!r} covers {b.what!r}"
            for a, b in combinations(found, 2)
            if a.covers(b) and "<" not in a.what
        ]
        wrong += [
            f"{name}: {box.what!r} leaves the picture"
            for box in found
            if box.left < -SLACK
            or box.bottom < -SLACK
            or box.right > scene.width + SLACK
            or box.top > scene.height + SLACK
        ]
        wrong += [
            f"{name}: {shape.text!r} is small" for shape in scene.flat() if isinstance(shape, Text) and shape.size < 7.5
        ]

    assert wrong == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("authority", AUTHORITIES)
@pytest.mark.parametrize("columns", [80, 100, 160])
def test_in_a_terminal_every_text_is_whole(
    questionnaire: Questionnaire, results: Mapping[str, Result], authority: str, language: str, columns: int
) -> None:
    """Every text of a picture can be read in its rows of characters, which are exactly as wide as asked."""
    wrong = []
    for name, picture in pictures(questionnaire, results[authority], language, width=columns * 5.0, medium=TERMINAL):
        rows = ["".join(segment.text for segment in row) for row in draw(picture.scene)]
        wrong += [f"{name}: row of {cells(row)}" for row in rows if cells(row) != columns]
        texts = [shape.text for shape in picture.scene.flat() if isinstance(shape, Text)]
        wrong += [f"{name}: {text!r} is not whole" for text in texts if not any(text in row for row in rows)]
        assert len(rows) == size(picture.scene)[1]

    assert wrong == []


def test_measured_widths_are_those_of_the_font(fonts: Fonts, questionnaire: Questionnaire) -> None:
    """The small table of widths differs from the real font by less than 2 % on any text of the questionnaire."""
    for block in questionnaire.blocks:
        for text in (*block.name.values(), *block.intro.values(), *block.level_readings[0].values()):
            for bold, font in ((False, fonts.regular), (True, fonts.bold)):
                real = stringWidth(text, font, 8.5)

                assert PRINT.width(text, 8.5, bold=bold) == pytest.approx(real, rel=0.02)
