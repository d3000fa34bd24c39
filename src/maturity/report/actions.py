"""The next actions as rows: what the report prints on cards, and what a follow-up sheet holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from maturity.charts import agenda
from maturity.charts.phasing import Slot, schedule
from maturity.questionnaire.advice import Recommendation, Step
from maturity.report.matter import Matter

Value = str | int | float | None


@dataclass(frozen=True)
class ActionRow:
    """One action in words and numbers. ``start``, ``months``: from today, and how long; ``level``: 1 to k."""

    rank: int
    action: str
    dimension: str
    part: str
    why: str
    steps: tuple[str, ...]
    others: str  # how authorities of the other size begin, where the questionnaire tells it
    who: str
    meanwhile: str  # who carries it in a small authority until that role exists; else empty
    effort: str
    start: int
    months: int
    when: str
    after: str  # what comes first; empty where nothing does
    done: str
    level: float | None
    target: int
    indicative: bool


@dataclass(frozen=True)
class ActionTable:
    """The heads of the columns and the rows of a follow-up sheet; the last columns are for whoever follows up."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    states: tuple[str, ...]  # what the column of states offers
    language: str


STATE = -2  # place of the column of states, from the end


def found(matter: Matter) -> tuple[ActionRow, ...]:
    """The actions by rank."""
    return tuple(map(partial(_row, matter), schedule(matter.questionnaire, matter.result)))


def _row(matter: Matter, slot: Slot) -> ActionRow:
    labels, priority, advice = matter.questionnaire.advice, slot.priority, slot.advice
    people = matter.response.authority.population
    small = people is None or people < labels.small_below
    home = next(
        block
        for block in matter.questionnaire.blocks
        if any(part.id == priority.subdimension for part in block.subdimensions)
    )
    return ActionRow(
        rank=priority.rank,
        action=matter.text(advice.title),
        dimension=matter.text(home.name),
        part=matter.block_names[priority.subdimension],
        why=f"{agenda.chosen(priority, matter.questionnaire, matter.voice)} {matter.text(advice.why)}",
        steps=tuple(steps(matter, advice)),
        others=_others(matter, advice),
        who=matter.text(labels.lead_labels[advice.lead]),
        meanwhile=matter.text(labels.lead_meanwhile[advice.lead])
        if small and advice.lead in labels.lead_meanwhile
        else "",
        effort=matter.text(labels.effort_labels[advice.effort]),
        start=slot.start,
        months=slot.end - slot.start,
        when=agenda.when(slot, matter.voice),
        after=agenda.after(slot, matter.voice),
        done=matter.text(advice.evidence),
        level=priority.level,
        target=priority.target or advice.to_level,
        indicative=priority.indicative,
    )


def steps(matter: Matter, action: Recommendation) -> list[str]:
    """The steps for an authority of this size; both ways, named, when the size is not known."""
    people, advice = matter.response.authority.population, matter.questionnaire.advice
    return [
        _of_size(matter, step) if people is None and step.audience != "all" else matter.text(step.text)
        for step in advice.steps(action, people)
    ]


def _others(matter: Matter, action: Recommendation) -> str:
    people, advice = matter.response.authority.population, matter.questionnaire.advice
    if people is None:
        return ""
    told = advice.steps(action, people)
    return " ".join(_of_size(matter, step) for step in action.how if step not in told)


def _of_size(matter: Matter, step: Step) -> str:
    """``Petite collectivité : …``."""
    name = matter.text(matter.questionnaire.advice.audience_labels[step.audience])
    return matter.voice.tell("{size}: {step}", size=name, step=matter.text(step.text))


def rows(matter: Matter) -> ActionTable:
    """The follow-up sheet: one row an action, the last two columns empty."""
    tell = matter.voice.tell
    edited = matter.response.edited_by_hand
    today = tell("Level today (answers edited outside the program)") if edited else tell("Level today")
    heads = (
        tell("Rank"), tell("Action"), tell("Dimension"), tell("Part"), tell("Why now"), tell("How"), tell("Who"),
        tell("Effort"), tell("From month"), tell("Months"), tell("Comes after"), tell("Done when"),
        today, tell("Level aimed at"), tell("Status"), tell("Remarks"),
    )  # fmt: skip
    made = tuple(
        (
            one.rank, one.action, one.dimension, one.part, one.why, "\n".join(one.steps),
            f"{one.who} ({one.meanwhile})" if one.meanwhile else one.who,
            one.effort, one.start, one.months, one.after, one.done,
            None if one.level is None else round(one.level, 1), one.target, None, None,
        )
        for one in found(matter)
    )  # fmt: skip
    states = (tell("to begin"), tell("under way"), tell("done"), tell("put off"), tell("given up"))
    return ActionTable(tell("Actions"), heads, made, states, matter.voice.language)
