"""Times that the disk tells of files: a copy, a sync or a wrong clock changes them, and nothing that is said."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from maturity.questionnaire.cases import examples
from maturity.questionnaire.reading import load
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create, read
from maturity.response.model import Answer
from maturity.response.waves import earlier
from maturity.response.workspace import listing, path_for
from tests.faults.test_names import Said, calls
from tests.tally import Tried

pytestmark = pytest.mark.family(13)
WAVES = ("2024", "2025", "2026")
TIMES: Mapping[str, Callable[[int, int], int]] = {  # of the n-th of so many files
    "backwards": lambda n, many: 1_700_000_000 + (many - n) * 86_400,
    "forwards": lambda n, many: 1_700_000_000 - (many - n) * 86_400,
    "1970": lambda _n, _many: 0,
    "before 1970": lambda n, _many: -86_400 * (n + 1),
    "2106": lambda n, _many: 2**32 - 1 - n,
    "each its own century": lambda n, _many: n * 3_000_000_000,
}


def home(folder: Path) -> list[Path]:
    """Three waves of one authority, another authority, a torn file with two versions beside it, an empty file.

    The first wave was saved last, and twice: it has the highest revision, too.
    """
    mine, other = list(examples(load(), "en").values())[:2]
    files = []
    for n, wave in enumerate(WAVES):
        moment = mine.started.replace(year=int(wave), month=3)
        answers = {
            item: answer.model_copy(update={"level": max(1, answer.level - 2 + n)}) if answer.level else answer
            for item, answer in mine.answers.items()
        }
        ids = {"id": f"{mine.id[:-2]}0{n}", "wave": wave, "answers": answers}
        one = mine.model_copy(update={**ids, "started": moment, "updated": moment})
        create(path_for(folder, one), one)
        files.append(path_for(folder, one))
    for day in (1, 2):
        with OpenResponse.open(files[0]) as file:
            file.save(file.response, now=partial(mine.started.replace, year=2027, month=1, day=day))
    torn = folder / "torn" / "r1.toml"
    create(path_for(folder, other), other)
    create(torn, other)
    begun = torn.read_bytes()
    with OpenResponse.open(torn) as file:
        for level in (1, 2):
            changed = file.response.with_answer(next(iter(other.answers)), Answer(level=level))
            file.save(changed, now=lambda: other.updated)
    sidecars.spare(torn).write_bytes(begun)
    torn.write_bytes(torn.read_bytes()[:-100])
    (folder / "empty.toml").write_bytes(b"")
    return [*files, torn]


def said(files: list[Path], out: Path) -> tuple[list[Said], bytes]:
    """What every command that puts files in an order says, and the report that looks back."""
    first, second, last, torn = files
    pdf = out / "r.pdf"
    pdf.unlink(missing_ok=True)
    found = calls(
        out,
        ("list", "--folder", first.parents[1]),
        ("compare", last, first, second),
        ("compare", second, last, first, "--json"),
        ("report", last, "-o", pdf),
        ("report", last, "--short", "-o", out / "short.pdf", "--since", first),
        ("report", first, "-o", out / "first.pdf", "--since", last),
        ("verify", pdf),
        ("verify", torn),
    )
    return found, pdf.read_bytes()


def stamp(folder: Path, times: str) -> None:
    """Give everything below a folder other times."""
    every = sorted(folder.rglob("*"), reverse=True)
    for n, one in enumerate(every):
        moment = TIMES[times](n, len(every))
        os.utime(one, (moment, moment))


def test_nothing_that_is_said_changes(tmp_path: Path, tried: Tried) -> None:
    """The order is that of the waves, and of the times that stand in the files; the report is the same to the byte."""
    files, out = home(tmp_path / "home"), tmp_path / "out"
    out.mkdir()
    found, report = said(files, out)
    assert [one.code for one in found] == [0, 0, 0, 0, 0, 1, 0, 1], found
    assert "2024 → 2025" in found[1].out
    assert found[1].out.index("2024 → 2025") < found[1].out.index("2025 → 2026")
    assert "It looks back on the wave 2025." in found[3].err
    assert "Its wave, 2026, is not earlier than 2024." in found[5].err
    assert "The previous version" in found[7].err
    places = [found[0].out.index(str(file)) for file in (*files, tmp_path / "home" / "empty.toml")]
    assert places[0] < places[2] < places[1], "the last saved first"
    assert max(places[:3]) < min(places[3:]), "what cannot be read comes last"
    for times in TIMES:
        stamp(tmp_path / "home", times)
        again, pages = said(files, out)
        assert again == found, times
        assert pages == report, times
        tried.add(len(again))


@pytest.mark.parametrize("times", TIMES)
def test_which_version_comes_back(tmp_path: Path, times: str) -> None:
    """The newest is the one of the highest revision, whichever file is younger on the disk."""
    files = home(tmp_path)
    sidecars.damaged(files[3], 1).write_bytes(b"kept before")
    stamp(tmp_path, times)
    (restored,) = calls(tmp_path, ("restore", "--yes", files[3]))
    assert "Done: r1.toml holds" in restored.out
    assert read(files[3]).revision == 2
    assert sidecars.damaged(files[3], 2).exists()


def test_the_terminal_lists_the_same(tmp_path: Path, tried: Tried) -> None:
    """What the home screen and the search for an earlier wave read."""
    files = home(tmp_path)
    with OpenResponse.open(files[2], read_only=True) as file:
        now = file.response
    listed, waves = [one.path for one in listing(tmp_path)], earlier(files[2], now)
    assert [wave.header.wave for wave in waves] == ["2025", "2024"]
    for times in TIMES:
        stamp(tmp_path, times)
        assert [one.path for one in listing(tmp_path)] == listed
        assert earlier(files[2], now) == waves
        tried.add(1)
