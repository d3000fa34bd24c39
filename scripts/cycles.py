"""Save, kill, reopen, at random: is an answer that was acknowledged ever lost?

    python scripts/cycles.py 10000 [--seed 1] [--broken written_in_place]

Each cycle a process opens the file, saves random answers and reports each save that returned; it is killed (SIGKILL) at
a random moment, aimed at the length of a save. Then the file is read by the real reader and compared with what was
reported. The processes are forked from this one: a start of Python for each would take an hour. ``--broken`` saves by
one of the broken protocols of the tests, and must lose something.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import struct
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.faults import broken  # noqa: E402
from tests.response.samples import SAMPLE  # noqa: E402

from maturity.errors import MaturityError  # noqa: E402
from maturity.response import sidecars  # noqa: E402
from maturity.response.file import OpenResponse, create, read  # noqa: E402
from maturity.response.model import Answer, Response  # noqa: E402

MESSAGE = struct.Struct("<cI")  # what: opened, begun, saved; and the number of the answer
ITEMS = tuple(SAMPLE.answers)
LONGEST = 400  # characters of a note: now and then a response is longer than a block of a disk


@dataclass
class Count:
    """Of all cycles."""

    cycles: int = 0
    in_a_save: int = 0
    saved: int = 0
    lost: int = 0


def answered(response: Response, number: int) -> Response:
    """The random answer of that number: the same one in both processes."""
    chance = random.Random(number)  # noqa: S311 - nothing secret
    note = str(number) + "é" * chance.randrange(LONGEST)
    return response.with_answer(chance.choice(ITEMS), Answer(level=chance.randint(1, 5), note=note))


def save_for_ever(path: Path, number: int, report: int) -> None:
    """In the process that is killed."""
    with OpenResponse.open(path) as session:
        os.write(report, MESSAGE.pack(b"o", number))
        while True:
            number += 1
            new = answered(session.response, number)
            os.write(report, MESSAGE.pack(b"b", number))
            session.save(new)
            os.write(report, MESSAGE.pack(b"s", number))


def killed(path: Path, number: int, delay: float) -> list[tuple[bytes, int]]:
    """What a process reported that was killed ``delay`` seconds after it had opened the file."""
    reading, report = os.pipe()
    child = os.fork()
    if not child:
        with suppress(BaseException):
            os.close(reading)
            save_for_ever(path, number, report)
        os._exit(1)
    os.close(report)
    with open(reading, "rb") as pipe:  # noqa: PTH123 - a handle
        head = pipe.read(MESSAGE.size)
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        messages = head + pipe.read()
    return [MESSAGE.unpack_from(messages, at) for at in range(0, len(messages) - MESSAGE.size + 1, MESSAGE.size)]


def why_lost(path: Path, before: Response, reports: list[tuple[bytes, int]]) -> tuple[Response | None, str]:
    """What stands there after it, and what of it is wrong."""
    versions = [before]
    for what, number in reports:
        if what == b"b":
            versions.append(answered(versions[-1], number))
    told = sum(what == b"s" for what, _ in reports)
    try:
        found = read(path)
        if dict(found.answers) not in [dict(one.answers) for one in versions[told:]]:
            return found, f"{told} acknowledged, revision {found.revision} is another one"
        if found.revision > 1 and read(sidecars.previous(path)).revision > found.revision:
            return found, "the previous version is newer"
    except MaturityError as error:
        return None, str(error)
    return found, ""


def run(cycles: int, seed: int, folder: Path) -> Count:
    """All cycles, on one file; another one after a loss."""
    chance, count = random.Random(seed), Count()  # noqa: S311 - nothing secret
    path, number = folder / "0" / "r1.toml", 0
    before = create(path, SAMPLE)
    begun = time.monotonic()
    with OpenResponse.open(path) as session:
        for number in range(1, 11):
            before = session.save(answered(session.response, number))
    length = (time.monotonic() - begun) / 10
    for cycle in range(1, cycles + 1):
        reports = killed(path, number, chance.random() * 3 * length)
        count.cycles += 1
        if not reports:
            raise RuntimeError("the process ended before it had opened the file")
        number = reports[-1][1]
        count.in_a_save += reports[-1][0] == b"b"
        count.saved += sum(what == b"s" for what, _ in reports)
        found, wrong = why_lost(path, before, reports)
        if wrong or found is None:
            count.lost += 1
            print(f"cycle {cycle}, seed {seed}: {wrong}", file=sys.stderr)
            path = folder / str(cycle) / "r1.toml"
            found = create(path, SAMPLE)
        before = found
    return count


def main() -> int:
    """Print the count; 1 where something was lost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("cycles", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--broken", choices=[one.__name__ for one in broken.KILLED])
    chosen = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        if chosen.broken:
            getattr(broken, chosen.broken)(patch)
        count = run(chosen.cycles, chosen.seed, Path(folder))
    share = count.in_a_save / max(count.cycles, 1)
    print(f"{count.cycles:,} cycles in {time.monotonic() - begun:.0f} s, seed {chosen.seed}")
    print(f"{count.in_a_save:,} kills fell into a save ({share:.0%})")
    print(f"{count.saved:,} saves acknowledged")
    print(f"{count.lost:,} lost")
    return 1 if count.lost else 0


if __name__ == "__main__":
    sys.exit(main())
