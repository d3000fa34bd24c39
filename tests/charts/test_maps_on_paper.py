"""What maps on paper show besides the terminal's: heads, the opened corner, what every mode means."""

from __future__ import annotations

from collections.abc import Mapping

from maturity.charts import continuum, typology
from maturity.charts.medium import TERMINAL
from maturity.charts.scene import DASHED, Line, Marker, Polygon, Rect, Scene, Text
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import PlacementMap
from maturity.scoring.result import Result
from tests.charts.test_other_placements import drawn, placement, result

Results = Mapping[str, Result]


def written(scene: Scene) -> str:
    """All texts, one after the other."""
    return " ".join(shape.text for shape in scene.flat() if isinstance(shape, Text))


def signs(scene: Scene) -> list[str]:
    """Those of places; keys are smaller."""
    return [shape.sign for shape in scene.flat() if isinstance(shape, Marker) and shape.size != 9]


def fans(scene: Scene) -> list[Polygon]:
    """From a corner to its opening."""
    return [shape for shape in scene.flat() if isinstance(shape, Polygon)]


def test_the_corner_that_a_third_criterion_splits_is_opened(questionnaire: Questionnaire, results: Results) -> None:
    """It fans out below the plane, and both types are named there; the sign is full where it decides."""
    scene = typology.picture(questionnaire, results["vaucastel"], "en").scene

    assert len(fans(scene)) == 1
    assert "I Digital tools within" in written(scene)
    assert "II Data-informed decisions" in written(scene)
    assert signs(scene) == ["dot", "dot"]


def test_where_the_third_criterion_makes_no_difference_its_sign_is_hollow(
    questionnaire: Questionnaire, results: Results
) -> None:
    """Another quarter holds the place: nobody reads the opening as a second place."""
    scene = typology.picture(questionnaire, results["wexcombe"], "en").scene

    assert signs(scene) == ["dot", "ring"]


def test_a_sign_stays_inside_the_frame(questionnaire: Questionnaire, results: Results) -> None:
    """Where a membership is nought, the sign touches neither the frame nor what is written beside it."""
    placed = results["vaucastel"].placement("typology")
    least = tuple(one.model_copy(update={"membership": 0.0}) for one in placed.conditions)
    placements = (placed.model_copy(update={"conditions": least}), *results["vaucastel"].placements[1:])
    given = results["vaucastel"].model_copy(update={"placements": placements})
    scene = typology.picture(questionnaire, given, "en").scene
    frame = max((shape for shape in scene.flat() if isinstance(shape, Rect)), key=lambda one: one.width * one.height)
    place = next(shape for shape in scene.flat() if isinstance(shape, Marker) and shape.size == 10)

    assert place.x - 5 > frame.x
    assert place.y - 5 > frame.y


def test_two_criteria_open_no_corner(questionnaire: Questionnaire, results: Results) -> None:
    """There is nothing to fan out."""
    shown = placement(PlacementMap(kind="plane", x="outside", y="shared"))

    assert fans(drawn(typology, (questionnaire, results["wexcombe"]), shown, result()).scene) == []


def test_without_a_type_the_map_shows_the_types_alone(questionnaire: Questionnaire, results: Results) -> None:
    """Who has not begun sees where types lie, with no place, no share and no legend."""
    placed = results["vaucastel"].placement("typology").model_copy(update={"status": "screened-out", "label": None})
    given = results["vaucastel"].model_copy(update={"placements": (placed, *results["vaucastel"].placements[1:])})
    scene = typology.picture(questionnaire, given, "en").scene

    assert "IV Smart urban" in written(scene)
    assert not [shape for shape in scene.flat() if isinstance(shape, Marker)]
    assert "0.77" not in written(scene)


def test_every_mode_says_what_it_means(questionnaire: Questionnaire, results: Results) -> None:
    """On paper; a terminal has no room for it."""
    paper = written(continuum.picture(questionnaire, results["wexcombe"], "en").scene)
    screen = written(continuum.picture(questionnaire, results["wexcombe"], "en", width=400, medium=TERMINAL).scene)

    for mode in questionnaire.placement("continuum").configurations:
        assert mode.short["en"].split(" ")[0] in paper
    assert "Residents take part in" in paper
    assert "Residents take part in" not in screen


def test_the_extent_is_written_beside_the_sign(questionnaire: Questionnaire, results: Results) -> None:
    """Nobody has to read it off the axis."""
    assert " 2.3 " in f" {written(continuum.picture(questionnaire, results['wexcombe'], 'en').scene)} "


def test_a_runner_up_that_ties_is_none(questionnaire: Questionnaire, results: Results) -> None:
    """Four types at the same distance: none of them is nearest."""
    picture = typology.picture(questionnaire, results["rochelande"], "en")

    assert "runner-up" not in picture.alt
    assert "runner-up" not in written(picture.scene)


def test_what_stands_beside_the_scale_is_set_apart(questionnaire: Questionnaire, results: Results) -> None:
    """The arrow ends before the dashed line; behind it words say so: the last mode is no step beyond the one before."""
    scene = continuum.picture(questionnaire, results["lanterval"], "en").scene
    shapes = list(scene.flat())
    (tip,) = (max(x for x, _ in shape.points) for shape in shapes if isinstance(shape, Polygon))
    dashed = next(
        shape.x1 for shape in shapes if isinstance(shape, Line) and shape.x1 == shape.x2 and shape.dash == DASHED
    )
    (words,) = (shape for shape in shapes if isinstance(shape, Text) and shape.text == "set apart")

    assert tip < dashed < words.x
