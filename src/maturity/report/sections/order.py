"""Which chapters, in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import (
    answers,
    certainty,
    cover,
    dimensions,
    elected,
    legal,
    method,
    participation,
    placement,
    priorities,
    readiness,
    since,
    summary,
)  # fmt: skip
from maturity.report.styles import PAGE, ROOM


@dataclass(frozen=True)
class Chapter:
    """One chapter: its heading, the key that links lead to, and what writes it."""

    title: str
    key: str
    write: Callable[[Matter, Composer], None]
    room: float = 250.0  # points: with less it begins on a new page


_FRESH = PAGE[1]  # on a new page
_FLOWING = 180.0  # small type in columns goes on over pages
_NEARLY_FRESH = 0.51 * ROOM  # on a new page, unless the last one has only just begun


def chapters(matter: Matter) -> list[Chapter]:
    """Those that apply, in order."""
    found = [Chapter(elected.title(matter), "elected", elected.write, _FRESH)]
    for index, one in enumerate(matter.result.placements):
        # The page for elected members can be taken out: nothing else stands on it.
        room = Chapter.room if index else _FRESH
        write = partial(_placement, one.id)
        found.append(Chapter(placement.title(matter, one), f"placement-{one.id}", write, room))
    if matter.dimensions:
        found.append(Chapter(dimensions.title(matter), "dimensions", dimensions.write))
    if participation.applies(matter):
        found.append(Chapter(participation.title(matter), "participation", participation.write))
    if matter.result.gates:
        found.append(Chapter(readiness.title(matter), "readiness", readiness.write))
    return [
        *found,
        Chapter(priorities.title(matter), "priorities", priorities.write),
        Chapter(certainty.title(matter), "certainty", certainty.write),
        *([Chapter(since.title(matter), "since", since.write, _FRESH)] if since.applies(matter) else ()),
        *annexes(matter),
    ]


def annexes(matter: Matter) -> list[Chapter]:
    """What is looked up rather than read: answers, then how it was made."""
    found = [Chapter(answers.title(matter), "answers", answers.write, _NEARLY_FRESH)]
    if legal.applies(matter):
        found.append(Chapter(legal.title(matter), "legal", legal.write, _FLOWING))
    return [*found, Chapter(method.title(matter), "method", method.write, _FLOWING)]


def _placement(id: str, matter: Matter, composer: Composer) -> None:
    placement.write(matter, composer, matter.result.placement(id))


def full_report(matter: Matter, composer: Composer, pages: dict[str, int]) -> None:
    """Cover with contents, then every chapter."""
    told, last = chapters(matter), len(annexes(matter))
    contents = [(chapter.title, chapter.key) for chapter in told]
    cover.write(matter, composer, (contents[:-last], contents[-last:]), pages)
    for chapter in told:
        composer.chapter(chapter.title, chapter.key, room=chapter.room)
        chapter.write(matter, composer)


def short_report(matter: Matter, composer: Composer, pages: dict[str, int]) -> None:  # noqa: ARG001 - as `full_report`
    """Two pages for a meeting."""
    summary.write(matter, composer)
