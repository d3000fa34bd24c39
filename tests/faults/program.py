"""The command line in a process of its own, under conditions that are set before it begins."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from maturity.questionnaire.reading import load

RUN = """
import sys
from maturity.cli.main import main
main(sys.argv[1:])
"""
PATIENCE = 120  # seconds after which a process is taken for one that waits for ever


def maturity(
    *arguments: object,
    under: str = "",
    through: Sequence[str] = (),
    said: str = "",
    folder: Path | None = None,
    more: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """``maturity …`` to its end. ``under``: what is done in the process before; ``through``: what starts it.

    ``said``: what it reads.
    """
    return subprocess.run(
        [*through, sys.executable, "-c", under + RUN, "--lang", "en", *map(str, arguments)],
        input=said,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        cwd=folder,
        timeout=PATIENCE,
        env={**os.environ, **(more or {})},
    )


def told(done: subprocess.CompletedProcess[str]) -> str:
    """Its error, which must be one of three parts."""
    assert done.returncode in (1, 2, 70), (done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr + done.stdout, done.stderr
    assert "\n  → " in done.stderr, (done.stdout, done.stderr)
    return done.stderr


def went(done: subprocess.CompletedProcess[str]) -> str:
    """What it printed, when nothing was wrong."""
    assert done.returncode == 0, (done.returncode, done.stderr)
    assert "Traceback" not in done.stderr + done.stdout, done.stderr
    return done.stdout


def role() -> str:
    """One that the questionnaire knows."""
    return next(one for one in load().profile if one.filled_from == "role").options[0].code


def new(folder: Path, *more: str, under: str = "") -> subprocess.CompletedProcess[str]:
    """Begin an assessment of Pau, of 2026, in a folder."""
    options = ["--authority", "64445", "--role", role(), "--wave", "2026", "--folder", str(folder), *more]
    return maturity("new", *options, under=under)
