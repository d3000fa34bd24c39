"""How levels and labels are made, in words, with the numbers of the questionnaire."""

from __future__ import annotations

from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.words import Bold, Said


def told(matter: Matter) -> list[Said]:
    """One sentence a formula, those of placements only where there are placements."""
    said = _levels(matter)
    if matter.questionnaire.placements:
        said += _labels(matter)
    if any(block.indicative for block in matter.result.blocks):
        some = matter.voice.tell(": the form asks only some of the questions behind it.")
        said.append((matter.voice.tell("Indicative"), some))
    if matter.result.gates:
        said.append(
            (
                matter.voice.tell("A readiness condition"),
                matter.voice.tell(
                    ": met, not met, or to be completed while a missing answer could decide it. It orders the actions "
                    "and changes no level."
                ),
            )
        )
    return [(Bold(name), text) for name, text in said]


def _levels(matter: Matter) -> list[tuple[str, str]]:
    voice, scoring = matter.voice, matter.questionnaire.scoring
    tell = voice.tell
    return [
        (
            tell("A question"),
            tell(
                ": the level of the sentence chosen, from 1 to {levels}. “Don’t know” and “not applicable” are never "
                "a level.",
                levels=matter.questionnaire.levels,
            ),
        ),
        (
            tell("A sub-dimension"),
            tell(": the mean of its answers, when at least half of its questions were answered."),
        ),
        (
            tell("Profile level of a dimension"),
            tell(
                ": the geometric mean of its sub-dimensions, so that a weak part weighs more; at least {n} are needed.",
                n=voice.spelled(scoring.min_subdimensions),
            ),
        ),
        (
            tell("Secured level"),
            tell(
                ": the highest level that every sub-dimension reaches, with a margin of {margin}.",
                margin=voice.number(scoring.secured_margin),
            ),
        ),
        (
            tell("A missing answer"),
            tell(": computed with the lowest and with the highest level; what both allow is what is possible."),
        ),
    ]


def _extents(matter: Matter) -> list[tuple[str, str]]:
    """How widely something is done, where a placement says so."""
    voice, found = matter.voice, [one.extent for one in matter.questionnaire.placements if one.extent]
    said = voice.tell(": the mean of {items}. How widely it is done; it decides no label.")
    return [(matter.text(one.name), said.format(items=voice.both(list(one.items)))) for one in found]


def _labels(matter: Matter) -> list[tuple[str, str]]:
    voice, scoring = matter.voice, matter.questionnaire.scoring
    tell, cut = voice.tell, scoring.calibration
    out, middle, full = (voice.number(level, 2) for level in (cut.full_out, cut.crossover, cut.full_in))
    nouns = voice.either([matter.text(placement.label_noun) for placement in matter.questionnaire.placements])
    return [
        (
            tell("A criterion"),
            tell(
                ": each of its parts is a mean of answers, turned into a membership from 0 to 1 (0.05 at level {out}, "
                "0.5 at the crossover, {middle}; 0.95 at {full}); the criterion is worth its weakest part.",
                out=out,
                middle=middle,
                full=full,
            ),
        ),
        (
            tell("A label ({nouns})", nouns=nouns),
            tell(
                ": a combination of criteria that hold and criteria that do not. Exactly one combination is above 0.5, "
                "unless a criterion is exactly 0.5. The runner-up is the one with the next highest membership."
            ),
        ),
        *_extents(matter),
        (
            tell("Stability"),
            tell(
                ": {draws} copies of the answers, each answer moved by one level with a chance of {chance}, half of "
                "the time up, half down, never off the scale; missing answers stay missing. A copy that lies exactly "
                "between two labels counts for the first.",
                draws=voice.number(scoring.stability.draws, 0),
                chance=voice.percent(scoring.stability.probability),
            )
            + " "
            + phrases.certainty_words(matter),
        ),
    ]
