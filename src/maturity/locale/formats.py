"""Numbers, shares and dates as the reader's language writes them. Pure: no system locale is asked."""

from __future__ import annotations

from datetime import date

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}


def number(value: float, digits: int = 1, *, language: str) -> str:
    """``2.66`` → ``2,7`` in French, ``2.7`` in English; thousands apart (French: U+202F, English: comma); true minus."""
    text = f"{value:,.{digits}f}".replace("-", "\u2212")
    return text.replace(",", "\u202f").replace(".", ",") if language == "fr" else text


def percent(share: float, *, language: str) -> str:
    """``0.578`` → ``58 %`` in French (no-break space), ``58%`` in English."""
    return number(share * 100, 0, language=language) + ("\u00a0%" if language == "fr" else "%")


def day(value: date, *, language: str) -> str:
    """``22 novembre 2026``, ``1er janvier 2027`` / ``22 November 2026``."""
    first = "1er" if language == "fr" and value.day == 1 else str(value.day)
    return f"{first}\u00a0{_MONTHS[language][value.month - 1]} {value.year}"
