"""The next actions: why, how, effort, who, and how one knows that it is done."""

from __future__ import annotations

from functools import partial

from maturity.answering.told import little_to_go_by
from maturity.charts import agenda
from maturity.locale import domain
from maturity.scoring import undone
from maturity.scoring.result import Priority
from maturity.scoring.undone import Undone
from maturity.tui.pages.view import View
from maturity.tui.widgets.rows import Row, Sheet

_, ngettext, _context = domain("tui").functions


def rows(view: View, width: int) -> list[Row]:
    """The page."""
    sheet = Sheet(width)
    if not view.result.priorities:
        known = any(part.level is not None for block in view.result.blocks for part in block.subdimensions)
        nothing = _("Nothing to propose: every point is where you want it, or at the top.")
        sheet.text(nothing if known else _("Too few answers yet to propose what to do next."), "dim")
        return sheet.rows
    people = view.response.authority.population
    pairs = [
        (priority, undone.of_priority(view.questionnaire, view.result.sheet, priority, people))
        for priority in view.result.priorities
    ]
    _screened_out(sheet, view)
    first = view.speech.text(pairs[0][1].title)
    sheet.text(_("First: {title}. This is advice: the choice is yours.").format(title=first), "strong")
    if any(priority.reason == "weakest" for priority, _advice in pairs) and (little := little_to_go_by(view.result)):
        sheet.text(little, "dim")
    sheet.blank()
    view.spread(
        sheet, partial(agenda.picture, view.questionnaire, view.result, view.language), partial(_words, view, pairs)
    )
    return sheet.rows


def _screened_out(sheet: Sheet, view: View) -> None:
    """Where an answer says that there is nothing yet to place: what the questionnaire says of that comes first."""
    for placement in view.questionnaire.placements:
        screening = placement.screening
        if screening is not None and view.result.placement(placement.id).status == "screened-out":
            sheet.title(_("Before anything else"))
            sheet.text(view.speech.text(screening.portrait), "strong")
            sheet.blank()
            sheet.text(_("These steps prepare what follows:"), "dim")


def _words(view: View, pairs: list[tuple[Priority, Undone]], sheet: Sheet) -> None:
    for priority, left in pairs:
        _priority(sheet, view, priority, left)


def _priority(sheet: Sheet, view: View, priority: Priority, left: Undone) -> None:
    speech, labels, advice = view.speech, view.questionnaire.advice, left.advice
    sheet.text(speech.text(left.title), "title", lead=((f"{priority.rank}  ", "key"),))
    sheet.text(agenda.chosen(priority, view.questionnaire, view.result, speech), "dim", indent=5)
    sheet.text(speech.text(left.why), indent=5)
    people = view.response.authority.population
    for step in left.steps:
        known = step.audience == "all" or people is not None
        audience = "" if known else f"{speech.text(labels.audience_labels[step.audience])}{_(': ')}"
        sheet.text(f"{audience}{speech.text(step.text)}", indent=5, lead=(("– ", "accent"),))
    months = ngettext("{n} month", "{n} months", advice.horizon_months).format(n=advice.horizon_months)
    effort = speech.text(labels.effort_labels[advice.effort])
    lead = speech.text(labels.lead(advice, people))
    sheet.text(
        _("Effort: {effort} · within {months} · who: {lead}").format(effort=effort, months=months, lead=lead), indent=5
    )
    sheet.text(f"{_('Done when:')} {speech.text(left.evidence)}", indent=5)
    sheet.blank()
