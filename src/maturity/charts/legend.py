"""What the signs mean: a sign and its words, one beside the other, in as many rows as needed."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.charts.board import NOTE, Board
from maturity.charts.medium import SMALL
from maturity.charts.palette import Role
from maturity.charts.scene import DASHED, Line, Marker, Sign
from maturity.charts.words import Speech


@dataclass(frozen=True)
class Key:
    """A sign with its words; ``span``: a dashed line instead of a sign."""

    words: str
    sign: Sign | None = None
    size: float = 7
    fill: Role = "accent"
    span: bool = False


def legend(board: Board, keys: tuple[Key, ...], left: float = 0) -> None:
    """Draw the keys from ``left`` on, below ``board.top``."""
    medium = board.medium
    x, row = left, medium.row(SMALL)
    for key in keys:
        room = medium.aside(_room(key))
        needed = room + medium.width(key.words, SMALL)
        if x > left and x + needed > board.width:
            x, board.top = left, board.top - row
        y = board.top - row / 2
        if key.sign:
            board.add(Marker(x + min(room, 8) / 2, y, key.sign, key.size, key.fill))
        if key.span:
            gap = 6 if medium.fixed else 5  # a cell stays free before the words
            board.add(Line(x, y, x + room - gap, y, key.fill, 1, DASHED))
        rest = board.width - x - room
        lines = medium.wrap(key.words, rest, SMALL) if needed > rest + room else (key.words,)
        board.lines(x + room, board.top, lines, NOTE)
        board.top -= row * (len(lines) - 1)
        x += needed + medium.aside(14)
    board.top -= row


def place_legend(  # noqa: PLR0913 - each is one sign of a map
    board: Board, speech: Speech, left: float, *, missing: bool, sign: Sign | None = "dot", was: bool | None = None
) -> None:
    """The signs of a map: the authority's place, where it was, and how far missing answers could move it.

    ``was``: whether the place before a change is seen, or lies under that of now; None where nothing was changed.
    """
    keys = [Key(speech.say("your authority"), sign, 9)] if sign else []
    if was is not None:
        keys = [Key(speech.say("with these changes"), sign, 9)] if sign else []
    if was:
        keys.append(Key(speech.say("your real answers"), "ring", 9, "muted"))
    if missing:
        keys.append(Key(speech.say("what missing answers leave open"), span=True))
    legend(board, tuple(keys), left)


def _room(key: Key) -> float:
    return 20 if key.span else 11 if key.sign else 0
