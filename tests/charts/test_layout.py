"""Texts are large enough, inside the picture, and never over one another: for every picture of every authority."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from maturity.charts.catalogue import entries
from maturity.charts.medium import PRINT, TERMINAL, cells
from maturity.charts.pdf import Fonts
from maturity.charts.picture import Picture
from maturity.charts.scene import Marker, Scene, Text
from maturity.charts.terminal import draw, size
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import folders, read
from maturity.scoring.evaluation import evaluate
from maturity.scoring.result import Result
from tests.charts.conftest import AUTHORITIES

GARDEN = Path(__file__).parent.parent / "questionnaires/garden/v1"
SLACK = 0.5  # points: a hair of side bearing is no overlap


class Box(NamedTuple):
    """Where a text or a sign stands."""

    what: str
    left: float
    bottom: float
    right: float
    top: float

    def outside(self, scene: Scene) -> bool:
        """Whether it leaves the picture."""
        beyond = max(self.right - scene.width, self.top - scene.height)
        return max(-self.left, -self.bottom, beyond) > SLACK

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


def wrong_on_paper(name: str, picture: Picture, fonts: Fonts) -> list[str]:
    """Texts that are covered, outside or too small."""
    scene = picture.scene
    found = boxes(scene, fonts)
    wrong = [
        f"{name}: {a.what!r} covers {b.what!r}" for a, b in combinations(found, 2) if a.covers(b) and "<" not in a.what
    ]
    outside = [box for box in found if box.outside(scene)]
    wrong += [f"{name}: {box.what!r} leaves the picture" for box in outside]
    small = [shape.text for shape in scene.flat() if isinstance(shape, Text) and shape.size < 7.5]
    return wrong + [f"{name}: {text!r} is small" for text in small]


def wrong_in_terminal(name: str, picture: Picture, columns: int) -> list[str]:
    """Rows of another width, and texts that cannot be read whole."""
    rows = ["".join(segment.text for segment in row) for row in draw(picture.scene)]
    texts = [shape.text for shape in picture.scene.flat() if isinstance(shape, Text)]
    wrong = [f"{name}: row of {cells(row)}" for row in rows if cells(row) != columns]
    wrong += [f"{name}: {text!r} is not whole" for text in texts if not any(text in row for row in rows)]
    return wrong if len(rows) == size(picture.scene)[1] else [*wrong, f"{name}: {len(rows)} rows"]


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
    drawn = pictures(questionnaire, results[authority], language, width=width, medium=PRINT)

    assert [wrong for name, picture in drawn for wrong in wrong_on_paper(name, picture, fonts)] == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("authority", AUTHORITIES)
@pytest.mark.parametrize("columns", [60, 72, 80, 110, 160])
def test_in_a_terminal_every_text_is_whole(
    questionnaire: Questionnaire, results: Mapping[str, Result], authority: str, language: str, columns: int
) -> None:
    """Every text of a picture can be read in its rows of characters, which are exactly as wide as asked."""
    drawn = pictures(questionnaire, results[authority], language, width=columns * 5.0, medium=TERMINAL)

    assert [wrong for name, picture in drawn for wrong in wrong_in_terminal(name, picture, columns)] == []


@pytest.mark.parametrize("form", ["short", "placement", "full"])
@pytest.mark.parametrize("answered", [0, 7, 100])
def test_any_form_and_any_number_of_answers(
    questionnaire: Questionnaire, fonts: Fonts, form: str, answered: int
) -> None:
    """With nothing answered, a little, or all that a form asks, every picture is drawn whole."""
    folder = next(one for one in folders() if one.parent.name == questionnaire.id)
    given = response(next(one for one in read_cases(folder) if one.id == "wexcombe"), questionnaire)
    asked = questionnaire.form(form).items[:answered]
    use = given.questionnaire.model_copy(update={"form": form})
    answers = {item: answer for item, answer in given.answers.items() if item in asked}
    result = evaluate(questionnaire, given.model_copy(update={"questionnaire": use, "answers": answers}))
    screen = pictures(questionnaire, result, "fr", width=380.0, medium=TERMINAL)

    paper = [
        wrong
        for name, picture in pictures(questionnaire, result, "fr")
        for wrong in wrong_on_paper(name, picture, fonts)
    ]
    assert paper == []
    assert [wrong for name, picture in screen for wrong in wrong_in_terminal(name, picture, 76)] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_another_questionnaire_is_drawn_as_well(fonts: Fonts, language: str) -> None:
    """Four levels, two criteria, no third, no continuum, no grid: every picture is whole on paper and screen."""
    garden = read(GARDEN)
    found = [evaluate(garden, response(case, garden)) for case in read_cases(GARDEN)]
    paper = [picture for one in found for picture in pictures(garden, one, language)]
    screen = [picture for one in found for picture in pictures(garden, one, language, width=400.0, medium=TERMINAL)]

    assert paper
    assert [wrong for name, picture in paper for wrong in wrong_on_paper(name, picture, fonts)] == []
    assert [wrong for name, picture in screen for wrong in wrong_in_terminal(name, picture, 80)] == []


@pytest.mark.parametrize("name", ["", "x" * 300, "Carte 🗺️ des 👩🏽‍🔧 et 日本語", "mot " * 70, "[b]gras[/b] <i>&"])
def test_a_project_may_have_any_name(
    questionnaire: Questionnaire, results: Mapping[str, Result], fonts: Fonts, name: str
) -> None:
    """A user's words are wrapped, never cut, and never read as markup."""
    result = results["saint-aubray"]
    project = result.projects[0].model_copy(update={"name": name.strip()})
    named = result.model_copy(update={"projects": (project,)})
    entry = next(one for one in entries(questionnaire, named) if one.module == "helix")
    narrow = entry.draw(questionnaire, named, "fr", width=400, medium=TERMINAL)
    written = "".join(shape.text for shape in narrow.scene.flat() if isinstance(shape, Text))

    assert wrong_on_paper("helix", entry.draw(questionnaire, named, "fr"), fonts) == []
    assert wrong_in_terminal("helix", narrow, 80) == []
    assert name.replace(" ", "") in written.replace("-", "").replace(" ", "")


PLACES = [0.03, 0.12, 0.2315, 0.35, 0.46, 0.5, 0.57, 0.7, 0.85, 0.97]


@pytest.mark.parametrize("y", PLACES)
def test_names_keep_away_from_the_place_of_the_answers(
    questionnaire: Questionnaire, results: Mapping[str, Result], fonts: Fonts, y: float
) -> None:
    """Wherever the answers stand on the plane, their sign covers no name, on paper or on 80 columns."""
    result, wrong = results["pays-ervance"], []
    typology = result.placement("typology")
    for x in PLACES:
        place = {"A": x, "C": y}
        conditions = [one.model_copy(update={"membership": place.get(one.id, 0.2)}) for one in typology.conditions]
        moved = result.model_copy(
            update={
                "placements": (typology.model_copy(update={"conditions": tuple(conditions)}), *result.placements[1:])
            }
        )
        entry = entries(questionnaire, moved)[0]
        wrong += wrong_on_paper(f"{x}", entry.draw(questionnaire, moved, "fr"), fonts)
        wrong += wrong_in_terminal(f"{x}", entry.draw(questionnaire, moved, "fr", width=400, medium=TERMINAL), 80)

    assert wrong == []


def test_measured_widths_are_those_of_the_font(fonts: Fonts, questionnaire: Questionnaire) -> None:
    """The small table of widths differs from the real font by less than 2 % on any text of the questionnaire."""
    for block in questionnaire.blocks:
        for text in (*block.name.values(), *block.intro.values(), *block.level_readings[0].values()):
            for bold, font in ((False, fonts.regular), (True, fonts.bold)):
                real = stringWidth(text, font, 8.5)

                assert PRINT.width(text, 8.5, bold=bold) == pytest.approx(real, rel=0.02)
