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
    summary,
)  # fmt: skip


@dataclass(frozen=True)
class Chapter:
    """One chapter: its heading, the key that links lead to, and what writes it."""

    title: str
    key: str
    write: Callable[[Matter, Composer], None]
    fresh: bool = False  # begins on a page of its own; others where there is room


_ROOM = 250.0  # points: less is not begun at the foot of a page


def chapters(matter: Matter) -> list[Chapter]:
    """Those that apply, in order."""
    found = [Chapter(elected.title(matter), "elected", elected.write, fresh=True)]
    for index, one in enumerate(matter.result.placements):
        # The page for elected members can be taken out: nothing else stands on it.
        write = partial(_placement, one.id)
        found.append(Chapter(placement.title(matter, one), f"placement-{one.id}", write, fresh=not index))
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
        *annexes(matter),
    ]


def annexes(matter: Matter) -> list[Chapter]:
    """What is looked up rather than read: answers, then how it was made."""
    found = [Chapter(answers.title(matter), "answers", answers.write, fresh=True)]
    if legal.applies(matter):
        found.append(Chapter(legal.title(matter), "legal", legal.write))
    return [*found, Chapter(method.title(matter), "method", method.write)]


def _placement(id: str, matter: Matter, composer: Composer) -> None:
    placement.write(matter, composer, matter.result.placement(id))


def full_report(matter: Matter, composer: Composer, pages: dict[str, int]) -> None:
    """Cover with contents, then every chapter."""
    told, last = chapters(matter), len(annexes(matter))
    contents = [(chapter.title, chapter.key) for chapter in told]
    cover.write(matter, composer, (contents[:-last], contents[-last:]), pages)
    for chapter in told:
        composer.chapter(chapter.title, chapter.key, **({} if chapter.fresh else {"room": _ROOM}))
        chapter.write(matter, composer)


def short_report(matter: Matter, composer: Composer, pages: dict[str, int]) -> None:  # noqa: ARG001 - as `full_report`
    """Two pages for a meeting."""
    summary.write(matter, composer)
