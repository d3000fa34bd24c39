"""Readiness as a path of conditions that ends with how far trials have spread, then the points to watch."""

from __future__ import annotations

from functools import partial

from maturity.charts import readiness
from maturity.locale import domain
from maturity.questionnaire.rules import Gate
from maturity.scoring.result import GateResult
from maturity.tui.pages.view import View
from maturity.tui.widgets.rows import Row, Sheet

_, ngettext, _context = domain("tui").functions
_MARKS = {
    "met": ("✓", "good"),
    "unmet": ("○", "warn"),
    "unknown": ("?", "accent"),
    "present": ("!", "warn"),
    "absent": ("·", "dim"),
}


def rows(view: View, width: int) -> list[Row]:
    """The page."""
    sheet = Sheet(width)
    gates = {gate.id: gate for gate in view.questionnaire.readiness.gates}
    pairs = [(gates[result.id], result) for result in view.result.gates]
    path = [pair for pair in pairs if pair[0].kind == "gate"]
    sheet.text(_finding(view, path), "strong")
    sheet.blank()
    draw = partial(readiness.picture, view.questionnaire, view.result, view.language)
    view.spread(sheet, draw, partial(_words, view, pairs))
    return sheet.rows


def _finding(view: View, path: list[tuple[Gate, GateResult]]) -> str:
    """How many are met, and which comes first of those that are not."""
    met = sum(result.state == "met" for _gate, result in path)
    text = _("{met} of {total} conditions are met.").format(met=met, total=len(path))
    first = next((pair for pair in path if pair[1].state != "met" and not pair[1].unasked), None)
    if first is None:
        return text
    pattern = _("First to work on: {title}.") if first[1].state == "unmet" else _("First to complete: {title}.")
    return f"{text} {pattern.format(title=view.speech.text(first[0].title))}"


def _words(view: View, pairs: list[tuple[Gate, GateResult]], sheet: Sheet) -> None:
    speech, rules = view.speech, view.questionnaire.readiness
    stages = {stage.stage: stage.name for stage in rules.scale_stages}
    if view.result.scale_stage in stages:
        stage = speech.text(stages[view.result.scale_stage])
        sheet.text(f"{_('Where your pilots stand:')} {stage}", "strong", lead=(("◆  ", "accent"),))
        sheet.blank()
    shown = [(gate, result) for gate, result in pairs if result.state != "absent"]
    for gate, result in shown:
        if gate.kind == "gate":
            _gate(sheet, view, gate, result)
    watched = [(gate, result) for gate, result in shown if gate.kind == "pattern"]
    if watched:
        sheet.title(_("Points to watch"))
        for gate, result in watched:
            _gate(sheet, view, gate, result)
    for caveat in dict.fromkeys(
        [speech.text(rules.scope_note), *(speech.text(gate.caveat) for gate, _result in shown)]
    ):
        sheet.text(caveat, "dim")


def _gate(sheet: Sheet, view: View, gate: Gate, result: GateResult) -> None:
    speech = view.speech
    indicative = f" · {_('indicative')}" if result.indicative else ""
    mark, role = _MARKS[result.state]
    sheet.text(f"{speech.text(gate.title)}{indicative}", "strong", lead=((f"{mark} ", role),))
    words = gate.states.get(result.state)
    limits = dict.fromkeys(map(view.limit, result.limiting or result.items))
    names = speech.both([_("“{name}”").format(name=name) for name in limits])  # they hold "and" themselves
    if result.unasked:
        sheet.text(readiness.unasked(names, result, view.questionnaire, speech), indent=4)
    elif words is not None:
        sheet.text(speech.text(words).replace("{items}", names), indent=4)
    if gate.ahead is not None and result.ahead == "present":
        sheet.text(speech.text(gate.ahead.text), "warn", indent=4)
    sheet.blank()
