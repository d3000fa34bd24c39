"""A scene as rows of characters."""

from __future__ import annotations

from maturity.charts.scene import Circle, Line, Marker, Polygon, Polyline, Rect, Scene, Text
from maturity.charts.terminal import Segment, draw, size
from tests.charts.test_svg import EVERY


def rows(scene: Scene, columns: int | None = None, lines: int | None = None) -> list[str]:
    """Only the characters."""
    return ["".join(segment.text for segment in row) for row in draw(scene, columns, lines)]


def test_a_column_is_five_points_and_a_row_ten() -> None:
    """The scene's own size in cells, rounded up."""
    assert size(Scene(400, 101, ())) == (80, 11)


def test_lines_become_braille() -> None:
    """A line along the ground sets the lowest dots of every cell it crosses."""
    assert rows(Scene(20, 10, (Line(0, 0.5, 17.5, 0.5),))) == ["⣀⣀⣀⣀"]


def test_text_wins_over_dots() -> None:
    """Whatever is drawn after it, a text is read whole."""
    scene = Scene(40, 10, (Text(5, 2.5, "abc"), Rect(0, 0, 40, 10, "ink")))

    assert rows(scene) == ["⣿abc⣿⣿⣿⣿"]


def test_the_last_shape_gives_the_colour() -> None:
    """One cell has one role: that of whatever drew there last."""
    scene = Scene(5, 10, (Line(0, 0, 5, 10, "grid"), Line(0, 10, 5, 0, "accent")))

    assert [segment.role for segment in draw(scene)[0]] == ["accent"]


def test_a_light_ground_wipes_what_is_under_it() -> None:
    """Paper over ink leaves nothing."""
    assert rows(Scene(10, 10, (Rect(0, 0, 10, 10, "ink"), Rect(0, 0, 10, 10, "paper")))) == ["  "]


def test_darker_grounds_are_denser() -> None:
    """The order of the shades is seen without colour."""
    dots = [sum((ord(c) - 0x2800).bit_count() for c in rows(Scene(5, 10, (Rect(0, 0, 5, 10, role),)))[0] if c != " ")
            for role in ("step0", "step1", "step2", "step3", "step4")]  # fmt: skip

    assert dots == sorted(dots)
    assert len(set(dots)) == 5


def test_signs_are_characters() -> None:
    """A marker is one character in its cell."""
    assert rows(Scene(15, 10, (Marker(7.5, 5, "diamond"),))) == [" ◆ "]


def test_text_on_dark_paper_is_ink_here() -> None:
    """A terminal has no dark paper, so what is white on a shade becomes bold ink."""
    assert draw(Scene(5, 10, (Text(0, 2.5, "3", fill="paper"),))) == [[Segment("3", "ink", bold=True)]]


def test_it_can_be_drawn_smaller() -> None:
    """Another number of columns and rows scales the shapes."""
    scene = Scene(40, 40, (Rect(0, 0, 40, 40, "ink"), *EVERY))

    assert [len(row) for row in rows(scene, 4, 2)] == [4, 4]


def test_text_at_the_edge_is_moved_inside() -> None:
    """Centred at the left edge, a text still begins in the first column."""
    assert rows(Scene(25, 10, (Text(0, 2.5, "abc", anchor="middle"),))) == ["abc  "]


def test_accents_written_apart_stay_in_one_cell() -> None:
    """A combining mark takes no column of its own; a wide character takes two."""
    assert rows(Scene(25, 10, (Text(0, 2.5, "e\u0301日x"),))) == ["e\u0301日x "]


def test_circles_and_polygons_are_filled() -> None:
    """Their inside is set, the corners around a circle are not."""
    circle = rows(Scene(30, 30, (Circle(15, 15, 14, "ink"),)))
    triangle = rows(Scene(30, 30, (Polygon(((0, 0), (30, 0), (15, 30)), "ink"), Polyline(((0, 0), (30, 0))))))

    assert circle[1][2:4] == "⣿⣿"
    assert circle[0][0] != "⣿"
    assert triangle[2][2:4] == "⣿⣿"
    assert triangle[0][0] == " "


def test_no_terminal_library_is_needed() -> None:
    """The rows are plain values."""
    import subprocess
    import sys

    code = "import sys, maturity.charts.terminal; sys.exit('textual' in sys.modules or 'rich' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
