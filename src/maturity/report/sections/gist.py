"""What an authority is in a few sentences: where it stands, what is strong and weak in it, what to watch."""

from __future__ import annotations

from maturity.charts.parts import limits
from maturity.charts.words import open_
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.words import Bold
from maturity.scoring.result import BlockResult, PlacementResult, SubdimensionResult

_MUCH = 0.25  # share of "don't know" in a dimension from which finding out comes first
_NAMED = 2  # possible labels in the sentence; more are counted
_MANY = 3  # parts of one level: the most that are named


def sentence(matter: Matter) -> str:
    """One sentence on the first placement; empty where the questionnaire has none."""
    placement = next(iter(matter.result.placements), None)
    if placement is None:
        return matter.text(matter.questionnaire.title)
    rules = matter.questionnaire.placement(placement.id)
    if placement.status == "screened-out" and rules.screening:
        return matter.text(rules.screening.portrait)
    if placement.label:
        short = matter.text(matter.configuration(placement.id, placement.label).short)
        if placement.stated:
            return short
        return matter.voice.tell("A short form suggests: {sentence}", sentence=short[:1].lower() + short[1:])
    return _between(matter, placement)


def _between(matter: Matter, placement: PlacementResult) -> str:
    """What a tie or missing answers leave possible: two by name, more of them counted (the card names them)."""
    voice, tell, rules = matter.voice, matter.voice.tell, matter.questionnaire.placement(placement.id)
    noun, possible = matter.text(rules.label_noun), placement.possible_labels
    names = [tell("“{text}”", text=matter.text(matter.configuration(placement.id, one).name)) for one in possible]
    if placement.status == "borderline":
        return tell("The answers fall exactly between {names}.", names=voice.both(names))
    if len(possible) == len(rules.configurations):
        return tell("Too many answers are missing to say which {noun} this is.", noun=noun)
    if len(possible) > _NAMED:
        n = matter.voice.spelled(len(possible))
        return tell("Answers are missing to say which {noun} this is: {n} remain possible.", noun=noun, n=n)
    return tell("Answers are missing to decide between {names}.", names=voice.both(names))


def placed(matter: Matter, placement: PlacementResult) -> str:
    """The label as a card has it; where all remain possible, none is named."""
    rules = matter.questionnaire.placement(placement.id)
    if placement.status == "undetermined" and len(placement.possible_labels) == len(rules.configurations):
        return matter.voice.tell("Not determined yet")
    return phrases.label(matter, placement)


def ends(matter: Matter, block: BlockResult) -> list[tuple[str | Bold, ...]]:
    """A line on the strongest parts and one on the weakest, by name; none where nothing is known of them."""
    tell, known = matter.voice.tell, [part for part in block.subdimensions if part.level is not None]
    worst = [part.id for part in known if limits(block, part)]
    if not worst:
        if any(open_(part.bounds) for part in block.subdimensions):  # which one is weakest cannot be told yet
            return _strongest(matter, block, known, worst) if known else []
        alike = len(known) == len(block.subdimensions) > 1
        return [(tell("All its parts stand at the same level."),)] if alike else []
    last = tell("Can still go further:") if _high(matter, block) else tell("To strengthen:")
    strong, weak = _strongest(matter, block, known, worst), (Bold(last), f" {_names(matter, worst)}.")
    return (
        [weak, *strong] if _all_others(matter, block, known, worst) else [*strong, weak]
    )  # others: than those just named


def _high(matter: Matter, block: BlockResult) -> bool:
    """Whether even the weakest part is one step from the top, or less."""
    return (block.secured_level or 0) >= matter.questionnaire.levels - 1


def _strongest(
    matter: Matter, block: BlockResult, known: list[SubdimensionResult], worst: list[str]
) -> list[tuple[str | Bold, ...]]:
    """What can be relied on, from the middle of the scale; below, or with answers missing, what is furthest along."""
    tell = matter.voice.tell
    top, best = max(part.level or 0 for part in known), _best(matter, known, worst)
    if not best:
        return []
    names = tell("all its other parts") if _all_others(matter, block, known, worst) else _names(matter, best)
    if any(open_(part.bounds) for part in block.subdimensions):
        head = tell("Furthest along, as far as is known:")
    else:
        head = tell("To rely on:") if top >= (matter.questionnaire.levels + 1) / 2 else tell("Furthest along:")
    return [(Bold(head), f" {names}.")]


def _best(matter: Matter, known: list[SubdimensionResult], worst: list[str]) -> list[str]:
    """The highest parts, as numbers are printed."""
    number, top = matter.voice.number, max(part.level or 0 for part in known)
    return [part.id for part in known if number(part.level or 0) == number(top) and part.id not in worst]


def _all_others(matter: Matter, block: BlockResult, known: list[SubdimensionResult], worst: list[str]) -> bool:
    """Whether the highest are all that are not the weakest, and too many to be named."""
    best = _best(matter, known, worst)
    return len(best) >= _MANY and len(best) + len(worst) == len(block.subdimensions)


def _names(matter: Matter, parts: list[str]) -> str:
    tell = matter.voice.tell
    return matter.voice.both([tell("“{text}”", text=matter.block_names[part]) for part in parts[:_MANY]])


def watch(matter: Matter) -> tuple[str, str]:
    """The one thing to watch, its name (or nothing) and what to do about it.

    A pattern, uses ahead of their base, much that is not known, or an unmet condition, in this order.
    """
    voice, gates = matter.voice, {gate.id: gate for gate in matter.questionnaire.readiness.gates}
    for found in matter.result.gates:
        if found.kind == "pattern" and found.state == "present":
            return f"{matter.text(gates[found.id].title)}.", phrases.state(matter, found, codes=False)
    for found in matter.result.gates:
        ahead = gates[found.id].ahead
        if ahead and found.ahead == "present":
            return f"{matter.text(ahead.name)}." if ahead.name else "", matter.text(ahead.text)
    if unknown := _unknown(matter):
        return unknown
    for found in matter.result.gates:
        if found.kind == "gate" and found.state == "unmet":
            name = voice.tell("Not met yet: “{condition}”.", condition=matter.text(gates[found.id].title))
            return name, phrases.state(matter, found, codes=False)
    return "", voice.tell("Nothing stands out in these answers. Look again next time.")


def _unknown(matter: Matter) -> tuple[str, str] | None:
    """The dimension of which most is not known, where that is much."""
    voice = matter.voice
    most = max(matter.dimensions, key=lambda block: block.dont_know_share, default=None)
    if most is not None and most.dont_know_share >= _MUCH:
        text = voice.tell("Many questions were answered “don’t know”. Finding out comes first.")
        return f"{matter.block_names[most.id]}.", text
    asked = matter.result.counts.asked
    if matter.result.counts.blank > asked * _MUCH:
        return "", voice.tell("Many questions have no answer yet: what is said here can still change.")
    return None
