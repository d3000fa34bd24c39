"""The report's own words in its language, beside those that it shares with the charts."""

from __future__ import annotations

from datetime import date

from maturity.charts.words import Speech
from maturity.locale import domain, formats

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

    def day(self, value: date) -> str:
        """A date in words."""
        return formats.day(value, language=self.language)
