"""Pieces of text with one look, and their breaking into lines. No markup language: text is only ever text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import getFont


@dataclass(frozen=True)
class Look:
    """Font name (registered and embedded), size in points, colour ``#rrggbb``."""

    font: str
    size: float
    colour: str


@dataclass(frozen=True)
class Span:
    """Text with a look; ``link``: an address, or ``#name`` inside; ``contents``: where it goes, in words."""

    text: str
    look: Look
    link: str = ""
    contents: str = ""


@dataclass(frozen=True)
class Line:
    """Spans on one line and their width in points. ``last``: ends a paragraph or a forced line."""

    spans: tuple[Span, ...]
    width: float
    last: bool = False


@lru_cache(maxsize=20_000)
def _unit_width(text: str, font: str) -> float:
    return float(getFont(font).stringWidth(text, 1))


def width(text: str, look: Look) -> float:
    """Width in points."""
    return _unit_width(text, look.font) * look.size


# A word, with the spaces that follow it. U+00A0 and U+202F never break; a hyphen or a slash inside a word may.
_WORDS = re.compile(r"[^ \n]*?(?:(?<=[^\W\d])[-/](?=[^\W\d])| +|\n|$)")


def _pieces(spans: Iterable[Span]) -> list[list[Span]]:
    """Unbreakable words: each a run of spans, the last of them with its trailing spaces (or line break)."""
    words: list[list[Span]] = []
    word: list[Span] = []
    for span in spans:
        for match in _WORDS.finditer(span.text):
            piece = match.group()
            if not piece:
                continue
            word.append(replace(span, text=piece))
            if piece[-1] in " \n-/":
                words.append(word)
                word = []
    return [*words, word] if word else words


def _bare(word: Sequence[Span]) -> float:
    """Width without the spaces at the end."""
    *front, end = word
    return sum(width(span.text, span.look) for span in front) + width(end.text.rstrip(" \n"), end.look)


def _chop(word: Sequence[Span], room: float) -> list[list[Span]]:
    """A word wider than a line, cut between characters."""
    parts: list[list[Span]] = [[]]
    used = 0.0
    for span in word:
        text = ""
        for character in span.text:
            step = width(character, span.look)
            if used + step > room and (text or parts[-1]) and character not in " \n":
                parts[-1].append(replace(span, text=text))
                parts.append([])
                text, used = "", 0.0
            text += character
            used += step
        parts[-1].append(replace(span, text=text))
    return parts


def break_lines(spans: Iterable[Span], room: float) -> list[Line]:
    """Lines at most ``room`` wide: greedy, no hyphenation. The space at a break stays, so that readers part words."""
    lines: list[Line] = []
    line: list[Span] = []
    used = 0.0

    def end(*, last: bool) -> None:
        nonlocal line, used
        lines.append(Line(_joined(line), used, last))
        line, used = [], 0.0

    for whole in _pieces(spans):
        for word in [whole] if _bare(whole) <= room else _chop(whole, room):
            if line and used + _bare(word) > room:
                end(last=False)
            line.extend(word)
            used += sum(width(span.text.rstrip("\n"), span.look) for span in word)
            if word[-1].text.endswith("\n"):
                end(last=True)
    if line or not lines:
        end(last=True)
    return lines


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbours of one look and one link made one; line breaks drawn as a space."""
    joined: list[Span] = []
    for span in spans:
        text = span.text.replace("\n", " ")
        if joined and (joined[-1].look, joined[-1].link) == (span.look, span.link):
            joined[-1] = replace(joined[-1], text=joined[-1].text + text)
        else:
            joined.append(replace(span, text=text))
    return tuple(joined)
