"""Sub-dimensions as a dot plot: where each stands, what missing answers leave open, which targets were chosen.

After Cleveland (1984): position on one common scale, names beside their dots. Tinted: as far as all of them reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

from maturity.charts.board import BODY_TEXT, NAME, NOTE, STRONG, Board
from maturity.charts.legend import Key, legend
from maturity.charts.medium import BODY, PRINT, SMALL, Medium
from maturity.charts.palette import Role
from maturity.charts.picture import Picture, Table
from maturity.charts.scale import Scale
from maturity.charts.scene import DASHED, Line, Marker, Rect
from maturity.charts.words import Speech, open_
from maturity.questionnaire.model import Block, Questionnaire
from maturity.scoring.result import BlockResult, Result, SubdimensionResult

_LABELS = 0.43  # of the width
_APART = 8.5  # points between rows
EQUAL = 1e-9  # of a level: what adding up may lose


@dataclass(frozen=True)
class Signs:
    """What stands for what, here and in the overview."""

    part = Key("", "dot", 6.5, "accent")
    lowest = Key("", "triangle", 8, "second")
    target = Key("", "open-diamond", 10, "ink")
    enough = Key("", "check", 8, "accent")


def picture(  # noqa: PLR0913 - one signature for all pictures
    questionnaire: Questionnaire,
    result: Result,
    language: str,
    *,
    blocks: tuple[str, ...],
    width: float = 280,
    medium: Medium = PRINT,
) -> Picture:
    """The sub-dimensions of one block, or of several under their names."""
    speech = Speech(language)
    pairs = [(block, result.block(block.id)) for block in questionnaire.blocks if block.id in blocks]
    plot = _Plot(questionnaire, result, speech, Board(width, medium))
    return Picture(plot.draw(pairs).scene(), _alt(pairs, speech), _table(pairs, speech), language)


class _Plot:
    def __init__(self, questionnaire: Questionnaire, result: Result, speech: Speech, board: Board) -> None:
        self.speech, self.board, self.levels = speech, board, questionnaire.levels
        medium = board.medium
        every = [sub for block in result.blocks for sub in block.subdimensions]
        # One place for every level on all plots of a report: the eye goes down the page.
        value = max(medium.width(speech.level(sub.level, sub.bounds), BODY, bold=True) for sub in every)
        self.aside = medium.aside(12 if any(sub.target == "enough" for sub in every) else 2)
        self.labels = board.width * _LABELS
        self.inset = medium.aside(7)
        room = board.width - self.labels - value - self.aside - medium.aside(4)
        self.scale = Scale(self.labels + self.inset, room - 2 * self.inset, self.levels)

    def draw(self, pairs: list[tuple[Block, BlockResult]]) -> Board:
        board = self.board
        self.scale.axis(board)
        board.down(1)
        for number, (block, result) in enumerate(pairs):
            if len(pairs) > 1:
                board.down(5 * (number > 0))
                name = self.speech.text(block.name)
                board.top = board.paragraph((0, board.top), name, board.width, STRONG.of("muted"))
                board.down(2)
            self._block(block, result)
        self._legend([sub for _, result in pairs for sub in result.subdimensions])
        return board

    def _block(self, block: Block, result: BlockResult) -> None:
        board, medium = self.board, self.board.medium
        rows = [
            (medium.wrap(self.speech.text(sub.name), self.labels - 6, BODY, bold=True), self._count(scored), scored)
            for sub, scored in zip(block.subdimensions, result.subdimensions, strict=True)
        ]
        height = fsum(self._height(lines, count) for lines, count, _ in rows)
        tinted = result.secured_level is not None and not medium.fixed
        if tinted and not result.secured_is_upper_bound:
            left, right = self.scale.left - self.inset, self.scale.x(result.secured_level or 1)
            board.add(Rect(left, board.top - height, right - left, height, "step1"))
        self.scale.grid(board, board.top, board.top - height)
        if tinted and result.secured_is_upper_bound:
            edge = self.scale.x(result.secured_level or 1)
            board.add(Line(edge, board.top, edge, board.top - height, "muted", 1.2, DASHED))
        for lines, count, scored in rows:
            self._row(lines, count, scored, lowest=limits(result, scored))

    def _height(self, lines: tuple[str, ...], count: str) -> float:
        medium = self.board.medium
        return len(lines) * medium.row() + bool(count) * medium.row(SMALL) + medium.gap(_APART)

    def _count(self, sub: SubdimensionResult) -> str:
        """How many answers, where some are missing."""
        if sub.valid == sub.asked:
            return ""
        return self.speech.say("answers: {valid} of {asked}").format(valid=sub.valid, asked=sub.asked)

    def _row(self, lines: tuple[str, ...], count: str, sub: SubdimensionResult, *, lowest: bool) -> None:
        board, medium = self.board, self.board.medium
        height = self._height(lines, count)
        y = board.top - height / 2 if not medium.fixed else board.top - medium.row() / 2
        below = board.lines(0, board.top - medium.gap(_APART / 2), lines, NAME if lowest else BODY_TEXT)
        board.lines(0, below, (count,) if count else (), NOTE)
        fill: Role = "ink" if sub.level is not None else "muted"
        board.label(board.width, y, self.speech.level(sub.level, sub.bounds), NAME.to("end").of(fill))
        self._signs(y, sub, lowest=lowest)
        board.top -= height

    def _signs(self, y: float, sub: SubdimensionResult, *, lowest: bool) -> None:
        board, scale = self.board, self.scale
        if sub.level is not None and not board.medium.fixed:
            board.add(Line(self.labels, y, scale.x(sub.level), y))
        if open_(sub.bounds):
            scale.span(board, y, sub.bounds, "muted", height=5)
        if isinstance(sub.target, int):
            board.add(_mark(Signs.target, scale.x(min(sub.target, self.levels)), y))
        elif sub.target:
            board.add(_mark(Signs.enough, scale.left + scale.width + self.inset + self.aside / 2, y))
        if sub.level is not None:
            board.add(_mark(Signs.lowest if lowest else Signs.part, scale.x(sub.level), y))

    def _legend(self, subs: list[SubdimensionResult]) -> None:
        """Only of what was chosen: the other signs are explained once, in the overview."""
        keys = []
        if any(isinstance(sub.target, int) for sub in subs):
            keys.append(_key(Signs.target, self.speech.say("the level you chose to reach")))
        if any(sub.target == "enough" for sub in subs):
            keys.append(_key(Signs.enough, self.speech.say("enough, you decided")))
        if keys:
            self.board.down(3)
            legend(self.board, tuple(keys))


def limits(result: BlockResult, sub: SubdimensionResult) -> bool:
    """Whether it is lowest, and others are not: whatever the answers are that are still missing."""
    others = [one for one in result.subdimensions if one.id not in result.limited_by]
    proven = all(sub.bounds.high <= one.bounds.low + EQUAL for one in result.subdimensions if one.id != sub.id)
    return sub.id in result.limited_by and bool(others) and proven


def _mark(key: Key, x: float, y: float) -> Marker:
    return Marker(x, y, key.sign or "dot", key.size, key.fill)


def _key(key: Key, words: str) -> Key:
    return Key(words, key.sign, min(8.0, key.size), key.fill)


def _alt(pairs: list[tuple[Block, BlockResult]], speech: Speech) -> str:
    """Every part with its level, lowest first: that is what the eye finds first."""
    say = speech.say
    told = []
    for block, result in pairs:
        parts = []
        names = {sub.id: speech.text(sub.name) for sub in block.subdimensions}
        for sub in sorted(result.subdimensions, key=lambda one: one.bounds.low if one.level is None else one.level):
            level = speech.level(sub.level, sub.bounds)
            if isinstance(sub.target, int):
                level = say("{level}, target {target}").format(level=level, target=sub.target)
            parts.append(f"{names[sub.id]} {level}")
        told.append(
            say("{dimension}, from the lowest part to the highest: {parts}.").format(
                dimension=speech.text(block.name), parts=say("; ").join(parts)
            )
        )
    return " ".join(told)


def _table(pairs: list[tuple[Block, BlockResult]], speech: Speech) -> Table:
    say = speech.say
    rows = [
        (
            speech.text(sub.name),
            speech.level(scored.level, scored.bounds),
            _target(scored, say("enough")),
            f"{scored.valid}/{scored.asked}",
        )
        for block, result in pairs
        for sub, scored in zip(block.subdimensions, result.subdimensions, strict=True)
    ]
    caption = say("; ").join(speech.text(block.name) for block, _ in pairs)
    return Table(caption, (say("Sub-dimension"), say("Level"), say("Target"), say("Answers")), tuple(rows))


def _target(sub: SubdimensionResult, enough: str) -> str:
    return enough if sub.target == "enough" else "" if sub.target is None else str(sub.target)
