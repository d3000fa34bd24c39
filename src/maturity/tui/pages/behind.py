"""What stands behind a label: the missing answers, the yes/no tests with their answers, the smallest changes."""

from __future__ import annotations

from maturity.answering.left import would_tell
from maturity.charts.words import named
from maturity.locale import domain
from maturity.questionnaire.rules import Condition, Placement
from maturity.scoring.result import ConditionResult, Flip, PlacementResult
from maturity.tui.pages.view import View
from maturity.tui.widgets.rows import Sheet

_, ngettext, _context = domain("tui").functions
MARKS = {"yes": ("✓ ", "good"), "no": ("○ ", "warn"), "unknown": ("? ", "accent")}
_SHOWN = 3  # missing answers, and smallest changes


def questions(sheet: Sheet, view: View, placement: Placement, result: PlacementResult) -> None:
    """The missing answers that could change the label, most useful first, with what each would tell."""
    if not result.open_questions:
        return
    sheet.title(_("What would tell"))
    for one in result.open_questions[:_SHOWN]:
        sheet.text(view.stem(one.item), lead=(("○ ", "accent"),))
        sheet.text(would_tell(placement, one, view.language), "dim", indent=4)
    more = len(result.open_questions) - _SHOWN
    if more > 0:
        sheet.text(ngettext("and {n} other question", "and {n} other questions", more).format(n=more), "dim", indent=4)
    sheet.blank()


def tests(sheet: Sheet, view: View, placement: Placement, result: PlacementResult) -> None:
    """The yes/no questions, each with its answer and what was said to the items behind it."""
    if result.status == "screened-out":
        return
    sheet.title(
        ngettext("{n} yes/no question behind it", "{n} yes/no questions behind it", len(result.conditions)).format(
            n=len(result.conditions)
        )
    )
    conditions = {condition.id: condition for condition in placement.conditions}
    for tested in result.conditions:
        _test(sheet, view, conditions[tested.id], tested)
    sheet.blank()


def _test(sheet: Sheet, view: View, condition: Condition, tested: ConditionResult) -> None:
    speech = view.speech
    sheet.text(speech.text(condition.question), "strong", lead=(MARKS[tested.passed],))
    items = list(dict.fromkeys(item for part in tested.parts for item in part.items))
    words = speech.text({"yes": condition.yes, "no": condition.no, "unknown": condition.unknown}[tested.passed])
    if tested.passed == "unknown" and all(view.response.answer(item).level is not None for item in items):
        words = _("Exactly at the limit: neither yes nor no.")  # nothing is missing
    sheet.text(words, indent=4)
    for item in items:
        sheet.text(view.stem(item), "dim", indent=4, lead=((f"{view.answer(item)}  ", "accent"),))


def changes(sheet: Sheet, view: View, placement: Placement, result: PlacementResult) -> None:
    """The smallest changes that would give another label."""
    flips = telling(result)
    if not flips:
        return
    sheet.title(_("The smallest change that would give another result"))
    for flip in flips[:_SHOWN]:
        sheet.text(change(view, placement, flip), lead=(("→ ", "accent"),))
    sheet.blank()


def telling(result: PlacementResult) -> list[Flip]:
    """The smallest changes without those after which the missing answers leave the very same labels open."""
    return [flip for flip in result.flips if {*flip.labels} != {*result.possible_labels}]


def change(view: View, placement: Placement, flip: Flip) -> str:
    """``“…” from 2 to 3: IV Collaboration urbaine intelligente``, or all that missing answers would leave open."""
    parts = [
        _("“{stem}” from {before} to {after}").format(stem=view.stem(one.item), before=one.before, after=one.after)
        for one in flip.changes
    ]
    return f"{view.speech.both(parts)}{_(': ')}{_after(view, placement, flip)}"


def _after(view: View, placement: Placement, flip: Flip) -> str:
    if len(flip.labels) == 1:
        return view.speech.title(named(placement, flip.label))
    names = view.speech.either([view.speech.short(named(placement, one)) for one in flip.labels])
    return _("{names}, depending on the missing answers").format(names=names)
