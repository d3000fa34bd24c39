"""The dimensions as a profile: level, secured level and sub-dimensions of each on one scale. No overall figure."""

from __future__ import annotations

from maturity.charts.board import NAME, NOTE, PLAIN, Board
from maturity.charts.legend import Key, legend
from maturity.charts.medium import BODY, PRINT, SMALL, Medium
from maturity.charts.palette import Role
from maturity.charts.parts import limits as limiting
from maturity.charts.picture import Picture, Table
from maturity.charts.scale import Scale
from maturity.charts.scene import Line, Marker
from maturity.charts.words import Speech, open_
from maturity.questionnaire.model import Block, Questionnaire, Subdimension
from maturity.scoring.result import BlockResult, Interval, Result, SubdimensionResult

_LABELS, _LABELS_LOW = 0.35, 0.4  # of the width
_INDENT = 10


def picture(
    questionnaire: Questionnaire, result: Result, language: str, *, width: float = 460, medium: Medium = PRINT
) -> Picture:
    """All dimensions, each with its sub-dimensions below it; without them where the medium is low."""
    speech = Speech(language)
    pairs = [(block, result.block(block.id)) for block in questionnaire.blocks if block.kind == "dimension"]
    scene = _Profile(questionnaire, speech, Board(width, medium)).draw(pairs)
    return Picture(scene.scene(), finding(pairs, speech), levels_table(pairs, speech, medium), language)


class _Profile:
    def __init__(self, questionnaire: Questionnaire, speech: Speech, board: Board) -> None:
        self.speech, self.board = speech, board
        medium, width = board.medium, board.width
        self.labels = width * (_LABELS_LOW if medium.low else _LABELS)
        self.value = medium.width(speech.say("{low} to {high}").format(low="0,0", high="0,0"), BODY, bold=True)
        words = tuple(speech.text(words) for words in questionnaire.wording.level_labels)
        levels = questionnaire.levels
        room = width - self.labels - self.value - medium.aside(12)
        # The words stand at the levels where every one of them fits; else below, as a list.
        step = room / levels
        self.at_levels = all(medium.fits(text, step - 4, SMALL) for text in words)
        inset = step / 2 if self.at_levels else medium.aside(8)
        self.scale = Scale(self.labels + inset, room - 2 * inset, levels)
        self.words = words

    def draw(self, pairs: list[tuple[Block, BlockResult]]) -> Board:
        board = self.board
        self.scale.axis(board, self.words if self.at_levels else ())
        board.down(3)
        for number, (block, result) in enumerate(pairs):
            if number:
                board.down(5)
            self._dimension(block, result)
        board.down(6)
        missing = any(open_(sub.bounds) for _, result in pairs for sub in result.subdimensions)
        aiming = any(isinstance(sub.target, int) for _, result in pairs for sub in result.subdimensions)
        self._legend(missing=missing, indicative=any(result.indicative for _, result in pairs), aiming=aiming)
        return board

    def _dimension(self, block: Block, result: BlockResult) -> None:
        board, row = self.board, self.board.medium.row()
        top = board.top
        if not board.medium.fixed:  # in a terminal the line would share its cells with the names
            board.add(Line(0, top, board.width, top))
        end = board.paragraph((0, top - board.medium.gap(3)), self.speech.text(block.name), self.labels - 4, NAME)
        y = top - board.medium.gap(3) - row / 2
        small = board.medium.row(SMALL)
        bottom = end - board.medium.gap(1) - small
        rows = [self._rows(sub) for sub in block.subdimensions] if not board.medium.low else []
        self.scale.grid(board, top, bottom - small * sum(map(len, rows)) - board.medium.gap(4) + 0.5)
        if _open(result) and result.profile_bounds:
            self.scale.span(board, y, result.profile_bounds)
        elif result.profile_level is not None:
            self.scale.bar(board, y, result.profile_level)
        if result.profile_level is not None:
            board.add(Marker(self.scale.x(result.profile_level), y, "dot", 9))
        board.label(board.width, y, self._value(result.profile_level, result.profile_bounds), NAME.to("end"))
        board.top = end - board.medium.gap(1)
        self._secured(result, board.top - small / 2)
        board.top = bottom
        if rows:
            for lines, sub in zip(rows, result.subdimensions, strict=True):
                self._subdimension(lines, sub, limits=limiting(result, sub))
            board.down(4)

    def _value(self, level: float | None, bounds: Interval | None) -> str:
        """On paper the range that is open; in a terminal the mean where there is one: the range is drawn beside it."""
        if self.board.medium.fixed and level is not None:
            return self.speech.number(level)
        return self.speech.level(level, bounds)

    def _rows(self, sub: Subdimension) -> tuple[str, ...]:
        return self.board.medium.wrap(self.speech.text(sub.name), self.labels - _INDENT - 4, SMALL)

    def _secured(self, result: BlockResult, y: float) -> None:
        told = everywhere(result, self.speech) if self.board.medium.fixed else secured(result, self.speech)
        self.board.label(_INDENT if self.board.medium.fixed else 0, y, told, NOTE)
        if result.secured_level is not None:
            self.board.add(Marker(self.scale.x(result.secured_level), y, "open-diamond", 7, "second"))

    def _subdimension(self, lines: tuple[str, ...], sub: SubdimensionResult, *, limits: bool) -> None:
        board = self.board
        y = board.top - board.medium.row(SMALL) / 2
        fill: Role = "ink" if limits else "muted"
        board.top = board.lines(_INDENT, board.top, lines, PLAIN.of(fill))
        if open_(sub.bounds):
            self.scale.span(board, y, sub.bounds, "muted", height=4)
        if isinstance(sub.target, int):
            board.add(Marker(self.scale.x(min(sub.target, self.scale.levels)), y, "open-square", 7, "ink"))
        if sub.level is not None:
            board.add(Marker(self.scale.x(sub.level), y, "triangle" if limits else "dot", 5.5, fill))
        board.label(board.width, y, self._value(sub.level, sub.bounds), PLAIN.of(fill).to("end"))

    def _legend(self, *, missing: bool, indicative: bool, aiming: bool) -> None:
        say, medium = self.speech.say, self.board.medium
        keys = [
            Key(say("average level") if medium.fixed else say("profile level"), "dot", 8),
            Key(
                say("level reached everywhere") if medium.fixed else say("secured level (weakest link)"),
                "open-diamond",
                7,
                "second",
            ),
        ]
        if not medium.low:
            keys += [
                Key(say("sub-dimension"), "dot", 5.5, "muted"),
                Key(say("the lowest, which limits"), "triangle", 5.5, "ink"),
            ]
        if aiming and not medium.low:
            keys.append(Key(say("the level you chose to reach"), "open-square", 7, "ink"))
        if missing:
            keys.append(Key(say("what missing answers leave open"), span=True))
        if not self.at_levels and not medium.low:
            keys += [Key(f"{level} {words}") for level, words in enumerate(self.words, 1)]
        if indicative and not medium.low:
            keys.append(Key(say("Not every question was asked: these levels are indicative.")))
        legend(self.board, tuple(keys))


def _open(result: BlockResult) -> bool:
    return result.profile_bounds is not None and open_(result.profile_bounds)


def secured(result: BlockResult, speech: Speech) -> str:
    """``niveau assuré : 2`` or ``niveau assuré : au plus 3``."""
    pattern = (
        speech.say("secured level: at most {level}")
        if result.secured_is_upper_bound
        else speech.say("secured level: {level}")
    )
    return pattern.format(level="–" if result.secured_level is None else result.secured_level)


def everywhere(result: BlockResult, speech: Speech) -> str:
    """The secured level in everyday words: ``partout : 2``."""
    pattern = speech.say("everywhere: {level}")
    if result.secured_is_upper_bound:
        pattern = speech.say("everywhere: at most {level}")
    return pattern.format(level="–" if result.secured_level is None else result.secured_level)


def finding(pairs: list[tuple[Block, BlockResult]], speech: Speech) -> str:
    """Every dimension with its two levels, in a sentence."""
    parts = [
        speech.say("{dimension}: {level} ({secured})").format(
            dimension=speech.text(block.name),
            level=speech.level(result.profile_level, result.profile_bounds),
            secured=secured(result, speech),
        )
        for block, result in pairs
    ]
    text = speech.say("Levels of the dimensions. {levels}.").format(levels=speech.say("; ").join(parts))
    if any(result.indicative for _, result in pairs):
        text += " " + speech.say("Not every question was asked: these levels are indicative.")
    return text


def levels_table(pairs: list[tuple[Block, BlockResult]], speech: Speech, medium: Medium) -> Table:
    """Dimensions with their two levels, sub-dimensions with theirs."""

    def shown(level: float | None, bounds: Interval | None) -> str:
        if medium.fixed and level is not None and bounds is not None and open_(bounds):
            return f"{speech.number(level)} ({speech.range(bounds)})"
        return speech.level(level, bounds)

    say = speech.say
    rows: list[tuple[str, ...]] = []
    for block, result in pairs:
        level = shown(result.profile_level, result.profile_bounds)
        top = "–" if result.secured_level is None else f"{'≤ ' * result.secured_is_upper_bound}{result.secured_level}"
        rows.append((speech.text(block.name), level, top))
        for sub, scored in zip(block.subdimensions, result.subdimensions, strict=True):
            rows.append((f"{sub.id} {speech.text(sub.name)}", shown(scored.level, scored.bounds), ""))
    return Table(say("Levels of the dimensions"), (say("Dimension"), say("Level"), say("Secured level")), tuple(rows))
