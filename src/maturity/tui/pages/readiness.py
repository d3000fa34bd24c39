"""Readiness as a path of conditions, then the points to watch."""

from __future__ import annotations

from maturity.charts import readiness
from maturity.charts.medium import TERMINAL
from maturity.locale import domain
from maturity.questionnaire.rules import Gate
from maturity.scoring.result import GateResult
from maturity.tui.pages.view import View
from maturity.tui.widgets.rows import Row, Sheet

_ = domain("tui").gettext
_MARKS = {
    "met": ("✓", "good"),
    "unmet": ("✗", "warn"),
    "unknown": ("?", "accent"),
    "present": ("!", "warn"),
    "absent": ("·", "dim"),
}


def rows(view: View, width: int) -> list[Row]:
    """The page."""
    sheet = Sheet(width)
    rules, speech = view.questionnaire.readiness, view.speech
    picture = readiness.picture(
        view.questionnaire, view.result, view.language, width=view.points(sheet), medium=TERMINAL
    )
    sheet.text(picture.alt, "strong")
    sheet.text(speech.text(rules.scope_note), "dim")
    sheet.blank()
    view.picture(sheet, picture)
    stages = {stage.stage: stage.name for stage in rules.scale_stages}
    if view.result.scale_stage in stages:
        sheet.text(f"{_('Where your trials stand:')} {speech.text(stages[view.result.scale_stage])}", "strong")
        sheet.blank()
    gates = {gate.id: gate for gate in rules.gates}
    pairs = [(gates[result.id], result) for result in view.result.gates if result.state != "absent"]
    for gate, result in pairs:
        if gate.kind == "gate":
            _gate(sheet, view, gate, result)
    watched = [(gate, result) for gate, result in pairs if gate.kind == "pattern"]
    if watched:
        sheet.title(_("Points to watch"))
        for gate, result in watched:
            _gate(sheet, view, gate, result)
    for caveat in dict.fromkeys(speech.text(gate.caveat) for gate, _result in pairs):
        sheet.text(caveat, "dim")
    return sheet.rows


def _gate(sheet: Sheet, view: View, gate: Gate, result: GateResult) -> None:
    speech = view.speech
    indicative = f" · {_('indicative')}" if result.indicative else ""
    mark, role = _MARKS[result.state]
    sheet.text(f"{speech.text(gate.title)}{indicative}", "strong", lead=((f"{mark} ", role),))
    words = gate.states.get(result.state)
    if words is not None:
        names = list(dict.fromkeys(map(view.limit, result.limiting or result.items)))
        sheet.text(speech.text(words).replace("{items}", speech.both(names)), indent=4)
    if gate.ahead is not None and result.ahead == "present":
        sheet.text(speech.text(gate.ahead.text), "warn", indent=4)
    sheet.blank()
