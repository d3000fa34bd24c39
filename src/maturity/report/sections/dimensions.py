"""The dimensions: all on one picture, then a block each: what every part reaches, what limits, what was noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from maturity.questionnaire.model import Block
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.sections.parts import chapter_finding, finding, lowest_answers, noted, targets
from maturity.report.styles import BODY, CELL, ITEM, LABEL, MUTED, SMALL, STRONG, Style
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold, Quiet
from maturity.scoring.result import BlockResult

_SHARES = (59, 41)  # the plot, and what is said beside it
_LONG = 300  # characters of answers beside a plot
_SIDE = CELL.but(after=4)
_POINT = Style(replace(CELL.look, font=STRONG.look.font), CELL.block)
_LINE = Style(CELL.look, replace(CELL.block, indent=ITEM.block.indent))


def title(matter: Matter) -> str:
    """Its heading."""
    voice, n = matter.voice, len(matter.dimensions)
    return voice.tell("The dimension") if n == 1 else voice.tell("The {count} dimensions", count=voice.spelled(n))


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    from maturity.charts import overview

    tell = matter.voice.tell
    composer.finding(chapter_finding(matter))
    composer.text(
        tell(
            "Each dimension has two levels. The profile level is a mean in which a weak part weighs more than "
            "a strong one. The secured level is what every part reaches, give or take {margin}: it can lie a little "
            "above that mean.",
            margin=matter.voice.number(matter.questionnaire.scoring.secured_margin),
        ),
        BODY.but(after=4),
    )
    if matter.indicative:
        composer.text(tell("The form asks only some of the questions: these levels are indicative."), SMALL)
    composer.picture(overview.picture(matter.questionnaire, matter.result, matter.voice.language), after=2)
    for block in matter.questionnaire.blocks:
        if block.kind == "dimension":
            _dimension(matter, composer, block, matter.result.block(block.id))
    practice = [block for block in matter.questionnaire.blocks if block.kind == "practice"]
    if practice:
        _practice(matter, composer, practice)


def _dimension(matter: Matter, composer: Composer, block: Block, found: BlockResult) -> None:
    with composer.together():
        composer.heading(matter.block_names[block.id])
        composer.text(finding(matter, found), STRONG)
        with composer.stack() as plot:
            _plot(matter, composer, (block,))
            for line in targets(matter, found):
                composer.text(line, _SIDE)
            _notes(matter, composer, (block,))
        with composer.stack() as side:
            _reading(matter, composer, block, found)
            _limits(matter, composer, found)
            if found.dont_know_share > 0:
                share = matter.voice.percent(found.dont_know_share)
                composer.text(
                    matter.voice.tell(
                        "“Don’t know”: {share} of the questions asked. Finding out is a next step in itself.",
                        share=share,
                    ),
                    SMALL,
                )
        composer.columns([plot, side], Ground(None, None, 0), shares=_SHARES, after=4)


def _plot(matter: Matter, composer: Composer, blocks: Sequence[Block]) -> None:
    from maturity.charts import parts

    ids = tuple(block.id for block in blocks)
    width = composer.width_of(_SHARES, 0)
    questionnaire, result, language = matter.questionnaire, matter.result, matter.voice.language
    composer.picture(parts.picture(questionnaire, result, language, blocks=ids, width=width), after=6)


def _reading(matter: Matter, composer: Composer, block: Block, found: BlockResult) -> None:
    """What every part has, in the words of the levels and then of the dimension: said of nothing more."""
    composer.text(phrases.everywhere(matter, found), _POINT)
    if found.secured_level is not None and found.secured_level > 1 and not found.secured_is_upper_bound:
        composer.text(matter.text(block.level_readings[found.secured_level - 1]), _SIDE)


def _limits(matter: Matter, composer: Composer, found: BlockResult) -> None:
    """The weakest part: the lowest answers, each with its question; a second one where both are short."""
    answers = lowest_answers(matter, found)
    if answers:
        composer.text(matter.voice.tell("What limits it, in your answers"), LABEL)
    used = 0
    for number, (key, level) in enumerate(answers):
        item = matter.item(key)
        stem, sentence = matter.text(item.stem), matter.text(item.levels[level - 1])
        used += len(stem) + len(sentence)
        if number and used > _LONG:
            return
        quoted = matter.voice.tell("“{text}”", text=sentence)
        composer.text((Quiet(f"{stem} ", MUTED), quoted, Quiet(f" ({key})", MUTED)), _SIDE)


def _practice(matter: Matter, composer: Composer, blocks: Sequence[Block]) -> None:
    tell = matter.voice.tell
    with composer.together():
        composer.heading(tell("Practice with residents (part of no level)"))
        composer.text(
            tell("What is done with residents is described on its own and never enters the level of a dimension.")
        )
        with composer.stack() as plot:
            _plot(matter, composer, blocks)
            _notes(matter, composer, blocks)
        with composer.stack() as side:
            for block in blocks:
                for part in block.subdimensions:
                    name = matter.voice.tell("{name}:", name=matter.text(part.name))
                    composer.text((Bold(name), f" {matter.text(part.construct_)}"), _SIDE)
        composer.columns([plot, side], Ground(None, None, 0), shares=_SHARES, after=4)


def _notes(matter: Matter, composer: Composer, blocks: Sequence[Block]) -> None:
    """What respondents wrote, in place where it is short."""
    lines, more = noted(matter, {part.id for block in blocks for part in block.subdimensions})
    if not lines:
        return
    composer.text(matter.voice.tell("Noted with the answers"), LABEL)
    composer.items(lines, _LINE)
    if more:
        composer.text(
            matter.voice.tell_count("{n} more note stands in the annex.", "{n} more notes stand in the annex.", more),
            SMALL,
        )
