"""The two pages for a meeting, both sides of one sheet: the page for elected members, then the one for who acts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from maturity.report import actions
from maturity.report.composer import Cell, Composer
from maturity.report.matter import Matter
from maturity.report.sections import elected, phrases, priorities, readiness
from maturity.report.sections.elected import meanwhile
from maturity.report.sections.fitting import ACTION, Air, fitted, heading, sized
from maturity.report.styles import CELL, MUTED, SMALL, Style
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold, Said

_SIDES = (56, 44)  # shares: the months, the path of the conditions
_APART = 22.0  # points between them
_LINE = 40  # letters of a name that the largest heading holds
_OPEN = 6  # questions still to be found out that are named; more are counted


def write(matter: Matter, composer: Composer) -> None:
    """Both pages."""
    _front(matter, composer)
    composer.chapter(matter.voice.tell("For those who will do the work"), "second")
    fitted(composer, partial(_back, matter))


def _front(matter: Matter, composer: Composer) -> None:
    """Whose page it is, of when, from which form; what is unusual about it; then the page for elected members."""
    voice, tell, response = matter.voice, matter.voice.tell, matter.response
    name = phrases.clipped(response.authority.name, 120)
    composer.parent = composer.root.add("Sect")
    composer.heading(name, 1, "first", look=1 if len(name) <= _LINE else 2)
    facts = [
        matter.text(matter.questionnaire.title),
        tell("assessment {wave}", wave=response.wave),
        matter.text(matter.questionnaire.form(response.questionnaire.form).name),
        voice.day(response.updated.date()),
    ]
    composer.text((Bold(elected.title(matter)), *(" · " + fact for fact in facts)), SMALL.but(after=10))
    elected.write(matter, composer)


def _back(matter: Matter, composer: Composer, air: Air) -> None:
    _actions(matter, composer, air)
    _pictures(matter, composer, air)
    _open(matter, composer, air)
    heading(composer, matter.voice.tell("The full report"), air)
    small = sized(SMALL, min(8.4, air.body))
    composer.text(_rest(matter), small)
    if air.all_said:
        composer.text(matter.text(matter.questionnaire.findings_note), small.but(after=0))


def _actions(matter: Matter, composer: Composer, air: Air) -> None:
    """A row an action: what, why now, who and how much work, by when."""
    voice, tell, told = matter.voice, matter.voice.tell, actions.found(matter)
    if not told:
        composer.text(phrases.no_action(matter))
        return
    cell = sized(CELL, min(CELL.look.size, air.body))
    rows: list[list[Cell]] = []
    for one, priority in zip(told, matter.result.priorities, strict=True):
        within = voice.tell_count("{n} month", "{n} months", one.start + one.months)
        rows.append(
            [
                _lines((sized(ACTION, cell.look.size), f"{one.rank}. {one.action}")),
                _lines((cell, priorities.because(matter, priority))),
                _lines((cell, one.who), (cell.coloured(MUTED), one.effort)),
                _lines((cell, within)),
            ]
        )
    heads = (tell("Action"), tell("Why now"), tell("Who leads, effort"), tell("Within"))
    composer.table(heads, rows, (36, 32, 23, 9))
    composer.things[-1].spaceAfter = air.gap
    notes = meanwhile(told)
    if any(one.indicative for one in told):
        notes.append(tell("Indicative: the form asks only some of the questions behind these levels."))
    if notes:
        composer.things[-1].spaceAfter = 4
        composer.text(" ".join(notes), sized(SMALL, min(8.2, air.body)).but(after=air.gap))


def _lines(*lines: tuple[Style, Said]) -> list[tuple[Style, Said]]:
    """What a cell says, a paragraph each."""
    return list(lines)


def _pictures(matter: Matter, composer: Composer, air: Air) -> None:
    """The months beside the path of the conditions; one of them alone takes the whole width."""
    from maturity.charts import agenda
    from maturity.charts import readiness as path

    has_path = any(gate.kind == "gate" for gate in matter.result.gates)
    has_agenda = bool(matter.result.priorities)
    shares = _SIDES if has_path and has_agenda else (1,)
    what = matter.questionnaire, matter.result, matter.voice.language
    stacks = []
    if has_agenda:
        with composer.stack() as months:
            composer.heading(matter.voice.tell("Timetable"))
            width = composer.width_of(shares, 0, gap=_APART)
            composer.picture(agenda.picture(*what, width=width, brief=True), after=0)
        stacks.append(months)
    if has_path:
        with composer.stack() as conditions:
            composer.heading(readiness.title(matter))
            width = composer.width_of(shares, len(shares) - 1, gap=_APART)
            composer.picture(path.picture(*what, width=width), after=0)
        stacks.append(conditions)
    if stacks:
        composer.gap(air.gap + 4)
        composer.columns(stacks, Ground(None, None, 0), shares=shares, gap=_APART, after=air.gap)


def _open(matter: Matter, composer: Composer, air: Air) -> None:
    """Which answers to look for, the most telling first."""
    found = [one.item for placement in matter.result.placements for one in placement.open_questions]
    found += [
        item for gate in matter.result.gates if gate.state == "unknown" and not gate.unasked for item in gate.items
    ]
    items = list(dict.fromkeys(item for item in found if matter.result.sheet[item] < 0))
    if not items:
        return
    heading(composer, matter.voice.tell("Still to be found out"), air)
    most = _OPEN if air.all_said else _OPEN // 2
    lines: list[Said] = [phrases.capital(phrases.item_named(matter, item)) for item in items[:most]]
    if len(items) > most:
        more = len(items) - most
        lines.append(matter.voice.tell_count("and {n} more question", "and {n} more questions", more))
    names = matter.voice.say("; ").join(map(str, lines))
    composer.text(
        " ".join([*_needed(matter), matter.voice.tell("These answers could change the result: {names}.", names=names)]),
        sized(CELL, air.body).but(after=0),
    )


def _needed(matter: Matter) -> Iterator[str]:
    """How many missing answers leave each placement open: as many as the first page says."""
    voice = matter.voice
    for placement in matter.result.placements:
        if placement.status == "undetermined":
            noun = matter.text(matter.questionnaire.placement(placement.id).label_noun)
            n = len(placement.missing_items)
            yield voice.tell_count(
                "To tell the {noun}, one answer is missing.",
                "To tell the {noun}, {n} answers are missing.",
                n,
                noun=noun,
            )


def _rest(matter: Matter) -> str:
    tell = matter.voice.tell
    return " ".join(
        (
            tell("The full report explains each result, gives the steps of each action and shows every answer."),
            tell("Answers and result travel inside this file; “maturity verify” checks them."),
        )
    )
