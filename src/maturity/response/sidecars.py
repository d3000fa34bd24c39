"""The files that stand beside a response file, and what each is for.

======================  ==================================================================
``r1.toml.previous``    the version before the last save
``r1.toml.damaged-1``   a damaged text, kept when the user chose to go on with it
``.r1.toml.tmp``        the new version while it is being written; left behind by a crash
``.r1.toml.spare``      the same for the previous version
``.r1.toml.lock``       held while a session has the file open; stays, empty
``.r1.toml.marker``     the same on a network drive that knows no locks
``.r1.toml.taken``      a marker that nobody holds any more, while it is taken over
``.r1.toml.session``    who holds it, and since when
======================  ==================================================================
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from maturity.response.parts import left, prefix

_TWO_PAGES = {"fr": "deux-pages", "en": "two-pages"}  # in the name of a file, by the language of what it holds
_MOST = 99  # texts kept beside one response
_LARGEST = 20 << 20  # bytes, of which no report of ours has as many
_LONGEST = 255  # bytes of a name on every file system in use


def previous(path: Path) -> Path:
    """The version before the last save."""
    return _beside(path, "", ".previous")


def damaged(path: Path, number: int) -> Path:
    """A damaged text that was kept; numbered from 1."""
    return _beside(path, "", f".damaged-{number}")


def damaged_names(path: Path) -> list[Path]:
    """All that there may be, in their order."""
    return [damaged(path, number) for number in range(1, _MOST + 1)]


def damaged_there(path: Path) -> list[Path]:
    """Those that are there, in their order; none where the folder cannot be listed."""
    try:
        names = set(os.listdir(path.parent))  # noqa: PTH208 - names only
    except OSError:
        return []
    return [one for one in damaged_names(path) if one.name in names]


def temporary(path: Path) -> Path:
    """The new version while it is being written."""
    return _beside(path, ".", ".tmp")


def spare(path: Path) -> Path:
    """The previous version while it is being put in its place."""
    return _beside(path, ".", ".spare")


def lock(path: Path) -> Path:
    """Held while a session has the file open."""
    return _beside(path, ".", ".lock")


def marker(path: Path) -> Path:
    """Stands for the lock on a network drive that knows no locks."""
    return _beside(path, ".", ".marker")


def taken(path: Path) -> Path:
    """A marker that nobody holds any more, while it is taken over."""
    return _beside(path, ".", ".taken")


def session(path: Path) -> Path:
    """Who holds the lock, and since when."""
    return _beside(path, ".", ".session")


def every(path: Path) -> list[Path]:
    """All of them that exist, the lock last."""
    names = [previous(path), temporary(path), spare(path), session(path), taken(path), marker(path), lock(path)]
    return [name for name in (*damaged_names(path), *names) if os.path.lexists(name)]


def report(path: Path) -> Path:
    """Where the terminal writes the report: named so that it can be sent alone."""
    return path.parent / f"{path.parent.name}-{path.stem}.pdf"


def short_report(path: Path, language: str) -> Path:
    """Where the terminal writes the two pages for a meeting."""
    return _short(report(path), language)


def plain_report(path: Path, language: str, *, short: bool) -> Path:
    """Where the command line writes the report or the two pages, unless another place is named."""
    whole = path.with_suffix(".pdf")
    return _short(whole, language) if short else whole


def _short(whole: Path, language: str) -> Path:
    return whole.with_name(f"{whole.stem}-{_TWO_PAGES.get(language, language)}.pdf")


def pictures(path: Path) -> Path:
    """The folder where the terminal puts the pictures for slides."""
    return path.parent / f"{path.parent.name}-{path.stem}-svg"


def actions(path: Path, number: int) -> Path:
    """Where the terminal writes a table of actions; numbered from 1. The table is its readers', who write into it."""
    return path.parent / f"{path.parent.name}-{path.stem}-actions{f'-{number}' if number > 1 else ''}.csv"


def reports(path: Path) -> list[Path]:
    """What was made of a response and stands beside it, by the terminal or the command line: it tells its answers."""
    whole = (report(path), path.with_suffix(".pdf"))
    short = [_short(one, language) for one in whole for language in (*_TWO_PAGES, "2")]  # "2": as it was named before
    folder = pictures(path)  # os.path and not Path: a name too long to exist is no folder, and no error
    ours = os.path.isdir(folder) and not os.path.islink(folder)  # noqa: PTH112, PTH114
    drawn = [*filter(is_picture, sorted(folder.glob("*.svg"))), *left(folder)] if ours else []
    unfinished = _unfinished(path, (*whole, *short))
    return [*filter(is_report, (*whole, *short)), *unfinished, *drawn]


def _unfinished(path: Path, exports: Iterable[Path]) -> list[Path]:
    """What was left of exports that were killed midway: answers stand in it, too."""
    begins = {*map(prefix, exports), f".{path.parent.name}-{path.stem}-actions"[:41]}
    return sorted({part for begin in begins for part in left(path.parent, begin)})


def is_picture(path: Path) -> bool:
    """An SVG with the title that only ours have; somebody's own drawing is not ours to remove or to replace."""
    try:
        head = _begin(path, 2000)
    except OSError:
        return False
    return head.startswith(b"<svg ") and b'aria-labelledby="title-' in head


def is_report(path: Path) -> bool:
    """A PDF that says that this tool made it; somebody's own PDF of the same name is not ours to remove."""
    try:
        data = _begin(path, _LARGEST)
    except OSError:  # a name too long to exist, or not ours to read
        return False
    return data.startswith(b"%PDF-") and b"CreatorTool>maturity " in data


def _begin(path: Path, most: int) -> bytes:
    """What an ordinary file begins with; of a link, a folder or a pipe, nothing."""
    if path.is_symlink() or not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(most)


def _beside(path: Path, before: str, after: str) -> Path:
    """A name for each name, also where the two together are too long for the file system."""
    name = f"{before}{path.name}{after}"
    if len(os.fsencode(name)) > _LONGEST:
        name = f"{before}{sha256(os.fsencode(path.name)).hexdigest()[:32]}{after}"
    return path.with_name(name)
