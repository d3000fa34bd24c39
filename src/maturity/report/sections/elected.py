"""One page for elected members: a sentence, two placements, the dimensions, three next actions, one thing to watch.

Read in three minutes, standing: no figure that would have to be explained, no code, and always exactly one page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable, PageBreak

from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import gist, phrases
from maturity.report.styles import BODY, CELL, HEADINGS, LABEL, LEAD, PALE, ROOM, SMALL, STRONG, WIDTH, Style
from maturity.report.tagging.stack import Ground, stack_height
from maturity.report.tagging.structure import Element
from maturity.report.words import Bold, Gate, Quiet
from maturity.scoring.result import BlockResult, PlacementResult

_ACTIONS = 3
_STRIP = (63, 37)  # shares: words about a dimension, its strip
_NOWHERE = Ground(None, None, 0)


@dataclass(frozen=True)
class _Air:
    """How generously the page is set: the size of its sentence, points between parts, the height of the maps."""

    sentence: float
    gap: float
    map: float
    whys: bool = True
    body: float = 8.9


_AIRS = (_Air(15, 13, 70), _Air(13.5, 9, 62), _Air(12, 6, 54), _Air(10.5, 4, 46, whys=False, body=8.4))


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("In one page, for elected members")


def write(matter: Matter, composer: Composer) -> None:
    """The page, below what is already on it: as airy as it can be."""
    room = ROOM - _used(composer.things)
    for air in _AIRS:
        trial = Composer(Gate(), Element("Document"), headings=1)
        _page(matter, trial, air)
        if stack_height(trial.things, WIDTH) <= room:
            break
    _page(matter, composer, air)


def _used(things: list[Flowable]) -> float:
    """Points of the page that is being filled, with the space below the last thing."""
    last = max((index for index, thing in enumerate(things) if isinstance(thing, PageBreak)), default=-1)
    own = things[last + 1 :]
    return stack_height(own, WIDTH) + own[-1].getSpaceAfter() if own else 0.0


def _page(matter: Matter, composer: Composer, air: _Air) -> None:
    tell = matter.voice.tell
    composer.text(gist.sentence(matter), _sized(LEAD, air.sentence).but(after=air.gap))
    _cards(matter, composer, air)
    if matter.dimensions:
        _heading(composer, tell("What the authority can rely on"), air)
        for number, block in enumerate(matter.dimensions):
            _dimension(matter, composer, block, air, first=number == 0)
        composer.gap(3)
        composer.text(_key(matter), SMALL.but(after=air.gap / 2))
    _actions(matter, composer, air)
    with composer.panel(after=air.gap * 0.7):
        composer.text(tell("One thing to watch"), LABEL)
        what, then = gist.watch(matter)
        composer.text((Bold(what + " "), then) if what else then, _sized(BODY, air.body + 0.6).but(after=0))
    composer.text(phrases.no_grade(matter), SMALL.but(after=0))


def _heading(composer: Composer, text: str, air: _Air) -> None:
    composer.heading(text)
    composer.things[-1].spaceBefore = air.gap
    composer.things[-1].spaceAfter = min(5.0, air.gap / 2)


def _sized(style: Style, size: float) -> Style:
    leading = style.block.leading * size / style.look.size
    return Style(replace(style.look, size=size), replace(style.block, leading=leading))


def _cards(matter: Matter, composer: Composer, air: _Air) -> None:
    stacks = []
    for placement in matter.result.placements:
        with composer.stack(composer.width / len(matter.result.placements) - 28) as stack:
            _card(matter, composer, placement, air, first=not stacks)
        stacks.append(stack)
    if stacks:
        composer.columns(stacks, Ground(PALE, None, 11), after=air.gap)


def _card(matter: Matter, composer: Composer, placement: PlacementResult, air: _Air, *, first: bool) -> None:
    """The map like a stamp, beside it what is filled and how sure that is."""
    from maturity.charts import glimpse

    rules = matter.questionnaire.placement(placement.id)
    with composer.stack() as left:
        shown = glimpse.picture(
            matter.questionnaire, matter.result, matter.voice.language, placement=placement.id, high=air.map
        )
        composer.picture(shown, after=0)
    with composer.stack() as right:
        composer.text(matter.text(rules.name), LABEL)
        composer.text(phrases.label(matter, placement), STRONG.but(after=3))
        if not first and placement.label:
            short = matter.text(matter.configuration(placement.id, placement.label).short)
            composer.text(short, _sized(CELL, air.body - 0.3).but(after=3))
        composer.text(phrases.sure(matter, placement), _sized(SMALL, 8.4).but(after=0))
    width = composer.width
    composer.columns([left, right], _NOWHERE, shares=(74, width - 74 - 12), gap=12, after=0)


def _dimension(matter: Matter, composer: Composer, block: BlockResult, air: _Air, *, first: bool) -> None:
    from maturity.charts import levels

    with composer.stack() as words:
        style = _sized(CELL, air.body)
        everywhere = phrases.everywhere(matter, block)
        composer.text((Bold(matter.block_names[block.id]), Quiet(" · " + everywhere)), style.but(after=1))
        if ends := gist.ends(matter, block):
            composer.text(ends, style.but(after=0))
    with composer.stack() as strip:
        width = composer.width_of(_STRIP, 1)
        picture = levels.picture(
            matter.questionnaire, matter.result, matter.voice.language, block=block.id, width=width, numbered=first
        )
        composer.picture(picture, after=0)
    composer.columns([words, strip], _NOWHERE, shares=_STRIP, after=air.gap / 2)


def _key(matter: Matter) -> str:
    """How to read the strips."""
    labels = matter.questionnaire.wording.level_labels
    return matter.voice.tell(
        "A dot is a part of the dimension, the triangle its weakest; tinted: what all of them reach. "
        "1: {lowest}; {n}: {highest}.",
        lowest=matter.text(labels[0]), highest=matter.text(labels[-1]), n=len(labels),
    )  # fmt: skip


def _actions(matter: Matter, composer: Composer, air: _Air) -> None:
    chosen = matter.result.priorities[:_ACTIONS]
    if not chosen:
        return
    voice, tell, advice = matter.voice, matter.voice.tell, matter.questionnaire.advice
    known = {one.id: one for one in advice.recommendations}
    _heading(composer, _first(matter, len(chosen)), air)
    bold = Style(HEADINGS[3].look, CELL.block)
    rows = []
    for action in (known[priority.recommendation] for priority in chosen):
        what = [(_sized(bold, air.body), matter.text(action.title))]
        if air.whys:
            what.append((_sized(CELL, air.body), matter.text(action.why)))
        within = voice.tell_count("{n} month", "{n} months", action.horizon_months)
        rows.append((what, matter.text(advice.lead_labels[action.lead]), within))
    composer.table((tell("Action"), tell("Who leads"), tell("Within")), rows, (60, 27, 13))
    composer.things[-1].spaceAfter = air.gap


def _first(matter: Matter, n: int) -> str:
    voice = matter.voice
    return voice.tell("The first action") if n == 1 else voice.tell("The first {count} actions", count=voice.spelled(n))
