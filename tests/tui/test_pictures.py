"""Pictures of the screens: complete, harmless, and some of them the same as the screens of today."""

from __future__ import annotations

import os
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from rich.segment import Segment
from rich.style import Style

from tests.tui.pictures import FOLDER, LOOKS, Look, index, pictures
from tests.tui.places import places
from tests.tui.svg import DARK, picture

SNAPSHOTS = Path(__file__).parent / "snapshots"
_ROUND = (
    (Look("fr"), ("home", "question-answered", "grid", "note")),
    (Look("en"), ("map", "search", "results-2")),
    (Look("en", (160, 50), "ansi-light"), ("question-answered",)),
    (Look("fr", (160, 50), "ansi-light"), ("results-1",)),
    (Look("fr", (80, 24), "maturity-contrast"), ("palette",)),
)


@pytest.mark.parametrize(("look", "names"), _ROUND, ids=lambda value: str(value) if isinstance(value, Look) else "")
async def test_ten_screens_look_as_they_did(tmp_path: Path, look: Look, names: tuple[str, ...]) -> None:
    """Letters, places and colours; ``UPDATE_GOLDEN=1`` writes them anew: look at them before committing."""
    made = await pictures(tmp_path, look, places(*names))
    for name, svg in made.items():
        path = SNAPSHOTS / f"{name}-{look}-{look.language}.svg"
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(svg, encoding="utf-8")

        assert path.read_text(encoding="utf-8") == svg, name


def test_every_screen_has_its_picture() -> None:
    """Every place, in both languages, small and large; no picture of what is no longer there; the pages list them."""
    wanted = {path for look in LOOKS for path in look.paths()}

    assert {path.relative_to(FOLDER) for path in wanted} == {path.relative_to(FOLDER) for path in FOLDER.rglob("*.svg")}
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == index("en")
    assert (FOLDER / "README.fr.md").read_text(encoding="utf-8") == index("fr")


@pytest.mark.parametrize("folder", [FOLDER, SNAPSHOTS], ids=["docs", "snapshots"])
def test_pictures_are_sound_and_ask_nothing_of_anyone(folder: Path) -> None:
    """Well-formed; no address but the name of the format, no script, no style or font from outside."""
    files = sorted(folder.rglob("*.svg"))

    assert files
    for path in files:
        text = path.read_text(encoding="utf-8")
        ET.fromstring(text)  # noqa: S314 - our own file
        assert re.findall(r"(?:https?:)?//[^\"' ]+", text) == ["http://www.w3.org/2000/svg"], path
        assert not re.search(r"<script|<image|href|@import|@font-face|url\(", text), path
        assert "/tmp" not in text, path  # noqa: S108 - no place on a disk


def test_a_picture_says_what_the_screen_says() -> None:
    """Letters as text in their columns, escaped; lines and dots as shapes; light on dark swapped where it is."""
    line = [Segment("a<b "), Segment("──", Style(color="cyan")), Segment("⠁", Style(dim=True))]
    svg = picture([line, [Segment(" x ", Style(reverse=True))]], 7, "1 < 2", DARK)

    ET.fromstring(svg)  # noqa: S314 - made above
    assert "<title>1 &lt; 2</title>" in svg
    assert ">a&lt;b</text>" in svg
    assert f'width="16.8" height="1.23" fill="{DARK[8]}"' in svg
    assert re.search(r'<path d="m\S+ \S+h0" stroke="#d6dae0" stroke-width="2.2" opacity', svg)
    assert f'width="25.2" height="17.6" fill="{DARK[0]}"/>' in svg
    assert f'fill="{DARK[1]}">x</text>' in svg
