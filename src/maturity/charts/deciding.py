"""One yes/no test: every answer behind it on the scale of levels, against the one line that their mean has to pass."""

from __future__ import annotations

from collections.abc import Mapping

from maturity.charts.board import NOTE, PLAIN, STRONG, Board
from maturity.charts.conditions import answer
from maturity.charts.medium import PRINT, SMALL, Medium
from maturity.charts.picture import Picture, Table
from maturity.charts.scale import Scale
from maturity.charts.scene import DASHED, Line, Marker, Sign
from maturity.charts.words import Speech, open_
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import MISSING_CODES
from maturity.scoring.result import ConditionResult, Known, PartResult, Result

_LABELS = 0.54  # of the width
_SIGN = 16.0  # the sign of a part, with the space before its words
_SIGNS: dict[Known, Sign] = {"yes": "check", "no": "ring", "unknown": "unknown"}


def picture(  # noqa: PLR0913 - as all pictures, of one condition
    questionnaire: Questionnaire,
    result: Result,
    language: str,
    *,
    placement: str,
    condition: str,
    names: Mapping[str, str],
    width: float = 460,
    medium: Medium = PRINT,
) -> Picture:
    """The answers of this condition; ``names``: the few words that stand for each item."""
    speech = Speech(language)
    scored = {one.id: one for one in result.placement(placement).conditions}[condition]
    rule = {one.id: one for one in questionnaire.placement(placement).conditions}[condition]
    drawing = _Deciding(questionnaire, result, Board(width, medium), speech, names)
    board = drawing.draw(scored)
    table = Table(
        speech.text(rule.question),
        (speech.say("Answer"), speech.say("Level")),
        tuple((names[item], drawing.level(item)) for part in scored.parts for item in part.items),
    )
    return Picture(board.scene(), drawing.told(speech.text(rule.name), scored), table, language)


class _Deciding:
    def __init__(
        self,
        questionnaire: Questionnaire,
        result: Result,
        board: Board,
        speech: Speech,
        names: Mapping[str, str],
    ) -> None:
        self.board, self.speech, self.names = board, speech, names
        self.sheet = result.sheet
        self.missing = {MISSING_CODES[key]: words for key, words in questionnaire.wording.missing_labels.items()}
        self.crossover = questionnaire.scoring.calibration.crossover
        self.labels = board.width * _LABELS
        words = max(board.medium.width(text, SMALL, bold=True) for text in ("0,0 à 0,0", "0.0 to 0.0"))
        self.means = board.width - words
        room = self.means - _SIGN - self.labels - 22
        self.scale = Scale(self.labels + 10, room, questionnaire.levels)

    def level(self, item: str) -> str:
        """``3``, or why there is none."""
        code = self.sheet[item]
        return str(code) if code > 0 else self.speech.text(self.missing[code])

    def told(self, name: str, result: ConditionResult) -> str:
        """The test and its answer, then each answer behind it with the mean."""
        say, speech = self.speech.say, self.speech
        head = say("{condition}: {answer}").format(
            condition=name, answer=answer(result.passed, speech, missing=open_(result.bounds))
        )
        parts = []
        for part in result.parts:
            told = [
                say("{condition}: {answer}").format(condition=self.names[item], answer=self.level(item))
                for item in part.items
            ]
            mean = say("mean {mean}").format(mean=speech.level(part.mean, part.bounds))
            parts.append(", ".join([*told, mean] if len(told) > 1 else told))
        return f"{head}. {say('; ').join(parts)}."

    def draw(self, result: ConditionResult) -> Board:
        """Numbers, then a row an answer, the parts apart."""
        board, line = self.board, self.scale.x(self.crossover)
        self.scale.axis(board)
        if self.crossover % 1 and self.scale.step >= 22:
            word = self.speech.number(self.crossover)
            board.lines(line, 0, (word,), STRONG.to("middle").of("accent"))
        top = board.top
        for number, part in enumerate(result.parts):
            if number:
                board.add(Line(0, board.top - 1.5, board.width, board.top - 1.5))
                board.down(4)
            self._part(part)
        board.under(Line(line, top, line, board.top, "accent", 1, DASHED))
        return board

    def _part(self, part: PartResult) -> None:
        board, top = self.board, self.board.top
        middles = [self._item(item) for item in part.items]
        if len(middles) > 1 and part.mean is not None:
            x = self.scale.x(part.mean)
            board.under(Line(x, top - 1, x, board.top + 1, "step2", 3))
            edge = self.scale.left + self.scale.width + 8
            board.add(Line(edge, top - 3, edge, board.top + 3, "muted", 0.8))
        if middles:
            self._mean(part, (middles[0] + middles[-1]) / 2)

    def _item(self, item: str) -> float:
        """One answer; returns the middle of its row."""
        board, scale, code = self.board, self.scale, self.sheet[item]
        row = board.medium.row(SMALL)
        end = board.paragraph((0, board.top), self.names[item], self.labels, PLAIN)
        y = (board.top + end) / 2
        if code > 0:
            scale.grid(board, y + row / 2, y - row / 2)
            board.add(Line(scale.left, y, scale.left + scale.width, y))
            board.add(Marker(scale.x(code), y, "dot" if code > self.crossover else "ring", 8))
        else:
            board.label(scale.left, y, self.level(item), NOTE)
        board.top = end - 2
        return y

    def _mean(self, part: PartResult, y: float) -> None:
        on_the_line = part.above == "unknown" and not open_(part.bounds)
        sign: Sign = "open-diamond" if on_the_line else _SIGNS[part.above]
        self.board.add(Marker(self.means - _SIGN / 2 - 2, y, sign, 9))
        shown = self.speech.level(part.mean, part.bounds)
        self.board.label(self.means, y, shown, PLAIN.heavy(part.above == "yes"))
