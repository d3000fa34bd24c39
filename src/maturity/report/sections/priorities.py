"""The next actions: why this one now, how to begin, who leads, how much work, what shows that it is done."""

from __future__ import annotations

from maturity.questionnaire.advice import Recommendation, Step
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.styles import BODY
from maturity.report.words import Bold
from maturity.scoring.result import Priority


def title(matter: Matter) -> str:
    """Its heading."""
    voice, n = matter.voice, len(matter.result.priorities)
    if n < 2:
        return voice.tell("Priorities")
    return phrases.capital(voice.tell("{count} priorities", count=voice.spelled(n)))


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    voice, tell = matter.voice, matter.voice.tell
    advice = {one.id: one for one in matter.questionnaire.advice.recommendations}
    chosen = [(priority, advice[priority.recommendation]) for priority in matter.result.priorities]
    if not chosen:
        composer.text(tell("These answers call for no action in particular. Look again at the next wave."))
        return
    if any(priority.target for priority, _ in chosen):
        composer.text(tell("The parts below the level that the authority chose to reach come first."))
    composer.text(
        tell(
            "First what conditions the rest, then the weakest parts. Each action leads to the next level, no "
            "further. The authority decides: these are proposals."
        )
    )
    labels = matter.questionnaire.advice
    rows = [
        (
            f"{priority.rank}. {matter.text(action.title)}",
            matter.text(labels.lead_labels[action.lead]),
            matter.text(labels.effort_labels[action.effort]),
            voice.tell_count("{n} month", "{n} months", action.horizon_months),
        )
        for priority, action in chosen
    ]
    composer.table((tell("Action"), tell("Who leads"), tell("Effort"), tell("Within")), rows, (48, 28, 12, 12))
    for priority, action in chosen:
        _action(matter, composer, priority, action)


def _action(matter: Matter, composer: Composer, priority: Priority, action: Recommendation) -> None:
    tell = matter.voice.tell
    composer.heading(f"{priority.rank}. {matter.text(action.title)}", 2, look=3)
    composer.text(
        (Bold(tell("Why now:") + " "), why(matter, priority) + " " + matter.text(action.why)), BODY.but(after=3)
    )
    composer.items(steps(matter, action))
    composer.text((Bold(tell("Done when:") + " "), matter.text(action.evidence)), BODY.but(after=6))


def why(matter: Matter, priority: Priority) -> str:
    """Why this one was chosen."""
    voice, name = matter.voice, matter.block_names[priority.subdimension]
    gates = {gate.id: gate for gate in matter.questionnaire.readiness.gates}
    gate = matter.text(gates[priority.gate].title) if priority.gate in gates else ""
    if priority.target is not None:
        text = voice.tell("The authority wants “{part}” at level {target}", part=name, target=priority.target)
        text += voice.tell("; it is at {level}.", level=voice.number(priority.level or 0))
        text += " " + _asked_too(matter, priority, gate) if gate else ""
    elif priority.reason == "gate" and priority.advised:
        text = voice.tell("Work on “{part}” helps to meet a condition: {gate}.", part=name, gate=gate)
    elif priority.reason == "gate":
        text = voice.tell("“{part}” holds back a condition that is not met: {gate}.", part=name, gate=gate)
    elif priority.level is None:
        text = voice.tell("“{part}” is one of the weakest parts.", part=name)
    else:
        text = voice.tell(
            "“{part}” is one of the weakest parts: level {level}.", part=name, level=voice.number(priority.level)
        )
    return text + (" " + voice.tell("(Indicative: few questions were asked.)") if priority.indicative else "")


def _asked_too(matter: Matter, priority: Priority, gate: str) -> str:
    tell = matter.voice.tell
    if priority.advised:
        return tell("It helps to meet a condition, too: {gate}.", gate=gate)
    return tell("A condition asks for it, too: {gate}.", gate=gate)


def because(matter: Matter, priority: Priority) -> str:
    """The same in a few words, for a table."""
    voice, name = matter.voice, matter.block_names[priority.subdimension]
    gates = {gate.id: gate for gate in matter.questionnaire.readiness.gates}
    if priority.target is not None:
        return voice.tell("{part}: {reason}", part=name, reason=voice.tell("your target, {n}", n=priority.target))
    if priority.gate in gates:
        return voice.tell("{part}: {reason}", part=name, reason=matter.text(gates[priority.gate].title))
    if priority.level is None:
        return name
    level = voice.tell("level {level}", level=voice.number(priority.level))
    return voice.tell("{part}: {reason}", part=name, reason=level)


def steps(matter: Matter, action: Recommendation) -> list[str]:
    """The steps for an authority of this size; both ways, named, when the size is not known."""
    people, advice = matter.response.authority.population, matter.questionnaire.advice

    def said(step: Step) -> str:
        if people is None and step.audience != "all":
            colon = "\u00a0: " if matter.voice.language == "fr" else ": "
            return matter.text(advice.audience_labels[step.audience]) + colon + matter.text(step.text)
        return matter.text(step.text)

    return [said(step) for step in advice.steps(action, people)]
