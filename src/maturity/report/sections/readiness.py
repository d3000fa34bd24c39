"""Readiness: the path of conditions, what is missing and where to begin, points to watch, the stage reached."""

from __future__ import annotations

from collections.abc import Sequence

from maturity.questionnaire.rules import Gate
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import legal, phrases
from maturity.report.styles import CELL, ITEM, MUTED, SMALL
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold, Linked, Quiet
from maturity.scoring.result import GateResult

_SHARES = (46, 54)  # the path, and how far it may be trusted
_GAP = 20.0
_SIDE = CELL.but(after=3)
_STEP = CELL.but(after=1, indent=ITEM.block.indent)
Pair = tuple[Gate, GateResult]


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("What comes before what")


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    results = {found.id: found for found in matter.result.gates}
    pairs = [(gate, results[gate.id]) for gate in matter.questionnaire.readiness.gates]
    conditions = [pair for pair in pairs if pair[0].kind == "gate"]
    patterns = [pair for pair in pairs if pair[0].kind == "pattern"]
    watched = any(found.state == "present" for _gate, found in patterns)
    if conditions:
        composer.finding(_finding(matter, conditions))
    with composer.stack(composer.width_of(_SHARES, 0, gap=_GAP)) as path:
        if conditions:
            _path(matter, composer)
    with composer.stack(composer.width_of(_SHARES, 1, gap=_GAP)) as beside:
        composer.text(matter.text(matter.questionnaire.readiness.scope_note), _SIDE)
        for caveat in dict.fromkeys(matter.text(gate.caveat) for gate, _found in conditions):
            composer.text(caveat, _SIDE)
        _stage(matter, composer)
        if not watched:
            _patterns(matter, composer, patterns)
        _law(matter, composer)
    composer.columns(
        [path, beside] if path else [beside], Ground(None, None, 0), shares=_SHARES if path else None, gap=_GAP
    )
    with composer.newspaper(2):
        _conditions(matter, composer, [pair for pair in conditions if pair[1].state != "met"])
        _met(matter, composer, [gate for gate, found in conditions if found.state == "met"], len(conditions))
        if watched:
            _patterns(matter, composer, patterns)


def _finding(matter: Matter, conditions: Sequence[Pair]) -> str:
    """How many are met, and the first that is not."""
    voice, tell = matter.voice, matter.voice.tell
    met = sum(found.state == "met" for _gate, found in conditions)
    unmet = [gate for gate, found in conditions if found.state == "unmet"]
    if met == len(conditions):
        return tell("Every readiness condition is met.")
    if unmet and len(conditions) == 1:
        return tell("The one readiness condition is not met yet: {title}.", title=_quoted(matter, unmet[0]))
    if unmet:
        names = {"total": voice.spelled(len(conditions)), "title": _quoted(matter, unmet[0])}
        if not met:
            return phrases.capital(tell("None of the {total} conditions is met yet; the first: {title}.", **names))
        return phrases.capital(
            tell(
                "{met} of {total} conditions are met; the first one missing: {title}.", met=voice.spelled(met), **names
            )
        )
    return voice.tell_count(
        "Answers are missing to say whether one condition is met.",
        "Answers are missing to say whether {n} conditions are met.",
        len(conditions) - met,
    )


def _quoted(matter: Matter, gate: Gate) -> str:
    return matter.voice.tell("“{text}”", text=matter.text(gate.title))


def _path(matter: Matter, composer: Composer) -> None:
    from maturity.charts import readiness as chart

    composer.picture(
        chart.picture(matter.questionnaire, matter.result, matter.voice.language, width=composer.width, brief=True),
        after=8,
    )


def _conditions(matter: Matter, composer: Composer, pairs: Sequence[Pair]) -> None:
    """What is missing in words, why it matters, where to begin; no answer is named twice."""
    told: set[str] = set()
    for gate, found in pairs:
        with composer.together():
            _condition(matter, composer, gate, found, told)
        told |= {*found.items}


def _condition(matter: Matter, composer: Composer, gate: Gate, found: GateResult, told: set[str]) -> None:
    """One of them, never parted: no reader has to look for the rest of a sentence in another column."""
    composer.heading(matter.text(gate.title), 2, look=3)
    said = phrases.state(matter, found, codes=False)
    if found.indicative:
        said += " " + matter.voice.tell("(Indicative: few questions were asked.)")
    composer.text(said, _SIDE)
    if gate.ahead and found.ahead == "present":
        composer.text((Bold(matter.text(gate.ahead.text)),), _SIDE)
    if found.state == "unmet":
        composer.text((Quiet(matter.text(gate.explanation)),), SMALL.but(after=2))
    _answers(matter, composer, [item for item in found.items if item not in told])
    if found.state == "unmet" and gate.first_actions:
        composer.items([matter.text(action) for action in gate.first_actions], _STEP, sign="→")


def _answers(matter: Matter, composer: Composer, items: Sequence[str]) -> None:
    """The answers behind a condition, each by its name; their codes stand in the annex."""
    if items:
        told = matter.voice.say("; ").join(_answer(matter, key) for key in items)
        composer.text(
            matter.voice.tell("Answers behind it, with their level: {items}.", items=told), SMALL.but(after=3)
        )


def _answer(matter: Matter, key: str) -> str:
    """``inventaire des données 2``; a question mark where it is not known."""
    item, code = matter.item(key), matter.result.sheet[key]
    name = matter.text(item.name) if item.name else matter.block_names[item.subdimension]
    return f"{name}\u00a0{code if code > 0 else '?'}"


def _met(matter: Matter, composer: Composer, gates: Sequence[Gate], total: int) -> None:
    """Those met in one line; where all are, what that allows."""
    if len(gates) == total:
        for gate in gates:
            composer.text((Bold(f"{matter.text(gate.title)}. "), matter.text(gate.states["met"])), _SIDE)
    elif gates:
        names = matter.voice.both([_quoted(matter, gate) for gate in gates])
        composer.text((Bold(matter.voice.tell("Met:") + " "), f"{names}."), _SIDE.but(before=6))


def _patterns(matter: Matter, composer: Composer, patterns: Sequence[Pair]) -> None:
    """Those present in full, then in a line each what is open and what was looked for and not found."""
    tell = matter.voice.tell
    if not patterns:
        return
    present = [gate for gate, found in patterns if found.state == "present"]
    if not present:
        composer.heading(tell("Points to watch"), 2, look=3)
    for number, gate in enumerate(present):
        with composer.together():
            if not number:
                composer.heading(tell("Points to watch"), 2, look=3)
            composer.text((Bold(f"{matter.text(gate.title)}. "), matter.text(gate.states["present"])), _SIDE)
            composer.items([matter.text(action) for action in gate.first_actions], _STEP, sign="→")
    for caveat in dict.fromkeys(matter.text(gate.caveat) for gate in present):
        composer.text(caveat, SMALL.but(after=4))
    for state, said in (("unknown", tell("Not known yet:")), ("absent", tell("Looked for and not found:"))):
        names = [_quoted(matter, gate) for gate, found in patterns if found.state == state]
        if names:
            composer.text((f"{said} ", f"{matter.voice.both(names)}."), SMALL.but(after=3))


def _stage(matter: Matter, composer: Composer) -> None:
    stages = matter.questionnaire.readiness.scale_stages
    if not stages:
        return
    tell, reached = matter.voice.tell, matter.result.scale_stage
    composer.heading(tell("From trial to service"), 2, look=3)
    if reached is None:
        composer.text(tell("The stage cannot be told yet: an answer is missing."), _SIDE)
        return
    said: list[str | Bold | Quiet] = []
    for stage in stages:
        name = matter.text(stage.name)
        said += [
            Bold(tell("{stage} (you are here)", stage=name)) if stage.stage == reached else Quiet(name, MUTED),
            " → ",
        ]
    composer.text([*said[:-1], "."], _SIDE)


def _law(matter: Matter, composer: Composer) -> None:
    """Where the reminders of the law stand."""
    if legal.applies(matter):
        words = matter.voice.tell("Legal points to be checked are in an annex.")
        composer.text((Linked(words, "#legal"),), SMALL)
