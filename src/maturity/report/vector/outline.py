"""Outlines of shapes: path data of SVG as moves, lines and cubic curves, in absolute numbers.

The grammar is that of SVG 1.1, 8.3; arcs become curves of at most a quarter turn (SVG 1.1, appendix F.6), quadratic
curves cubic ones. Everything is bounded: a number is finite and below a million, an outline has so many segments.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence

Point = tuple[float, float]
Segment = tuple[str, tuple[Point, ...]]  # "M" and "L" with one point, "C" with three, "Z" with none

MOST = 20_000  # segments of one outline
FARTHEST = 1e6
_SPACE = re.compile(r"[\s,]*")
_NUMBER = re.compile(r"[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,3})?")
_FLAG = re.compile("[01]")
_LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_ROUND = 0.5522847498307936  # how far the handles of a quarter of a circle reach, of its radius


class Refused(ValueError):  # noqa: N818 - told by whoever asked
    """Why a file is no plain drawing: ``kind`` says in what way, ``what`` names the thing."""

    def __init__(self, kind: str, what: str = "") -> None:
        super().__init__(kind, what)
        self.kind, self.what = kind, what[:60]


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return at if match is None else match.end()


def number(text: str) -> float:
    """A number as SVG writes it; Refused when it is none, or too large to be drawn."""
    if not _NUMBER.fullmatch(text):
        raise Refused("number", text[:40])
    value = float(text)
    if not abs(value) <= FARTHEST:
        raise Refused("number", text[:40])
    return value


def numbers(text: str) -> list[float]:
    """Numbers between spaces or commas, or close to one another, as in ``points`` and ``transform``."""
    at, found = _after_space(text, 0), list[float]()
    while at < len(text):
        match = _NUMBER.match(text, at)
        if match is None or len(found) > 2 * MOST:
            raise Refused("number", text[at : at + 40])
        found.append(number(match[0]))
        at = _after_space(text, match.end())
    return found


def outline(data: str) -> list[Segment]:
    """What a path draws; Refused where the data is none."""
    pen = _Pen()
    for command, values in _commands(data):
        pen.draw(command, values)
        if len(pen.drawn) > MOST:
            raise Refused("many")
    if pen.drawn and pen.drawn[0][0] != "M":
        raise Refused("number", data[:40])
    return pen.drawn


def ellipse(x: float, y: float, rx: float, ry: float) -> list[Segment]:
    """An ellipse about (x, y)."""
    a, b = rx * _ROUND, ry * _ROUND
    return [
        ("M", ((x + rx, y),)),
        ("C", ((x + rx, y + b), (x + a, y + ry), (x, y + ry))),
        ("C", ((x - a, y + ry), (x - rx, y + b), (x - rx, y))),
        ("C", ((x - rx, y - b), (x - a, y - ry), (x, y - ry))),
        ("C", ((x + a, y - ry), (x + rx, y - b), (x + rx, y))),
        ("Z", ()),
    ]


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; one that is repeated without its letter, with its letter."""
    at, letter = 0, ""
    while (at := _after_space(data, at)) < len(data):
        if data[at].upper() in _LENGTHS:
            letter, at = data[at], at + 1
        elif not letter or letter in "Zz":
            raise Refused("number", data[at : at + 40])
        values = list[float]()
        for index in range(_LENGTHS[letter.upper()]):
            at = _after_space(data, at)
            flag = letter in "Aa" and index in (3, 4)  # no space need stand behind one
            match = (_FLAG if flag else _NUMBER).match(data, at)
            if match is None:
                raise Refused("number", data[at : at + 40])
            values.append(number(match[0]))
            at = match.end()
        yield letter, values
        letter = {"M": "L", "m": "l"}.get(letter, letter)


class _Pen:
    """Where the pen is, and what it has drawn. ``handle``: the last control point, mirrored by S and T."""

    def __init__(self) -> None:
        self.drawn: list[Segment] = []
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.handle: Point | None = None
        self.before = ""

    def draw(self, letter: str, values: Sequence[float]) -> None:
        """One command."""
        name = letter.upper()
        x, y = self.at if letter.islower() else (0.0, 0.0)
        if name == "A":
            self._arc(values, (x + values[5], y + values[6]))
        elif name == "Z":
            self.drawn.append(("Z", ()))
            self.at = self.start
        elif name in "HV":
            self._line((x + values[0], self.at[1]) if name == "H" else (self.at[0], y + values[0]))
        else:
            points = [(x + values[i], y + values[i + 1]) for i in range(0, len(values), 2)]
            strokes: dict[str, Callable[..., None]] = {
                "M": self._move, "L": self._line, "C": self._curve, "S": self._smooth, "Q": self._bend, "T": self._turn,
            }  # fmt: skip
            strokes[name](*points)
        self.before = name

    def _move(self, to: Point) -> None:
        self.drawn.append(("M", (to,)))
        self.at = self.start = to

    def _line(self, to: Point) -> None:
        self.drawn.append(("L", (to,)))
        self.at = to

    def _curve(self, one: Point, two: Point, to: Point) -> None:
        self.drawn.append(("C", (one, two, to)))
        self.handle, self.at = two, to

    def _smooth(self, two: Point, to: Point) -> None:
        self._curve(self._mirrored("CS"), two, to)

    def _bend(self, handle: Point, to: Point) -> None:
        (x, y), (hx, hy), (tx, ty) = self.at, handle, to
        self._curve((x + (hx - x) * 2 / 3, y + (hy - y) * 2 / 3), (tx + (hx - tx) * 2 / 3, ty + (hy - ty) * 2 / 3), to)
        self.handle = handle

    def _turn(self, to: Point) -> None:
        self._bend(self._mirrored("QT"), to)

    def _mirrored(self, after: str) -> Point:
        if self.handle is None or not self.before or self.before not in after:
            return self.at
        return 2 * self.at[0] - self.handle[0], 2 * self.at[1] - self.handle[1]

    def _arc(self, values: Sequence[float], to: Point) -> None:
        """From centre and angles (F.6.5), radii made large enough where they are too small (F.6.6)."""
        rx, ry, turned, large, sweep = abs(values[0]), abs(values[1]), math.radians(values[2]), values[3], values[4]
        if not rx or not ry or to == self.at:
            self._line(to)
            return
        cos, sin = math.cos(turned), math.sin(turned)
        dx, dy = (self.at[0] - to[0]) / 2, (self.at[1] - to[1]) / 2
        px, py = cos * dx + sin * dy, cos * dy - sin * dx
        if (stretch := math.hypot(px / rx, py / ry)) > 1:
            rx, ry = rx * stretch, ry * stretch
        held = (py * rx) ** 2 + (px * ry) ** 2
        if not held:  # a step too small to be told from none
            self._line(to)
            return
        far = math.sqrt(max(0.0, ((rx * ry) ** 2 - held) / held)) * (-1 if large == sweep else 1)
        cx, cy = far * rx * py / ry, -far * ry * px / rx
        begin = math.atan2((py - cy) / ry, (px - cx) / rx)
        turn = math.atan2((-py - cy) / ry, (-px - cx) / rx) - begin
        if sweep and turn < 0:
            turn += 2 * math.pi
        elif not sweep and turn > 0:
            turn -= 2 * math.pi
        mx, my = cos * cx - sin * cy + (self.at[0] + to[0]) / 2, sin * cx + cos * cy + (self.at[1] + to[1]) / 2

        def placed(u: float, v: float) -> Point:
            return mx + cos * rx * u - sin * ry * v, my + sin * rx * u + cos * ry * v

        steps = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
        reach = 4 / 3 * math.tan(turn / steps / 4)
        for step in range(steps):
            a, b = begin + turn * step / steps, begin + turn * (step + 1) / steps
            one = placed(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
            two = placed(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
            self._curve(one, two, to if step == steps - 1 else placed(math.cos(b), math.sin(b)))
