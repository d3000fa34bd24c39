"""The system refuses a call, in a real process: told truly in three parts, and the file is the old or the new one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from maturity.response.file import OpenResponse, read
from maturity.response.model import Answer
from tests.faults.acts import ACTS, Act, copy_of, outcome, run
from tests.tally import Tried

FULL = os.environ.get("MATURITY_SWEEP") == "full"
CALLS = "openat,write,fsync,close,rename,link,mkdir"
CODES = ("EIO", "ENOSPC", "EMFILE", "EROFS", "EXDEV", "EACCES")

pytestmark = [pytest.mark.family(3), pytest.mark.needs("strace")]


@pytest.mark.parametrize("act", ACTS[:2], ids=lambda act: act.name)
def test_every_call(act: Act, tmp_path: Path, tried: Tried) -> None:
    """Each (call, k) with one of the errors, or with each: acknowledged, refused, or unsure, and so it is."""
    first = act.prepare(tmp_path / "first")
    old, whole = outcome(first), copy_of(first, tmp_path / "whole")
    points = run(act, whole, calls=CALLS).points
    new, told = outcome(whole), set[str]()
    cases = [
        (call, k, code)
        for at, (call, k) in enumerate(points)
        for code in (CODES if FULL else (CODES[at % len(CODES)],))
    ]
    for number, (call, k, code) in enumerate(cases):
        path = copy_of(first, tmp_path / str(number))
        ran = run(act, path, ["-e", f"inject={call}:error={code}:when={k}"], calls=CALLS)

        where = (call, k, code, ran.out, ran.err)
        assert "Traceback" not in ran.out + ran.err, where
        said, *parts = ran.out.splitlines()
        assert said == "Saved" or (len(parts) >= 3 and all(parts)), where
        assert outcome(path) == (old if said == "refused" else new), where
        told.add(said)
        if path.exists():
            with OpenResponse.open(path) as session:
                assert session.save(session.response.with_answer("B1.1", Answer(level=2))) == read(path)
        tried.add(1)
    assert told == {"Saved", "refused", "unsure"}


def test_the_words_of_a_folder_that_does_not_confirm(tmp_path: Path) -> None:
    """The last fsync of a save is the folder's: it may have been saved, and is."""
    act = ACTS[0]
    first = act.prepare(tmp_path / "first")
    whole = copy_of(first, tmp_path / "whole")
    last = max(k for call, k in run(act, whole, calls=CALLS).points if call == "fsync")
    path = copy_of(first, tmp_path / "refused")

    out = run(act, path, ["-e", f"inject=fsync:error=EIO:when={last}"], calls=CALLS).out

    assert out.startswith("unsure\n")
    assert "It may have been saved, or not: the disk reports a fault." in out or "peut-être" in out, out
    assert outcome(path) == outcome(whole)
