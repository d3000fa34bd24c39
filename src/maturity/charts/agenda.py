"""The next actions on eighteen months: when each begins, after what, and by when it could bear fruit."""

from __future__ import annotations

from itertools import pairwise

from maturity.charts.board import NAME, NOTE, PLAIN, Board
from maturity.charts.legend import Key, legend
from maturity.charts.medium import PRINT, SMALL, Medium
from maturity.charts.palette import Role
from maturity.charts.phasing import QUARTER, Slot, schedule
from maturity.charts.picture import Picture, Table
from maturity.charts.scene import Line, Marker, Rect, Sign
from maturity.charts.words import Speech, open_
from maturity.questionnaire.advice import Recommendation
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Priority, Result, SubdimensionResult

HIGH = 3.5  # from here on, what is lowest is not low
SHOWN = 18  # months; what goes on longer has an arrow
_LABELS = 0.52  # of the width
_SIGNS: dict[str, tuple[Sign, Role]] = {
    "target": ("diamond", "accent"),
    "gate": ("dot", "accent"),
    "weakest": ("ring", "muted"),
}


def picture(  # noqa: PLR0913 - one signature for all pictures
    questionnaire: Questionnaire,
    result: Result,
    language: str,
    *,
    width: float = 460,
    medium: Medium = PRINT,
    brief: bool = False,
) -> Picture:
    """The priorities by rank; LookupError where there are none. ``brief``: who leads and why stands elsewhere."""
    if not result.priorities:
        raise LookupError("priorities")
    speech, slots = Speech(language), schedule(questionnaire, result)
    board = Board(width, medium)
    _Agenda(board, questionnaire, speech, slots, brief=brief or medium.low).draw()
    return Picture(board.scene(), _alt(slots, speech), _table(slots, questionnaire, speech), language)


class _Agenda:
    def __init__(
        self, board: Board, questionnaire: Questionnaire, speech: Speech, slots: tuple[Slot, ...], *, brief: bool
    ) -> None:
        self.board, self.questionnaire, self.speech, self.slots, self.brief = board, questionnaire, speech, slots, brief
        medium = board.medium
        self.last = SHOWN  # always: the bars of two reports can be laid side by side
        self.number = medium.aside(14)
        self.labels = board.width * _LABELS
        self.left = self.labels + medium.aside(12)
        longest = max(medium.width(self._words(slot), SMALL, bold=True) for slot in slots)
        self.right = board.width - longest - medium.aside(12)

    def _x(self, month: float) -> float:
        return self.left + month / self.last * (self.right - self.left)

    def _words(self, slot: Slot) -> str:
        """``mois 9``: by when; an arrow before a month that is not on the picture."""
        by = self.speech.say("month {n}").format(n=slot.end)
        return f"→ {by}" if slot.end > self.last else by

    def draw(self) -> None:
        """The months above, then a line for each."""
        board = self.board
        ticks = range(0, self.last + 1, QUARTER)
        board.lines(self.left - board.medium.aside(8), board.top, (self.speech.say("months from now"),), NOTE.to("end"))
        for month in ticks:
            board.lines(self._x(month), board.top, (self.speech.number(month, 0),), NOTE.to("middle"))
        board.top -= board.medium.row(SMALL)
        board.down(3)
        top = board.top
        for slot in self.slots:
            self._row(slot)
        uprights = (Line(self._x(month), top, self._x(month), board.top + 0.5) for month in ticks)
        board.under(*uprights)
        board.down(4)
        self._legend()

    def _row(self, slot: Slot) -> None:
        board, medium = self.board, self.board.medium
        y = board.top - medium.row() / 2
        start, end = (self._x(min(month, self.last)) for month in (slot.start, slot.end))
        sign, role = _SIGNS[slot.priority.reason]
        board.label(0, y, str(slot.priority.rank), NAME)
        if end > start:
            board.add(Line(start, y, end, y, role, 1.6))
        if slot.end <= self.last:
            board.add(Marker(end, y, sign, 8, role))
        self._until(end + medium.aside(8), y, self._words(slot))
        room = self.labels - self.number
        board.top = board.paragraph((self.number, board.top), self.speech.text(slot.title), room, NAME)
        for note in self._notes(slot):
            board.top = board.paragraph((self.number, board.top), note, room, NOTE)
        if not medium.low:
            board.down(6)

    def _until(self, x: float, y: float, words: str) -> None:
        """Beside its sign, on a ground of its own where an upright passes behind it."""
        board, medium = self.board, self.board.medium
        if not medium.fixed:
            row = medium.row(SMALL)
            board.add(Rect(x - 2, y - row / 2, medium.width(words, SMALL) + 4, row, "paper"))
        board.label(x, y, words, PLAIN)

    def _notes(self, slot: Slot) -> list[str]:
        """Who leads and what it serves; what has to come first."""
        notes = [] if self.brief else [self._why(slot.priority, slot.advice)]
        if slot.after:
            notes.append(after(slot, self.speech))
        return notes

    def _legend(self) -> None:
        say, reasons = self.speech.say, {slot.priority.reason for slot in self.slots}
        words = {
            "target": say("a level that you chose to reach"),
            "gate": say("serves a condition that is not met"),
            "weakest": say("one of the lowest levels"),
        }
        keys = [Key(text, _SIGNS[one][0], 8, _SIGNS[one][1]) for one, text in words.items() if one in reasons]
        if any(before.end > after.end for before, after in pairwise(self.slots)):
            keys.append(Key(say("The order is that of importance, not of the calendar.")))
        if any(slot.priority.indicative for slot in self.slots):
            keys.append(Key(say("Indicative: not every question was asked.")))
        legend(self.board, tuple(keys))

    def _why(self, priority: Priority, advice: Recommendation) -> str:
        """Who leads, and what it serves."""
        lead = self.speech.text(self.questionnaire.advice.lead_labels[advice.lead])
        return f"{lead} · {reason(priority, self.questionnaire, self.speech)}"


def months(count: int, speech: Speech) -> str:
    """``6 mois``."""
    return speech.count("{n} month", "{n} months", count)


def after(slot: Slot, speech: Speech) -> str:
    """``après les actions 1 et 2``: what has to come first; empty where nothing does."""
    if not slot.after:
        return ""
    ranks = speech.both([str(rank) for rank in slot.after])
    pattern = speech.say("after action {ranks}") if len(slot.after) == 1 else speech.say("after actions {ranks}")
    return pattern.format(ranks=ranks)


def when(slot: Slot, speech: Speech) -> str:
    """``dès maintenant, jusqu’au mois 9``; ``du mois 3 au mois 9``."""
    if slot.start == 0:
        return speech.say("now, to month {end}").format(end=slot.end)
    return speech.say("month {start} to month {end}").format(start=slot.start, end=slot.end)


def reason(priority: Priority, questionnaire: Questionnaire, speech: Speech) -> str:
    """The target or the readiness condition that an action serves, or the sub-dimension that it lifts."""
    name = speech.text(questionnaire.subdimensions[priority.subdimension].name)
    if priority.target is not None:
        return speech.say("{name}: level {level} chosen").format(name=name, level=priority.target)
    gates = {gate.id: gate for gate in questionnaire.readiness.gates}
    if priority.gate in gates:
        return speech.text(gates[priority.gate].title)
    return name


def chosen(priority: Priority, questionnaire: Questionnaire, result: Result, speech: Speech) -> str:
    """Why an action stands in the list, in one or two sentences: the same on every face."""
    say, name = speech.say, speech.text(questionnaire.subdimensions[priority.subdimension].name)
    part = say("“{name}”").format(name=name)
    if level := height(priority, result, speech):
        part = say("“{name}” ({level})").format(name=name, level=level)
    gate = next((speech.text(one.title) for one in questionnaire.readiness.gates if one.id == priority.gate), "")
    if priority.target is not None:
        told = say("You chose to reach level {target} here: {part}.").format(target=priority.target, part=part)
        if not gate:
            return told
        too = say("It helps to meet a condition, too: “{gate}”.")
        if not priority.advised:
            too = say("A condition asks for it, too: “{gate}”.")
        return f"{told} {too.format(gate=gate)}"
    if not gate:
        return _lowest(priority, result, speech).format(part=part)
    pattern = say("The condition “{gate}” is not met without it. It raises {part}.")
    if priority.advised:
        pattern = say("It helps to meet the condition “{gate}”. It raises {part}.")
    return pattern.format(gate=gate, part=part)


def _lowest(priority: Priority, result: Result, speech: Speech) -> str:
    """Lowest only where no answer that is missing could change that; high up, what is left to gain."""
    own = _part(priority, result)
    if priority.level is not None and priority.level >= HIGH and not (own and own.bounds and open_(own.bounds)):
        return speech.say("It can still go further: {part}.")
    parts = [part for block in result.blocks if block.kind == "dimension" for part in block.subdimensions]
    if any(part.bounds is None or open_(part.bounds) for part in parts):
        return speech.say("Of what is known so far in the dimensions, this is among the lowest: {part}.")
    return speech.say("In the dimensions, this is among the lowest parts: {part}.")


def height(priority: Priority, result: Result, speech: Speech) -> str:
    """``niveau 2,0``; ``niveau 1,7 à 3,0`` where answers are missing; nothing where none is known."""
    own = _part(priority, result)
    if priority.level is None:
        return ""
    if own is not None and own.bounds is not None and open_(own.bounds):
        pattern = speech.say("level {range}, depending on the answers missing")
        return pattern.format(range=speech.range(own.bounds))
    return speech.say("level {level}").format(level=speech.number(priority.level))


def _part(priority: Priority, result: Result) -> SubdimensionResult | None:
    parts = (part for block in result.blocks for part in block.subdimensions)
    return next((part for part in parts if part.id == priority.subdimension), None)


def _alt(slots: tuple[Slot, ...], speech: Speech) -> str:
    told = []
    for slot in slots:
        one = speech.say("{rank}. {title}, {when}").format(
            rank=slot.priority.rank, title=speech.text(slot.title), when=when(slot, speech)
        )
        told.append(f"{one} ({after(slot, speech)})" if slot.after else one)
    return speech.say("; ").join(told) + "."


def _table(slots: tuple[Slot, ...], questionnaire: Questionnaire, speech: Speech) -> Table:
    say, leads = speech.say, questionnaire.advice.lead_labels
    rows = tuple(
        (
            str(slot.priority.rank),
            speech.text(slot.title),
            reason(slot.priority, questionnaire, speech),
            speech.text(leads[slot.advice.lead]),
            when(slot, speech),
        )
        for slot in slots
    )
    return Table(say("Next actions"), ("", say("Action"), say("Serves"), say("Led by"), say("When")), rows)
