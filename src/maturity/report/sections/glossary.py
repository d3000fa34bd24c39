"""Words that a reader may not know, each with its sentence."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from maturity.report.composer import Composer
from maturity.report.fonts import REGULAR
from maturity.report.matter import Matter
from maturity.report.styles import INK, Style
from maturity.report.tagging.spans import Look
from maturity.report.tagging.text import Block
from maturity.report.words import Bold

ENDING = r"\w{0,2}"  # of a plural
_ENTRY = Style(Look(REGULAR, 8, INK), Block(9.3, after=2.2, indent=8, hang=8))


def write(matter: Matter, composer: Composer) -> None:
    """A list, in the order of the alphabet, of the words that stand in this report."""
    report = " ".join(map(_letters, composer.gate.said))
    entries = sorted(
        (entry for entry in matter.questionnaire.glossary if occurs(matter.text(entry.term), report)),
        key=lambda entry: alphabetical(matter.text(entry.term)),
    )
    if entries:
        composer.heading(matter.voice.tell("Words used"))
        with composer.newspaper(3, gap=14):
            composer.items(
                [(Bold(matter.text(entry.term)), f" – {matter.text(entry.definition)}") for entry in entries],
                _ENTRY,
                "",
                whole=True,
            )


def occurs(term: str, report: str) -> bool:
    """Whether a text, as `_letters` has it, holds a term or what stands in brackets after it; in the plural, too."""
    ways = filter(None, map(_letters, re.split(r"[()]", term)))
    return any(re.search(rf"\b{' '.join(word + ENDING for word in way.split())}\b", report) for way in ways)


def _letters(text: str) -> str:
    """Words in small letters without accents, a space between them."""
    letters = "".join(letter for letter in normalize("NFD", text.casefold()) if not combining(letter))
    return " ".join(re.findall(r"[^\W_]+", letters))


def alphabetical(term: str) -> str:
    """Without accents, capitals and signs, as a dictionary sorts."""
    letters = normalize("NFD", term.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or letter == " ")
