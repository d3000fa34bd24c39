"""The report's own words in its language, beside those that it shares with the charts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from maturity.charts.words import Speech
from maturity.locale import domain, formats
from maturity.questionnaire.base import Words

_CODE = 3  # letters, at most
_FIRST = re.compile(r"\b1er\b")
_NUMBERS = {
    "fr": ("", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    "en": ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}


class Voice(Speech):
    """``say`` and the rest speak the charts' words; ``tell`` and ``tell_count`` the report's."""

    def tell(self, message: str, **values: object) -> str:
        """A sentence of the report, its ``{names}`` filled in."""
        text = domain("report").spoken(self.language)[0](message)
        return text.format(**values) if values else text

    def tell_count(self, one: str, many: str, n: int, **values: object) -> str:
        """Singular or plural by ``n``, which is also filled in."""
        text = domain("report").spoken(self.language)[1](one, many, n)
        return text.format(n=formats.number(n, 0, language=self.language), **values)

    def spelled(self, n: int) -> str:
        """``trois``; a figure from thirteen on."""
        return _NUMBERS[self.language][n] if self.language in _NUMBERS and 0 < n < 13 else str(n)

    def text(self, words: Words) -> str:
        """A text of the questionnaire, as print has it."""
        return self._printed(super().text(words))

    def day(self, value: date) -> str:
        """A date in words."""
        return self._printed(formats.day(value, language=self.language))

    def _joined(self, names: Sequence[str], pattern: str) -> str:
        """A code at the end of a list is not left alone in a line."""
        told = super()._joined(names, pattern)
        if len(names) < 2 or len(names[-1]) > _CODE:
            return told
        return f"{told[: -len(names[-1])].rstrip()}\u00a0{names[-1]}"

    def _printed(self, text: str) -> str:
        """Print raises the ending of the first of a month; not every terminal has the letters for it."""
        return _FIRST.sub("1ᵉʳ", text) if self.language == "fr" else text
