"""What was heard once is not read again unless it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.locale import set_language
from maturity.plain.conversation import converse
from maturity.plain.voice import Voice
from tests.plain.conftest import clock, said


def test_the_list_at_the_end_is_read_only_when_asked(path: Path) -> None:
    """After an answer to a question reached from the end, one line says how much is left; finish reads all again."""
    text = said(path, "finish", "g 4", "3", "finish", language="en")

    assert text.count("to come back to, if you like") == 2
    assert "Saved. 33 questions left; finish reads the list." in text


def test_an_answer_at_the_end_needs_a_question(path: Path) -> None:
    """What concerns one question is not refused as if it did not exist."""
    assert "go to it first, with g and its number." in said(path, "finish", "o 4", language="en")


def test_after_results_only_the_number_of_the_question_is_said(path: Path) -> None:
    """Results and a search end with where one is, in as few words as possible."""
    text = said(path, "g 11", "/ data", language="en")

    assert text.rpartition("/ data")[2].count("Question 11 of 34.") == 1
    assert "You are at question" not in text


def test_another_language_reads_the_question_alone(path: Path) -> None:
    """What was introduced in one language is not introduced again in the other."""
    text = said(path, "g 1", "3", "language fr", language="en").partition("Nous parlons français")[2]

    assert "Question 2 sur 34" in text
    assert "Tapez le nombre" not in text
    assert "Partie 1" not in text


def test_before_the_first_answer_another_language_introduces_itself(path: Path) -> None:
    """Who opened in the wrong language hears how to answer in the right one."""
    assert "point d’interrogation" in said(path, "g 1", "language fr", language="en").partition("Nous parlons")[2]


def test_the_options_given_are_told_for_another_time(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A Braille line of 40 cells stays one the next time."""
    import sys

    def nothing(_prompt: str) -> str:
        raise EOFError

    set_language("en")
    converse(path, Voice(sys.stdout, nothing, width=40, echo=True), clock=clock(), options=["--width", "40"])

    assert capsys.readouterr().out.rstrip().endswith("--plain --width 40")


def test_undo_has_the_key_of_the_usual_screen(path: Path) -> None:
    """Both keys undo."""
    for key in ("u", "z"):
        assert "Undone" in said(path, "g 1", "3", key, language="en")


def test_lowest_points_of_few_answers_are_little_to_go_by(path: Path) -> None:
    """With three answers a next step says how little it rests on; with all of them, nothing of the kind."""
    few = said(path, "g 1", "4", "5", "4", "s 1", language="en")
    assert "among the lowest" in few
    assert "That is little to go by yet" in few

    every = said(path, "g 1", *["4"] * 33, "5", "s", language="en").rpartition("Next, in this order")[2]
    assert every
    assert "little to go by" not in every


def test_another_language_at_the_end_does_not_read_the_list(path: Path) -> None:
    """One line says how much is left."""
    text = said(path, "g 1", "3", "finish", "language fr", language="en").partition("Nous parlons")[2]

    assert "Il reste 33 questions" in text
    assert "à reprendre" not in text


def test_nothing_is_taken_away_where_there_is_no_answer(path: Path) -> None:
    """Only that is said; undo then concerns the change before."""
    text = said(path, "g 1", "e proof", "g 1", "del", language="en")

    assert "There is no answer here to take away." in text
    assert "No answer any more" not in text
