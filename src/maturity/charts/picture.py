"""A finished picture: what is drawn, what it says in words, and the same data as a table."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.charts.scene import Scene


@dataclass(frozen=True)
class Table:
    """The data of a picture; every row has as many cells as there are headers."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Picture:
    """``alt`` tells the finding in one or two sentences; ``language`` is the one of every text in it."""

    scene: Scene
    alt: str
    table: Table
    language: str
