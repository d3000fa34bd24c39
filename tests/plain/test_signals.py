"""Signals end a conversation where it stands, but never a save."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from maturity.plain.signals import Leaving, Signals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")


def test_it_comes_where_the_program_stands() -> None:
    """Outside of a save, at once."""
    with Signals(), pytest.raises(Leaving) as left:
        os.kill(os.getpid(), signal.SIGTERM)

    assert left.value.code == 143


def test_a_save_is_finished_first() -> None:
    """Inside, right after it."""
    done = []

    def save(signals: Signals) -> None:
        with signals.held():
            os.kill(os.getpid(), signal.SIGINT)
            done.append("saved")

    with Signals() as signals, pytest.raises(Leaving):
        save(signals)

    assert done == ["saved"]


def test_what_was_there_before_comes_back() -> None:
    """A program that listened before listens again; what was ignored (nohup) stays ignored meanwhile."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        terminate = signal.getsignal(signal.SIGTERM)
        with Signals():
            os.kill(os.getpid(), signal.SIGHUP)
            assert signal.getsignal(signal.SIGTERM) != terminate
        assert signal.getsignal(signal.SIGTERM) == terminate
    finally:
        signal.signal(signal.SIGHUP, before)
