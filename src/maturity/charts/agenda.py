"""The next actions in order, and by when each could bear fruit: one line a priority, from today to its horizon."""

from __future__ import annotations

from maturity.charts.board import NAME, NOTE, PLAIN, Board
from maturity.charts.legend import Key, legend
from maturity.charts.medium import PRINT, SMALL, Medium
from maturity.charts.palette import Role
from maturity.charts.picture import Picture, Table
from maturity.charts.scene import Line, Marker, Rect, Sign
from maturity.charts.words import Speech
from maturity.questionnaire.advice import Recommendation
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Priority, Result

_LABELS = 0.52  # of the width
_QUARTER = 3  # months from one upright to the next
_MOST_UPRIGHTS = 9
_SIGNS: dict[str, tuple[Sign, Role]] = {
    "target": ("diamond", "accent"),
    "gate": ("dot", "accent"),
    "weakest": ("ring", "muted"),
}


def picture(
    questionnaire: Questionnaire, result: Result, language: str, *, width: float = 460, medium: Medium = PRINT
) -> Picture:
    """The priorities by rank; LookupError where there are none."""
    if not result.priorities:
        raise LookupError("priorities")
    speech = Speech(language)
    known = {one.id: one for one in questionnaire.advice.recommendations}
    pairs = [(priority, known[priority.recommendation]) for priority in result.priorities]
    board = Board(width, medium)
    _Agenda(board, questionnaire, speech, max(one.horizon_months for _, one in pairs)).draw(pairs)
    return Picture(board.scene(), _alt(pairs, speech), _table(pairs, questionnaire, speech), language)


class _Agenda:
    def __init__(self, board: Board, questionnaire: Questionnaire, speech: Speech, longest: int) -> None:
        self.board, self.questionnaire, self.speech = board, questionnaire, speech
        medium = board.medium
        self.step = _QUARTER * max(1, -(-longest // (_QUARTER * _MOST_UPRIGHTS)))
        self.last = self.step * -(-longest // self.step)
        self.number = medium.aside(14)
        self.labels = board.width * _LABELS
        self.left = self.labels + medium.aside(12)
        self.right = board.width - medium.width(months(longest, speech), SMALL, bold=True) - medium.aside(12)

    def _x(self, month: float) -> float:
        return self.left + month / self.last * (self.right - self.left)

    def draw(self, pairs: list[tuple[Priority, Recommendation]]) -> None:
        """The months above, then a line for each."""
        board = self.board
        ticks = range(0, self.last + 1, self.step)
        for month in ticks:
            shown = self.speech.say("today") if month == 0 else self.speech.number(month, 0)
            board.lines(self._x(month), board.top, (shown,), NOTE.to("middle" if month else "end"))
        board.top -= board.medium.row(SMALL)
        board.down(3)
        top = board.top
        for priority, advice in pairs:
            self._row(priority, advice)
        uprights = (Line(self._x(month), top, self._x(month), board.top + 0.5) for month in ticks)
        board.under(*uprights)
        board.down(4)
        self._legend(pairs)

    def _row(self, priority: Priority, advice: Recommendation) -> None:
        board, medium = self.board, self.board.medium
        y = board.top - medium.row() / 2
        end = self._x(advice.horizon_months)
        sign, role = _SIGNS[priority.reason]
        board.label(0, y, str(priority.rank), NAME)
        board.add(Line(self._x(0), y, end, y, role, 1.6))
        board.add(Marker(end, y, sign, 8, role))
        self._horizon(end + medium.aside(8), y, months(advice.horizon_months, self.speech))
        room = self.labels - self.number
        board.top = board.paragraph((self.number, board.top), self.speech.text(advice.title), room, NAME)
        if not medium.low:
            board.top = board.paragraph((self.number, board.top), self._why(priority, advice), room, NOTE)
            board.down(6)

    def _horizon(self, x: float, y: float, words: str) -> None:
        """Beside its sign, on a ground of its own where an upright passes behind it."""
        board, medium = self.board, self.board.medium
        if not medium.fixed:
            row = medium.row(SMALL)
            board.add(Rect(x - 2, y - row / 2, medium.width(words, SMALL) + 4, row, "paper"))
        board.label(x, y, words, PLAIN)

    def _legend(self, pairs: list[tuple[Priority, Recommendation]]) -> None:
        say, reasons = self.speech.say, {priority.reason for priority, _ in pairs}
        words = {
            "target": say("a level that you chose to reach"),
            "gate": say("a readiness condition not met"),
            "weakest": say("one of the lowest levels"),
        }
        keys = [Key(text, _SIGNS[one][0], 8, _SIGNS[one][1]) for one, text in words.items() if one in reasons]
        if any(priority.indicative for priority, _ in pairs):
            keys.append(Key(say("Indicative: not every question was asked.")))
        legend(self.board, tuple(keys))

    def _why(self, priority: Priority, advice: Recommendation) -> str:
        """Who leads, and what it serves."""
        lead = self.speech.text(self.questionnaire.advice.lead_labels[advice.lead])
        return f"{lead} · {reason(priority, self.questionnaire, self.speech)}"


def months(count: int, speech: Speech) -> str:
    """``6 mois``."""
    return speech.count("{n} month", "{n} months", count)


def reason(priority: Priority, questionnaire: Questionnaire, speech: Speech) -> str:
    """The target or the readiness condition that an action serves, or the sub-dimension that it lifts."""
    name = speech.text(questionnaire.subdimensions[priority.subdimension].name)
    if priority.target is not None:
        return speech.say("{name}: level {level} chosen").format(name=name, level=priority.target)
    gates = {gate.id: gate for gate in questionnaire.readiness.gates}
    if priority.gate in gates:
        return speech.text(gates[priority.gate].title)
    return name


def _alt(pairs: list[tuple[Priority, Recommendation]], speech: Speech) -> str:
    told = [
        speech.say("{rank}. {title}, within {months}").format(
            rank=priority.rank, title=speech.text(advice.title), months=months(advice.horizon_months, speech)
        )
        for priority, advice in pairs
    ]
    return speech.say("; ").join(told) + "."


def _table(pairs: list[tuple[Priority, Recommendation]], questionnaire: Questionnaire, speech: Speech) -> Table:
    say, leads = speech.say, questionnaire.advice.lead_labels
    rows = tuple(
        (
            str(priority.rank),
            speech.text(advice.title),
            reason(priority, questionnaire, speech),
            speech.text(leads[advice.lead]),
            months(advice.horizon_months, speech),
        )
        for priority, advice in pairs
    )
    return Table(say("Next actions"), ("", say("Action"), say("Serves"), say("Led by"), say("Horizon")), rows)
