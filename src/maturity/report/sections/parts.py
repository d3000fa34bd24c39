"""What is said of the parts of a dimension: what all of them reach, the strongest, the weakest, targets and notes."""

from __future__ import annotations

from collections.abc import Sequence

from maturity.charts.parts import limits
from maturity.charts.words import open_
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.sections.families import inside
from maturity.report.styles import MUTED
from maturity.report.words import Bold, Piece, Quiet
from maturity.scoring.result import BlockResult, SubdimensionResult

_NAMED = 2  # parts of one level told by name; more are counted
_ANSWERS = 2  # of the weakest part, told by their sentence
_NOTES = 4  # in one block
_SHORT = 220  # characters of a note told in place


def chapter_finding(matter: Matter) -> str:
    """Strongest and weakest parts of all dimensions; or that too little is known."""
    every = [part for block in matter.dimensions for part in block.subdimensions]
    known = sum(part.level is not None for part in every)
    if known * 2 <= len(every):
        return matter.voice.tell_count(
            "{n} of the {all} parts is not known yet: too many answers are missing.",
            "{n} of the {all} parts are not known yet: too many answers are missing.",
            len(every) - known,
            all=len(every),
        )
    return " ".join(_ends(matter, every))


def finding(matter: Matter, found: BlockResult) -> str:
    """What every part of a dimension reaches, which is the strongest, what limits."""
    return " ".join([_reached(matter, found), *_ends(matter, found.subdimensions)])


def _reached(matter: Matter, found: BlockResult) -> str:
    tell, level = matter.voice.tell, found.secured_level
    if level is None:
        return tell("Too few answers to say what every part reaches.")
    if found.secured_is_upper_bound:
        return tell("Every part reaches level {level} at most: answers are missing.", level=level)
    if level == 1:
        return tell("Not every part has reached level {level} yet.", level=2)
    below = any(part.level is not None and part.level < level for part in found.subdimensions)
    if below:
        margin = matter.voice.number(matter.questionnaire.scoring.secured_margin)
        return tell("Every part reaches level {level}, to within {margin}.", level=level, margin=margin)
    return tell("Every part reaches level {level}.", level=level)


def _ends(matter: Matter, parts: Sequence[SubdimensionResult]) -> list[str]:
    """The highest and the lowest; levels are held against each other as they are printed.

    Where answers are missing only the lowest is told, with its range: it is so from the answers given, not for sure.
    """
    voice, tell = matter.voice, matter.voice.tell
    levels: dict[str, list[SubdimensionResult]] = {}
    for part in sorted((part for part in parts if part.level is not None), key=lambda one: one.level or 0):
        levels.setdefault(voice.number(part.level or 0), []).append(part)
    if not levels or len(parts) == 1:
        return []
    (low, weakest), *_, (high, strongest) = [*levels.items()] * (1 + (len(levels) == 1))
    if any(open_(part.bounds) for part in parts):
        low = voice.level(weakest[0].level, weakest[0].bounds)
        names = _named(matter, weakest, parts)
        told = voice.tell_count(
            "Weakest, as far as is known: {names} ({level}).",
            "Weakest, as far as is known: {names} ({level}).",
            len(weakest),
            names=names,
            level=low,
        )
        return [told]
    if len(levels) == 1:
        return [tell("All parts stand at the same level: {level}.", level=low)]
    most, least = _named(matter, strongest, parts), _named(matter, weakest, parts)
    return [  # English has one form for both, other languages have two
        voice.tell_count(
            "Strongest: {names} ({level}).", "Strongest: {names} ({level}).", len(strongest), names=most, level=high
        ),
        voice.tell_count(
            "Weakest: {names} ({level}).", "Weakest: {names} ({level}).", len(weakest), names=least, level=low
        ),
    ]


def _named(matter: Matter, parts: Sequence[SubdimensionResult], among: Sequence[SubdimensionResult]) -> str:
    voice = matter.voice
    if len(parts) > _NAMED:
        counted = voice.tell("{count} parts", count=voice.spelled(len(parts)))
        return f"{counted}{_where(matter, parts, among)}"
    return voice.both([voice.tell("“{text}”", text=matter.block_names[part.id]) for part in parts])


def _where(matter: Matter, parts: Sequence[SubdimensionResult], among: Sequence[SubdimensionResult]) -> str:
    """The dimensions of parts that are counted, not named; nothing where they are of all, or of the only one."""

    def blocks(ones: Sequence[SubdimensionResult]) -> list[str]:
        return [block.id for block in matter.dimensions if any(part in ones for part in block.subdimensions)]

    found, every = blocks(parts), blocks(among)
    if len(found) == len(every):
        return ""
    names = matter.voice.both([inside(matter.block_names[block]) for block in found])
    return matter.voice.tell(", in {names}", names=names)


def lowest_answers(matter: Matter, found: BlockResult) -> list[tuple[str, int]]:
    """Items of the limiting parts with their level, the lowest first; of one level only, at most two."""
    limiting = {part.id for part in found.subdimensions if limits(found, part)}
    levels = {
        item.id: matter.result.sheet[item.id]
        for item in matter.questionnaire.items
        if item.subdimension in limiting and matter.result.sheet[item.id] > 0
    }
    lowest = min(levels.values(), default=0)
    return [(item, level) for item, level in levels.items() if level == lowest][:_ANSWERS]


def targets(matter: Matter, found: BlockResult) -> list[Sequence[Piece]]:
    """What the authority chose for each part, and whether it is there; one line for all of them, or none."""
    tell, told = matter.voice.tell, []
    for part in found.subdimensions:
        name = tell("“{text}”", text=matter.block_names[part.id])
        if part.target == "enough":
            told.append(tell("{name}: enough as it is", name=name))
        elif part.target is not None and part.level is not None and part.level >= part.target:
            told.append(tell("{name}: level {level}, reached", name=name, level=part.target))
        elif part.target is not None:
            told.append(tell("{name}: level {level}, still to reach", name=name, level=part.target))
    return [(Bold(tell("Your targets:") + " "), matter.voice.say("; ").join(told) + ".")] if told else []


def noted(matter: Matter, parts: set[str]) -> tuple[list[Sequence[Piece]], int]:
    """The notes at these parts’ items with what they are about, long ones cut; and how many are left out."""
    notes = [
        (item, " ".join(matter.response.answer(item.id).note.split()))
        for item in matter.questionnaire.items
        if item.subdimension in parts
    ]
    told = [(item, note) for item, note in notes if note]
    lines: list[Sequence[Piece]] = [
        (
            Quiet(f"{phrases.capital(phrases.item_named(matter, item.id))} ", MUTED),
            matter.voice.tell("“{text}”", text=_cut(note)),
            Quiet(" " + matter.voice.tell("(the rest in the annex)"), MUTED) if len(note) > _SHORT else "",
        )
        for item, note in told[:_NOTES]
    ]
    return lines, len(told) - len(lines)


def _cut(note: str) -> str:
    """At most as much as is short, whole words."""
    if len(note) <= _SHORT:
        return note
    return note[:_SHORT].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
