"""A picture of every screen of the terminal, in French and English, small and large, light and dark.

    python scripts/screens.py                 all of docs/screens
    python scripts/screens.py --only map …    only these

Every picture is drawn from the running program on invented authorities, its clock standing still: the same bytes on
every computer. Nothing in them comes from outside.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # what is on the pictures is what the tests walk through

from tests.tui.pictures import FOLDER, LOOKS, index, pictures  # noqa: E402
from tests.tui.places import PLACES  # noqa: E402


async def draw(names: list[str]) -> int:
    """Write the pictures; returns how many."""
    count = 0
    with tempfile.TemporaryDirectory() as place:
        for look, known in LOOKS.items():
            wanted = [one for one in PLACES if (not known or one.name in known) and (not names or one.name in names)]
            made = await pictures(Path(place), look, wanted)
            for name, svg in made.items():
                path = look.path(name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(svg, encoding="utf-8")
            count += len(made)
    return count


def main() -> None:
    """Draw what is asked for; what no place is called any more is taken away."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", default=[], choices=[place.name for place in PLACES], metavar="PLACE")
    names = parser.parse_args().only
    count = asyncio.run(draw(names))
    for language, name in (("en", "README.md"), ("fr", "README.fr.md")):
        (FOLDER / name).write_text(index(language), encoding="utf-8")
    known = {path for look in LOOKS for path in look.paths()}
    for stray in set(FOLDER.rglob("*.svg")) - known:
        stray.unlink()
    print(f"{count} pictures in {FOLDER.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
