"""Readiness: the path of conditions, what is missing and where to begin, points to watch, the stage reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maturity.questionnaire.rules import Gate, Rule
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import legal, phrases
from maturity.report.styles import CELL, INK, ITEM, MUTED, SMALL
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold, Linked, Quiet
from maturity.scoring import undone
from maturity.scoring.result import GateResult
from maturity.scoring.sheet import BLANK, DONT_KNOW

_SHARES = (46, 54)  # the path, and how far it may be trusted
_GAP = 20.0
_SIDE = CELL.but(after=3)
_STEP = CELL.but(after=1, indent=ITEM.block.indent)
Pair = tuple[Gate, GateResult]


def title(matter: Matter) -> str:
    """Its heading."""
    return matter.voice.tell("Conditions to meet first")


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
            return tell("None of the {total} conditions is met yet; the first: {title}.", **names)
        return voice.tell_count(
            "One of the {total} conditions is met; the first one missing: {title}.",
            "{met} of the {total} conditions are met; the first one missing: {title}.",
            met,
            met=phrases.capital(voice.spelled(met)),
            **names,
        )
    unknown = len(conditions) - met
    return voice.tell_count(
        "One condition cannot be judged yet: answers are missing.",
        "{number} conditions cannot be judged yet: answers are missing.",
        unknown,
        number=phrases.capital(voice.spelled(unknown)),
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
    untold = [item for item in found.items if item not in told]
    said = phrases.state(matter, found, codes=False)
    if found.state == "unknown" and not found.unasked:  # the name of each answer says more than the names of parts
        said = _missing(matter, untold) or matter.voice.tell("Answers named above are missing here, too.")
    if found.indicative:
        said += " " + matter.voice.tell("(Indicative: few questions were asked.)")
    composer.text(said, _SIDE)
    if gate.ahead and found.ahead == "present":
        composer.text((Bold(matter.text(gate.ahead.text)),), _SIDE)
    if found.state == "unmet":
        composer.text((Quiet(matter.text(gate.explanation)),), SMALL.but(after=2))
        _below(matter, composer, gate.when, untold)
    begin = undone.first_actions(gate, matter.result.sheet)
    if found.state == "unmet" and begin:
        composer.items([matter.text(action) for action in begin], _STEP, sign="→")


def _missing(matter: Matter, items: Sequence[str]) -> str:
    """The answers that would tell, each by its name and code."""
    names = [phrases.item_named(matter, key) for key in items if matter.result.sheet[key] in (DONT_KNOW, BLANK)]
    return matter.voice.tell("Answers that are missing: {items}.", items=matter.voice.both(names)) if names else ""


def _below(matter: Matter, composer: Composer, rule: Rule, items: Sequence[str]) -> None:
    """The answers that hold a condition back, not those that serve it; then those that are missing."""
    voice, sheet = matter.voice, matter.result.sheet
    groups: dict[float, list[str]] = {}
    for key, level in dict(_wanted(matter, rule)).items():
        if key in items and 0 < sheet[key] < level:
            groups.setdefault(level, []).append(f"{_short(matter, key)}\u00a0({sheet[key]})")
    said = [
        voice.tell(
            "Below level {n}: {items}.", n=voice.number(level, 0 if level == int(level) else 1), items=voice.both(told)
        )
        for level, told in groups.items()
    ]
    if open_ := _missing(matter, items):
        said.append(open_)
    if said:
        composer.text(" ".join(said), SMALL.coloured(INK).but(after=3))


def _wanted(matter: Matter, rule: Rule) -> Iterator[tuple[str, float]]:
    """The level that a rule wants of each answer behind it."""
    for part in rule.all_of or rule.any_of or ():
        yield from _wanted(matter, part)
    for gate in matter.questionnaire.readiness.gates:
        if gate.id == rule.gate:
            yield from _wanted(matter, gate.when)
    level = rule.above if rule.at_least is None else rule.at_least
    if level is not None:
        inside = [item.id for item in matter.questionnaire.items if item.subdimension == rule.subdimension]
        yield from ((key, float(level)) for key in (*(rule.mean or ()), *filter(None, (rule.item,)), *inside))


def _short(matter: Matter, key: str) -> str:
    """What a question is about; its code stands in the annex."""
    item = matter.item(key)
    return matter.text(item.name) if item.name else matter.block_names[item.subdimension]


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
            begin = undone.first_actions(gate, matter.result.sheet)
            if begin:
                composer.items([matter.text(action) for action in begin], _STEP, sign="→")
    for caveat in dict.fromkeys(matter.text(gate.caveat) for gate in present):
        composer.text(caveat, SMALL.but(after=4))
    names = [_quoted(matter, gate) for gate, found in patterns if found.state == "unknown"]
    if names:
        composer.text(f"{tell('Not known yet:')} {matter.voice.both(names)}.", SMALL.but(after=3))
    if absent := sum(found.state == "absent" for _gate, found in patterns):
        composer.text(_absent(matter, absent, len(patterns)), SMALL.but(after=3))


def _absent(matter: Matter, absent: int, every: int) -> str:
    """That what is not there was looked for: its names would say nothing to whom it does not concern."""
    voice, number = matter.voice, phrases.capital(matter.voice.spelled(absent))
    if absent == every:
        return voice.tell_count(
            "One frequent situation was looked for in these answers; it does not show.",
            "{number} frequent situations were looked for in these answers; none of them shows.",
            absent,
            number=number,
        )
    return voice.tell_count(
        "One other frequent situation was looked for; it does not show.",
        "{number} other frequent situations were looked for; none of them shows.",
        absent,
        number=number,
    )


def _stage(matter: Matter, composer: Composer) -> None:
    stages = matter.questionnaire.readiness.scale_stages
    if not stages:
        return
    tell, reached = matter.voice.tell, matter.result.scale_stage
    composer.heading(tell("From pilot to service"), 2, look=3)
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
