"""Pieces of text with one look, and their breaking into lines. No markup language: text is only ever text.

Widths are counted in thousandths of an em, as whole numbers: the same on every machine and version of Python, where a
sum of fractions is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import getFont


@dataclass(frozen=True, slots=True)
class Look:
    """Font name (registered and embedded), size in points, colour ``#rrggbb``."""

    font: str
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Span:
    """Text with a look; ``link``: an address, or ``#name`` inside; ``contents``: where it goes, in words."""

    text: str
    look: Look
    link: str = ""
    contents: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Spans on one line and their width in points. ``last``: ends a paragraph or a forced line."""

    spans: tuple[Span, ...]
    width: float
    last: bool = False


class _Advances(dict[str, int]):
    """Character → advance width in thousandths of an em, looked up in the font once. A line break has none."""

    def __init__(self, font: str) -> None:
        super().__init__({"\n": 0})
        self._font = getFont(font)

    def __missing__(self, character: str) -> int:
        self[character] = round(self._font.stringWidth(character, 1000))
        return self[character]


_advances = cache(_Advances)


def width(text: str, look: Look) -> float:
    """Width in points."""
    return sum(map(_advances(look.font).__getitem__, text)) * look.size / 1000


# Where a line may end: after spaces, a line break, a hyphen or a slash inside a word, with enough of the word on either
# side ("tranche-t-on" stays whole). U+00A0 and U+202F never break.
_CUT = re.compile(r" +|\n|(?<=[^\W\d]{2})[-/](?=[^\W\d]{3})")


class _Piece(NamedTuple):
    """A stretch of one span, widths in points. ``bare``: without the spaces at its end. ``ends``: a word ends here."""

    span: Span
    start: int
    stop: int
    width: float
    bare: float
    ends: bool


def _pieces(spans: Iterable[Span]) -> Iterator[_Piece]:
    """The spans, cut wherever a line may end."""
    for span in spans:
        text, factor = span.text, span.look.size / 1000
        sums = [0, *accumulate(map(_advances(span.look.font).__getitem__, text))]
        start = 0
        for cut in _CUT.finditer(text):
            stop = cut.end()
            bare = stop if text[stop - 1] in "-/" else cut.start()
            yield _Piece(
                span, start, stop, (sums[stop] - sums[start]) * factor, (sums[bare] - sums[start]) * factor, ends=True
            )
            start = stop
        if start < len(text):
            rest = (sums[-1] - sums[start]) * factor
            yield _Piece(span, start, len(text), rest, rest, ends=text[-1] in "-/")


def _words(spans: Iterable[Span]) -> Iterator[list[_Piece]]:
    """Runs of pieces between which a line cannot end."""
    word: list[_Piece] = []
    for piece in _pieces(spans):
        word.append(piece)
        if piece.ends:
            yield word
            word = []
    if word:
        yield word


def _bare(word: Sequence[_Piece]) -> float:
    """Width without the spaces at the end."""
    used = 0.0  # added one by one: `sum` rounds otherwise from Python 3.12 on
    for piece in word[:-1]:
        used += piece.width
    return used + word[-1].bare


def _chop(word: Sequence[_Piece], room: float) -> Iterator[list[_Piece]]:
    """A word wider than a line, cut between characters."""
    part: list[_Piece] = []
    used = 0.0
    for piece in word:
        span, start = piece.span, piece.start
        for at in range(piece.start, piece.stop):
            step = width(span.text[at], span.look)
            if used + step > room and (at > start or part) and span.text[at] not in " \n":
                yield [*part, _stretch(span, start, at)]
                part, start, used = [], at, 0.0
            used += step
        part.append(_stretch(span, start, piece.stop))
    yield part


def _stretch(span: Span, start: int, stop: int) -> _Piece:
    text = span.text[start:stop]
    return _Piece(
        span, start, stop, width(text, span.look), width(text.rstrip(" \n"), span.look), ends=text[-1:] in (" ", "\n")
    )


def break_lines(spans: Iterable[Span], room: float) -> list[Line]:
    """Lines at most ``room`` wide: greedy, no hyphenation. The space at a break stays, so that readers part words."""
    lines: list[Line] = []
    line: list[_Piece] = []
    used = 0.0
    for whole in _words(spans):
        for word in [whole] if _bare(whole) <= room else _chop(whole, room):
            if line and used + _bare(word) > room:
                lines.append(Line(_joined(line), used))
                line, used = [], 0.0
            line += word
            for piece in word:
                used += piece.width
            end = word[-1]
            if end.span.text[end.stop - 1 : end.stop] == "\n":
                lines.append(Line(_joined(line), used, last=True))
                line, used = [], 0.0
    if line or not lines:
        lines.append(Line(_joined(line), used, last=True))
    return lines


def _joined(pieces: Sequence[_Piece]) -> tuple[Span, ...]:
    """Neighbours of one look and one link made one; line breaks drawn as a space."""
    joined: list[Span] = []
    at = 0
    while at < len(pieces):
        first = last = pieces[at]
        while at < len(pieces) and (
            pieces[at] is first or (pieces[at].span is last.span and pieces[at].start == last.stop)
        ):
            last = pieces[at]
            at += 1
        text = first.span.text[first.start : last.stop].replace("\n", " ")
        if joined and (joined[-1].look, joined[-1].link) == (first.span.look, first.span.link):
            joined[-1] = replace(joined[-1], text=joined[-1].text + text)
        else:
            joined.append(replace(first.span, text=text))
    return tuple(joined)
