"""Signs and hatching as plain shapes."""

from __future__ import annotations

from typing import get_args

import pytest

from maturity.charts.marks import hatching, outline
from maturity.charts.scene import Circle, Marker, Polygon, Polyline, Shape, Sign, Text


def extent(shape: Shape) -> tuple[float, float, float, float]:
    """Left, bottom, right, top."""
    if isinstance(shape, Circle):
        return shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius
    assert isinstance(shape, Polygon | Polyline)
    xs, ys = zip(*shape.points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("sign", get_args(Sign))
def test_a_sign_is_as_large_as_it_says(sign: Sign) -> None:
    """Around its centre, no larger than its size by more than a fifth, nor smaller than three quarters of it."""
    parts = [part for part in outline(Marker(50, 50, sign, 10)) if not isinstance(part, Text)]
    boxes = [extent(part) for part in parts]
    left, bottom, right, top = (
        pick(values) for pick, values in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)
    )

    assert 7.5 <= right - left <= 12
    assert 7.5 <= top - bottom <= 12
    assert (left + right) / 2 == pytest.approx(50, abs=0.01)


def test_no_two_signs_look_alike() -> None:
    """Each is drawn in its own way, so that none needs a colour to be known."""
    drawn = {outline(Marker(0, 0, sign, 10)) for sign in get_args(Sign)}

    assert len(drawn) == len(get_args(Sign))


@pytest.mark.parametrize(("width", "height"), [(40, 10), (10, 40), (20, 20)])
def test_hatching_stays_inside(width: float, height: float) -> None:
    """Every diagonal ends on an edge of its rectangle."""
    lines = hatching(5, 7, width, height)

    assert len(lines) > 3
    for line in lines:
        for x, y in ((line.x1, line.y1), (line.x2, line.y2)):
            assert 5 <= x <= 5 + width
            assert 7 <= y <= 7 + height
            assert x in (5, 5 + width) or y in (7, 7 + height)
