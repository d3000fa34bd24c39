"""Undo and redo: every change of a session can be taken back and had again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maturity.answering.history import History
from maturity.questionnaire.reading import load
from tests.tui.conftest import new_response


@given(st.lists(st.sampled_from(["change", "undo", "redo"]), max_size=40))
def test_undo_and_redo_walk_along_one_line(moves: list[str]) -> None:
    """Whatever the order of keys, undo gives the state before, redo the one after, and a change cuts what follows."""
    base = new_response(load())
    history, line, at, made = History(), [base], 0, 0
    for move in moves:
        if move == "change":
            made += 1
            line = [*line[: at + 1], base.model_copy(update={"revision": made})]
            history.changed(line[at], "item:a")
            at += 1
        elif move == "undo":
            past = history.undo(line[at])
            assert (past is None) == (at == 0)
            at -= past is not None
            assert past is None or past.response == line[at]
        else:
            past = history.redo(line[at])
            assert (past is None) == (at == len(line) - 1)
            at += past is not None
            assert past is None or past.response == line[at]
        assert history.can_undo == (at > 0)
        assert history.can_redo == (at < len(line) - 1)


def test_a_note_that_says_the_same_again_leaves_nothing() -> None:
    """What was typed and taken away again is no change to undo."""
    base = new_response(load())
    history = History()
    history.changed(base, "item:a", "note")
    assert history.can_undo
    history.weigh(base.model_copy())

    assert not history.can_undo


def test_a_note_is_undone_at_once() -> None:
    """The key presses of one note are one change; after it was closed, another one begins."""
    questionnaire = load()
    base = new_response(questionnaire)
    typed = [base.model_copy(update={"revision": n}) for n in range(1, 5)]
    history = History()
    history.changed(base, "item:a", "note")
    history.changed(typed[0], "item:a", "note")
    history.cut()
    history.changed(typed[1], "item:a", "note")

    first, second = history.undo(typed[2]), history.undo(typed[1])

    assert first is not None
    assert first.response == typed[1]
    assert second is not None
    assert second.response == base
