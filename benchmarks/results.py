"""Looking at results: CPU of a page with a picture and of a changed answer in "what if", and the peak of memory.

    python -m benchmarks.results

Pages are drawn in one app of 160 × 50, beside a page of plain text of the same size. Memory is the high-water mark of
a fresh interpreter with results open, beside that of a bare Textual app in the same run (Linux only).
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from textual.pilot import Pilot

from benchmarks.common import show
from maturity.tui.app import MaturityApp

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as the entry point of the program does
_PAGE, _CHANGE = 0.030, 0.045  # seconds of CPU, 95th percentile; a change with its whole evaluation, off the key path
_MEMORY = 90  # megabytes
_ROUNDS = 8
_BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("Bonjour")
async def look(folder):
    async with Bare().run_test(size=(160, 50)) as pilot:
        await pilot.pause()
"""
_OURS = """
from pathlib import Path
from benchmarks.results import assessment, settle
from maturity.tui.app import MaturityApp
async def look(folder):
    app = MaturityApp(Path(folder), assessment(Path(folder)))
    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        for key in "s123456i":
            await pilot.press(key)
            await settle(pilot)
"""
_PEAK = """
import asyncio, sys
{head}
asyncio.run(look(sys.argv[1]))
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def assessment(folder: Path) -> Path:
    """An invented authority with everything answered, as a file."""
    from maturity.questionnaire.cases import read_cases, response
    from maturity.questionnaire.reading import DEFAULT, folder_of, load
    from maturity.response.file import create

    case = next(one for one in read_cases(folder_of(DEFAULT)) if one.authority is not None and one.demo)
    path = folder / "example-2026" / "r1.toml"
    create(path, response(case, load()))
    return path


async def settle(pilot: Pilot[int]) -> None:
    """Until workers and repaints are done."""
    for _round in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def peak(head: str) -> float:
    """Megabytes, at the highest."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _PEAK.format(head=head), folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout.split()[-1]) / 1024


async def _spent(act: Callable[[], Awaitable[object]]) -> float:
    start = time.process_time()
    await act()
    return time.process_time() - start


async def _measured(folder: Path) -> dict[str, list[float]]:
    app = MaturityApp(folder, assessment(folder))
    spent: dict[str, list[float]] = {"table of the same": [], "page with a picture": [], "answer in what if": []}

    async def press(key: str) -> None:
        await pilot.press(key)
        await pilot.pause()

    async def change(key: str) -> None:
        await press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()

    async with app.run_test(size=(160, 50)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        for key in "123456" * _ROUNDS:
            spent["page with a picture"].append(await _spent(partial(press, key)))
        await pilot.press("t")
        for key in "12" * _ROUNDS:
            spent["table of the same"].append(await _spent(partial(press, key)))
        await pilot.press("t", "2", "i")
        await settle(pilot)
        for _step in range(6):
            await press("down")
        for key in "12345" * _ROUNDS:
            spent["answer in what if"].append(await _spent(partial(change, key)))
    return spent


def _worst(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def main() -> int:
    """Measure and print; 1 when a limit is passed."""
    with tempfile.TemporaryDirectory() as folder:
        spent = asyncio.run(_measured(Path(folder)))
    floor = _worst(spent.pop("table of the same"))
    passed = True
    for name, values in spent.items():
        limit, worst = (_PAGE if name.startswith("page") else _CHANGE), _worst(values)
        passed &= show(
            name,
            f"{worst * 1000:.1f} ms",
            floor=f"{floor * 1000:.1f} ms",
            ratio=worst / floor,
            limit=f"{limit * 1000:.0f} ms",
            within=worst <= limit,
        )
    if sys.platform == "linux":
        ours, bare = peak(_OURS), peak(_BARE)
        passed &= show(
            "peak memory",
            f"{ours:.0f} MB",
            floor=f"{bare:.0f} MB",
            ratio=ours / bare,
            limit=f"{_MEMORY} MB",
            within=ours <= _MEMORY,
        )
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
