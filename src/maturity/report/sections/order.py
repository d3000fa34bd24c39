"""Which chapters, in which order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import (
    answers,
    certainty,
    cover,
    dimensions,
    elected,
    method,
    participation,
    placement,
    priorities,
    readiness,
    summary,
)  # fmt: skip

Chapter = tuple[str, str, Callable[[Matter, Composer], None]]
_FRESH = {"elected", "answers"}  # begin on a page of their own; others where there is room, in points
_ROOM, _ROOM_FOR_A_MAP = 330.0, 470.0
_MAPPED = ("placement-", "dimensions")


def chapters(matter: Matter) -> list[Chapter]:
    """Title, key and writer of each chapter that applies."""
    found: list[Chapter] = [(elected.title(matter), "elected", elected.write)]
    found += [
        (placement.title(matter, one), f"placement-{one.id}", partial(_placement, one.id))
        for one in matter.result.placements
    ]
    if matter.dimensions:
        found.append((dimensions.title(matter), "dimensions", dimensions.write))
    if participation.applies(matter):
        found.append((participation.title(matter), "participation", participation.write))
    if matter.result.gates:
        found.append((readiness.title(matter), "readiness", readiness.write))
    found += [
        (priorities.title(matter), "priorities", priorities.write),
        (certainty.title(matter), "certainty", certainty.write),
        (answers.title(matter), "answers", answers.write),
        (method.title(matter), "method", method.write),
    ]
    return found


def _placement(id: str, matter: Matter, composer: Composer) -> None:
    placement.write(matter, composer, matter.result.placement(id))


def full_report(matter: Matter, composer: Composer, pages: dict[str, int]) -> None:
    """Cover with contents, then every chapter."""
    told = chapters(matter)
    cover.write(matter, composer, [(name, key) for name, key, _ in told], pages)
    for name, key, write in told:
        room = _ROOM_FOR_A_MAP if key.startswith(_MAPPED) else _ROOM
        composer.chapter(name, key, **({} if key in _FRESH else {"room": room}))
        write(matter, composer)


def short_report(matter: Matter, composer: Composer, pages: dict[str, int]) -> None:  # noqa: ARG001 - as `full_report`
    """Two pages for a meeting."""
    summary.write(matter, composer)
