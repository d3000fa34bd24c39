"""A full session as a transcript, in both languages: read it with closed eyes, as a conversation."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from maturity.response.file import read
from tests.plain.conftest import converse_with

GOLDEN = Path(__file__).parent / "golden"

WORDS: dict[str, dict[str, Any]] = {
    "fr": {
        "note": "Le contrat d’accès finit en mars.",
        "evidence": ("Relevé des pannes 2025", "et contrat de maintenance"),
        "project": "Carte des travaux",
        "second": ("oui", "Budget participatif"),
        "find": "/ pannes",
        "where": "où",
        "erase": "effacer",
        "skip": "passer",
        "other": ("langue en", "language fr"),
        "end": "fin",
    },
    "en": {
        "note": "The access contract ends in March.",
        "evidence": ("Log of outages 2025", "and the maintenance contract"),
        "project": "Map of works",
        "second": ("yes", "Participatory budget"),
        "find": "/ failures",
        "where": "where",
        "erase": "erase",
        "skip": "skip",
        "other": ("language fr", "langue en"),
        "end": "finish",
    },
}


def lines(language: str) -> list[str]:
    """What a clerk types from the first question to the report."""
    words = WORDS[language]
    begun = ["2", "1", "h", "h", "h", f"n {words['note']}", "3", "b", "c 2", ""]
    begun += ["x", "e", *words["evidence"], "", "4", "f", "?", "bonjour", "9", "3", "b", words["erase"], "u", ""]
    begun += ["2", "b", "c", "3", "o 4", "", words["find"], words["where"], *words["other"], "g", "g 6"]
    items = [str(2 + n % 3) for n in range(6, 34)] + ["3"]
    grid = ["h", words["project"], "3 3 2 3", "1", "2", "", "0", "2 1 0 0", "3", "u", "3", "2", "2", "1", "0 0 0 1"]
    second = [*words["second"], "3 2 3 3", words["skip"]]
    last = ["3", "2", "5", "2", "1"]
    end = ["g 2", "1", words["end"], "s", "s 1", "w", "q"]
    return [*begun, *items, *grid, *second, *last, *end]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_full_session(path: Path, language: str) -> None:
    """Questions, help, notes, evidence, going back, undo, grid, counts, results and report read as they should."""
    code, text = converse_with(path, lines(language), language=language)
    text = text.replace(str(path.parent.parent), "~")
    golden = GOLDEN / f"session-{language}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")

    assert code == 0
    assert text == golden.read_text(encoding="utf-8")


def test_the_session_is_in_the_file(path: Path) -> None:
    """What the transcript says was answered stands in the file."""
    converse_with(path, lines("fr"))
    response = read(path)
    given = [answer for answer in response.answers.values() if answer.given]

    assert len(given) == 34
    assert [project.name for project in response.helix] == ["Carte des travaux", "Budget participatif"]
    assert sorted(response.portfolio.values()) == [1, 2, 5]
    assert list(response.targets.values()) == [4]
    assert next(iter(path.parent.glob("*.pdf"))).read_bytes().startswith(b"%PDF-")
