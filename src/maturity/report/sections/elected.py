"""One page for elected members: a sentence, two placements, the dimensions, three next actions, one thing to watch.

Read in three minutes, standing: no figure that would have to be explained, no code, and always exactly one page.
"""

from __future__ import annotations

from functools import partial

from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import gist, phrases
from maturity.report.sections.fitting import Air, fitted, heading, sized
from maturity.report.styles import BODY, CELL, HEADINGS, LABEL, LEAD, PALE, SMALL, STRONG, Style
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold
from maturity.scoring.result import BlockResult, PlacementResult

_ACTIONS = 3
_STRIP = (33, 27, 40)  # shares: what holds everywhere, the strip, the parts by name
_NOWHERE = Ground(None, None, 0)


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("In one page, for elected members")


def write(matter: Matter, composer: Composer) -> None:
    """The page, below what is already on it."""
    fitted(composer, partial(_page, matter))


def _page(matter: Matter, composer: Composer, air: Air) -> None:
    tell = matter.voice.tell
    composer.text(gist.sentence(matter), sized(LEAD, air.lead).but(after=air.gap))
    _cards(matter, composer, air)
    if matter.dimensions:
        heading(composer, tell("What the authority can rely on"), air)
        for number, block in enumerate(matter.dimensions):
            _dimension(matter, composer, block, air, first=number == 0)
        composer.gap(3)
        composer.text(_key(matter), SMALL.but(after=air.gap / 2))
    _actions(matter, composer, air)
    with composer.panel(after=air.gap * 0.7):
        composer.text(tell("One thing to watch"), LABEL)
        what, then = gist.watch(matter)
        composer.text((Bold(what + " "), then) if what else then, sized(BODY, air.body + 0.6).but(after=0))
    composer.text(phrases.no_grade(matter), SMALL.but(after=0))


def _cards(matter: Matter, composer: Composer, air: Air) -> None:
    stacks = []
    for placement in matter.result.placements:
        with composer.stack(composer.width / len(matter.result.placements) - 28) as stack:
            _card(matter, composer, placement, air, first=not stacks)
        stacks.append(stack)
    if stacks:
        composer.columns(stacks, Ground(PALE, None, 11), after=air.gap)


def _card(matter: Matter, composer: Composer, placement: PlacementResult, air: Air, *, first: bool) -> None:
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
            composer.text(short, sized(CELL, air.body - 0.3).but(after=3))
        composer.text(phrases.sure(matter, placement), sized(SMALL, 8.4).but(after=0))
    width = composer.width
    composer.columns([left, right], _NOWHERE, shares=(74, width - 74 - 12), gap=12, after=0)


def _dimension(matter: Matter, composer: Composer, block: BlockResult, air: Air, *, first: bool) -> None:
    from maturity.charts import levels

    style = sized(CELL, air.body)
    with composer.stack() as everywhere:
        composer.text((Bold(matter.block_names[block.id]),), style.but(after=1))
        composer.text(phrases.everywhere(matter, block), sized(SMALL, air.body - 0.5).but(after=0))
    with composer.stack() as strip:
        picture = levels.picture(
            matter.questionnaire,
            matter.result,
            matter.voice.language,
            block=block.id,
            width=composer.width_of(_STRIP, 1),
            numbered=first,
        )
        composer.picture(picture, after=0)
    with composer.stack() as ends:
        for said in gist.ends(matter, block):
            composer.text(said, style.but(after=1))
    composer.columns([everywhere, strip, ends], _NOWHERE, shares=_STRIP, after=air.gap / 2)


def _key(matter: Matter) -> str:
    """How to read the strips."""
    labels = matter.questionnaire.wording.level_labels
    return matter.voice.tell(
        "A dot is a part of the dimension, the triangle its weakest; tinted: what all of them reach. "
        "1: {lowest}; {n}: {highest}.",
        lowest=matter.text(labels[0]), highest=matter.text(labels[-1]), n=len(labels),
    )  # fmt: skip


def _actions(matter: Matter, composer: Composer, air: Air) -> None:
    chosen = matter.result.priorities[:_ACTIONS]
    if not chosen:
        return
    voice, tell, advice = matter.voice, matter.voice.tell, matter.questionnaire.advice
    known = {one.id: one for one in advice.recommendations}
    heading(composer, _first(matter, len(chosen)), air)
    bold = Style(HEADINGS[3].look, CELL.block)
    rows = []
    for rank, action in enumerate((known[priority.recommendation] for priority in chosen), 1):
        what = [(sized(bold, air.body), f"{rank}. {matter.text(action.title)}")]
        if air.all_said:
            what.append((sized(CELL, air.body - 0.3), matter.text(action.why)))
        within = voice.tell_count("{n} month", "{n} months", action.horizon_months)
        rows.append((what, matter.text(advice.lead_labels[action.lead]), within))
    composer.table((tell("Action"), tell("Who leads"), tell("Within")), rows, (60, 27, 13))
    composer.things[-1].spaceAfter = air.gap


def _first(matter: Matter, n: int) -> str:
    voice = matter.voice
    return voice.tell("The first action") if n == 1 else voice.tell("The first {count} actions", count=voice.spelled(n))
