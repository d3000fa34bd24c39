"""What every test gets: a clean environment, French by default, and outside programs asked for by name."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from compileall import compile_dir
from pathlib import Path

import pytest

from maturity.locale import set_language
from tests.tally import MARKS, pytest_runtest_makereport, pytest_sessionfinish, pytest_testnodedown, tried

# the tally is pytest's to find here
__all__ = ["pytest_runtest_makereport", "pytest_sessionfinish", "pytest_testnodedown", "tried"]

ROOT = Path(__file__).parent.parent


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers; fixtures of a session see French too."""
    if not hasattr(
        config, "workerinput"
    ):  # else a child that compiles first makes other system calls than the next one
        for folder in ("src", "tests"):
            compile_dir(ROOT / folder, quiet=2)
    os.environ["LANG"] = "fr_FR.UTF-8"
    # PYTHONUNBUFFERED hides what a full disk does; a process of pytest-xdist is told a window that a child has not
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "PYTHONUNBUFFERED", "COLUMNS", "LINES"):
        os.environ.pop(name, None)
    if hasattr(signal, "SIGHUP"):  # under nohup it is ignored, and child processes would inherit that
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # the same, for a job that a script put into the background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for mark in MARKS:
        config.addinivalue_line("markers", mark)
    config.addinivalue_line("markers", "needs(*tools): skips without these programs; fails with MATURITY_ALL_TOOLS=1")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A machine with only Python skips what needs more, and says so; the CI asks for everything."""
    for mark in item.iter_markers("needs"):
        absent = [tool for tool in mark.args if shutil.which(tool) is None]
        if absent and os.environ.get("MATURITY_ALL_TOOLS"):
            pytest.fail(f"not installed: {', '.join(absent)}")
        if absent:
            pytest.skip(f"needs {', '.join(absent)}")


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No test reads or writes the home of whoever runs it, nor depends on the terminal or the language it runs in."""
    for name in list(os.environ):
        if name.startswith(("TEXTUAL", "MATURITY_")) and name != "MATURITY_ALL_TOOLS":
            monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "COLORTERM", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("MATURITY_HOME", str(tmp_path / "home"))
    set_language(None)
    yield
    set_language(None)
