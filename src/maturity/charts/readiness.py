"""The readiness conditions as a path, in the order of phasing: met, not met, or to be completed."""

from __future__ import annotations

from maturity.charts.board import NAME, NOTE, Board
from maturity.charts.medium import BODY, PRINT, Medium
from maturity.charts.picture import Picture, Table
from maturity.charts.scene import DASHED, Line, Marker, Sign
from maturity.charts.words import Speech
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Gate
from maturity.scoring.result import GateResult, Result

_NODE = 13.0
_SIGNS: dict[str, Sign] = {"met": "check", "unmet": "ring", "unknown": "unknown"}


def picture(  # noqa: PLR0913 - one signature for all pictures
    questionnaire: Questionnaire,
    result: Result,
    language: str,
    *,
    width: float = 460,
    medium: Medium = PRINT,
    brief: bool = False,
) -> Picture:
    """All gates, one below the other. ``brief``: for a narrow column; what they depend on stands elsewhere."""
    speech = Speech(language)
    states = {gate.id: gate for gate in result.gates}
    pairs = [(gate, states[gate.id]) for gate in questionnaire.readiness.gates if gate.kind == "gate"]
    board = Board(width, medium)
    if brief:
        _steps(board, pairs, speech)
    else:
        _draw(board, pairs, questionnaire, speech)
    return Picture(board.scene(), _alt(pairs, speech), _table(pairs, questionnaire, speech), language)


def state(result: GateResult, speech: Speech) -> str:
    """``remplie``, ``non remplie``, ``à compléter`` or ``non posée``."""
    say = speech.say
    waits = say("not asked") if result.unasked else say("to be completed")
    return {"met": say("met"), "unmet": say("not met")}.get(result.state, waits)


def unasked(names: str, result: GateResult, questionnaire: Questionnaire, speech: Speech) -> str:
    """That the form does not ask what ``names`` call, and the shortest form that does."""
    told = speech.say("This form does not ask about: {names}.").format(names=names)
    asking = [form for form in questionnaire.forms if {*result.items} <= {*form.items}]
    if not asking:
        return told
    name = speech.text(min(asking, key=lambda form: len(form.items)).name)
    return f"{told} {speech.say('This one does: {form}.').format(form=name[:1].lower() + name[1:])}"


def limits(result: GateResult, questionnaire: Questionnaire, speech: Speech) -> tuple[str, ...]:
    """Names of what fails, or could: sub-dimensions, other gates, and for single questions their sub-dimension."""
    gates = {gate.id for gate in questionnaire.readiness.gates}
    named = [
        speech.say("condition “{name}”").format(name=speech.text(name)) if part in gates else speech.text(name)
        for part in result.limiting
        for name in questionnaire.names(part)
    ]
    return tuple(dict.fromkeys(named))


def _draw(board: Board, pairs: list[tuple[Gate, GateResult]], questionnaire: Questionnaire, speech: Speech) -> None:
    medium = board.medium
    word = max(medium.width(state(result, speech), BODY, bold=True) for _, result in pairs)
    left, before = medium.aside(22), None
    room = board.width - word - left - medium.aside(12)
    board.down(2)  # the first sign is taller than its row
    for number, (gate, result) in enumerate(pairs):
        if number:
            board.down(0 if medium.low else 9)
        y = board.top - medium.row() / 2
        if before is not None:
            _path(board, before, y, unbroken=pairs[number - 1][1].state == "met")
        board.add(Marker(_NODE / 2, y, _SIGNS[result.state], _NODE))
        board.label(board.width - word, y, state(result, speech), NAME.of("accent" if result.state == "met" else "ink"))
        board.top = board.paragraph((left, board.top), speech.text(gate.title), room, NAME)
        board.down(1)
        for line in _notes(gate, result, questionnaire, speech, said=_all_indicative(pairs)):
            board.top = board.paragraph((left, board.top), line, room, NOTE)
        before = y
    if _all_indicative(pairs):
        board.down(6)
        board.top = board.paragraph(
            (left, board.top), speech.say("Indicative: not every question was asked."), room, NOTE
        )
    board.down(2)


def _steps(board: Board, pairs: list[tuple[Gate, GateResult]], speech: Speech) -> None:
    """Each condition with its state below its name."""
    left, before = board.medium.aside(22), None
    board.down(2)
    for number, (gate, result) in enumerate(pairs):
        if number:
            board.down(12)
        y = board.top - board.medium.row() / 2
        if before is not None:
            _path(board, before, y, unbroken=pairs[number - 1][1].state == "met")
        board.add(Marker(_NODE / 2, y, _SIGNS[result.state], _NODE))
        room = board.width - left
        board.top = board.paragraph((left, board.top), speech.text(gate.title), room, NAME)
        style = NOTE.of("accent" if result.state == "met" else "muted")
        board.top = board.paragraph((left, board.top), state(result, speech), room, style)
        before = y
    board.down(2)


def _all_indicative(pairs: list[tuple[Gate, GateResult]]) -> bool:
    """Then it is said once, below, and not beside each."""
    return all(result.indicative for _, result in pairs)


def _path(board: Board, start: float, end: float, *, unbroken: bool) -> None:
    """From one condition to the next: unbroken only where the first is met."""
    x, half = _NODE / 2, _NODE / 2
    dash = () if unbroken else DASHED
    board.add(Line(x, start - half, x, end + half, "accent" if unbroken else "muted", 1.4, dash))


def _notes(gate: Gate, result: GateResult, questionnaire: Questionnaire, speech: Speech, *, said: bool) -> list[str]:
    notes = []
    names = limits(result, questionnaire, speech)
    if names and result.state == "unmet":
        notes.append(speech.say("To strengthen: {names}").format(names=" · ".join(names)))
    elif names and result.state == "unknown":
        notes.append(speech.say("Depends on: {names}").format(names=" · ".join(names)))
    if result.ahead == "present" and gate.ahead is not None:
        notes.append(speech.text(gate.ahead.name or gate.ahead.text))
    if result.indicative and not said:
        notes.append(speech.say("Indicative: not every question was asked."))
    return notes


def _alt(pairs: list[tuple[Gate, GateResult]], speech: Speech) -> str:
    met = sum(result.state == "met" for _, result in pairs)
    head = speech.say("{met} of {total} readiness conditions are met.").format(met=met, total=len(pairs))
    parts = [
        speech.say("{title}: {state}").format(title=speech.text(gate.title), state=state(one, speech))
        for gate, one in pairs
    ]
    told = speech.say("; ").join(parts)
    return f"{head} {told}."


def _table(pairs: list[tuple[Gate, GateResult]], questionnaire: Questionnaire, speech: Speech) -> Table:
    say = speech.say
    rows = tuple(
        (speech.text(gate.title), state(one, speech), " · ".join(limits(one, questionnaire, speech)))
        for gate, one in pairs
    )
    return Table(say("Readiness conditions"), (say("Condition"), say("State"), say("What it depends on")), rows)
