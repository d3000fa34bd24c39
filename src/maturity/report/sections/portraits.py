"""Portraits of the labels: one in full, two side by side, of more a sentence each."""

from __future__ import annotations

from dataclasses import replace

from maturity.questionnaire.rules import Configuration, Placement
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.styles import CELL, Style
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold
from maturity.scoring.result import PlacementResult

_PLAIN = Ground(None, None, 0)
_LINE = Style(CELL.look, replace(CELL.block, after=1.5, indent=10))
_BESIDE = 3  # sections in a row
_COMPARED = 2  # portraits that can be told side by side


def write(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    """Its heading, then the portrait of the label, or those of all that remain possible."""
    voice, rules = matter.voice, matter.questionnaire.placement(placement.id)
    shown = matter.shown(placement)
    if len(shown) == 1:
        composer.heading(voice.tell("Portrait: {label}", label=voice.spoken(rules, shown[0].id)))
        _whole(matter, composer, placement, rules, shown[0])
    elif len(shown) == _COMPARED:
        composer.heading(voice.tell("Portraits"))
        with composer.newspaper(_COMPARED):
            for one in shown:
                _compared(matter, composer, placement, rules, one)
    elif shown:
        composer.heading(voice.tell("What each would mean"))
        composer.items([(Bold(f"{voice.title(one)} – "), matter.text(one.short)) for one in shown])


def _whole(
    matter: Matter, composer: Composer, placement: PlacementResult, rules: Placement, one: Configuration
) -> None:
    """Text over the whole width, what has one line in a run, lists side by side."""
    composer.text(matter.text(one.portrait) + _nuance(matter, placement, one))
    lists = [section for section in one.sections if len(section.lines) > 1]
    for section in one.sections:
        if section not in lists:
            composer.text((Bold(f"{matter.text(section.heading)} – "), _inside(matter.text(section.lines[0])) + "."))
    stacks = []
    room = composer.width_of((1,) * _BESIDE, 0)
    if one.role and rules.role_heading:
        with composer.stack(room) as stack:
            composer.heading(matter.text(rules.role_heading), 3)
            composer.text(matter.text(one.role), CELL)
        stacks.append(stack)
    for section in lists:
        with composer.stack(room) as stack:
            composer.heading(matter.text(section.heading), 3)
            composer.items([matter.text(line) for line in section.lines], _LINE)
        stacks.append(stack)
    for start in range(0, len(stacks), _BESIDE):
        row = stacks[start : start + _BESIDE]
        composer.columns([*row, *([[]] * (_BESIDE - len(row)))], _PLAIN, after=6)


def _compared(
    matter: Matter, composer: Composer, placement: PlacementResult, rules: Placement, one: Configuration
) -> None:
    """For a column: the text, and each section in a run."""
    composer.heading(matter.voice.title(one), 3)
    composer.text(matter.text(one.portrait) + _nuance(matter, placement, one), CELL.but(after=3))
    if one.role and rules.role_heading:
        composer.text((Bold(f"{matter.text(rules.role_heading)} – "), matter.text(one.role)), CELL.but(after=3))
    for section in one.sections:
        lines = matter.voice.say("; ").join(_inside(matter.text(line)) for line in section.lines)
        composer.text((Bold(f"{matter.text(section.heading)} – "), f"{lines}."), CELL.but(after=3))
    composer.gap(7)


def _nuance(matter: Matter, placement: PlacementResult, one: Configuration) -> str:
    """The second look that applies, after a space."""
    if one.id not in (placement.label, *placement.possible_labels):
        return ""
    return "".join(f" {matter.text(nuance.text)}" for nuance in one.nuances if nuance.id == placement.nuance)


def _inside(line: str) -> str:
    """A line as part of a sentence: without its capital, unless it begins with an abbreviation."""
    return line if line[1:2].isupper() else line[:1].lower() + line[1:]
