"""The terminal: first paint beside that of a bare Textual app, CPU of a next question and of a key, a page of results.

    python benchmarks/terminal.py

Prints each figure with its floor or its limit; exit 1 when one is passed. First paints are measured in fresh
interpreters with a headless driver, the others in one app of 80 × 24.
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

# The clock stops when the first whole screen has been written to the terminal; nothing of either app is left out.
_FIRST = """
import asyncio, os, time
{head}
class Timed(Base):
    def post_display_hook(self):
        if ready(self):
            os.write(1, str(time.process_time()).encode())  # past what catches print, and unbuffered
            os._exit(0)
async def paint():
    async with Timed(*arguments).run_test(size=(80, 24)):
        await asyncio.sleep(30)
asyncio.run(paint())
"""
_BARE = """
from textual.app import App as Base
from textual.widgets import Static
Base.compose = lambda self: [Static('Bonjour')]
arguments = ()
ready = lambda app: bool(app.screen.query(Static))
"""
_OURS = """
from pathlib import Path
from maturity.tui.app import MaturityApp as Base
from maturity.tui.screens.home import HomeScreen
arguments = (Path('.'),)
ready = lambda app: isinstance(app.screen, HomeScreen)
"""
_RUNS = 7
_RATIO = 1.5  # first paint beside the bare app's
_QUESTION = 0.020  # seconds of CPU for the next question, 95th percentile
_KEY = 0.010  # and for a level chosen


def first_paint(head: str) -> float:
    """CPU seconds from the start of the interpreter to the first paint; the median of several runs."""
    program = _FIRST.format(head=head)
    runs = [
        float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)
        for _run in range(_RUNS)
    ]
    return statistics.median(runs)


def _assessment(folder: Path) -> Path:
    from maturity.questionnaire.reading import load
    from maturity.response.model import Authority
    from maturity.response.workspace import Start, begin

    questionnaire = load()
    kinds = next(q for q in questionnaire.profile if q.filled_from == "kind").options
    roles = next(q for q in questionnaire.profile if q.filled_from == "role").options
    authority = Authority(country="FR", kind=kinds[0].code, name="Pau", population=80_441)
    return begin(folder, questionnaire, authority, Start(role=roles[0].code, now=datetime.now(UTC)))


async def _keys(folder: Path) -> dict[str, list[float]]:
    from maturity.tui.app import MaturityApp

    app = MaturityApp(folder, _assessment(folder))
    spent: dict[str, list[float]] = {"next question": [], "level chosen": []}
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("right", "right")
        for n in range(30):
            for name, key in (("level chosen", str(1 + n % 5)), ("next question", "right")):
                start = time.thread_time()
                await pilot.press(key)
                await pilot.pause()
                spent[name].append(time.thread_time() - start)
    return spent


def main() -> int:
    """Measure and print; 1 when a limit is passed."""
    bare, ours = first_paint(_BARE), first_paint(_OURS)
    ratio = ours / bare
    print(f"first paint: {ours * 1000:.0f} ms CPU; bare Textual app in the same run {bare * 1000:.0f} ms")
    print(f"  ratio {ratio:.2f} (limit {_RATIO})")
    passed = ratio <= _RATIO
    with tempfile.TemporaryDirectory() as folder:
        spent = asyncio.run(_keys(Path(folder)))
    for name, limit in (("next question", _QUESTION), ("level chosen", _KEY)):
        values = sorted(spent[name])
        worst = values[int(0.95 * (len(values) - 1))]
        print(f"{name}: median {statistics.median(values) * 1000:.1f} ms CPU, 95th percentile {worst * 1000:.1f} ms")
        print(f"  limit {limit * 1000:.0f} ms")
        passed = passed and worst <= limit
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
