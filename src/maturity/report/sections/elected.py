"""One page for elected members: a sentence, two placements, the dimensions, three next actions, one thing to watch.

Read in three minutes, standing: no figure that would have to be explained, no code, and always exactly one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from maturity.charts.words import open_
from maturity.report import actions
from maturity.report.composer import Cell, Composer
from maturity.report.matter import Matter
from maturity.report.sections import gist, phrases
from maturity.report.sections.fitting import ACTION, Air, fitted, heading, sized
from maturity.report.styles import BODY, CELL, LABEL, LEAD, PALE, SMALL, STRONG, Style
from maturity.report.tagging.flow import Flowable
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold, Said
from maturity.scoring.result import BlockResult, PlacementResult

_ACTIONS = 3
_STRIP = (33, 27, 40)  # shares: what holds everywhere, the strip, the parts by name
_NOWHERE = Ground(None, None, 0)


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("One page for elected members")


def write(matter: Matter, composer: Composer) -> None:
    """The page, below what is already on it."""
    fitted(composer, partial(_page, matter))


def _page(matter: Matter, composer: Composer, air: Air) -> None:
    tell = matter.voice.tell
    composer.text(gist.sentence(matter), sized(LEAD, air.lead).but(after=4))
    composer.text(_whose(matter), sized(SMALL, 8.2).but(after=air.gap))
    _cards(matter, composer, air)
    if matter.dimensions:
        heading(composer, tell("Where the dimensions stand"), air)
        for number, block in enumerate(matter.dimensions):
            _dimension(matter, composer, block, air, first=number == 0)
        composer.gap(3)
        composer.text(_key(matter), sized(SMALL, 7.9).but(after=air.gap / 2))
    _actions(matter, composer, air)
    with composer.panel(after=air.gap * 0.7):
        composer.heading(tell("One thing to watch"), 2, look=3)
        what, then = gist.watch(matter)
        composer.text((Bold(what + " "), then) if what else then, sized(BODY, air.body + 0.6).but(after=0))
    composer.text(phrases.no_grade(matter), sized(SMALL, 8.2).but(after=0))


def _whose(matter: Matter) -> str:
    """Who says so, and, where there is an earlier assessment, what has changed since."""
    tell, respondent = matter.voice.tell, matter.response.respondent
    role = matter.filled("role", respondent.role)
    if matter.response.kind == "consensus":
        said = tell("As those who answered agreed on it; nobody else has checked it.")
    else:
        said = tell("As one person answered ({role}); nobody else has checked it.", role=role[:1].lower() + role[1:])
    if matter.response.edited_by_hand:
        said += " " + tell("The answers were changed outside the program before this report was made.")
    story = matter.story
    return f"{said} {story.finding()}" if story is not None else said


def _cards(matter: Matter, composer: Composer, air: Air) -> None:
    stacks: list[list[Flowable]] = []
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
        composer.text(gist.placed(matter, placement), STRONG.but(after=3))
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
    tell, labels = matter.voice.tell, matter.questionnaire.wording.level_labels
    words = tell(
        "Dot: a part; triangle: the weakest; tinted: reached by every part, or nearly. "
        "1: {lowest}; {n}: {highest}.",
        lowest=matter.text(labels[0]), highest=matter.text(labels[-1]), n=len(labels),
    )  # fmt: skip
    notes = [words]
    if any(open_(part.bounds) for block in matter.dimensions for part in block.subdimensions):
        notes.append(tell("Dashed: still open, answers are missing."))
    if any(block.indicative for block in matter.dimensions):
        notes.append(tell("Indicative: the form asks only some of the questions behind these levels."))
    return " ".join(notes)


def _actions(matter: Matter, composer: Composer, air: Air) -> None:
    voice, tell, chosen = matter.voice, matter.voice.tell, actions.found(matter)[:_ACTIONS]
    if not chosen:
        return
    heading(composer, _first(matter, len(chosen)), air)
    rows: list[list[Cell]] = []
    for one in chosen:
        what: list[tuple[Style, Said]] = [(sized(ACTION, air.body), f"{one.rank}. {one.action}")]
        if air.all_said:
            what.append((sized(CELL, air.body - 0.3), one.reason))
        within = voice.tell_count("{n} month", "{n} months", one.start + one.months)
        rows.append([what, one.who, within])
    composer.table((tell("Action"), tell("Who leads"), tell("Within")), rows, (60, 27, 13))
    composer.things[-1].spaceAfter = air.gap
    if air.all_said and (notes := meanwhile(chosen)):
        composer.things[-1].spaceAfter = 4
        composer.text(" ".join(notes), sized(SMALL, 7.9).but(after=air.gap))


def meanwhile(chosen: Sequence[actions.ActionRow]) -> list[str]:
    """Who carries an action as long as the role that leads it is not filled; each said once."""
    return list(dict.fromkeys(f"{one.who} ({one.meanwhile})." for one in chosen if one.meanwhile))


def _first(matter: Matter, n: int) -> str:
    voice = matter.voice
    return voice.tell("The first action") if n == 1 else voice.tell("The first {count} actions", count=voice.spelled(n))
