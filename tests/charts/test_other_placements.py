"""Pictures of placements that the real questionnaire does not have: nothing here depends on its ids."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

import pytest

from maturity.charts import continuum, typology, zones
from maturity.charts.picture import Picture
from maturity.charts.scene import Line, Marker, Scene, Text
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import (
    Axis,
    Condition,
    ConditionPart,
    Configuration,
    Extent,
    Placement,
    PlacementMap,
    Term,
)
from maturity.scoring.result import ConditionResult, Interval, PlacementResult, Result

NAMES = {"alone": "Alone", "crowd": "Together", "desk": "At the desk", "field": "In the field"}


def words(text: str) -> dict[str, str]:
    """A text in one language only."""
    return {"en": text}


def condition(name: str) -> Condition:
    """With one part."""
    part = ConditionPart(id=f"{name}-part", items=("Q1",), text=words("Part"))
    told = {key: words(key) for key in ("yes", "no", "unknown")}
    return Condition(id=name, name=words(name), question=words("?"), parts=(part,), **told)


def configuration(name: str, position: float | None, **terms: bool) -> Configuration:
    """Where each condition named is so."""
    all_of = tuple(Term.model_validate({"is" if holds else "not": one}) for one, holds in terms.items())
    text = words(NAMES[name])
    return Configuration(id=name, slug=name, name=text, position=position, all_of=all_of, short=text, portrait=text)


def placement(map_: PlacementMap, extent: Extent | None = None) -> Placement:
    """Two conditions, four configurations, none split."""
    told = {key: words(key) for key in ("name", "intro", "caution", "borderline", "undetermined")}
    return Placement(
        id="habits",
        slug="habits",
        label_noun=words("habit"),
        conditions=(condition("outside"), condition("shared")),
        configurations=(
            configuration("alone", 0, outside=False, shared=False),
            configuration("crowd", 1, outside=False, shared=True),
            configuration("desk", 1, outside=True, shared=False),
            configuration("field", None, outside=True, shared=True),
        ),
        axis=Axis(low=words("low"), high=words("high")),
        map=map_,
        extent=extent,
        **told,
    )


def result(**more: object) -> PlacementResult:
    """In the region of "desk"."""
    place = {"outside": 0.8, "shared": 0.1}
    conditions = tuple(
        ConditionResult(id=name, membership=value, bounds=Interval(low=value, high=value), passed="yes", parts=())
        for name, value in place.items()
    )
    known: dict[str, object] = {
        "id": "habits",
        "status": "determined",
        "stated": True,
        "label": "desk",
        "point_labels": ("desk",),
        "possible_labels": ("desk",),
        "runner_up": "alone",
        "memberships": {"alone": 0.2, "crowd": 0.1, "desk": 0.8, "field": 0.1},
        "conditions": conditions,
        "nuance": None,
        "position": None,
        "extent": None,
        "extent_bounds": None,
        "stability": None,
        "variants": (),
        "variants_held": 0,
        "flips": (),
        "missing_items": (),
        "self_placement": None,
        "self_agrees": None,
        "distance_label": None,
    }
    return PlacementResult.model_validate(known | more)


@pytest.fixture
def base(questionnaire: Questionnaire, results: Mapping[str, Result]) -> tuple[Questionnaire, Result]:
    """The real questionnaire and a result, whose placements are put aside."""
    return questionnaire, results["wexcombe"]


def drawn(module: ModuleType, base: tuple[Questionnaire, Result], shown: Placement, placed: PlacementResult) -> Picture:
    """The picture of this placement."""
    questionnaire = base[0].model_copy(update={"placements": (shown,)})
    picture: Picture = module.picture(questionnaire, base[1].model_copy(update={"placements": (placed,)}), "en")
    return picture


def texts(scene: Scene) -> set[str]:
    """What is written."""
    return {shape.text for shape in scene.flat() if isinstance(shape, Text)}


def test_a_plane_of_two_conditions_needs_no_third(base: tuple[Questionnaire, Result]) -> None:
    """Each quarter has one name, and the place is a single sign."""
    shown = placement(PlacementMap(kind="plane", x="outside", y="shared"))
    picture = drawn(typology, base, shown, result())

    assert {"Alone", "Together", "At the desk", "In the field"} <= texts(picture.scene)
    assert len([shape for shape in picture.scene.flat() if isinstance(shape, Marker) and shape.size == 10]) == 1
    assert picture.alt == "At the desk habit (membership 0.80); runner-up habit: Alone (0.20)."


def test_a_continuum_without_extent_is_a_strip(base: tuple[Questionnaire, Result]) -> None:
    """Equal positions share a zone, and what has no position stands apart at the end."""
    shown = placement(PlacementMap(kind="depth"))
    picture = drawn(continuum, base, shown, result())
    breadth = Extent(name=words("Extent"), items=("Q1",), min_valid=1)
    upwards = drawn(continuum, base, placement(PlacementMap(kind="depth"), extent=breadth), result())

    assert [[one.id for one in zone] for zone in zones.lanes(shown)] == [["alone"], ["crowd", "desk"], ["field"]]
    assert picture.scene.height < upwards.scene.height - 30
    assert "1" not in texts(picture.scene)


def test_an_extent_nobody_answered_could_be_anywhere(base: tuple[Questionnaire, Result]) -> None:
    """The zone is known, its height is not: a dashed line runs over all levels."""
    shown = placement(PlacementMap(kind="depth"), extent=Extent(name=words("Extent"), items=("Q1",), min_valid=1))
    picture = drawn(continuum, base, shown, result())

    assert len([shape for shape in picture.scene.flat() if isinstance(shape, Marker) and shape.size == 10]) == 1
    assert [
        line for line in picture.scene.flat() if isinstance(line, Line) and line.dash and abs(line.y2 - line.y1) > 70
    ]
    assert "Extent" not in picture.alt


def test_unknown_memberships_are_a_dash(base: tuple[Questionnaire, Result]) -> None:
    """Nothing is drawn as nought where nothing could be computed."""
    shown = placement(PlacementMap(kind="plane", x="outside", y="shared"))
    nothing = tuple(
        ConditionResult(id=name, membership=None, bounds=Interval(low=0.03, high=0.98), passed="unknown", parts=())
        for name in ("outside", "shared")
    )
    none = dict.fromkeys(NAMES)
    placed = result(
        status="undetermined",
        label=None,
        runner_up=None,
        point_labels=(),
        possible_labels=tuple(NAMES),
        memberships=none,
        conditions=nothing,
    )
    picture = drawn(typology, base, shown, placed)

    assert {row[1] for row in picture.table.rows} == {"–"}
    assert picture.alt == (
        "Not determined: Alone, Together, At the desk or In the field remain possible "
        "until the missing answers are given."
    )


def test_an_extent_in_the_table_has_its_own_unit(base: tuple[Questionnaire, Result]) -> None:
    """It is a level, among memberships from 0 to 1."""
    shown = placement(PlacementMap(kind="depth"), extent=Extent(name=words("Extent"), items=("Q1",), min_valid=1))
    picture = drawn(continuum, base, shown, result(extent=1.5))

    assert picture.table.rows[-1][:2] == (f"Extent (level, 1 to {base[0].levels})", "1.5")
