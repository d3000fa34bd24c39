"""How certain it is: what is missing, what small errors would do, other ways of counting, the respondent's view."""

from __future__ import annotations

from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.styles import BODY, SMALL
from maturity.report.words import Bold
from maturity.scoring.result import PlacementResult


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("How certain is it?")


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    voice, tell, counts = matter.voice, matter.voice.tell, matter.result.counts
    composer.text(tell("One person, or one meeting, answered. This part says what their answers can bear."))
    composer.heading(tell("Answers given and missing"))
    rows = [
        (tell("Questions asked by the form"), voice.number(counts.asked, 0)),
        (tell("Answered with a level"), voice.number(counts.answered, 0)),
        (tell("“Don’t know”"), voice.number(counts.dont_know, 0)),
        (tell("Not applicable"), voice.number(counts.not_applicable, 0)),
        (tell("Left blank"), voice.number(counts.blank, 0)),
    ]
    rows += [
        (
            tell("“Don’t know” in {dimension}", dimension=matter.block_names[block.id]),
            voice.percent(block.dont_know_share),
        )
        for block in matter.dimensions
        if block.dont_know_share > 0
    ]
    composer.table((tell("Answers"), tell("How many")), rows, (75, 25), right=(1,))
    composer.text(
        tell(
            "A missing answer is never counted as a low level: it widens the range of what is possible. Levels "
            "shown as a range (“2.1 to 3.4”) are exact bounds."
        ),
        SMALL,
    )
    for placement in matter.result.placements:
        if placement.status != "screened-out":
            _placement(matter, composer, placement)


def _placement(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    rules = matter.questionnaire.placement(placement.id)
    composer.heading(matter.text(rules.name))
    composer.text((Bold(phrases.label(matter, placement) + ". "), phrases.certainty(matter, placement)))
    if placement.missing_items:
        items = ", ".join(placement.missing_items)
        composer.text(matter.voice.tell("Missing answers that could change it: {items}.", items=items))
    _stability(matter, composer, placement)
    _variants(matter, composer, placement)
    _flips(matter, composer, placement)
    _self(matter, composer, placement)


def _stability(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    from maturity.charts import stability as chart

    found, voice = placement.stability, matter.voice
    if found is None:
        return
    composer.text(
        voice.tell(
            "Suppose that each answer could be one level too high or too low, with a chance of {chance}. Out "
            "of {draws} such copies, these labels came out:",
            chance=voice.percent(found.probability),
            draws=voice.number(found.draws, 0),
        ),
        BODY.but(after=2, keep_with_next=True),
    )
    composer.picture(chart.picture(matter.questionnaire, matter.result, voice.language, placement=placement.id))


def _variants(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    voice, tell = matter.voice, matter.voice.tell
    if not placement.variants:
        return
    names = {variant.id: matter.text(variant.name) for variant in matter.questionnaire.scoring.variants}
    extra = {one.id: one for variant in matter.questionnaire.scoring.variants for one in variant.replace}
    known = {configuration.id for configuration in matter.questionnaire.placement(placement.id).configurations}

    def label(id: str) -> str:
        if id in known:
            return phrases.named(matter, placement.id, id)
        name = extra[id].name if id in extra else None
        return matter.text(name).lower() if name else id

    rows = [
        (
            names[variant.id],
            voice.either([label(key) for key in variant.labels]),
            tell("yes") if variant.holds else tell("no"),
        )
        for variant in placement.variants
    ]
    text = tell(
        "Other ways of counting that can be defended: the result holds in {held} of {all}.",
        held=placement.variants_held,
        all=len(placement.variants),
    )
    composer.text(text, BODY.but(after=2, keep_with_next=True))
    composer.table((tell("Way of counting"), tell("Result"), tell("Holds")), rows, (56, 30, 14))


def _flips(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    voice = matter.voice
    if placement.flips:
        fewest = min(len(flip.changes) for flip in placement.flips)
        composer.text(
            voice.tell_count(
                "One answer, moved by one level, is enough to change the result.",
                "At least {n} answers, each moved by one level, are needed to change the result.",
                fewest,
            )
        )


def _self(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    tell = matter.voice.tell
    if placement.self_placement is None:
        return
    known = {configuration.id for configuration in matter.questionnaire.placement(placement.id).configurations}
    if placement.self_placement not in known:
        composer.text(tell("Asked which portrait resembles the authority most, the respondent chose none."))
        return
    name = matter.voice.spoken(matter.questionnaire.placement(placement.id), placement.self_placement)
    text = tell("Asked which portrait resembles the authority most, the respondent chose: {name}.", name=name)
    if placement.self_agrees is True:
        text += " " + tell("The answers give the same.")
    elif placement.self_agrees is False:
        text += " " + tell("The answers give another: the difference is worth a conversation, and changes no result.")
    composer.text(text)
