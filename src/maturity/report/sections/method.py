"""Method and references: how levels and labels are made, what is whose, how to cite and how to verify."""

from __future__ import annotations

from maturity.questionnaire.advice import Source
from maturity.report.composer import Composer
from maturity.report.fonts import REGULAR
from maturity.report.matter import Matter
from maturity.report.styles import CELL, MUTED, SMALL, Style
from maturity.report.tagging.spans import Look
from maturity.report.tagging.stack import Ground
from maturity.report.tagging.text import Block
from maturity.report.words import Bold, Linked, Piece, Said

_REFERENCE = Style(Look(REGULAR, 7.8, MUTED), Block(10.3, after=1.2, indent=11))


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("Method and references")


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    tell = matter.voice.tell
    composer.text(matter.text(matter.questionnaire.description))
    composer.text((Bold(tell("Where it starts from.") + " "), matter.text(matter.questionnaire.findings_note)))
    composer.heading(tell("How levels and labels are made"))
    composer.items(_formulas(matter))
    composer.heading(tell("What is whose"))
    composer.items(_whose(matter))
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
    if any(source.status != "seen" for source in matter.questionnaire.sources):
        composer.text(
            tell(
                "* to be confirmed: not yet read again for this report. Check definitions that rest on these "
                "references before you publish them."
            ),
            SMALL,
        )


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
            "A label ({nouns}): a combination of criteria that hold and criteria that do not. Exactly one combination "
            "is above 0.5, unless a criterion is exactly 0.5.",
            nouns=voice.either([matter.text(placement.label_noun) for placement in matter.questionnaire.placements]),
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
    """What the literature, the origin study and this tool each answer for: said from the questionnaire's own marks."""
    voice, tell = matter.voice, matter.voice.tell
    placements, gates = matter.questionnaire.placements, matter.questionnaire.readiness.gates
    said: list[Said] = []
    ideas = [matter.text(placement.name) for placement in placements]
    ideas += [matter.text(gate.title) for gate in gates if gate.claim == "literature"]
    if ideas:
        said.append(tell("From the literature, in the references below: {names}.", names=voice.both(ideas)))
    seed = [matter.text(gate.title) for gate in gates if gate.claim == "seed"]
    if seed:
        said.append(
            tell("From the origin study, as an indication and never as a rule: {names}.", names=voice.both(seed))
        )
    own = tell(
        "This tool’s own: the questions and their sentences, which question stands for which criterion, "
        "the thresholds, the bounds, equal weights, the secured level, the stability, the effort "
        "and the steps of the actions."
    )
    additions = [voice.spoken(one, two.id) for one in placements for two in one.configurations if two.tool_addition]
    if additions:
        own += " " + tell("Also its own: {names}.", names=voice.both(additions))
    return [*said, own]


def _glossary(matter: Matter, composer: Composer) -> None:
    tell = matter.voice.tell
    composer.heading(tell("Words used"))
    entries = matter.questionnaire.glossary
    half = (len(entries) + 1) // 2
    stacks = []
    for part in (entries[:half], entries[half:]):
        with composer.stack() as stack:
            for entry in part:
                composer.text((Bold(matter.text(entry.term)), " – " + matter.text(entry.definition)), CELL.but(after=4))
        stacks.append(stack)
    composer.columns(stacks, Ground(None, None, 0), after=6)


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
