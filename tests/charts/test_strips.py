"""A dimension as a strip: every sign at its own level, none hidden by another."""

from __future__ import annotations

from itertools import combinations

import pytest

from maturity.charts import levels, overview, terminal
from maturity.charts.board import Board
from maturity.charts.medium import PRINT, TERMINAL, Medium
from maturity.charts.scale import Scale
from maturity.charts.scene import Marker
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import BlockResult, Interval, Result

SCALE = Scale(10, 120, 5)


def standing(block: BlockResult, *at: float, lowest: tuple[int, ...] = ()) -> BlockResult:
    """The dimension with its parts at these levels, all known."""
    subs = tuple(
        sub.model_copy(update={"level": level, "bounds": Interval(low=level, high=level)})
        for sub, level in zip(block.subdimensions, at, strict=True)
    )
    return block.model_copy(update={"subdimensions": subs, "limited_by": tuple(subs[one].id for one in lowest)})


def signs(block: BlockResult, medium: Medium = PRINT) -> list[Marker]:
    """As a strip has them, in the order of drawing."""
    board = Board(140, medium)
    levels.strip(board, SCALE, block, 0, levels.HIGH)
    return [shape for shape in board.scene().flat() if isinstance(shape, Marker)]


@pytest.fixture
def block(results: dict[str, Result]) -> BlockResult:
    """A dimension of four parts."""
    return results["wexcombe"].blocks[0]


@pytest.mark.parametrize(
    ("at", "lowest"),
    [
        ((4.0, 4.0, 4.0, 3.0), (3,)),
        ((2.0, 2.0, 2.0, 2.0), (0, 1, 2, 3)),
        ((1.67, 1.83, 1.67, 2.0), (0, 2)),
    ],
)
def test_signs_stand_at_their_levels_and_none_covers_another(
    block: BlockResult, at: tuple[float, ...], lowest: tuple[int, ...]
) -> None:
    """Equal or nearly equal parts stand one above the other, inside the strip: the axis never lies."""
    drawn = signs(standing(block, *at, lowest=lowest))

    assert sorted(sign.x for sign in drawn) == pytest.approx(sorted(SCALE.x(level) for level in at))
    for one, other in combinations(drawn, 2):
        assert max(abs(one.x - other.x), abs(one.y - other.y)) >= levels.SIGN - 0.1
    assert all(abs(sign.y) <= levels.HIGH / 2 for sign in drawn)


def test_what_limits_is_drawn_last(block: BlockResult) -> None:
    """A dot nearby does not cover the triangle."""
    assert [sign.sign for sign in signs(standing(block, 1.67, 1.83, 3.0, 4.0, lowest=(0,)))][-1] == "triangle"


def test_in_a_row_of_characters_a_figure_counts_equal_parts(
    questionnaire: Questionnaire, results: dict[str, Result], block: BlockResult
) -> None:
    """Three parts at one level are one sign and ×3."""
    result = results["wexcombe"]
    changed = result.model_copy(
        update={"blocks": (standing(block, 4.0, 4.0, 4.0, 3.0, lowest=(3,)), *result.blocks[1:])}
    )
    scene = overview.picture(questionnaire, changed, "en", width=500, medium=TERMINAL).scene
    rows = ["".join(segment.text for segment in row) for row in terminal.draw(scene)]

    assert any("●×3" in row for row in rows)


def test_no_part_is_the_lowest_before_that_is_proven(block: BlockResult) -> None:
    """While another part may still be lower, none has a triangle."""
    known = standing(block, 2.0, 3.0, 3.0, 3.0, lowest=(0,))
    subs = list(known.subdimensions)
    subs[2] = subs[2].model_copy(update={"bounds": Interval(low=1.7, high=3.3)})
    missing = known.model_copy(update={"subdimensions": tuple(subs)})

    assert {sign.sign for sign in signs(known)} == {"dot", "triangle"}
    assert {sign.sign for sign in signs(missing)} == {"dot"}
