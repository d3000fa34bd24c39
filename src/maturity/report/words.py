"""The one gate for text on its way into the PDF: no markup, no image, no hidden or missing character, safe links only.

Text becomes `Span` here and nowhere else. There is no markup language behind it, so ``<img src=…>`` in a note is eleven
letters; what the fonts cannot draw is replaced where everybody sees it, and remembered.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from maturity.report import fonts
from maturity.report.styles import ACCENT
from maturity.report.tagging.spans import Look, Span
from maturity.text import clean_text

STAND_IN = "◊"  # drawn for a character that the font does not have
LONGEST = 10_000  # characters of one text; a longer one is cut, and says so
LINES = 60  # line breaks of one text that are kept; those after them are spaces, or a note could fill fifty pages

# Missing in Source Sans, with an equal that is there.
_EQUALS = str.maketrans(
    {"\u2009": "\u202f", "\u2010": "-", "\u2011": "-", "●": "•", "\t": " ", "\u3000": " "}
    | dict.fromkeys("\u2002\u2003\u2005\u2007\u2008\u200a", " ")
)
_SAFE_LINK = re.compile(r"https://[^\s<>\"]+|mailto:[^\s<>\"]+|#[A-Za-z0-9._-]+", re.ASCII)


@dataclass(frozen=True)
class Bold:
    """Words that stand out."""

    text: str


@dataclass(frozen=True)
class Quiet:
    """Words in another colour or in italics."""

    text: str
    colour: str = ""
    italic: bool = False


@dataclass(frozen=True)
class Linked:
    """Words that lead somewhere: an address (https, mailto) or ``#key``. ``contents``: where, in words."""

    text: str
    target: str
    contents: str = ""
    colour: str = ACCENT


Piece = str | Bold | Quiet | Linked
Said = Piece | Sequence[Piece]


class Gate:
    """Turns what sections say into spans; ``replaced`` counts the characters that could not be drawn."""

    def __init__(self) -> None:
        fonts.register()
        self.replaced: Counter[str] = Counter()
        self.said: list[str] = []  # all texts so far, those that are only heard among them

    def spans(self, said: Said, look: Look) -> tuple[Span, ...]:
        """What is said, in this look.

        Raises:
            ValueError: a link that is not https, mailto or inside the document (a fault of the program: users cannot
                make links).
        """
        pieces = [said] if isinstance(said, str | Bold | Quiet | Linked) else said
        return tuple(self.span(piece, look) for piece in pieces)

    def span(self, piece: Piece, look: Look) -> Span:
        """One piece, in this look."""
        if isinstance(piece, str):
            return Span(self.drawable(piece, look.font), look)
        if isinstance(piece, Linked):
            if not _SAFE_LINK.fullmatch(piece.target):
                raise ValueError(piece.target)
            text = self.drawable(piece.text, look.font)
            return Span(
                text, replace(look, colour=piece.colour), piece.target, self.plain(piece.contents or piece.text)
            )
        if isinstance(piece, Bold):
            own = replace(look, font=fonts.BOLD)
        else:
            own = replace(look, colour=piece.colour or look.colour, font=fonts.ITALIC if piece.italic else look.font)
        return Span(self.drawable(piece.text, own.font), own)

    def plain(self, text: str) -> str:
        """Cleaned and cut, for places without a font: alternative texts, metadata."""
        whole = clean_text(text, multiline=True, limit=LONGEST + 1)
        self.said.append(whole)
        return whole if len(whole) <= LONGEST else whole[:LONGEST] + "…"

    def drawable(self, text: str, font: str) -> str:
        """The text as this font can draw it."""
        core = self.plain(text).translate(_EQUALS)
        if core.count("\n") > LINES:
            *kept, rest = core.split("\n", LINES)
            core = "\n".join([*kept, rest.replace("\n", " ")])
        missing = {character for character in set(core) if character != "\n" and not fonts.has(character, font)}
        if missing:
            self.replaced.update(character for character in core if character in missing)
            core = "".join(STAND_IN if character in missing else character for character in core)
        # clean_text trims; the space between two pieces of a sentence stays.
        return " " * text.startswith(" ") + core + " " * (text.endswith(" ") and bool(core))
