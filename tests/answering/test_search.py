"""Search: a word of a question always finds it; what says it itself comes before what only explains it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.answering import edits
from maturity.answering.cards import Cards
from maturity.answering.route import steps
from maturity.answering.search import Search
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import load
from maturity.response.model import Response
from maturity.text import plain_words
from tests.tui.conftest import new_response

LANGUAGES = ("fr", "en")


def _cards(response: Response, language: str = "fr") -> Cards:
    return Cards(load(), response, steps(load(), response), language)


SEARCHES = {language: Search(_cards(new_response(load(), form="full"), language)) for language in LANGUAGES}


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_word_of_a_stem_finds_it(data: st.DataObject) -> None:
    """Any word of a stem, or how it begins, in capitals or without accents, finds the question."""
    language = data.draw(st.sampled_from(LANGUAGES))
    cards = _cards(new_response(load(), form="full"), language)
    index = data.draw(st.integers(0, len(cards.way) - 1))
    word = data.draw(st.sampled_from(plain_words(cards.name_of(cards.way[index]))))
    start = word[: data.draw(st.integers(1, len(word)))]
    typed = data.draw(st.sampled_from([start, start.upper(), f"  {start}! "]))

    assert index in [hit.index for hit in SEARCHES[language].find(typed)]


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_whatever_is_typed(text: str) -> None:
    """Nothing that can be typed breaks the search, and every hit holds every word."""
    for hit in SEARCHES["fr"].find(text):
        assert hit.title


def test_two_words_narrow() -> None:
    """Every word must occur: more words never find more."""
    search = SEARCHES["en"]
    one, two = search.find("data"), search.find("data open")

    assert 0 < len(two) < len(one)
    assert {hit.title for hit in two} <= {hit.title for hit in one}


def test_order(questionnaire: Questionnaire) -> None:
    """Stem before sentence, sentence before help; the glossary stands last."""
    search = SEARCHES["fr"]
    for word in ("donnees", "habitants", "services", "coproduction"):
        places = [hit.index for hit in search.find(word)]
        ranks = [rank for index in places if (rank := _rank(questionnaire, index, word)) is not None]
        assert ranks == sorted(ranks), word
        assert len(set(ranks)) > 1


def _rank(questionnaire: Questionnaire, index: int | None, word: str) -> int | None:
    """0–3 as read by hand; None for what is no item."""
    if index is None:
        return 3
    step = steps(questionnaire, new_response(questionnaire, form="full"))[index]
    if step.kind != "item":
        return None
    item = questionnaire.item(step.id)
    if _begins(item.stem["fr"], word):
        return 0
    return 1 if any(_begins(level["fr"], word) for level in item.levels) else 2


def _begins(text: str, word: str) -> bool:
    return any(one.startswith(word) for one in plain_words(text))


def test_own_notes_and_evidence_are_found(questionnaire: Questionnaire) -> None:
    """What this person wrote beside a question finds it, and is shown."""
    new = new_response(questionnaire)
    item = next(step for step in steps(questionnaire, new) if step.kind == "item")
    noted = edits.words(new, item.id, "note", "Voir Émeline\nau zygophone")

    hits = Search(_cards(noted)).find("zygo emeline")

    assert [(hit.index, hit.text) for hit in hits] == [
        (steps(questionnaire, new).index(item), "Voir Émeline\nau zygophone")
    ]
    assert Search(_cards(new)).find("zygo") == []


def test_hyphens_may_be_left_out() -> None:
    """What is written with a hyphen is found without it."""
    assert SEARCHES["en"].find("coproduction") == SEARCHES["en"].find("co-production")


def test_glossary_shows_its_definition(questionnaire: Questionnaire) -> None:
    """A word explained is found by its term and by its definition, and comes with the definition."""
    for entry in questionnaire.glossary:
        hits = [hit for hit in SEARCHES["fr"].find(entry.term["fr"]) if hit.index is None]
        assert (entry.term["fr"], entry.definition["fr"]) in [(hit.title, hit.text) for hit in hits]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’eau, l'Île : œuvre", ["l", "eau", "l", "ile", "oeuvre"]),
        ("ΑΘΉΝΑ 2026_b", ["αθηνα", "2026", "b"]),
        ("\u202f ;·", []),
        ("Straße", ["strasse"]),
    ],
)
def test_plain_words(text: str, words: list[str]) -> None:
    """Words compare without case, accents, apostrophes and ligatures, in any script."""
    assert plain_words(text) == words
    assert plain_words(" ".join(words)) == words
    assert not re.search(r"\W", "".join(words))
