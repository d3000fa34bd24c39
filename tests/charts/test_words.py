"""What pictures say, in both languages."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import maturity.charts
from maturity.charts.words import Speech, sentence
from maturity.locale import set_language
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Interval

SOURCE = Path(maturity.charts.__file__).parent
CATALOGUE = SOURCE.parent / "locale/fr/LC_MESSAGES/charts.po"


def said() -> set[str]:
    """Every literal handed to ``say`` or ``count`` in the charts."""
    calls = [
        node
        for file in SOURCE.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    named = [call for call in calls if getattr(call.func, "attr", getattr(call.func, "id", "")) in ("say", "count")]
    return {str(call.args[0].value) for call in named if isinstance(call.args[0], ast.Constant)}


def test_every_word_is_said_in_french_and_none_is_left_over() -> None:
    """The French catalogue holds exactly what the code says."""
    with CATALOGUE.open("rb") as file:
        messages = [message.id for message in read_po(file, locale="fr") if message.id]
    known = {str(message if isinstance(message, str) else message[0]) for message in messages}

    assert known == said()


@pytest.mark.parametrize(
    ("names", "french", "english"),
    [
        ((), "", ""),
        (("I",), "I", "I"),
        (("I", "II"), "I ou II", "I or II"),
        (("I", "II", "H"), "I, II ou H", "I, II or H"),
    ],
)
def test_names_are_listed_as_in_speech(names: tuple[str, ...], french: str, english: str) -> None:
    """Commas, and a word before the last."""
    assert (Speech("fr").either(names), Speech("en").either(names)) == (french, english)


def test_a_name_with_a_comma_stays_whole_in_a_list() -> None:
    """Semicolons part names of which one holds a comma; what stands in quotation marks needs none."""
    assert Speech("fr").both(("Médias, culture", "Nature", "École")) == "Médias, culture\u202f; Nature\u202f; École"
    assert Speech("en").both(("“a, b”", "“c”")) == "“a, b” and “c”"


def test_the_language_is_the_one_asked_for_not_the_process_s() -> None:
    """A French picture on an English screen."""
    set_language("en")

    assert Speech("fr").say("yes") == "oui"


def test_levels_show_what_is_open() -> None:
    """A number, a range where answers are missing, a dash where nothing is known."""
    speech = Speech("fr")

    assert speech.level(2.66, Interval(low=2.66, high=2.66)) == "2,7"
    assert speech.level(2.66, Interval(low=1.5, high=3.25)) == "1,5 à 3,2"
    assert speech.level(None, None) == "–"


def test_a_code_is_shown_only_where_readers_know_it(questionnaire: Questionnaire) -> None:
    """An id in capitals is a code; another one never shows."""
    speech = Speech("en")
    shown = [speech.title(one) for placement in questionnaire.placements for one in placement.configurations]

    assert "III Smart organisation" in shown
    assert "Isolated lab" in shown


def test_a_sentence_starts_with_a_capital() -> None:
    """Whatever its first word."""
    assert (sentence("type I"), sentence("")) == ("Type I", "")


@pytest.mark.parametrize(
    ("share", "shown"), [(0.0, "0%"), (0.001, "<\u00a01%"), (0.42, "42%"), (0.9975, ">\u00a099%"), (1.0, "100%")]
)
def test_a_few_are_not_none_and_almost_all_are_not_all(share: float, shown: str) -> None:
    """Rounding never says nothing or everything where that is not so."""
    assert Speech("en").percent(share) == shown
