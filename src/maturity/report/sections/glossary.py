"""Words that a reader may not know, each with its sentence."""

from __future__ import annotations

from unicodedata import normalize

from maturity.report.composer import Composer
from maturity.report.fonts import REGULAR
from maturity.report.matter import Matter
from maturity.report.styles import INK, Style
from maturity.report.tagging.spans import Look
from maturity.report.tagging.text import Block
from maturity.report.words import Bold

_ENTRY = Style(Look(REGULAR, 7.6, INK), Block(9.3, after=1.6))


def write(matter: Matter, composer: Composer) -> None:
    """A list, in the order of the alphabet."""
    entries = sorted(matter.questionnaire.glossary, key=lambda entry: alphabetical(matter.text(entry.term)))
    if entries:
        composer.heading(matter.voice.tell("Words used"))
        with composer.newspaper(3, gap=14):
            composer.items(
                [(Bold(matter.text(entry.term)), f" – {matter.text(entry.definition)}") for entry in entries],
                _ENTRY,
                "",
            )


def alphabetical(term: str) -> str:
    """Without accents, capitals and signs, as a dictionary sorts."""
    letters = normalize("NFD", term.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or letter == " ")
