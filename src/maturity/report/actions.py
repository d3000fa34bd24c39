"""The next actions as rows: what the report prints on cards, and what a follow-up sheet holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from maturity.charts import agenda
from maturity.charts.phasing import Slot, schedule
from maturity.questionnaire.advice import Step
from maturity.report.matter import Matter
from maturity.scoring import undone
from maturity.scoring.undone import Undone

Value = str | int | float | None


@dataclass(frozen=True)
class ActionRow:
    """One action in words and numbers. ``start``, ``months``: from today, and how long; ``level``: 1 to k."""

    rank: int
    action: str
    dimension: str
    part: str
    why: str
    reason: str  # the last sentence of it: what the action is good for
    steps: tuple[str, ...]
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
    left = undone.of_priority(matter.questionnaire, matter.result.sheet, priority, people)
    home = next(
        block
        for block in matter.questionnaire.blocks
        if any(part.id == priority.subdimension for part in block.subdimensions)
    )
    reason = matter.text(left.why)
    return ActionRow(
        rank=priority.rank,
        action=matter.text(left.title),
        dimension=matter.text(home.name),
        part=matter.block_names[priority.subdimension],
        why=f"{agenda.chosen(priority, matter.questionnaire, matter.result, matter.voice)} {reason}",
        reason=reason,
        steps=tuple(steps(matter, left)),
        who=matter.text(labels.lead(advice, people)),
        meanwhile=matter.text(labels.lead_meanwhile[advice.lead])
        if labels.small(people) and advice.lead in labels.lead_meanwhile
        else "",
        effort=matter.text(labels.effort_labels[advice.effort]),
        start=slot.start,
        months=slot.end - slot.start,
        when=agenda.when(slot, matter.voice),
        after=agenda.after(slot, matter.voice),
        done=matter.text(left.evidence),
        level=priority.level,
        target=priority.target or advice.to_level,
        indicative=priority.indicative,
    )


def steps(matter: Matter, left: Undone) -> list[str]:
    """The steps for an authority of this size; both ways, named, when the size is not known."""
    unknown = matter.response.authority.population is None
    return [
        _of_size(matter, step) if unknown and step.audience != "all" else matter.text(step.text) for step in left.steps
    ]


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
