"""Two waves as a dumbbell for each dimension and point: where it stood, where it stands, on one scale."""

from __future__ import annotations

from math import fsum

from maturity.charts.board import NAME, PLAIN, Board, Style
from maturity.charts.changes import Story
from maturity.charts.legend import Key, legend
from maturity.charts.medium import PRINT, SMALL, Medium
from maturity.charts.palette import Role
from maturity.charts.picture import Picture, Table
from maturity.charts.scale import Scale
from maturity.charts.scene import DASHED, Line, Marker
from maturity.scoring.changes import BlockChange, LevelChange

_LABELS, _LABELS_NARROW = 0.35, 0.43  # of the width
_NARROW = 340.0
_INDENT = 10


def picture(story: Story, *, width: float = 460, medium: Medium = PRINT) -> Picture:
    """All blocks of a comparison, each with its sub-dimensions; of dimensions, none where the medium is low."""
    board = _Dumbbells(story, Board(width, medium)).draw()
    return Picture(board.scene(), _alt(story), _table(story), story.language)


class _Dumbbells:
    def __init__(self, story: Story, board: Board) -> None:
        self.story, self.board = story, board
        medium = board.medium
        narrow = board.width < _NARROW and not medium.fixed
        self.labels = board.width * (_LABELS_NARROW if narrow else _LABELS)
        longest = max((self._value(one) for one in _every(story)), key=medium.width, default="")
        value = medium.width(longest, SMALL, bold=True)
        inset = medium.aside(6)
        room = board.width - self.labels - value - medium.aside(10)
        self.drawn: list[LevelChange] = []
        self.scale = Scale(self.labels + inset, room - 2 * inset, story.after.levels)

    def _value(self, change: LevelChange) -> str:
        if change.status == "not-comparable":
            return self.story.speech.say("not compared")
        return f"{self.story.levels(change)} {self.story.difference(change)}".rstrip()

    def draw(self) -> Board:
        board = self.board
        self.scale.axis(board)
        board.down(3)
        for number, block in enumerate(self.story.comparison.blocks):
            if number and not board.medium.low:
                board.down(5)
            self._block(block)
        board.down(6)
        self._legend()
        return board

    def _block(self, block: BlockChange) -> None:
        board, story = self.board, self.story
        name = next(one.name for one in story.after.blocks if one.id == block.id)
        top = board.top
        if not board.medium.fixed:  # in a terminal the line would share its cells with the names
            board.add(Line(0, top, board.width, top))
        lines = board.medium.wrap(story.speech.text(name), self.labels - 4, NAME.size, bold=True)
        rows = [(lines, NAME, 0.0, block.level)]
        for change in self._shown(block):
            wrapped = board.medium.wrap(story.name(change.id), self.labels - _INDENT - 4, SMALL)
            rows.append((wrapped, PLAIN, _INDENT, change))
        height = fsum(board.medium.row(style.size) * len(one) for one, style, _x, _change in rows)
        self.scale.grid(board, top, top - height - board.medium.gap(3) + 0.5)
        board.down(3)
        for one, style, x, change_or_none in rows:
            self._row(one, style, x, change_or_none)

    def _shown(self, block: BlockChange) -> list[LevelChange]:
        """All points; where rows are few, those that nothing else stands for."""
        if not self.board.medium.low:
            return list(block.subdimensions)
        told = block.level is not None and block.level.status != "not-comparable"
        return [] if told else [one for one in block.subdimensions if one.status != "not-comparable"]

    def _row(self, lines: tuple[str, ...], style: Style, x: float, change: LevelChange | None) -> None:
        board = self.board
        y = board.top - board.medium.row(style.size) / 2
        moved = change is not None and change.status in ("up", "down")
        fill: Role = "accent" if moved else "muted"
        board.top = board.lines(x, board.top, lines, style.of("ink" if moved or style is NAME else "muted"))
        if change is None:
            return
        self.drawn.append(change)
        board.label(board.width, y, self._value(change), PLAIN.of(fill).heavy(moved).to("end"))
        if change.status == "not-comparable" or change.before is None or change.after is None:
            return
        first, last = self.scale.x(change.before), self.scale.x(change.after)
        dash = DASHED if change.status == "cannot-tell" else ()
        board.add(Line(first, y, last, y, fill, 1.4, dash))
        board.add(Marker(first, y, "ring", 6.5, fill), Marker(last, y, "dot", 7, fill))

    def _legend(self) -> None:
        story, say = self.story, self.story.speech.say
        found = {one.status for one in self.drawn}
        keys = [Key(story.waves[0], "ring", 6.5, "muted"), Key(story.waves[1], "dot", 7, "muted")]
        if "slight" in found:
            keys.append(Key(say("(in brackets): too small to be called a change")))
        if "cannot-tell" in found:
            keys.append(Key(say("?: missing answers leave it open")))
        if any(one.other_items and one.difference is not None for one in self.drawn):
            keys.append(Key(say("*: other questions were asked, indicative")))
        legend(self.board, tuple(keys))


def _every(story: Story) -> list[LevelChange]:
    blocks = story.comparison.blocks
    levels = [block.level for block in blocks if block.level is not None]
    return [*levels, *(one for block in blocks for one in block.subdimensions)]


def _alt(story: Story) -> str:
    """How many moved, and the three that moved most."""
    say = story.speech.say
    parts = [
        say("{name} from {before} to {after}").format(
            name=story.name(one.id),
            before=story.speech.number(one.before or 0),
            after=story.speech.number(one.after or 0),
        )
        for one in story.comparison.moved[:3]
    ]
    most = say("Most of all: {names}.").format(names=story.speech.both(parts)) if parts else ""
    return f"{story.headline()} {most}".rstrip()


def _table(story: Story) -> Table:
    say, speech = story.speech.say, story.speech
    rows: list[tuple[str, ...]] = []
    for block in story.comparison.blocks:
        name = next(one.name for one in story.after.blocks if one.id == block.id)
        rows.append((speech.text(name), *(_cells(story, block.level) if block.level else ("", "", "", ""))))
        rows += [(f"{one.id} {story.name(one.id)}", *_cells(story, one)) for one in block.subdimensions]
    before, after = story.waves
    headers = (say("Point"), before, after, say("Difference"), say("In words"))
    return Table(say("Levels in {before} and {after}").format(before=before, after=after), headers, tuple(rows))


def _cells(story: Story, change: LevelChange) -> tuple[str, str, str, str]:
    before, after = story.levels(change).split(" → ")
    return before, after, story.difference(change), story.verdict(change)
