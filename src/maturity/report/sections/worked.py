"""Formulas with the numbers of this report: one level of each kind, so that anybody can follow them with a calculator.

Nothing is computed here: every figure is one of the result, set in the formula that `maturity.scoring` applies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from maturity.charts.words import code
from maturity.questionnaire.rules import Configuration, Term
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.words import Bold, Said
from maturity.scoring.membership import LOG_ODDS
from maturity.scoring.result import BlockResult, ConditionResult, PlacementResult, SubdimensionResult


def examples(matter: Matter) -> list[Said]:
    """A sub-dimension, its dimension, a criterion and a label, as far as they could be scored."""
    said = [*_levels(matter), *_memberships(matter)]
    return [*said, matter.voice.tell("Numbers are rounded for print, never in the calculation.")] if said else []


def _levels(matter: Matter) -> Iterator[Said]:
    block = _first_known(matter.dimensions)
    if block is None:
        return
    scored = [sub for sub in block.subdimensions if sub.level is not None]
    telling = max(scored, key=lambda sub: len({level for _, level in _answers(matter, sub)}))
    if len(_answers(matter, telling)) > 1:
        yield _mean(matter, telling)
    voice, levels = matter.voice, [sub.level for sub in scored if sub.level is not None]
    name = Bold(matter.block_names[block.id])
    product = "\u00a0× ".join(voice.number(level, 2) for level in levels)
    if block.profile_level is not None:
        result = voice.number(block.profile_level, 2)
        yield (
            name,
            voice.tell(
                ", profile level: {root} of {product} is {result}.",
                root=_root(matter, len(levels)),
                product=product,
                result=result,
            ),
        )
    if block.secured_level is not None and not block.secured_is_upper_bound:
        yield (
            name,
            voice.tell(
                ", secured level: the highest whole level not above {lowest} + {margin}, which is {level}.",
                lowest=voice.number(min(levels), 2),
                margin=voice.number(matter.questionnaire.scoring.secured_margin),
                level=block.secured_level,
            ),
        )


def _root(matter: Matter, n: int) -> str:
    """``the fourth root``: what undoes a product of so many levels."""
    tell = matter.voice.tell
    names = (tell("the square root"), tell("the cube root"), tell("the fourth root"), tell("the fifth root"))
    return names[n - 2] if 2 <= n < len(names) + 2 else tell("the root of order {n}", n=n)


def _first_known(blocks: Sequence[BlockResult]) -> BlockResult | None:
    """The first dimension without a missing answer; else the first with a profile level; else with any level."""
    known = [block for block in blocks if any(sub.level is not None for sub in block.subdimensions)]
    levelled = [block for block in known if block.profile_level is not None]
    whole = [block for block in levelled if all(sub.valid == sub.asked for sub in block.subdimensions)]
    return next(iter(whole or levelled or known), None)


def _answers(matter: Matter, sub: SubdimensionResult) -> list[tuple[str, int]]:
    """Items of a sub-dimension with their levels."""
    items = [item.id for item in matter.questionnaire.items if item.subdimension == sub.id]
    return [(key, matter.result.sheet[key]) for key in items if matter.result.sheet.get(key, 0) > 0]


def _mean(matter: Matter, sub: SubdimensionResult) -> Said:
    answers, voice = _answers(matter, sub), matter.voice
    text = voice.tell(
        ": {items}, that is ({sum})\u00a0÷\u00a0{n} = {level}.",
        items=voice.both([f"{key}\u00a0=\u00a0{level}" for key, level in answers]),
        sum="\u00a0+\u00a0".join(str(level) for _, level in answers),
        n=len(answers),
        level=voice.number(sub.level or 0, 2),
    )
    return Bold(matter.block_names[sub.id]), text


def _memberships(matter: Matter) -> Iterator[Said]:
    for placement in matter.result.placements:
        known = [condition for condition in placement.conditions if condition.membership is not None]
        labels = [key for key in placement.point_labels if placement.memberships.get(key) is not None]
        if placement.status != "screened-out" and known and labels:
            yield _criterion(matter, placement, known[0])
            yield _label(matter, placement, matter.configuration(placement.id, labels[0]))
            return


def _criterion(matter: Matter, placement: PlacementResult, condition: ConditionResult) -> Said:
    voice, cut = matter.voice, matter.questionnaire.scoring.calibration
    rules = next(one for one in matter.questionnaire.placement(placement.id).conditions if one.id == condition.id)
    parts = [(part.mean, ", ".join(part.items)) for part in condition.parts if part.mean is not None]
    lowest = min(mean for mean, _ in parts)
    ends = (cut.full_in, cut.crossover) if lowest >= cut.crossover else (cut.crossover, cut.full_out)
    text = voice.tell(
        ": the means of its parts are {means}. The lowest gives "
        "x\u00a0=\u00a0{odds}\u00a0×\u00a0({mean}\u00a0−\u00a0{middle}) ÷\u00a0({upper}\u00a0−\u00a0{lower}), "
        "and a membership of 1\u00a0÷\u00a0(1\u00a0+\u00a0exp(−x)) = {membership}.",
        means=voice.both([f"{voice.number(mean, 2)} ({items})" for mean, items in parts]),
        odds=voice.number(LOG_ODDS, 0),
        mean=voice.number(lowest, 2),
        middle=voice.number(cut.crossover, 2),
        upper=voice.number(ends[0], 2),
        lower=voice.number(ends[1], 2),
        membership=voice.share(condition.membership or 0),
    )
    return Bold(voice.criterion(rules)), text


def _label(matter: Matter, placement: PlacementResult, configuration: Configuration) -> Said:
    voice, rules = matter.voice, matter.questionnaire.placement(placement.id)
    shares = {condition.id: condition.membership or 0.0 for condition in placement.conditions}
    known = {
        one.id: f"{voice.share(shares[one.id])}\u00a0({code(one) or matter.text(one.name)})" for one in rules.conditions
    }
    text = voice.tell(
        ": the lowest of {terms}, which is {membership}.",
        terms=voice.both([_term(matter, term, known) for term in configuration.all_of]),
        membership=voice.share(placement.memberships[configuration.id] or 0),
    )
    return Bold(phrases.capital(voice.spoken(rules, configuration.id))), text


def _term(matter: Matter, term: Term, known: Mapping[str, str]) -> str:
    """``0.93 (A)``, ``1 − 0.12 (C)``, or the highest of several. ``known``: what is said of each condition."""
    if term.is_ is not None:
        return known[term.is_]
    if term.not_ is not None:
        return f"1\u00a0−\u00a0{known[term.not_]}"
    several = matter.voice.both([_term(matter, one, known) for one in term.any_of or ()])
    return matter.voice.tell("the highest of {terms}", terms=several)
