"""Counts what the tests of trust tried, and what came of it: the numbers of the table in ``docs/reliability.md``.

A test of a fault says which family it belongs to, ``@pytest.mark.family(3)``, and how many cases it tried,
``tried.add(120)``; one that says nothing tried one. A test of a hostile file says what reads it,
``@pytest.mark.hostile("responses")``, and what the program took for it, ``tried.cost(seconds, kilobytes)``. With
``MATURITY_TALLY=FILE`` the counts of the run are written there.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest


@dataclass
class Tried:
    """What one test tried. ``seconds`` and ``kilobytes``: the most that one case took."""

    cases: int = 0
    seconds: float = 0.0
    kilobytes: int = 0

    def add(self, cases: int) -> None:
        """That many cases more."""
        self.cases += cases

    def cost(self, seconds: float, kilobytes: int) -> None:
        """What a case took: time on the clock, and the largest resident memory."""
        self.seconds, self.kilobytes = max(self.seconds, seconds), max(self.kilobytes, kilobytes)


@dataclass
class Line:
    """A line of the table."""

    cases: int = 0
    failed: int = 0
    skipped: list[str] = field(default_factory=list)
    seconds: float = 0.0
    kilobytes: int = 0


_LINES: defaultdict[str, Line] = defaultdict(Line)
_TRIED = pytest.StashKey[Tried]()
MARKS = ("family(number): the fault family of design/reliability", "hostile(kind): what a hostile file pretends to be")


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Tried:
    """For saying how much a test tried."""
    counted: Tried = request.node.stash.setdefault(_TRIED, Tried())
    return counted


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note what became of a test of trust."""
    report = yield
    tried = item.stash.get(_TRIED, Tried())
    for mark in (*item.iter_markers("family"), *item.iter_markers("hostile")):
        for name in mark.args:
            _note(_LINES[f"{mark.name} {name}"], report, tried)
    return report


def _note(line: Line, report: pytest.TestReport, tried: Tried) -> None:
    if report.skipped:
        line.skipped.append(report.nodeid)
    elif report.failed:
        line.failed += 1
    if report.when == "call" and not report.skipped:
        line.cases += max(tried.cases, 1)
        line.seconds, line.kilobytes = max(line.seconds, tried.seconds), max(line.kilobytes, tried.kilobytes)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the counts where somebody asked for them; one of several processes hands its own on."""
    output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["tally"] = {name: vars(line) for name, line in _LINES.items()}
    elif target := os.environ.get("MATURITY_TALLY"):
        lines: dict[str, Any] = {name: vars(line) for name, line in sorted(_LINES.items())}
        Path(target).write_text(json.dumps(lines, indent=1) + "\n", encoding="utf-8")


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """What one of several processes counted is added up (pytest-xdist's hook; one that crashed fails the run)."""
    for name, more in getattr(node, "workeroutput", {}).get("tally", {}).items():
        line = _LINES[name]
        line.cases += more["cases"]
        line.failed += more["failed"]
        line.skipped += more["skipped"]
        line.seconds, line.kilobytes = max(line.seconds, more["seconds"]), max(line.kilobytes, more["kilobytes"])
