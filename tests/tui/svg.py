"""A screen as an SVG picture: no font, script or address from outside, and the same bytes every time.

Letters are text (they can be searched and read aloud); lines, blocks and Braille dots are shapes, because fonts leave
gaps between them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from rich.cells import cell_len
from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style

WIDE, HIGH = 8.4, 17.6  # a cell, in the picture's units
EDGE = 14.0
FONT = "'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,monospace"
# What a person's terminal would make of its own sixteen colours: foreground, background, then 0–15.
DARK = (
    "#d6dae0",
    "#1a1e24",
    "#1a1e24",
    "#e5737c",
    "#8fc48a",
    "#e3bd73",
    "#74a7e8",
    "#c792d9",
    "#6cc4c9",
    "#d6dae0",
    "#7b8490",
    "#f0949b",
    "#aad9a5",
    "#f0d08f",
    "#98c1f5",
    "#dab0e8",
    "#8fdadd",
    "#ffffff",
)
LIGHT = (
    "#2a2f36",
    "#fbfaf7",
    "#2a2f36",
    "#b3261e",
    "#2d6b2f",
    "#7a5600",
    "#1f56b3",
    "#8b2a86",
    "#0f6a72",
    "#e9e6df",
    "#6b727b",
    "#c9352c",
    "#3a8040",
    "#8f6a0c",
    "#2f6bd0",
    "#a43fa0",
    "#1b838c",
    "#ffffff",
)
# Shapes in a cell of 1 × 1: x, y, width, height.
_THIN, _THICK = 0.07, 0.13
_BOXES: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "─": ((0, 0.5 - _THIN / 2, 1, _THIN),),
    "━": ((0, 0.5 - _THICK / 2, 1, _THICK),),
    "│": ((0.43, 0, 0.14, 1),),
    "┃": ((0.36, 0, 0.28, 1),),
    "╌": ((0.1, 0.5 - _THIN / 2, 0.3, _THIN), (0.6, 0.5 - _THIN / 2, 0.3, _THIN)),
    "▌": ((0, 0, 0.5, 1),),
    "▐": ((0.5, 0, 0.5, 1),),
    "█": ((0, 0, 1, 1),),
    "▀": ((0, 0, 1, 0.5),),
    "▔": ((0, 0, 1, 0.125),),
    **{chr(0x2580 + n): ((0, 1 - n / 8, 1, n / 8),) for n in range(1, 8)},
    **{chr(0x2590 - n): ((0, 0, n / 8, 1),) for n in range(1, 8)},
}
_CORNERS = {"╭": (1, 1), "╮": (-1, 1), "╰": (1, -1), "╯": (-1, -1), "┌": (1, 1), "┐": (-1, 1)}
_CORNERS |= {"└": (1, -1), "┘": (-1, -1)}
_DOTS = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3))  # Braille, bit by bit
_WORDS = re.compile(r" +|[^ ]+(?: [^ ]+)*")  # words with one space between; gaps for themselves
Run = tuple[float, str, Style]  # column, text, style


def picture(lines: Iterable[Iterable[Segment]], columns: int, title: str, terminal: Sequence[str]) -> str:
    """The lines of a screen as SVG; ``terminal``: its colours, `DARK` or `LIGHT`."""
    rows = [list(_runs(line)) for line in lines]
    width, height = columns * WIDE + 2 * EDGE, len(rows) * HIGH + 2 * EDGE
    body = [part for n, row in enumerate(rows) for part in _row(row, EDGE + n * HIGH, terminal)]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(width)} {_n(height)}" role="img" '
        f'font-family="{FONT}" font-size="14"><title>{escape(title)}</title>'
        "<style>text{white-space:pre}.b{font-weight:700}.i{font-style:italic}.u{text-decoration:underline}"
        "path{fill:none;stroke-linecap:round}</style>"
    )
    frame = f'<rect width="{_n(width)}" height="{_n(height)}" rx="8" fill="{terminal[1]}"/>'
    return "\n".join([head, frame, *body, "</svg>", ""])


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _runs(line: Iterable[Segment]) -> Iterator[Run]:
    """What is drawn at once: neighbours of one style, apart where a letter's width cannot be trusted."""
    column = 0
    for style, segments in itertools.groupby(line, key=lambda segment: segment.style or Style()):
        for kind, letters in itertools.groupby(_spaced("".join(one.text for one in segments)), key=_kind):
            for text in _WORDS.findall("".join(letters)) if kind == "a" else ["".join(letters)] if kind else letters:
                yield column, text, style
                column += cell_len(text)


def _spaced(text: str) -> str:
    """Spaces that hold take a cell on the screen, whatever a font makes of them."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def _kind(letter: str) -> str:
    """Letters are told together, shapes of one sort too, any other sign alone."""
    if letter in _BOXES:
        return letter
    if "\u2800" <= letter <= "\u28ff":
        return "⠿"
    return "a" if letter == " " or letter.isalnum() or ord(letter) < 0x2100 else ""


def _row(runs: Sequence[Run], top: float, terminal: Sequence[str]) -> Iterator[str]:
    """Grounds first, so that no letter is cut by its neighbour's."""
    for ground, group in itertools.groupby(runs, key=lambda run: _colours(run[2], terminal)[1]):
        if ground != terminal[1]:
            same = list(group)
            x, width = EDGE + same[0][0] * WIDE, sum(cell_len(text) for _column, text, _style in same) * WIDE
            yield f'<rect x="{_n(x)}" y="{_n(top)}" width="{_n(width)}" height="{_n(HIGH)}" fill="{ground}"/>'
    for column, text, style in runs:
        if text.strip():
            yield from _drawn(EDGE + column * WIDE, top, text, style, terminal)


def _drawn(x: float, top: float, text: str, style: Style, terminal: Sequence[str]) -> Iterator[str]:
    colour = _colours(style, terminal)[0]
    faint = ' opacity=".55"' if style.dim else ""
    if text[0] in _BOXES:
        for left, up, width, height in _BOXES[text[0]]:
            through = left == 0 and width == 1  # a line through all its cells is one shape
            starts = [x] if through else [x + n * WIDE for n in range(len(text))]
            size = f'width="{_n(width * WIDE * (len(text) if through else 1))}" height="{_n(height * HIGH)}"'
            for start in starts:
                place = f'x="{_n(start + left * WIDE)}" y="{_n(top + up * HIGH)}"'
                yield f'<rect {place} {size} fill="{colour}"{faint}/>'
    elif text in _CORNERS:
        right, down = _CORNERS[text]
        middle = f"M{_n(x + WIDE / 2)} {_n(top + (HIGH if down > 0 else 0))}"
        curve = f"Q{_n(x + WIDE / 2)} {_n(top + HIGH / 2)} {_n(x + (WIDE if right > 0 else 0))} {_n(top + HIGH / 2)}"
        yield f'<path d="{middle}{curve}" stroke="{colour}" stroke-width="{_n(_THIN * HIGH)}"{faint}/>'
    elif "\u2800" <= text[0] <= "\u28ff":
        dots = "".join(_dots(x, top, text))
        yield f'<path d="{dots}" stroke="{colour}" stroke-width="2.2"{faint}/>'
    else:
        marks = {"b": style.bold, "i": style.italic, "u": style.underline}
        names = " ".join(name for name, on in marks.items() if on)
        named = f' class="{names}"' if names else ""
        length = f' textLength="{_n(cell_len(text) * WIDE)}" lengthAdjust="spacingAndGlyphs"' if len(text) > 1 else ""
        place = f'x="{_n(x)}" y="{_n(top + 0.76 * HIGH)}"'
        yield f'<text {place}{length}{named} fill="{colour}"{faint}>{escape(text)}</text>'


def _dots(x: float, top: float, text: str) -> Iterator[str]:
    """Each as a line without length, from the one before: that is the shortest way to write a round dot."""
    here = (0.0, 0.0)
    for n, letter in enumerate(text):
        for bit, (across, down) in enumerate(_DOTS):
            if (ord(letter) - 0x2800) >> bit & 1:
                there = x + (n + 0.25 + across / 2) * WIDE, top + (down + 0.5) * HIGH / 4
                yield f"m{_n(there[0] - here[0])} {_n(there[1] - here[1])}h0"
                here = there


def _colours(style: Style, terminal: Sequence[str]) -> tuple[str, str]:
    """Of letters and of their ground."""
    both = _colour(style.color, terminal, 0), _colour(style.bgcolor, terminal, 1)
    return (both[1], both[0]) if style.reverse else both


def _colour(colour: Color | None, terminal: Sequence[str], default: int) -> str:
    if colour is None or colour.type is ColorType.DEFAULT:
        return terminal[default]
    if colour.type is ColorType.STANDARD and colour.number is not None:
        return terminal[2 + colour.number]
    return colour.get_truecolor().hex
