"""All dimensions on one scale, a line each: a sign for every part, tinted as far as all reach. No overall figure."""

from __future__ import annotations

from maturity.charts.board import NAME, PLAIN, STRONG, Board
from maturity.charts.legend import Key, legend
from maturity.charts.levels import HIGH, LOWEST, PART, strip
from maturity.charts.medium import PRINT, SMALL, Medium
from maturity.charts.parts import limits
from maturity.charts.picture import Picture
from maturity.charts.profile import finding, levels_table
from maturity.charts.scale import Scale
from maturity.charts.scene import Line
from maturity.charts.words import Speech, open_
from maturity.questionnaire.model import Block, Questionnaire
from maturity.scoring.result import BlockResult, Result

_LABELS = 0.29  # of the width


def picture(
    questionnaire: Questionnaire, result: Result, language: str, *, width: float = 460, medium: Medium = PRINT
) -> Picture:
    """Every dimension with its two levels at the end of its line."""
    speech = Speech(language)
    pairs = [(block, result.block(block.id)) for block in questionnaire.blocks if block.kind == "dimension"]
    board = _Overview(questionnaire, speech, Board(width, medium)).draw(pairs)
    return Picture(board.scene(), finding(pairs, speech), levels_table(pairs, speech, medium), language)


class _Overview:
    def __init__(self, questionnaire: Questionnaire, speech: Speech, board: Board) -> None:
        self.speech, self.board = speech, board
        self.words = tuple(speech.text(words) for words in questionnaire.wording.level_labels)
        medium = board.medium
        self.labels = board.width * _LABELS
        self.heads = speech.say("profile"), speech.say("secured")
        longest = speech.say("{low} to {high}").format(low="0,0", high="0,0")
        self.level, self.secured = (
            max(medium.width(text, SMALL, bold=True) for text in (head, value)) + medium.aside(10)
            for head, value in zip(self.heads, (longest, "≤ 0"), strict=True)
        )
        room = board.width - self.labels - self.level - self.secured
        step = room / questionnaire.levels
        self.scale = Scale(self.labels + step / 2, room - step, questionnaire.levels)

    def draw(self, pairs: list[tuple[Block, BlockResult]]) -> Board:
        board = self.board
        fits = all(board.medium.fits(text, self.scale.step - 4, SMALL) for text in self.words)
        top = board.top
        self.scale.axis(board, self.words if fits else ())
        for x, head in zip(self._ends(), self.heads, strict=True):
            board.lines(x, top, (head,), STRONG.of("muted").to("end"))
        board.down(3)
        for block, result in pairs:
            self._row(block, result)
        board.down(3)
        self._legend([result for _, result in pairs], words=not fits)
        return board

    def _ends(self) -> tuple[float, float]:
        """Where the columns of the two levels end."""
        return self.board.width - self.secured, self.board.width

    def _row(self, block: Block, result: BlockResult) -> None:
        board, medium = self.board, self.board.medium
        lines = medium.wrap(self.speech.text(block.name), self.labels - 6, NAME.size, bold=True)
        height = max(HIGH if not medium.fixed else medium.row(), len(lines) * medium.row() + medium.gap(5))
        middle = height / 2 if not medium.fixed else medium.row() / 2
        y = board.top - middle
        if not medium.fixed:
            board.add(Line(0, board.top, board.width, board.top))
        board.lines(0, y + len(lines) * medium.row() / 2, lines, NAME)
        strip(board, self.scale, result, y, height)
        values = self.speech.level(result.profile_level, result.profile_bounds), _secured(result)
        for x, value, style in zip(self._ends(), values, (PLAIN, PLAIN.heavy(True)), strict=True):
            board.label(x, y, value, style.to("end"))
        board.top -= height

    def _legend(self, results: list[BlockResult], *, words: bool) -> None:
        say, subs = self.speech.say, [(result, sub) for result in results for sub in result.subdimensions]
        keys = []
        if any(sub.level is not None for _, sub in subs):
            keys.append(Key(say("a part"), "dot", PART.size))
        if any(limits(result, sub) for result, sub in subs):
            keys.append(Key(say("the lowest, which limits"), "triangle", LOWEST.size, "second"))
        if any(open_(sub.bounds) for _, sub in subs):
            keys.append(Key(say("what missing answers leave open"), span=True, fill="muted"))
        secured = [result.secured_is_upper_bound for result in results if result.secured_level is not None]
        if not all(secured):
            keys.append(Key(say("tinted: secured level, reached by every part or nearly"), "square", 8, "step1"))
        if any(secured):
            keys.append(Key(say("framed: reached by every part at most"), "open-square", 8, "muted"))
        if words:
            keys += [Key(f"{level} {text}") for level, text in enumerate(self.words, 1)]
        legend(self.board, tuple(keys))


def _secured(result: BlockResult) -> str:
    return "–" if result.secured_level is None else f"{'≤ ' * result.secured_is_upper_bound}{result.secured_level}"
