"""One page for elected members: a sentence, two placements, the dimensions, three next actions, one thing to watch."""

from __future__ import annotations

from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.styles import ACCENT, BODY, CELL, LABEL, LEAD, PALE, SMALL, STRONG
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold
from maturity.scoring.result import BlockResult, PlacementResult

_ACTIONS = 3


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("In one page, for elected members")


def write(matter: Matter, composer: Composer) -> None:
    """The page."""
    voice = matter.voice
    _sentence(matter, composer)
    stacks = []
    for placement in matter.result.placements:
        with composer.stack() as stack:
            _card(matter, composer, placement)
        stacks.append(stack)
    if stacks:
        composer.columns(stacks, Ground(PALE, ACCENT, 12), after=14)
    composer.heading(voice.tell("What the authority can rely on"))
    composer.table(
        (voice.tell("Dimension"), voice.tell("Secured level"), voice.tell("Reading"), voice.tell("Limited by")),
        [_dimension(matter, block) for block in matter.dimensions],
        (26, 13, 39, 28),
    )
    _actions(matter, composer)
    with composer.panel(after=6):
        composer.text(voice.tell("One thing to watch"), STRONG)
        composer.text(watch(matter), BODY.but(after=0))
    composer.text(phrases.no_grade(matter), SMALL.but(after=0))


def _sentence(matter: Matter, composer: Composer) -> None:
    placement = next(iter(matter.result.placements), None)
    if placement is None:
        return
    rules = matter.questionnaire.placement(placement.id)
    if placement.status == "screened-out" and rules.screening:
        composer.text(matter.text(rules.screening.portrait), LEAD)
    elif placement.label:
        composer.text(matter.text(matter.configuration(placement.id, placement.label).short), LEAD)
    elif placement.status == "borderline":
        composer.text(matter.text(rules.borderline), LEAD)
    else:
        composer.text(matter.text(rules.undetermined), LEAD)


def _card(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    rules = matter.questionnaire.placement(placement.id)
    composer.text(matter.text(rules.name), LABEL)
    composer.text(phrases.label(matter, placement), LEAD.but(after=3))
    composer.text(phrases.certainty(matter, placement), CELL)


def _dimension(matter: Matter, block: BlockResult) -> tuple[str, tuple[Bold, ...] | str, str, str]:
    names, voice = matter.block_names, matter.voice
    readings = next(one.level_readings for one in matter.questionnaire.blocks if one.id == block.id)
    if block.secured_level is None:
        return names[block.id], voice.tell("not known"), voice.tell("Too few answers to say."), "–"
    reading = matter.text(readings[block.secured_level - 1])
    return (
        names[block.id],
        (Bold(phrases.secured(matter, block)),),
        reading,
        _limits(matter, block),
    )


def _limits(matter: Matter, block: BlockResult) -> str:
    """What limits a dimension, in few words: the page has to hold."""
    voice, names = matter.voice, [matter.block_names[key] for key in block.limited_by]
    if len(names) > 1 and len(names) == len(block.subdimensions):
        return voice.tell("all its parts alike")
    if len(names) > 2:
        return voice.tell("{names} and {n} others", names=", ".join(names[:1]), n=len(names) - 1)
    return ", ".join(names)


def _actions(matter: Matter, composer: Composer) -> None:
    first = matter.result.priorities[:_ACTIONS]
    if not first:
        return
    composer.heading(_first(matter, len(first)))
    advice = {one.id: one for one in matter.questionnaire.advice.recommendations}
    lines = []
    for priority in first:
        action = advice[priority.recommendation]
        lines.append((Bold(matter.text(action.title)), " – " + matter.text(action.why)))
    composer.items(lines)


def _first(matter: Matter, n: int) -> str:
    voice = matter.voice
    return voice.tell("The first action") if n == 1 else voice.tell("The first {count} actions", count=voice.spelled(n))


def watch(matter: Matter) -> str:
    """The one thing to watch: a pattern, uses ahead of their base, an unmet condition, or much that is not known."""
    voice, gates = matter.voice, {gate.id: gate for gate in matter.questionnaire.readiness.gates}
    for found in matter.result.gates:
        if found.kind == "pattern" and found.state == "present":
            return f"{matter.text(gates[found.id].title)}. {phrases.state(matter, found)}"
    for found in matter.result.gates:
        ahead = gates[found.id].ahead
        if ahead and found.ahead == "present":
            return matter.text(ahead.text)
    most = max(matter.dimensions, key=lambda block: block.dont_know_share, default=None)
    if most is not None and most.dont_know_share >= 0.25:
        share = voice.percent(most.dont_know_share)
        return voice.tell(
            "{dimension}: {share} of the questions were answered “don’t know”. Finding out comes first."
            ,
                          dimension=matter.block_names[most.id], share=share)  # fmt: skip
    for found in matter.result.gates:
        if found.kind == "gate" and found.state == "unmet":
            return f"{matter.text(gates[found.id].title)}. {phrases.state(matter, found)}"
    return voice.tell("Nothing stands out in these answers. Look again at the next wave.")
