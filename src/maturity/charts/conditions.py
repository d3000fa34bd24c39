"""The plain yes/no tests: every part of every condition on the scale of levels, against the one line to be passed."""

from __future__ import annotations

from maturity.charts.board import NAME, NOTE, PLAIN, Board
from maturity.charts.legend import Key, legend
from maturity.charts.medium import BODY, PRINT, SMALL, Medium
from maturity.charts.picture import Picture, Table
from maturity.charts.scale import Scale
from maturity.charts.scene import DASHED, Line, Marker, Sign
from maturity.charts.words import Speech, open_
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Condition, ConditionPart, Placement
from maturity.scoring.result import ConditionResult, Known, PartResult, PlacementResult, Result

_LABELS = 0.46  # of the width
_INDENT = 12
_SIGNS: dict[Known, Sign] = {"yes": "check", "no": "ring", "unknown": "unknown"}


def picture(  # noqa: PLR0913 - one signature for all pictures
    questionnaire: Questionnaire,
    result: Result,
    language: str,
    *,
    width: float = 460,
    medium: Medium = PRINT,
    placement: str | None = None,
) -> Picture:
    """The tests of the first placement, or of the one of this id."""
    speech = Speech(language)
    shown = questionnaire.placement(placement or questionnaire.placements[0].id)
    placed = result.placement(shown.id)
    board = _Conditions(questionnaire, Board(width, medium), placed, speech).draw(shown, placed)
    return Picture(board.scene(), _alt(shown, placed, speech), _table(shown, placed, speech), language)


def answer(known: Known, speech: Speech, *, missing: bool) -> str:
    """``oui``, ``pas encore``; where it is open: ``à compléter``, or with every answer given, ``juste au seuil``."""
    if known == "unknown":
        return speech.say("to be completed") if missing else speech.say("exactly on the line")
    return speech.say("yes") if known == "yes" else speech.say("not yet")


def _answer(scored: ConditionResult | PartResult, speech: Speech) -> str:
    known = scored.passed if isinstance(scored, ConditionResult) else scored.above
    return answer(known, speech, missing=open_(scored.bounds))


class _Conditions:
    def __init__(self, questionnaire: Questionnaire, board: Board, result: PlacementResult, speech: Speech) -> None:
        self.board, self.speech = board, speech
        self.crossover = questionnaire.scoring.calibration.crossover
        medium = board.medium
        self.labels = board.width * _LABELS
        words = [_answer(scored, speech) for scored in result.conditions]
        levels = [speech.level(part.mean, part.bounds) for scored in result.conditions for part in scored.parts]
        self.word = max(medium.width(word, BODY, bold=True) for word in words + levels)
        room = board.width - self.labels - self.word - medium.aside(20)
        self.scale = Scale(self.labels + medium.aside(10), room - medium.aside(10), questionnaire.levels)

    def draw(self, placement: Placement, result: PlacementResult) -> Board:
        board = self.board
        self.scale.axis(board)
        board.down(2)
        for number, (condition, scored) in enumerate(zip(placement.conditions, result.conditions, strict=True)):
            if number:
                board.down(7)
            self._condition(condition, scored)
        board.down(6)
        threshold = self.speech.say("line to be passed: {level}").format(level=self.speech.number(self.crossover))
        keys = [
            Key(threshold, span=True, fill="ink"),
            Key(self.speech.say("above"), "dot", 8),
            Key(self.speech.say("not above"), "ring", 8),
        ]
        if any(open_(part.bounds) for scored in result.conditions for part in scored.parts):
            keys.append(Key(self.speech.say("what missing answers leave open"), span=True))
        legend(board, tuple(keys))
        return board

    def _condition(self, condition: Condition, result: ConditionResult) -> None:
        board, medium = self.board, self.board.medium
        if not medium.fixed:
            board.add(Line(0, board.top, board.width, board.top))
            board.down(3)
        y = board.top - medium.row() / 2
        word = _answer(result, self.speech)
        board.add(Marker(board.width - self.word - medium.aside(9), y, self._sign(result), 10))
        board.label(board.width - self.word, y, word, NAME.of("accent" if result.passed == "yes" else "ink"))
        room = board.width - self.word - medium.aside(30)
        board.top = board.paragraph((0, board.top), self.speech.criterion(condition), room, NAME)
        board.down(2)
        for part, scored in zip(condition.parts, result.parts, strict=True):
            self._part(part, scored)

    @staticmethod
    def _sign(result: ConditionResult) -> Sign:
        on_the_line = result.passed == "unknown" and not open_(result.bounds)
        return "open-diamond" if on_the_line else _SIGNS[result.passed]

    def _part(self, part: ConditionPart, result: PartResult) -> None:
        board, scale, row = self.board, self.scale, self.board.medium.row(SMALL)
        top = board.top
        room = self.labels - _INDENT - board.medium.aside(8)
        board.top = board.paragraph((_INDENT, top), self.speech.text(part.text), room, NOTE)
        y, bottom = top - row / 2, board.top - board.medium.gap(3)
        scale.grid(board, top, bottom + 0.5)
        at = scale.x(self.crossover)
        board.add(Line(at, top, at, bottom + 0.5, "ink", 0.9, DASHED))
        board.add(Line(scale.left, y, scale.left + scale.width, y))
        if open_(result.bounds):
            scale.span(board, y, result.bounds)
        if result.mean is not None:
            board.add(Marker(scale.x(result.mean), y, "dot" if result.mean > self.crossover else "ring", 8))
        shown = self.speech.level(result.mean, result.bounds)
        board.label(board.width - self.word, y, shown, PLAIN.heavy(result.above == "yes"))
        board.top = bottom


def _alt(placement: Placement, result: PlacementResult, speech: Speech) -> str:
    parts = [
        speech.say("{condition}: {answer}").format(
            condition=speech.text(condition.name), answer=_answer(scored, speech)
        )
        for condition, scored in zip(placement.conditions, result.conditions, strict=True)
    ]
    return speech.say("; ").join(parts) + "."


def _table(placement: Placement, result: PlacementResult, speech: Speech) -> Table:
    say, rows = speech.say, []
    for condition, scored in zip(placement.conditions, result.conditions, strict=True):
        name = speech.text(condition.name)
        for part, measured in zip(condition.parts, scored.parts, strict=True):
            level = speech.level(measured.mean, measured.bounds)
            rows.append((name, speech.text(part.text), level, _answer(measured, speech)))
            name = ""
    caption = say("{placement}: the tests").format(placement=speech.text(placement.name))
    return Table(caption, (say("Criterion"), say("Part"), say("Level"), say("Above the line")), tuple(rows))
