"""The next actions: in time, on a card each, in a table to be copied; and what has to be found out first."""

from __future__ import annotations

from collections.abc import Sequence

from maturity.report.actions import ActionRow, found
from maturity.report.composer import Cell, Composer
from maturity.report.matter import Matter
from maturity.report.sections import phrases, unknowns
from maturity.report.sections.fitting import sized
from maturity.report.styles import BODY, CELL, ITEM, SMALL
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold, Said
from maturity.scoring.result import Priority

_SHARES = (66, 34)  # what to do, and who, when, until when
_COPIED = sized(CELL, 8.2)
_TABLE = (25, 17, 16, 25, 17)
_SIDE = CELL.but(after=4)


def title(matter: Matter) -> str:
    """Its heading."""
    voice, n = matter.voice, len(matter.result.priorities)
    if n < 2:
        return voice.tell("Priorities")
    return phrases.capital(voice.tell("{count} priorities", count=voice.spelled(n)))


def write(matter: Matter, composer: Composer) -> None:
    """The chapter."""
    from maturity.charts import agenda

    actions = found(matter)
    if not actions:
        composer.text(phrases.no_action(matter))
        unknowns.write(matter, composer)
        return
    composer.finding(_finding(matter, actions))
    if unknowns.first(matter):
        unknowns.write(matter, composer)
    composer.text(f"{order(matter)} {_authority_decides(matter, actions)}", BODY.but(after=4))
    composer.picture(
        agenda.picture(matter.questionnaire, matter.result, matter.voice.language, width=composer.width, brief=True)
    )
    for action in actions:
        _card(matter, composer, action)
    _sheet(matter, composer, actions)
    if not unknowns.first(matter):
        unknowns.write(matter, composer)


def _finding(matter: Matter, actions: tuple[ActionRow, ...]) -> str:
    from maturity.charts.agenda import SHOWN

    voice, first = matter.voice, actions[0]
    told = voice.tell("Begin with this: {action}.", action=_inside(first.action))
    if unknowns.first(matter):
        return voice.tell_count(
            "First find out what nobody could say; meanwhile one action can begin.",
            "First find out what nobody could say; meanwhile {count} actions can begin.",
            len(actions),
            count=voice.spelled(len(actions)),
        )
    if len(actions) == 1:
        return told
    start, end = max(one.start for one in actions), max(one.start + one.months for one in actions)
    pattern = (
        voice.tell("The {count} actions begin within {start} months and can bear fruit within {end} months.")
        if start
        else voice.tell("The {count} actions begin now and can bear fruit within {end} months.")
    )
    values = {"count": voice.spelled(len(actions)), "start": start, "end": min(end, SHOWN)}
    longer = sum(one.start + one.months > SHOWN for one in actions)
    if longer:  # the months of the picture are those that are promised
        pattern = voice.tell_count(
            "The {count} actions begin within {start} months; all but one can bear fruit within {end} months.",
            "The {count} actions begin within {start} months; {n} of them take more than {end} months to bear fruit.",
            longer,
            count="{count}", start="{start}", end="{end}",
        )  # fmt: skip
    return f"{told} {pattern.format(**values)}"


def _inside(title: str) -> str:
    """A title inside a sentence."""
    return title[:1].lower() + title[1:]


def order(matter: Matter) -> str:
    """Why they come in this order: only the reasons that count here."""
    tell, reasons = matter.voice.tell, {priority.reason for priority in matter.result.priorities}
    told = {
        "target": tell("what is below the level that the authority chose to reach"),
        "gate": tell("what the readiness conditions not yet met ask for"),
        "weakest": tell("the weakest parts"),
    }
    parts = [words for reason, words in told.items() if reason in reasons]
    return tell("In this order: {parts}.", parts=tell(", then ").join(parts))


def _authority_decides(matter: Matter, actions: Sequence[ActionRow]) -> str:
    tell = matter.voice.tell
    held = tell("What a condition holds back begins after what it waits for.")
    said = [
        tell("Two actions begin each quarter, at most."),
        *([held] if any(one.after for one in actions) else []),
        tell("Each leads to the next level, no further. The authority decides: these are proposals."),
    ]
    return " ".join(said)


def _card(matter: Matter, composer: Composer, action: ActionRow) -> None:
    """Why and how on the left, who, when and until when on the right: always in the same place."""
    tell = matter.voice.tell
    with composer.together():
        composer.heading(f"{action.rank}. {action.action}", 2, look=3)
        with composer.stack(composer.width_of(_SHARES, 0)) as left:
            why = action.why
            if action.indicative:
                why += " " + tell("(Indicative: few questions were asked.)")
            composer.text((Bold(tell("Why now:") + " "), why), CELL.but(after=3))
            composer.items(list(action.steps), CELL.but(after=1.5, indent=ITEM.block.indent))
        with composer.stack(composer.width_of(_SHARES, 1)) as right:
            composer.text((Bold(action.who), f" ({action.meanwhile})" if action.meanwhile else ""), _SIDE)
            effort = tell("effort: {effort}", effort=action.effort)
            after = f" ({action.after})" if action.after else ""
            composer.text(f"{phrases.capital(action.when)}{after} – {effort}", _SIDE)
            composer.text((Bold(tell("Done when:") + " "), action.done), _SIDE.but(after=0))
        composer.columns([left, right], Ground(None, None, 0), shares=_SHARES, gap=18, after=6)


def _sheet(matter: Matter, composer: Composer, actions: tuple[ActionRow, ...]) -> None:
    """The same to be copied, whole on one page, with room for a pen."""
    tell = matter.voice.tell
    told = [(f"{one.rank}. {one.action}", one.who, one.when, one.done, "") for one in actions]
    lines: list[list[Cell]] = [[_copied(said) for said in line] for line in told]
    heads = (tell("Action"), tell("Who"), tell("When"), tell("Done when"), tell("Status"))
    with composer.together():
        composer.heading(tell("To follow them up"))
        composer.text(
            tell("This table also exists as a file for a spreadsheet: ask whoever runs the tool."),
            SMALL.but(keep_with_next=True),
        )
        composer.table(heads, lines, _TABLE)


def _copied(said: Said) -> Cell:
    return [(_COPIED, said)]


def because(matter: Matter, priority: Priority) -> str:
    """The same in a few words, for a table."""
    from maturity.charts import agenda

    voice, name = matter.voice, matter.block_names[priority.subdimension]
    gates = {gate.id: gate for gate in matter.questionnaire.readiness.gates}
    if priority.target is not None:
        return voice.tell("{part}: {reason}", part=name, reason=voice.tell("your target, {n}", n=priority.target))
    if priority.gate in gates:
        return voice.tell("{part}, for “{condition}”", part=name, condition=matter.text(gates[priority.gate].title))
    level = agenda.height(priority, matter.result, voice)
    if not level:
        return name
    return voice.tell("{part}: {reason}", part=name, reason=level)
