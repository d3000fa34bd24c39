"""Projects are named, added and taken out in words; a key is never taken for a name."""

from __future__ import annotations

import re
from pathlib import Path

from maturity.response.reading import read
from tests.plain.conftest import said


def _names(path: Path) -> list[str]:
    return [project.name for project in read(path).helix]


def test_a_key_is_not_a_name(path: Path) -> None:
    """One letter or digit where a name is asked for is refused, with what can be typed."""
    text = said(path, "g c", "Map", "b", "k", "3", language="en")

    assert "“k” was not understood. Type the name of the project" in text
    assert _names(path) == ["Map"]


def test_a_second_project_is_added(path: Path) -> None:
    """From anywhere in the first grid; its first cell is asked for next."""
    text = said(path, "g c", "Map", "p", "x", "skip", "Roads", language="en")

    assert _names(path) == ["Map", "Roads"]
    assert len(re.findall(r"\b1 of \d\d\.", text.partition("g c")[2])) == 2


def test_a_project_is_taken_out_and_put_back(path: Path) -> None:
    """Undo puts back its name."""
    assert "Map is taken out, with its grid. Saved." in said(path, "g c", "Map", "0", "d", language="en")
    assert _names(path) == []
    said(path, "g c", "Map", "p", "Roads", "d", "u", language="en")
    assert _names(path) == ["Map", "Roads"]


def test_what_cannot_be_added_or_taken_out_is_told(path: Path) -> None:
    """Outside a grid, without a first project, with two."""
    text = said(path, "p", "d", "g c", "p", "d", "Map", "p", "Roads", "p", language="en")

    for words in ("added in the grid", "taken out in its grid", "Name the first", "no project here", "two projects"):
        assert words in text


def test_not_knowing_is_all_right_in_a_grid(path: Path) -> None:
    """A question mark there is answered as on the screen."""
    assert "If you don’t know, leave it: Enter goes on." in said(path, "g c", "Map", "?", language="en")
