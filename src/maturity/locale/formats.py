"""Numbers, shares and dates as the reader's language writes them. Pure: no system locale is asked."""

from __future__ import annotations

from datetime import date, datetime

_MONTHS = {
    "fr": (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}


def number(value: float, digits: int = 1, *, language: str) -> str:
    """``2.66`` → ``2,7`` in French, ``2.7`` in English; thousands apart (U+202F, comma); a true minus."""
    text = f"{value:,.{digits}f}".replace("-", "\u2212")
    return text.replace(",", "\u202f").replace(".", ",") if language == "fr" else text


def percent(share: float, *, language: str) -> str:
    """``0.578`` → ``58 %`` in French, ``58%`` in English; never 0 for a few, nor 100 for almost all."""
    sign, shown = ("<\u00a0", 0.01) if 0 < share < 0.005 else (">\u00a0", 0.99) if 0.995 <= share < 1 else ("", share)
    return sign + number(shown * 100, 0, language=language) + ("\u00a0%" if language == "fr" else "%")


def day(value: date, *, language: str) -> str:
    """``22 novembre 2026``, ``1er janvier 2027`` / ``22 November 2026``."""
    first = "1er" if language == "fr" and value.day == 1 else str(value.day)
    return f"{first}\u00a0{_MONTHS[language][value.month - 1]} {value.year}"


def hour(value: datetime, *, language: str) -> str:
    """``9 h 05`` / ``9:05``, of the time zone that the value is in."""
    return f"{value.hour}\u00a0h\u00a0{value:%M}" if language == "fr" else f"{value.hour}:{value:%M}"
