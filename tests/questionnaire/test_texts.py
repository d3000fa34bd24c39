"""Texts of the shipped questionnaire: French typography and the standard terms."""

from __future__ import annotations

import re

import pytest

from maturity.questionnaire.digest import texts
from maturity.questionnaire.reading import read
from tests.questionnaire.conftest import SHIPPED

TEXTS = list(texts(read(SHIPPED / "cocreation/v1")))

# Terms that the vocabulary sets aside, with what to write.
AVOIDED = {
    "fr": r"\b(?:client(?!\.)|cliente|clients|pilote|pilotes|expérimentation|score|scores)\b",
    "en": r"\b(?:customer(?!s\.)|politician|neighbouring councils?|scores?|non-compliance)\b|the member\b",
}


def test_french_typography() -> None:
    """U+202F before ; ! ?, U+00A0 before : and inside quotation marks, ’ as apostrophe, narrow spaces in numbers."""
    wrong = re.compile(r"'|[^\u202f]([;!?])|[^\u00a0 ]:|«[^\u00a0]|[^\u00a0]»| [;:!?»]|\d[ \u00a0]\d{3}\b|\.\.\.| {2}")

    assert [(path, words["fr"]) for path, words in TEXTS if wrong.search(words["fr"])] == []


def test_english_typography() -> None:
    """Curly apostrophes, no blank before a sign, British spelling of -isation."""
    wrong = re.compile(r"'| [;:!?,.]|\.\.\.| {2}|\w(?:ization|izing)\b")

    assert [(path, words["en"]) for path, words in TEXTS if wrong.search(words["en"])] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_terms_that_are_set_aside(language: str) -> None:
    """One thing has one name, the same everywhere."""
    avoided = re.compile(AVOIDED[language], re.IGNORECASE)
    found = [(path, words[language]) for path, words in TEXTS if avoided.search(words[language])]

    assert found == []


def test_findings_note_says_what_three_cases_cannot_show() -> None:
    """The limit of the origin study is said where the questionnaire introduces itself."""
    note = dict(TEXTS)["findings_note"]

    assert "trois" in note["fr"].lower()
    assert "seuils" in note["fr"]
    assert "three" in note["en"].lower()
    assert "thresholds" in note["en"]
