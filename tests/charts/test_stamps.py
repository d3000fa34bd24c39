"""The small pictures of the page for elected members: a strip a dimension, a map the size of a stamp."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest

from maturity.charts import glimpse, levels
from maturity.charts.scene import Line, Marker, Rect, Text
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Result

Results = Mapping[str, Result]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_stamp_fills_exactly_what_was_found(questionnaire: Questionnaire, results: Results, language: str) -> None:
    """Filled: the stated label; framed: those that remain possible; nothing where none is proposed."""
    for result in results.values():
        for placed in result.placements:
            picture = glimpse.picture(questionnaire, result, language, placement=placed.id, high=60)
            fields = [shape for shape in picture.scene.flat() if isinstance(shape, Rect)]
            found = [one for one in fields if one.stroke == "accent"]
            expected = 0 if placed.status == "screened-out" else 1 if placed.label else len(placed.possible_labels)

            assert len(fields) == len(questionnaire.placement(placed.id).configurations)
            assert len(found) == expected
            assert all((one.fill == "accent") is bool(placed.label and placed.stated) for one in found)
            assert picture.scene.height == pytest.approx(60)
            assert all(one.x >= 0 and one.x + one.width <= 74.001 for one in fields)


def test_a_stamp_says_what_is_filled(questionnaire: Questionnaire, results: Results) -> None:
    """The name of the placement and of each label found, with what it is to the authority."""
    for result in results.values():
        for placed in result.placements:
            alt = glimpse.picture(questionnaire, result, "en", placement=placed.id).alt
            names = {one.id: one.name["en"] for one in questionnaire.placement(placed.id).configurations}

            assert alt.startswith(questionnaire.placement(placed.id).name["en"])
            assert all(names[one] in alt for one in ([placed.label] if placed.label else placed.possible_labels))
            assert not any(sign.isdecimal() for sign in alt)


def test_a_strip_shows_every_part_and_what_all_reach(questionnaire: Questionnaire, results: Results) -> None:
    """A sign for each known part, in its place on the scale; the numbers of the levels only where asked for."""
    for result in results.values():
        for block in (one for one in result.blocks if one.kind == "dimension"):
            bare, numbered = (
                levels.picture(questionnaire, result, "en", block=block.id, numbered=one) for one in (False, True)
            )
            known = [sub.level for sub in block.subdimensions if sub.level is not None]
            shapes = list(bare.scene.flat())
            marks = [shape for shape in shapes if isinstance(shape, Marker)]

            assert len(marks) == len(known)
            assert [one for one in shapes if isinstance(one, Text)] == []
            texts = [one.text for one in numbered.scene.flat() if isinstance(one, Text)]
            assert texts == [str(level) for level in range(1, questionnaire.levels + 1)]
            grounds = [one for one in shapes if isinstance(one, Rect)]
            assert len(grounds) == (block.secured_level is not None)
            if grounds and not block.secured_is_upper_bound:
                uprights = sorted(one.x1 for one in shapes if isinstance(one, Line) and one.x1 == one.x2)
                assert grounds[0].x + grounds[0].width == pytest.approx(uprights[block.secured_level - 1])  # type: ignore[operator]


def test_a_strip_tells_the_levels_of_its_parts(questionnaire: Questionnaire, results: Results) -> None:
    """The lowest first; that nothing is known, where it is so."""
    result = next(iter(results.values()))
    block = next(one for one in result.blocks if one.kind == "dimension")
    name = next(one.name["en"] for one in questionnaire.blocks if one.id == block.id)
    told = "; ".join(f"{level:.1f}" for level in sorted(sub.level or 0 for sub in block.subdimensions))
    nobody = tuple(sub.model_copy(update={"level": None}) for sub in block.subdimensions)
    empty = result.model_copy(update={"blocks": (block.model_copy(update={"subdimensions": nobody}),)})

    alt = levels.picture(questionnaire, result, "en", block=block.id, numbered=False).alt
    assert alt == f"{name}, levels of its parts: {told}."
    assert levels.picture(questionnaire, empty, "en", block=block.id, numbered=False).alt == f"{name}: not known yet."


def test_no_mode_of_a_continuum_looks_better_than_another(questionnaire: Questionnaire, results: Results) -> None:
    """Equal fields, side by side; a wider gap before what stands beside the scale."""
    (rules,) = (one for one in questionnaire.placements if one.map.kind == "depth")
    scene = glimpse.picture(questionnaire, results["lanterval"], "en", placement=rules.id).scene
    fields = [shape for shape in scene.flat() if isinstance(shape, Rect)]
    gaps = [after.x - before.x for before, after in pairwise(fields)]

    assert len({(round(one.width, 3), one.height, one.y) for one in fields}) == 1
    assert gaps[-1] > max(gaps[:-1]) + 3
