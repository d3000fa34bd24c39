"""One yes/no test: every answer behind it on the scale of levels, against the one line that their mean has to pass."""

from __future__ import annotations

from collections.abc import Mapping

from maturity.charts.board import NOTE, PLAIN, STRONG, Board
from maturity.charts.conditions import answer
from maturity.charts.medium import PRINT, SMALL, Medium
from maturity.charts.picture import Picture, Table
from maturity.charts.scale import Scale
from maturity.charts.scene import DASHED, Line, Marker
from maturity.charts.words import Speech, open_
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import MISSING_CODES
from maturity.scoring.result import ConditionResult, Interval, PartResult, Result

_LABELS = 0.49  # of the width
_APART = 2.0  # points between rows
_SEEN = 2.0  # of a mean, above and below the signs that may cover it
_BRACKET = 18.0  # from the scale to the means, with what ties the answers of a part


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
    headed: bool = True,
) -> Picture:
    """The answers of this condition; ``names``: the few words that stand for each item.

    ``headed``: with the numbers of the levels above; without them it stands below one that has them.
    """
    speech = Speech(language)
    conditions = {one.id: one for one in result.placement(placement).conditions}
    scored = conditions[condition]
    rule = {one.id: one for one in questionnaire.placement(placement).conditions}[condition]
    drawing = _Deciding(questionnaire, result, Board(width, medium), speech, names)
    drawing.lay(tuple(part for one in conditions.values() for part in one.parts))
    board = drawing.draw(scored, headed=headed)
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
        self.levels = questionnaire.levels

    def lay(self, parts: tuple[PartResult, ...]) -> None:
        """Columns that suit these parts: pictures of one placement are drawn alike."""
        medium, board = self.board.medium, self.board
        words = max(medium.width(self._word(part), SMALL, bold=True) for part in parts)
        shown = [self.speech.level(part.mean, part.bounds) for part in parts] + [self.speech.say("mean")]
        means = max(medium.width(text, SMALL, bold=True) for text in shown)
        self.labels = board.width * _LABELS
        self.means = board.width - words - 6  # where they end
        left = self.labels + 10
        self.scale = Scale(left, self.means - means - left - _BRACKET, self.levels)

    def _word(self, part: PartResult) -> str:
        """Whether the part is above the line."""
        say = self.speech.say
        if part.above == "unknown":
            return say("open") if open_(part.bounds) else say("at the line")
        return say("yes") if part.above == "yes" else say("no")

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

    def draw(self, result: ConditionResult, *, headed: bool) -> Board:
        """Numbers, then a row an answer, the parts apart."""
        board, line = self.board, self.scale.x(self.crossover)
        if headed:
            self._head(line)
        board.down(_SEEN)
        top = board.top
        for number, part in enumerate(result.parts):
            if number:
                board.add(Line(0, board.top - 1.5, board.width, board.top - 1.5))
                board.down(4)
            self._part(part)
        board.under(Line(line, top, line, board.top, "accent", 1, DASHED))
        levels = (self.scale.x(level) for level in range(1, self.levels + 1))
        board.under(*(Line(x, top, x, board.top) for x in levels))
        return board

    def _head(self, line: float) -> None:
        board = self.board
        board.lines(self.labels, 0, (self.speech.say("level"),), NOTE.to("end"))
        board.lines(self.means, 0, (self.speech.say("mean"),), NOTE.to("end"))
        self.scale.axis(board)
        if self.crossover % 1 and self.scale.step >= 22:
            word = self.speech.number(self.crossover)
            board.lines(line, 0, (word,), STRONG.to("middle").of("accent"))

    def _part(self, part: PartResult) -> None:
        board, top = self.board, self.board.top
        middles = [self._item(item) for item in part.items]
        if len(middles) > 1 and part.mean is not None:
            if not open_(part.bounds):
                x = self.scale.x(part.mean)
                board.under(Line(x, top + _SEEN, x, board.top - _SEEN, "step2", 3))
            edge = self.scale.left + self.scale.width + 9
            board.add(Line(edge, top - 3, edge, board.top + 3, "muted", 0.8))
        if middles:
            self._mean(part, (middles[0] + middles[-1]) / 2)

    def _item(self, item: str) -> float:
        """One answer, or why there is none; returns the middle of its row."""
        board, scale, code = self.board, self.scale, self.sheet[item]
        end = board.paragraph((0, board.top), self.names[item], self.labels, PLAIN)
        if code <= 0:
            end = self._reason(item, end)
        y = (board.top + end) / 2
        if code > 0:
            board.add(Line(scale.left, y, scale.left + scale.width, y))
            board.add(Marker(scale.x(code), y, "dot" if code > self.crossover else "ring", 8))
        elif code != MISSING_CODES["not-applicable"]:
            scale.span(board, y, Interval(low=1, high=self.levels))
        board.top = end - _APART
        return y

    def _reason(self, item: str, end: float) -> float:
        """Why there is no level: after the name where there is room, else below it."""
        medium, board, word = self.board.medium, self.board, self.level(item)
        width = medium.width(self.names[item], SMALL)
        row = medium.row(SMALL)
        if end > board.top - 1.5 * row and width + 7 + medium.width(word, SMALL) <= self.labels:
            board.lines(width + 7, board.top, (word,), NOTE)
            return end
        return board.paragraph((0, end), word, self.labels, NOTE)

    def _mean(self, part: PartResult, y: float) -> None:
        shown, style = self.speech.level(part.mean, part.bounds), PLAIN.to("end").heavy(part.above == "yes")
        self.board.label(self.means, y, shown, style)
        self.board.label(self.board.width, y, self._word(part), style)
