"""Readiness: conditions in the order of phasing, points to watch, the scale reached, legal reminders."""

from __future__ import annotations

from datetime import date

from maturity.questionnaire.rules import Gate
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.styles import BODY, CELL, SMALL
from maturity.report.words import Bold, Quiet
from maturity.scoring.result import GateResult


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("What comes before what")


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    from maturity.charts import readiness as chart

    tell = matter.voice.tell
    gates = {gate.id: gate for gate in matter.questionnaire.readiness.gates}
    composer.text(matter.text(matter.questionnaire.readiness.scope_note))
    found = [gate for gate in matter.result.gates if gate.kind == "gate"]
    if found:
        composer.picture(chart.picture(matter.questionnaire, matter.result, matter.voice.language))
        for caveat in dict.fromkeys(matter.text(gates[gate.id].caveat) for gate in found):
            composer.text(caveat, SMALL)
        composer.heading(tell("Conditions, in the order of phasing"))
        for gate in found:
            _gate(matter, composer, gates[gate.id], gate)
    _patterns(matter, composer, gates)
    _stage(matter, composer)
    if matter.result.legal:
        composer.heading(tell("Reminders to be checked"))
        _legal(matter, composer)


def _gate(matter: Matter, composer: Composer, gate: Gate, found: GateResult) -> None:
    voice = matter.voice
    composer.heading(matter.text(gate.title), 3)
    composer.text((Bold(_word(matter, found) + " "), phrases.state(matter, found)), BODY.but(after=3))
    if found.state == "met":
        return
    composer.text((Quiet(matter.text(gate.explanation)),), CELL.but(after=3))
    if found.items:
        items = " · ".join(f"{key} ({phrases.answer(matter, matter.result.sheet.get(key, -6))})" for key in found.items)
        composer.text(voice.tell("Answers behind it: {items}.", items=items), SMALL.but(after=3))
    if found.state == "unmet" and gate.first_actions:
        composer.items([matter.text(action) for action in gate.first_actions], sign="→")
    if gate.ahead and found.ahead == "present":
        composer.text(matter.text(gate.ahead.text))


def _word(matter: Matter, found: GateResult) -> str:
    tell = matter.voice.tell
    words = {
        "met": tell("Met."), "unmet": tell("Not met."), "unknown": tell("To be completed."),
        "present": tell("Present."), "absent": tell("Absent."),
    }  # fmt: skip
    text = tell("Not asked.") if found.unasked else words[found.state]
    return text if not found.indicative else text[:-1] + " " + tell("(indicative).")


def _patterns(matter: Matter, composer: Composer, gates: dict[str, Gate]) -> None:
    tell, found = matter.voice.tell, [gate for gate in matter.result.gates if gate.kind == "pattern"]
    if not found:
        return
    composer.heading(tell("Points to watch"))
    for pattern in found:
        if pattern.state != "absent":
            gate = gates[pattern.id]
            composer.heading(matter.text(gate.title), 3)
            composer.text((Bold(_word(matter, pattern) + " "), phrases.state(matter, pattern)), BODY.but(after=3))
            composer.text(matter.text(gate.caveat), SMALL.but(after=3))
            if pattern.state == "present" and gate.first_actions:
                composer.items([matter.text(action) for action in gate.first_actions], sign="→")
    absent = [matter.text(gates[pattern.id].title) for pattern in found if pattern.state == "absent"]
    if absent:
        names = matter.voice.both(
            [f"“{name}”" if matter.voice.language == "en" else f"«\u00a0{name}\u00a0»" for name in absent]
        )
        composer.text(tell("Looked for and not found: {names}.", names=names))


def _stage(matter: Matter, composer: Composer) -> None:
    stages = matter.questionnaire.readiness.scale_stages
    if not stages:
        return
    tell, reached = matter.voice.tell, matter.result.scale_stage
    composer.heading(tell("From trial to service"))
    if reached is None:
        composer.text(tell("The stage cannot be told yet: an answer is missing."))
        return
    said: list[str | Bold] = [tell("Stages:") + " "]
    for stage in stages:
        name = matter.text(stage.name)
        said += [Bold(tell("{stage} (you are here)", stage=name)) if stage.stage == reached else name, " → "]
    composer.text([*said[:-1], "."])


def _legal(matter: Matter, composer: Composer) -> None:
    voice = matter.voice
    for legal in matter.questionnaire.legal:
        points = {point.id: point for point in legal.checkpoints}
        mine = [(points[found.id], found) for found in matter.result.legal if found.country == legal.country]
        if not mine:
            continue
        composer.text(
            matter.text(legal.disclaimer)
            + " "
            + voice.tell(
                "What is known is believed good until {date}; consulted on {day}.",
                date=_day(matter, legal.status_as_of),
                day=_day(matter, legal.consulted_on),
            ),
            SMALL.but(keep_with_next=True),
        )
        rows = []
        for point, found in mine:
            reference = matter.text(point.reference)
            if point.reference_confidence in legal.confidence_labels:
                reference += f" ({matter.text(legal.confidence_labels[point.reference_confidence])})"
            answer = (
                "–"
                if found.item is None or found.code is None
                else f"{found.item} : {phrases.answer(matter, found.code)}"
            )
            rows.append(
                (matter.text(point.text), answer if voice.language == "fr" else answer.replace(" :", ":"), reference)
            )
        composer.table(
            (voice.tell("To be checked"), voice.tell("Your answer"), voice.tell("Reference")), rows, (52, 16, 32)
        )


def _day(matter: Matter, text: str) -> str:
    try:
        return matter.voice.day(date.fromisoformat(text))
    except ValueError:
        return text
