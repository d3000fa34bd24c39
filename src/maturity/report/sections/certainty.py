"""How certain it is: slightly changed copies, other ways of counting, the respondent's view, what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from maturity.charts import stability
from maturity.charts.stability import tried
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.styles import BODY, CELL, LABEL, SMALL, STRONG
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold, Said
from maturity.scoring.result import PlacementResult, VariantResult

_SIDE = CELL.but(after=4)
_BESIDE = 2  # placements side by side
_NAMED = 4  # missing answers by name; of more, how many


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("How certain is it?")


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    tell = matter.voice.tell
    placed = [one for one in matter.result.placements if one.status != "screened-out"]
    composer.finding(_finding(matter, placed))
    if matter.response.kind == "individual":
        composer.text(tell("One person answered. This part says how far those answers can be relied on."))
    else:
        composer.text(tell("Several people agreed on these answers. This part says how far they can be relied on."))
    for first in range(0, len(placed), _BESIDE):
        _side_by_side(matter, composer, placed[first : first + _BESIDE])
    if any(tried(one) for one in placed):
        composer.text(phrases.certainty_words(matter), SMALL)
    _variants(matter, composer, placed)
    _answers(matter, composer)


def _finding(matter: Matter, placed: Sequence[PlacementResult]) -> str:
    """How often slightly changed copies say the same; without a label, what is missing."""
    voice, counts = matter.voice, matter.result.counts
    told = [
        voice.tell("the same {noun} {often}", noun=_noun(matter, one), often=phrases.often(matter, one.stability))
        for one in placed
        if one.stability and tried(one)
    ]
    if told:
        return voice.tell("Copies of these answers, slightly changed, give {told}.", told=voice.both(told))
    missing = counts.dont_know + counts.blank
    if not counts.answered:
        return voice.tell("Not certain yet: none of the {asked} questions has an answer.", asked=counts.asked)
    if missing:
        return voice.tell_count(
            "Not certain yet: one of the {asked} answers is missing.",
            "Not certain yet: {n} of the {asked} answers are missing.",
            missing,
            asked=counts.asked,
        )
    return voice.tell("Every question has its answer.")


def _noun(matter: Matter, placement: PlacementResult) -> str:
    return matter.text(matter.questionnaire.placement(placement.id).label_noun)


def _side_by_side(matter: Matter, composer: Composer, placed: Sequence[PlacementResult]) -> None:
    stacks, shares = [], (1.0,) * _BESIDE
    for index, placement in enumerate(placed):
        with composer.stack(composer.width_of(shares, index, gap=20)) as stack:
            _placement(matter, composer, placement)
        stacks.append(stack)
    if stacks:
        stacks += [[]] * (_BESIDE - len(stacks))
        composer.columns(stacks, Ground(None, None, 0), shares=shares, gap=20, after=4)


def _placement(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    voice = matter.voice
    composer.heading(matter.text(matter.questionnaire.placement(placement.id).name), 2, look=3)
    composer.text(phrases.label(matter, placement), STRONG)
    if tried(placement):
        composer.picture(
            stability.picture(
                matter.questionnaire,
                matter.result,
                voice.language,
                placement=placement.id,
                width=composer.width,
                brief=True,
            ),
            after=4,
        )
    for said in (phrases.sure(matter, placement), _missing(matter, placement), _flips(matter, placement)):
        if said:
            composer.text(said, _SIDE)
    said = _self(matter, placement)
    if said:
        composer.text((Bold(voice.tell("Your own choice among the portraits:") + " "), said), _SIDE)


def _missing(matter: Matter, placement: PlacementResult) -> str:
    voice, items = matter.voice, placement.missing_items
    if not items:
        return ""
    names = [phrases.item_named(matter, key) for key in items[:_NAMED]]
    if len(items) > _NAMED:
        rest = len(items) - _NAMED
        names.append(voice.tell_count("{n} other", "{n} others", rest))
    return voice.tell("Missing answers that could change it: {items}.", items=voice.both(names))


def _flips(matter: Matter, placement: PlacementResult) -> str:
    if not placement.flips:
        return ""
    fewest = min(len(flip.changes) for flip in placement.flips)
    return matter.voice.tell_count(
        "One answer, moved by one level, is enough to change the result.",
        "At least {n} answers, each moved by one level, are needed to change the result.",
        fewest,
    )


def _self(matter: Matter, placement: PlacementResult) -> str:
    """What the respondent chose as most alike, beside what the answers give."""
    tell, rules = matter.voice.tell, matter.questionnaire.placement(placement.id)
    if placement.self_placement is None:
        return ""
    if placement.self_placement not in {configuration.id for configuration in rules.configurations}:
        return tell("none of the portraits resembles the authority.")
    name = matter.voice.spoken(rules, placement.self_placement)
    if placement.self_agrees is True:
        return tell("{name}. The answers give the same.", name=name)
    if placement.self_agrees is False:
        return tell(
            "{name}. The answers give another one. Talk it over: neither is a mistake, and no result changes.",
            name=name,
        )
    return f"{name}."


def _variants(matter: Matter, composer: Composer, placed: Sequence[PlacementResult]) -> None:
    """One row for each way of counting, one column for each placement.

    Where missing answers leave a label open there is nothing to hold them against.
    """
    tell = matter.voice.tell
    shown = [placement for placement in placed if placement.variants and placement.status != "undetermined"]
    if not shown:
        return
    found = {placement.id: {variant.id: variant for variant in placement.variants} for placement in shown}
    rows: list[tuple[Said, ...]] = []
    for variant in matter.questionnaire.scoring.variants:
        if any(variant.id in of for of in found.values()):
            cells = [_outcome(matter, one.id, found[one.id].get(variant.id)) for one in shown]
            rows.append((matter.text(variant.name), *cells))
    held = sum(placement.variants_held for placement in shown)
    every = sum(len(placement.variants) for placement in shown)
    with composer.together():
        composer.heading(tell("Other ways of counting"))
        composer.text(_held(matter, held, every), BODY.but(after=3, keep_with_next=True))
        heads = [matter.text(matter.questionnaire.placement(one.id).name) for one in shown]
        composer.table((tell("Way of counting"), *heads), rows, (40, *(60 / len(shown) for _one in shown)))


def _held(matter: Matter, held: int, every: int) -> str:
    """How often another way of counting gives the same, and what a word in their names means."""
    voice, scoring = matter.voice, matter.questionnaire.scoring
    if held in (0, every):
        told = (
            voice.tell("The result stays the same each time.") if held else voice.tell("The result changes each time.")
        )
    else:
        told = voice.tell(
            "The result stays the same in {held} of {all} calculations.",
            held=voice.spelled(held),
            all=voice.spelled(every),
        )
    said = [voice.tell("The answers could also be counted in other ways, for good reasons."), told]
    if any(variant.crossover is not None for variant in scoring.variants):
        line = voice.number(scoring.calibration.crossover)
        said.append(
            voice.tell("Crossover: the mean above which a group of answers counts as a yes ({line}).", line=line)
        )
    return " ".join(said)


def _outcome(matter: Matter, placement: str, variant: VariantResult | None) -> Said:
    if variant is None:
        return "–"
    labels = matter.voice.either([_label(matter, placement, key) for key in variant.labels])
    if variant.holds:
        return matter.voice.tell("the same: {labels}", labels=labels)
    return (Bold(matter.voice.tell("another: {labels}", labels=labels)),)


def _label(matter: Matter, placement: str, id: str) -> str:
    known = {configuration.id for configuration in matter.questionnaire.placement(placement).configurations}
    if id in known:
        return phrases.named(matter, placement, id)
    extra = {one.id: one for variant in matter.questionnaire.scoring.variants for one in variant.replace}
    name = extra[id].name if id in extra else None
    return matter.text(name).lower() if name else id


def _answers(matter: Matter, composer: Composer) -> None:
    """How many were given, and what a missing one does."""
    voice, tell, counts = matter.voice, matter.voice.tell, matter.result.counts
    with composer.together():
        composer.heading(tell("Answers given and missing"))
        figures = (
            (tell("Questions asked by the form"), counts.asked),
            (tell("Answered with a level"), counts.answered),
            (tell("“Don’t know”"), counts.dont_know),
            (tell("Not applicable"), counts.not_applicable),
            (tell("Left blank"), counts.blank),
        )
        stacks = []
        for name, value in figures:
            with composer.stack() as stack:
                composer.text(voice.number(value, 0), STRONG.but(after=0, keep_with_next=True))
                composer.text(name, LABEL.but(after=0, keep_with_next=False))
            stacks.append(stack)
        composer.columns(stacks, Ground(None, None, 0), after=8)
        shares = [
            tell("{part}: {reason}", part=matter.block_names[block.id], reason=voice.percent(block.dont_know_share))
            for block in matter.dimensions
            if block.dont_know_share > 0
        ]
        if shares:
            composer.text(tell("“Don’t know” by dimension: {shares}.", shares=voice.say("; ").join(shares)), _SIDE)
        composer.text(
            tell(
                "A missing answer is never counted as a low level: it widens the range of what is possible. Levels "
                "shown as a range (“2.1 to 3.4”) are exact bounds."
            ),
            SMALL,
        )
