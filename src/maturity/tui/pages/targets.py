"""Where the authority wants to go: each sub-dimension on its scale, the level now, the level wanted. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from maturity.charts.words import Speech
from maturity.locale import domain
from maturity.questionnaire.model import Block, Questionnaire
from maturity.response.model import Response, Target
from maturity.scoring import undone
from maturity.scoring.result import BlockResult, Result, SubdimensionResult
from maturity.tui.widgets.rows import Row, Sheet, Span, fit, wrap

_ = domain("tui").gettext
_ROOMY = 100  # columns from which the scale is drawn wider
_NAME = 18  # columns that a name needs beside it; with less there is no scale
_INDENT, _GAP, _NOW, _WANTED = 4, 2, 7, 18  # columns before a name, between two things, and of the two words


@dataclass(frozen=True)
class Aims:
    """What the page is made from; ``result`` None: the levels are still being worked out."""

    questionnaire: Questionnaire
    response: Response
    result: Result | None
    language: str

    @property
    def speech(self) -> Speech:
        """Numbers and names in this language."""
        return Speech(self.language)

    @property
    def blocks(self) -> list[tuple[Block, list[str]]]:
        """The blocks of which the form asks something, with their sub-dimensions."""
        form = self.questionnaire.form(self.response.questionnaire.form)
        asked = {self.questionnaire.item(item).subdimension for item in form.items}
        kept = [(block, [s.id for s in block.subdimensions if s.id in asked]) for block in self.questionnaire.blocks]
        return [(block, names) for block, names in kept if names]

    @property
    def results(self) -> Mapping[str, SubdimensionResult]:
        """By sub-dimension; empty while they are being worked out."""
        return {s.id: s for block in self.result.blocks for s in block.subdimensions} if self.result else {}

    def level(self, id: str) -> float | None:
        """The level now; None where too few answered."""
        found = self.results.get(id)
        return found.level if found else None


def rows(aims: Aims, width: int) -> list[Row]:
    """The list; every sub-dimension can be chosen."""
    sheet = Sheet(width)
    sheet.title(_("Where do you want to go?"))
    sheet.text(
        _(
            "Nobody has to be at the top everywhere. For each point, say the level to reach, or that it is good enough "
            "for you: where going further would cost more than it brings, the next steps leave it alone."
        ),
        "dim",
    )
    levels = {block.id: block for block in aims.result.blocks} if aims.result else {}
    for block, names in aims.blocks:
        sheet.blank()
        _head(sheet, aims, block)
        _standing(sheet, aims, levels.get(block.id))
        for name in names:
            _row(sheet, aims, name)
    return sheet.rows


def details(aims: Aims, id: str | None, width: int) -> list[Row]:
    """What stands below the list: what the point under the mark is about, the level in words, the first step there."""
    sheet = Sheet(width)
    sheet.rule()
    if id is None:
        sheet.text(_("Choose a point with ↑ and ↓."), "dim")
        return sheet.rows
    speech, questionnaire = aims.speech, aims.questionnaire
    part, level, target = questionnaire.subdimensions[id], aims.level(id), aims.response.targets.get(id)
    sheet.text(speech.text(part.construct_), "dim")
    if isinstance(target, int):
        words = speech.text(questionnaire.block_of(id).level_readings[target - 1])
        sheet.text(f"{_('Level {n}').format(n=target)}{_(': ')}{words}")
    if level is not None and target != "enough" and level < (target or questionnaire.levels):
        before = min(max(floor(level), 1), questionnaire.levels - 1)
        steps = {(r.subdimension, r.from_level): r for r in questionnaire.advice.recommendations}
        if (step := steps.get((id, before))) is not None:
            title = undone.undone(questionnaire, aims.result.sheet if aims.result else {}, step).title
            words = _("First step, from {before} to {after}").format(before=step.from_level, after=step.to_level)
            sheet.text(f"{words}{_(': ')}{speech.text(title)}")
    return sheet.rows


def _columns(sheet: Sheet, aims: Aims) -> tuple[int, int]:
    """How wide a name is, and how many cells stand from one level to the next; 0: too narrow for a scale."""
    step = 6 if sheet.width >= _ROOMY else 4
    track = step * (aims.questionnaire.levels - 1) + 1
    name = sheet.width - (_INDENT + _GAP + track + _NOW + _GAP + _WANTED)
    return (name, step) if name >= _NAME else (sheet.width - _INDENT, 0)


def _head(sheet: Sheet, aims: Aims, block: Block) -> None:
    name, step = _columns(sheet, aims)
    if not step:
        sheet.title(aims.speech.text(block.name))
        return
    scale = "".join(f"{n:<{step}}" for n in range(1, aims.questionnaire.levels + 1)).rstrip()
    sheet.add(
        ("  ", ""),
        (fit(aims.speech.text(block.name), name + _INDENT - 2 + _GAP), "title"),
        (scale, "dim"),
        (f"{_('now'):>{_NOW}}", "dim"),
        (" " * _GAP, ""),
        (_("wanted"), "dim"),
    )


def _standing(sheet: Sheet, aims: Aims, result: BlockResult | None) -> None:
    """The levels of the whole dimension, as on the page of the dimensions."""
    if result is None or result.profile_level is None:
        return
    words = _("On average: {level}").format(level=aims.speech.number(result.profile_level))
    if result.secured_level is not None:
        at_most, reached = _("Reached everywhere: {level} at most"), _("Reached everywhere: {level}")
        pattern = at_most if result.secured_is_upper_bound else reached
        words += f" · {pattern.format(level=result.secured_level)}"
    sheet.text(words, "dim")


def _row(sheet: Sheet, aims: Aims, id: str) -> None:
    name, step = _columns(sheet, aims)
    level, target = aims.level(id), aims.response.targets.get(id)
    now = "…" if aims.result is None else "–" if level is None else aims.speech.number(level)
    first, *more = wrap(aims.speech.text(aims.questionnaire.subdimensions[id].name), name)
    if not step:
        for line in (first, *more):
            sheet.add((" " * _INDENT, ""), (line, ""), target=id)
        sheet.add((" " * (_INDENT + 2), ""), (f"{_('now')} {now}  ", "strong"), _wanted(level, target), target=id)
        return
    sheet.add(
        (" " * _INDENT, ""),
        (fit(first, name + _GAP), ""),
        *_track(level, target, aims.questionnaire.levels, step),
        (f"{now:>{_NOW}}", "strong"),
        (" " * _GAP, ""),
        _wanted(level, target),
        target=id,
    )
    for line in more:
        sheet.add((" " * _INDENT, ""), (line, ""), target=id)


def _wanted(level: float | None, target: Target | None) -> Span:
    if target is None:
        return ("·", "dim")
    if target == "enough":
        return (f"= {_('good enough')}", "good")
    if level is not None and level >= target:
        return (f"→ {target} ✓ {_('reached')}", "good")
    return (f"→ {target}", "key")


def _track(level: float | None, target: Target | None, top: int, step: int) -> list[Span]:
    """The scale from 1 to the top: ● where one is, ◆ where one wants to be, a thick line between."""
    signs = [("┼" if n % step == 0 else "─", "rule") for n in range(step * (top - 1) + 1)]
    signs[0], signs[-1] = ("├", "rule"), ("┤", "rule")
    here = None if level is None else round((level - 1) * step)
    aim = (target - 1) * step if isinstance(target, int) else None
    if here is not None and aim is not None:
        for n in range(here, aim):
            signs[n] = ("━", "accent")
    if here is not None:
        signs[here] = ("●", "own")
    if aim is not None:
        signs[aim] = ("◆", "second")
    return signs
