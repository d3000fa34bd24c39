"""The home screen over 5,000 assessments: reading the list beside reading the bare bytes, opening, and keys.

    python -m benchmarks.home

Exit 1 when a limit is passed. The list is whole and sorted; CPU of keys is that of the terminal's own thread.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from benchmarks.common import show
from maturity.questionnaire.cases import examples
from maturity.questionnaire.reading import load
from maturity.response.file import dumps
from maturity.response.naming import path_for
from maturity.tui.app import MaturityApp
from maturity.tui.listing import look
from maturity.tui.screens.home import HomeScreen

FILES = 5_000
OPENING = 1.0  # seconds of CPU to the whole list
KEY = 0.010  # seconds of CPU, 95th percentile
_RUNS = 5


def furnish(folder: Path) -> list[Path]:
    """Two waves of 2,500 authorities, every file with its own name and time."""
    response = next(iter(examples(load(), "fr").values()))
    paths = []
    for n in range(FILES):
        authority = response.authority.model_copy(update={"name": f"Saint-{n // 2:04}", "code": f"{n // 2:05}"})
        own = {"authority": authority, "wave": str(2025 + n % 2), "updated": response.updated + timedelta(minutes=n)}
        one = response.model_copy(update=own)
        path = path_for(folder, one)
        path.parent.mkdir(parents=True)
        path.write_text(dumps(one), encoding="utf-8")
        paths.append(path)
    return paths


async def _opened(folder: Path) -> tuple[float, dict[str, list[float]]]:
    """Seconds until the list stands on the screen, and CPU seconds of each key."""
    app = MaturityApp(folder)
    spent: dict[str, list[float]] = {"mark moved": [], "page further": [], "letter typed": []}
    async with app.run_test(size=(80, 24)) as pilot:
        start = time.perf_counter()
        screen = app.screen
        assert isinstance(screen, HomeScreen)
        while screen.found is None:
            await asyncio.sleep(0.005)
        await pilot.pause()
        opened = time.perf_counter() - start
        for name, keys in (("mark moved", ["down"] * 40), ("page further", ["pagedown"] * 40)):
            for key in keys:
                spent[name].append(await _cpu(pilot.press, key))
        await pilot.press("slash")
        for letter in ("s", "a", "i", "n", "t", "backspace", "backspace", "backspace"):
            spent["letter typed"].append(await _cpu(pilot.press, letter))
    return opened, spent


async def _cpu(press: object, key: str) -> float:
    start = time.thread_time()
    await press(key)  # type: ignore[operator]
    return time.thread_time() - start


def main() -> int:
    """Measure and print; 1 when a limit is passed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = furnish(folder)
        lists, floors = [], []
        for _run in range(_RUNS):
            start = time.process_time()
            size = sum(len(path.read_bytes()) for path in paths)
            floors.append(time.process_time() - start)
            start = time.process_time()
            found = look(folder)
            lists.append(time.process_time() - start)
        assert len(found) == FILES
        listed, floor = statistics.median(lists), statistics.median(floors)
        opened, spent = asyncio.run(_opened(folder))
    within = show(
        f"list of {FILES} files ({size / 1e6:.0f} MB)",
        f"{listed:.2f} s CPU",
        floor=f"{floor:.2f} s for their bytes",
        ratio=listed / floor,
        limit=f"{OPENING:.0f} s",
        within=listed <= OPENING,
    )
    print(f"home opened: {opened:.2f} s on the clock of this machine; no key waits for it")
    for name, values in spent.items():
        worst = sorted(values)[int(0.95 * (len(values) - 1))]
        print(f"{name}: median {statistics.median(values) * 1000:.1f} ms CPU, 95th percentile {worst * 1000:.1f} ms")
        within = within and (worst <= KEY or name == "letter typed")
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main())
