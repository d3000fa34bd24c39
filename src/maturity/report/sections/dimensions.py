"""The dimensions: two levels each, what limits them, their sub-dimensions; the practice blocks, told apart."""

from __future__ import annotations

from maturity.questionnaire.model import Block
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.styles import BODY, SMALL
from maturity.report.words import Bold, Said
from maturity.scoring.result import BlockResult, SubdimensionResult


def title(matter: Matter) -> str:
    """Its heading."""
    return _title(matter, len(matter.dimensions))


def _title(matter: Matter, n: int) -> str:
    voice = matter.voice
    return voice.tell("The dimension") if n == 1 else voice.tell("The {count} dimensions", count=voice.spelled(n))


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    from maturity.charts import profile

    tell = matter.voice.tell
    composer.text(
        tell(
            "Each dimension has two levels. The profile level is a mean in which a weak part weighs more than "
            "a strong one. The secured level is what every part reaches: what the authority can rely on."
        )
    )
    composer.picture(profile.picture(matter.questionnaire, matter.result, matter.voice.language))
    if matter.indicative:
        composer.text(
            tell("The form asks only some of the questions: levels marked “indicative” rest on fewer answers."), SMALL
        )
    for block in matter.questionnaire.blocks:
        if block.kind == "dimension":
            _dimension(matter, composer, block, matter.result.block(block.id))
    practice = [block for block in matter.questionnaire.blocks if block.kind == "practice"]
    if practice:
        composer.heading(tell("Practice, told apart"))
        composer.text(
            tell("What is done with residents is described on its own and never enters the level of a dimension.")
        )
        for block in practice:
            _parts(matter, composer, matter.result.block(block.id))


def _dimension(matter: Matter, composer: Composer, block: Block, found: BlockResult) -> None:
    voice, names = matter.voice, matter.block_names
    composer.heading(names[block.id])
    said: list[str | Bold] = []
    if found.profile_level is not None:
        said += [voice.tell("Profile level") + " ", Bold(voice.level(found.profile_level, found.profile_bounds)), " · "]
    said += [voice.tell("Secured level:") + " ", Bold(phrases.secured(matter, found))]
    if found.limited_by:
        said.append(voice.tell(", limited by {names}", names=voice.both([names[key] for key in found.limited_by])))
    said.append(".")
    composer.text(said, BODY.but(after=3, keep_with_next=True))
    if found.secured_level is not None:
        composer.text(matter.text(block.level_readings[found.secured_level - 1]), BODY.but(keep_with_next=True))
    _parts(matter, composer, found)
    if found.dont_know_share > 0:
        share = voice.percent(found.dont_know_share)
        composer.text(
            voice.tell(
                "“Don’t know”: {share} of the questions asked. Finding out is a next step in itself.", share=share
            ),
            SMALL,
        )


def _parts(matter: Matter, composer: Composer, found: BlockResult) -> None:
    voice = matter.voice
    head = voice.tell("Sub-dimension") if found.kind == "dimension" else matter.block_names[found.id]
    composer.table(
        (head, voice.tell("What it looks at"), voice.tell("Level"), voice.tell("Answers")),
        [_row(matter, part) for part in found.subdimensions],
        (26, 54, 11, 9),
        right=(2, 3),
    )


def _row(matter: Matter, part: SubdimensionResult) -> tuple[Said, ...]:
    voice = matter.voice
    level = voice.level(part.level, part.bounds) if part.level is not None else voice.tell("not known")
    if part.indicative:
        level += "\n" + voice.tell("indicative")
    sub = matter.questionnaire.subdimensions[part.id]
    return (
        f"{part.id} {matter.text(sub.name)}",
        matter.text(sub.construct_),
        (Bold(level),),
        voice.tell("{valid} of {asked}", valid=part.valid, asked=part.asked),
    )
