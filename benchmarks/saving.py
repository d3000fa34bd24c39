"""A save of a full response: at most twice the bare write, fsync and replace of the same bytes."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.common import show
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.reading import DEFAULT, folder_of, read
from maturity.response.file import OpenResponse, create
from maturity.response.model import Answer

RATIO = 2.0
TIMES = 200


def bare(folder: Path, data: bytes) -> None:
    """The least that survives a power cut: write, fsync, replace, fsync the folder."""
    temporary = folder / "bare.tmp"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(handle, data)
    os.fsync(handle)
    os.close(handle)
    temporary.replace(folder / "bare")
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def main() -> int:
    """Save and write bare by turns; 1 when the medians are further apart than they may be."""
    folder = folder_of(DEFAULT)
    questionnaire = read(folder)
    full = response(read_cases(folder)[0], questionnaire)
    saves, floors = [], []
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
        path = Path(place) / "full" / "r1.toml"
        create(path, full)
        data = path.read_bytes()
        with OpenResponse.open(path) as session:
            for number in range(TIMES):
                start = time.perf_counter()
                bare(Path(place), data)
                floors.append(time.perf_counter() - start)
                answer = Answer(level=number % 5 + 1, note=f"note {number}")
                changed = session.response.with_answer(questionnaire.item_ids[number % 60], answer)
                start = time.perf_counter()
                session.save(changed)
                saves.append(time.perf_counter() - start)
    save, floor = statistics.median(saves), statistics.median(floors)
    within = show(
        "one answer saved",
        f"{save * 1000:.2f} ms",
        floor=f"{floor * 1000:.2f} ms (bare write, fsync, replace of the same {len(data)} bytes)",
        ratio=save / floor,
        limit=f"×{RATIO:g}",
        within=save / floor <= RATIO,
    )
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main())
