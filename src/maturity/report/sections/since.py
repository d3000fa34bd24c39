"""Since the last wave: what moved, what did not, what nobody can tell. The sentences are the terminal's, too."""

from __future__ import annotations

from collections.abc import Iterable

from maturity.charts.changes import Story
from maturity.charts.telling import Part, parts
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.styles import CELL, INK, LABEL, SMALL, Style
from maturity.report.tagging.stack import Ground

_SIDE, _BELOW = CELL.but(after=3), SMALL.coloured(INK).but(after=2)
_SHARES = (62, 38)  # the picture, and what it comes to
_BESIDE = ("placement", "points", "gates")
_MOST = 4  # points told beside the picture, which shows them all
_SHOWN = ("summary", "levels")  # as the finding with its cautions, and in the picture
_IF_ROOM = "reading"  # beside the picture where little else is
_BESIDE_ROOM = 1000  # characters beside the picture


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("Since the last assessment")


def applies(matter: Matter) -> bool:
    """Whether there is an earlier wave to look back on."""
    return matter.story is not None


def write(matter: Matter, composer: Composer) -> None:
    """The chapter: nothing where there is no earlier wave."""
    story = matter.story
    if story is None:
        return
    composer.finding(story.finding())
    for caution in story.cautions():
        composer.text(caution, SMALL)
    told = [_shortened(matter, part) for part in parts(story) if part.name not in _SHOWN]
    beside = [part for part in told if part.name in _BESIDE]
    beside += [part for part in told if part.name == _IF_ROOM and _length([*beside, part]) <= _BESIDE_ROOM]
    _picture(composer, story, beside)
    with composer.newspaper(2):
        _parts(composer, [part for part in told if part not in beside], _BELOW)


def _length(told: Iterable[Part]) -> int:
    """Characters of all sentences."""
    return sum(len(sentence) for part in told for sentence in part.sentences)


def _picture(composer: Composer, story: Story, beside: list[Part]) -> None:
    from maturity.charts import change

    with composer.stack() as picture:
        composer.picture(change.picture(story, width=composer.width_of(_SHARES, 0)), after=0)
    with composer.stack() as side:
        _parts(composer, beside)
    composer.columns([picture, side], Ground(None, None, 0), shares=_SHARES)


def _shortened(matter: Matter, part: Part) -> Part:
    """The first of many points: the largest differences."""
    more = len(part.sentences) - _MOST
    if part.name != "points" or more <= 1:
        return part
    rest = matter.voice.tell_count("{n} more, in the picture.", "{n} more, in the picture.", more)
    return part._replace(sentences=(*part.sentences[:_MOST], rest))


def _parts(composer: Composer, told: Iterable[Part], style: Style = _SIDE) -> None:
    for part in told:
        composer.text(part.heading, LABEL)
        for sentence in part.sentences:
            composer.text(sentence, style)
        composer.gap(6)
