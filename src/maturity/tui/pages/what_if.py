"""“What if”: the answers behind the placements to change on a copy, and what would come out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import floor

from maturity.charts.corners import labels
from maturity.charts.medium import COLUMN, Medium
from maturity.charts.words import code, named, sentence
from maturity.locale import domain
from maturity.questionnaire.rules import Placement
from maturity.response.model import Response
from maturity.scoring.result import ConditionResult, Flip, Result
from maturity.tui.pages.behind import MARKS, change, telling
from maturity.tui.pages.placement import drawing, finding
from maturity.tui.pages.view import View
from maturity.tui.widgets.rows import Row, Sheet, fit

_, ngettext, _context = domain("tui").functions


@dataclass(frozen=True)
class Start:
    """A ready-made change: what it says, and the levels it sets; ``placement``: whose screening it takes away."""

    words: str
    levels: Mapping[str, int]
    screening: str = ""

    def tried(self, response: Response) -> bool:
        """Whether these answers are as it would have them."""
        given = all(response.answer(item).level == level for item, level in self.levels.items())
        return given and not (self.screening and self.screening in response.profile)


def starts(view: View, placement: str) -> list[Start]:
    """The smallest changes that flip the label, then the targets that the authority chose."""
    shown, result = view.questionnaire.placement(placement), view.result.placement(placement)
    found = [_flip(view, shown, flip) for flip in telling(result)]
    if result.status == "screened-out" and shown.screening is not None:
        found.append(
            Start(
                _("If another answer were given to: {question}").format(
                    question=_question(view, shown.screening.question)
                ),
                {},
                shown.screening.question,
            )
        )
    if result.status == "determined" and not found:
        found += [start for one in result.conditions if one.passed == "no" for start in _as_if_yes(view, shown, one)]
    levels_now = {part.id: part.level for block in view.result.blocks for part in block.subdimensions}
    for sub, level in view.response.targets.items():
        now = levels_now.get(sub)
        if isinstance(level, int) and now is not None and now < level:
            asked = [one for one in _asked(view) if view.questionnaire.item(one).subdimension == sub]
            levels = {one: level for one in asked if (view.response.answer(one).level or 0) < level}
            words = _("Your target reached: {name}, level {level}").format(name=view.subdimension(sub), level=level)
            found += [Start(words, levels)] * bool(levels)
    return found


def _flip(view: View, placement: Placement, flip: Flip) -> Start:
    return Start(change(view, placement, flip), {one.item: one.after for one in flip.changes})


def _as_if_yes(view: View, placement: Placement, tested: ConditionResult) -> list[Start]:
    """Where no few answers flip the label: what a yes/no question asks for, just above its line, if that flips it."""
    result = view.result.placement(placement.id)
    settled = [one for one in result.conditions if one.passed != "unknown"]  # missing answers leave the others open
    corner = {one.id: one.passed == "yes" for one in settled} | {tested.id: True}
    reached = labels(placement, corner)
    if any(one.id == result.label for one in reached):
        return []
    enough = floor(view.questionnaire.scoring.calibration.crossover) + 1
    question = next(view.speech.text(one.question) for one in placement.conditions if one.id == tested.id)
    asked = dict.fromkeys(item for part in tested.parts if part.above != "yes" for item in part.items)
    levels = {one: enough for one in asked if (view.response.answer(one).level or 0) < enough}
    words = _("If this became a yes: {question}").format(question=question)
    return [Start(f"{words} → {view.speech.either(list(map(view.speech.title, reached)))}", levels)]


def _question(view: View, id: str) -> str:
    return view.speech.text(next(one.text for one in view.questionnaire.profile if one.id == id))


def _asked(view: View) -> tuple[str, ...]:
    return view.questionnaire.form(view.response.questionnaire.form).items


def items(view: View, placement: str) -> list[str]:
    """The items that a placement's conditions read and the form asks, in the order of asking."""
    conditions = view.questionnaire.placement(placement).conditions
    read = {item for condition in conditions for part in condition.parts for item in part.items}
    return [one for one in view.questionnaire.item_ids if one in read and one in set(_asked(view))]


@dataclass(frozen=True)
class Listed:
    """What the list shows: the answers of now, the real ones, whose placement, what is offered, where the cursor is.

    ``height``: rows that can be seen.
    """

    view: View
    real: Response
    placement: str
    offered: Sequence[Start]
    cursor: str | None
    height: int = 0


_DETAILS = 6  # rows that what stands under the cursor may take more


def list_rows(listed: Listed, width: int) -> list[Row]:
    """The starts, then the items by block; the one under the cursor in full, all of them where there is room."""
    full = _listed(listed, width, lambda _key: True)
    roomy = len(full) + _DETAILS <= listed.height
    return _listed(listed, width, lambda key: roomy or key == listed.cursor)


def _listed(listed: Listed, width: int, wrapped: Callable[[str], bool]) -> list[Row]:
    sheet = Sheet(width)
    view = listed.view
    if listed.offered:
        sheet.title(_("To begin with: Enter tries it"))
        for n, start in enumerate(listed.offered):
            key = f"start:{n}"
            _start(sheet, start, key, wrapped=wrapped(key), tried=start.tried(view.response))
            if key == listed.cursor and start.tried(view.response):
                sheet.text(_("Tried: Enter takes it back."), "accent", indent=4, target=key)
        sheet.blank()
    block = ""
    for item in items(view, listed.placement):
        name = view.speech.text(view.questionnaire.block_of(view.questionnaire.item(item).subdimension).name)
        if name != block:
            block = name
            sheet.title(name)
        _item(sheet, view, listed.real, item, wrapped=wrapped(item))
        level = view.response.answer(item).level
        if level is not None and item == listed.cursor:
            sheet.text(view.speech.text(view.questionnaire.item(item).levels[level - 1]), "dim", indent=9, target=item)
    return sheet.rows


def _start(sheet: Sheet, start: Start, key: str, *, wrapped: bool, tried: bool) -> None:
    mark = ("✓ ", "good") if tried else ("→ ", "accent")
    if wrapped:
        sheet.text(start.words, lead=(mark,), target=key)
    else:
        sheet.add(("  ", ""), mark, (fit(start.words, sheet.width - 4).rstrip(), ""), target=key)


def _item(sheet: Sheet, view: View, real: Response, item: str, *, wrapped: bool) -> None:
    now, before = view.answer(item), View.sign(real, item)
    changed = now != before
    value = f"{before} → {now}" if changed else f"    {now}"
    lead = ((f"{value}  ", "chosen" if changed else "key"),)
    if wrapped:
        sheet.text(view.stem(item), "strong" if changed else "", lead=lead, target=item)
        return
    room = sheet.width - 4 - len(value)
    sheet.add(("  ", ""), *lead, (fit(view.stem(item), room).rstrip(), "strong" if changed else ""), target=item)


def map_rows(view: View, real: Result, placement: str, width: int) -> list[Row]:
    """What would come out, said and drawn beside what came out."""
    sheet = Sheet(width)
    shown = view.questionnaire.placement(placement)
    now, was = view.result.placement(placement), real.placement(placement)
    roomy = view.height >= _ROOMY
    sheet.text(outcome(view, real, shown), "strong")
    if roomy:
        sheet.text(finding(view, shown, now))
        sheet.blank()
    moved = None if now == was else was
    rows = None if roomy else max(view.height - len(sheet.rows), 8)
    across = float(min(sheet.width - 4, 76) * COLUMN)
    picture = drawing(view, placement, moved)(width=across, medium=Medium(fixed=True, rows=rows))
    view.add_picture(sheet, picture)
    if roomy:
        sheet.blank()
        _tests(sheet, view, real, shown)
    return sheet.rows


_ROOMY = 26  # rows from which the map has words around it


def outcome(view: View, real: Result, placement: Placement) -> str:
    """``Type H → type IV, …``, or that nothing changes."""
    now, was = (result.placement(placement.id) for result in (view.result, real))
    if (now.status, now.possible_labels) == (was.status, was.possible_labels):
        return _("Still the same: {label}").format(label=_label(view, placement, was.status, was.possible_labels))
    before, after = (_label(view, placement, one.status, one.possible_labels) for one in (was, now))
    known = code(named(placement, was.label)) if was.label is not None else ""
    if known:  # what one comes from is known by its code
        before = f"{view.speech.text(placement.label_noun)} {known}"
    return f"{sentence(before)} → {after}"


def _label(view: View, placement: Placement, status: str, labels: tuple[str, ...]) -> str:
    speech = view.speech
    if status == "screened-out" and placement.screening is not None:
        return speech.text(placement.screening.name)
    if len(labels) == 1:
        return speech.spoken(placement, labels[0])
    names = speech.either([speech.short(named(placement, one)) for one in labels])
    return _("between {names}").format(names=names) if status == "borderline" else names


def _tests(sheet: Sheet, view: View, real: Result, placement: Placement) -> None:
    """The yes/no questions; one that came out otherwise says so."""
    before = {one.id: one.passed for one in real.placement(placement.id).conditions}
    questions = {one.id: one.question for one in placement.conditions}
    for tested in view.result.placement(placement.id).conditions:
        same = tested.passed == before[tested.id]
        lead = (MARKS[tested.passed],) if same else (MARKS[before[tested.id]], ("→ ", "accent"), MARKS[tested.passed])
        sheet.text(view.speech.text(questions[tested.id]), "" if same else "strong", lead=lead)
