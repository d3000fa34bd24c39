"""The report's own words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from maturity.report.voice import Voice

ROOT = Path(__file__).parent.parent.parent / "src/maturity"


def messages() -> Iterator[str]:
    """What is said with ``tell`` and ``tell_count``, in English."""
    for path in (ROOT / "report").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in ("tell", "tell_count") and isinstance(node.args[0].value, str):
                    yield node.args[0].value


def test_every_sentence_has_its_french_words() -> None:
    """Nothing of the report stays English in French, and no French sentence is left over."""
    with (ROOT / "locale/fr/LC_MESSAGES/report.po").open("rb") as file:
        catalogue = read_po(file, locale="fr")
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue if message.id}

    assert sorted(set(messages()) - known) == []
    assert len(set(messages())) > 100


@pytest.mark.parametrize(("language", "expected"), [("fr", "Les quatre dimensions"), ("en", "The four dimensions")])
def test_numbers_are_words_in_titles(language: str, expected: str) -> None:
    """Three is a word; thirteen is a figure."""
    voice = Voice(language)

    assert voice.tell("The {count} dimensions", count=voice.spelled(4)) == expected
    assert voice.spelled(13) == "13"


def test_plurals_follow_the_language() -> None:
    """Nought is singular in French, plural in English."""
    assert Voice("fr").tell_count("{n} question", "{n} questions", 0) == "0 question"
    assert Voice("en").tell_count("{n} question", "{n} questions", 0) == "0 questions"
