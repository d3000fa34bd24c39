"""Numbers, shares and dates as a French and an English reader write them."""

from __future__ import annotations

from datetime import date

import pytest

from maturity.locale.formats import day, number, percent


@pytest.mark.parametrize(
    ("value", "digits", "french", "english"),
    [(2.66, 1, "2,7", "2.7"), (80441, 0, "80\u202f441", "80,441"), (-0.5, 2, "\u22120,50", "\u22120.50")],
)
def test_numbers(value: float, digits: int, french: str, english: str) -> None:
    """Decimal comma and thin spaces in French, point and commas in English, a true minus in both."""
    assert (number(value, digits, language="fr"), number(value, digits, language="en")) == (french, english)


@pytest.mark.parametrize(
    ("share", "french", "english"),
    [
        (0.578, "58\u00a0%", "58%"),
        (0.0, "0\u00a0%", "0%"),
        (0.001, "<\u00a01\u00a0%", "<\u00a01%"),
        (0.9975, ">\u00a099\u00a0%", ">\u00a099%"),
        (1.0, "100\u00a0%", "100%"),
    ],
)
def test_shares(share: float, french: str, english: str) -> None:
    """A few is never said to be none, almost all never all."""
    assert (percent(share, language="fr"), percent(share, language="en")) == (french, english)


def test_days() -> None:
    """The first of a month is ``1er`` in French; day and month stay on one line."""
    assert day(date(2027, 1, 1), language="fr") == "1er\u00a0janvier 2027"
    assert day(date(2026, 11, 22), language="en") == "22\u00a0November 2026"
