"""Method and references: how levels and labels are made, what is whose, how to cite and how to verify."""

from __future__ import annotations

from maturity.questionnaire.advice import Source
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.styles import SMALL
from maturity.report.words import Bold, Linked, Piece, Said

_REFERENCE = SMALL.but(indent=13, after=2)


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("Method and references")


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    tell = matter.voice.tell
    composer.text(matter.text(matter.questionnaire.description))
    composer.text((Bold(tell("Where it starts from") + " "), matter.text(matter.questionnaire.findings_note)))
    composer.heading(tell("How levels and labels are made"))
    composer.items(_formulas(matter))
    composer.heading(tell("What is whose"))
    composer.items(_whose(matter))
    composer.text(
        tell(
            "Definitions of the types and of the modes were taken from summaries; they are marked to be "
            "checked against the full papers before a public release."
        ),
        SMALL,
    )
    if matter.questionnaire.glossary:
        _glossary(matter, composer)
    composer.heading(tell("How to cite, how to verify"))
    composer.text(_citation(matter))
    composer.text(
        tell(
            "The answers, the result and the identity of the questionnaire travel inside this file, as "
            "attachments. “maturity verify” followed by its name takes them out, computes again, and says "
            "whether they agree."
        )
    )
    identity = matter.questionnaire.identity
    composer.text(tell("Digest of the questionnaire: {digest}", digest=identity.digest), SMALL)
    composer.heading(tell("References"))
    composer.items([_reference(matter, source) for source in matter.questionnaire.sources], _REFERENCE, "–")
    composer.text(tell("* cited from memory, to be checked."), SMALL)


def _formulas(matter: Matter) -> list[Said]:
    voice, scoring = matter.voice, matter.questionnaire.scoring
    tell, cut = voice.tell, scoring.calibration
    digits = {
        "out": voice.number(cut.full_out, 2),
        "middle": voice.number(cut.crossover, 2),
        "full": voice.number(cut.full_in, 2),
    }
    return [
        tell(
            "A question: the level of the sentence chosen, from 1 to {levels}. “Don’t know” and “not "
            "applicable” are never a level.",
            levels=matter.questionnaire.levels,
        ),
        tell("A sub-dimension: the mean of its answers, when at least half of its questions were answered."),
        tell(
            "The profile level of a dimension: the geometric mean of its sub-dimensions, so that a weak part "
            "weighs more; at least {n} of them are needed.",
            n=scoring.min_subdimensions,
        ),
        tell(
            "The secured level: the highest level that every sub-dimension reaches, with a margin of {margin}.",
            margin=voice.number(scoring.secured_margin),
        ),
        tell(
            "A criterion: each of its parts is a mean of answers, turned into a membership from 0 to 1 (0.05 "
            "at level {out}, 0.5 at {middle}, 0.95 at {full}); the criterion is worth its weakest part.",
            **digits,
        ),
        tell(
            "A label: a type or a mode is a combination of criteria that hold and criteria that do not. "
            "Exactly one combination is above 0.5, unless a criterion is exactly 0.5."
        ),
        tell(
            "A missing answer: computed with the lowest and with the highest level; what both allow is what is "
            "possible."
        ),
        tell(
            "Stability: {draws} copies of the answers, each answer moved by one level with a chance of {chance}.",
            draws=voice.number(scoring.stability.draws, 0),
            chance=voice.percent(scoring.stability.probability),
        ),
    ]


def _whose(matter: Matter) -> list[Said]:
    tell = matter.voice.tell
    additions = [
        matter.voice.spoken(placement, one.id)
        for placement in matter.questionnaire.placements
        for one in placement.configurations
        if one.tool_addition
    ]
    own = tell(
        "This tool’s own: the questions and their sentences, which question stands for which criterion, "
        "the thresholds, the bounds, equal weights, the secured level, the stability, the effort and the "
        "steps of the actions."
    )
    if additions:
        own += " " + tell("Also its own: {names}.", names=matter.voice.both(additions))
    return [
        tell(
            "The literature’s: the ideas of the types, of the modes of co-production and of the families of "
            "actors; fuzzy ideal types; necessary conditions."
        ),
        tell(
            "The study of three authorities: the order in which things come (base, network, resources), told "
            "as “in three cases studied”, never as a rule."
        ),
        own,
    ]


def _glossary(matter: Matter, composer: Composer) -> None:
    tell = matter.voice.tell
    composer.heading(tell("Words used"))
    rows = [(matter.text(entry.term), matter.text(entry.definition)) for entry in matter.questionnaire.glossary]
    composer.table((tell("Word"), tell("Meaning here")), rows, (32, 68))


def _citation(matter: Matter) -> Said:
    response, questionnaire = matter.response, matter.questionnaire
    text = matter.voice.tell(
        "{authority}, self-assessment report, wave {wave}; questionnaire {id} {version}, form “{form}”.",
        authority=response.authority.name,
        wave=response.wave,
        id=questionnaire.id,
        version=questionnaire.version,
        form=matter.text(questionnaire.form(response.questionnaire.form).name),
    )
    return (Bold(matter.voice.tell("To cite:") + " "), text)


def _reference(matter: Matter, source: Source) -> Said:
    said: list[Piece] = [source.citation + ("" if source.status == "seen" else " *")]
    if source.doi:
        said += [
            ". ",
            Linked(
                f"doi.org/{source.doi}",
                f"https://doi.org/{source.doi}",
                matter.voice.tell("Opens the reference in a browser"),
            ),
        ]
    elif source.url and source.url.startswith("https://"):
        said += [
            ". ",
            Linked(
                source.url.removeprefix("https://"), source.url, matter.voice.tell("Opens the reference in a browser")
            ),
        ]
    return said
