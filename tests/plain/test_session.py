"""Saving in a conversation: never cut in two, and what is gone is told nothing."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import signal
import sys
from pathlib import Path

import pytest

from maturity.answering import edits
from maturity.errors import UnsureSaveError
from maturity.plain.conversation import converse
from maturity.plain.session import Session
from maturity.plain.signals import Signals
from maturity.plain.voice import Voice
from maturity.questionnaire.model import Questionnaire
from maturity.response.file import OpenResponse, read
from maturity.response.model import Response
from maturity.response.saving import replace
from tests.plain.conftest import clock, converse_with


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
def test_a_signal_in_the_middle_of_a_save(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The save is finished first; then the conversation ends with the signal's code."""

    def slow(*values: object, **named: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        replace(*values, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("maturity.response.file.replace", slow)
    code, text = converse_with(path, ["2", "1"])

    assert code == 143
    assert "Tout est enregistré." in text
    assert len(read(path).profile) == 1


def test_a_terminal_that_is_gone(path: Path) -> None:
    """Words that cannot be written any more end the conversation like a closed window; the answers are kept."""

    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            if "Enregistré" in text:
                raise OSError(errno.EIO, "gone")
            return super().write(text)

    lines = iter(["2", "1"])
    code = converse(path, Voice(Gone(), lambda _prompt: next(lines), width=80, echo=True), clock=clock())

    assert code == 129
    assert len(read(path).profile) == 1
    OpenResponse.open(path).close()


def test_undo_and_redo_are_saved(path: Path, questionnaire: Questionnaire) -> None:
    """What is taken back or had again is in the file at once; a first answer says how long one takes."""
    item = questionnaire.form(questionnaire.default_form).items[0]
    with OpenResponse.open(path) as file, Signals() as signals:
        session = Session(questionnaire, file, clock=clock(), held=signals.held)
        assert session.change(edits.level(session.response, item, 3, "fr"), at=f"item:{item}")
        past = session.undo()
        assert past is not None
        assert read(path).answer(item).level is None

        past = session.redo()
        assert past is not None
        assert past.step == f"item:{item}"
        assert read(path).answer(item).level == 3
        assert session.redo() is None


def test_an_undone_change_that_may_be_in_the_file(
    path: Path, questionnaire: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save that the disk did not confirm may stand: undoing writes the file again."""
    item = questionnaire.form(questionnaire.default_form).items[0]
    with OpenResponse.open(path) as file:
        told = Session(questionnaire, file, clock=clock(), held=contextlib.nullcontext)
        real, once = OpenResponse.save, iter([True])

        def save(self: OpenResponse, response: Response) -> Response:
            saved = real(self, response)
            if next(once, False):
                raise UnsureSaveError.of(str(self.path), "Le disque n’a pas confirmé.", "Réessayez.")
            return saved

        monkeypatch.setattr(OpenResponse, "save", save)
        assert not told.change(edits.level(told.response, item, 5, "fr"), at=f"item:{item}")
        assert read(path).answer(item).level == 5
        told.undo()

        assert told.kept
    assert read(path).answer(item).level is None
