"""Limits of a process on the size of a file, the number of open files, and memory: one clear error, old or new."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from maturity.response.file import create, read
from maturity.response.parsing import loads
from tests.faults.program import maturity, new, told, went
from tests.hostile.responses import TEXT
from tests.tally import Tried

pytestmark = [
    pytest.mark.family(7),
    pytest.mark.skipif(os.name == "nt", reason="Windows has no limits for a process"),
]
SIZE = """
import resource
import maturity.cli.main
resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))
"""
FILES = """
import os, resource
import maturity.cli.main
resource.setrlimit(resource.RLIMIT_NOFILE, ({0}, {0}))
"""
MEMORY = """
import resource
import maturity.cli.main
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + int({0} * 1024 * 1024),) * 2)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A response to the questionnaire that is here."""
    file = tmp_path / "kept" / "r1.toml"
    went(new(tmp_path))
    made = next(tmp_path.glob("*/r1.toml"))
    made.parent.rename(file.parent)
    return file


def answered(path: Path, under: str) -> bool:
    """Whether an answer given under a limit was saved; if not, the file is as before and that was told."""
    before = path.read_bytes()
    done = maturity("answer", "--plain", path, said="2\nq\n", under=under)
    assert "Traceback" not in done.stderr + done.stdout, done.stderr
    if path.read_bytes() != before:
        assert read(path).revision == 2
        path.write_bytes(before)
        return True
    heard = done.stderr + done.stdout
    assert any(words in heard for words in ("→", "ot saved", "cannot be opened", "OpenBLAS error")), done
    return False


@pytest.mark.parametrize("limit", [0, 1, 100, 400, 1_000])
def test_no_file_may_grow(path: Path, limit: int, tried: Tried) -> None:
    """SIGXFSZ or EFBIG at any size: the answer is refused, the report and a new assessment are."""
    before, under = path.read_bytes(), SIZE.format(limit)
    assert answered(path, under) is (len(before) + 60 < limit)
    if limit < 500:
        assert "a file of this size" in told(new(path.parent.parent, under=under))
    told(maturity("report", path, "--short", under=under))
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.pdf"))
    assert not list(path.parent.glob(".r1.toml.tmp"))
    tried.add(3)


def test_few_open_files(path: Path, tried: Tried) -> None:
    """From too few for anything up to enough: each time an error in three parts, or the work is done."""
    before, done = path.read_bytes(), set()
    for limit in (3, 4, 5, 6, 7, 8, 10, 14, 20):
        under = FILES.format(limit)
        done.add(answered(path, under))
        for call in (("list", "--folder", path.parent), ("score", path), ("report", path, "--short")):
            ran = maturity(*call, under=under)
            went(ran) if ran.returncode == 0 else told(ran)
            tried.add(1)
        assert path.read_bytes() == before
        tried.add(1)
    assert done == {True, False}


def ended_by_a_library(ran: subprocess.CompletedProcess[str]) -> bool:
    """Those of arrays and of models end the process themselves when they find no memory, with a line of their own."""
    return ran.returncode != 0 and any(line in ran.stderr for line in ("OpenBLAS error", "memory allocation of "))


def went_or_told(ran: subprocess.CompletedProcess[str]) -> None:
    """Done, or an error in three parts; no traceback of ours in any case."""
    if ended_by_a_library(ran):
        assert "Traceback" not in ran.stderr
    elif ran.returncode:
        told(ran)
    else:
        went(ran)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells a process its size")
def test_little_memory(path: Path, tried: Tried) -> None:
    """From almost none up to enough: an error in three parts, or the work is done; never half of it."""
    before, done = path.read_bytes(), set()
    for megabytes in (0, 1, 2, 4, 8, 16, 32, 64, 128, 512):
        under = MEMORY.format(megabytes)
        done.add(answered(path, under))
        for call in (("list", "--folder", path.parent), ("score", path), ("report", path, "--short")):
            went_or_told(maturity(*call, under=under))
            tried.add(1)
        assert path.read_bytes() == before
        tried.add(1)
    assert done == {True, False}


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells a process its size")
def test_wherever_memory_ends(path: Path, tried: Tried) -> None:
    """In the middle of an import, of an error: it is told all the same, and never taken for a fault of the program."""
    for quarters in range(80):
        ran = maturity("score", path, under=MEMORY.format(quarters / 4))
        if not ended_by_a_library(ran):
            told(ran)
            assert ran.returncode == 1, ran.stderr
        tried.add(1)


def test_a_whole_response_under_a_limit_of_its_size(tmp_path: Path) -> None:
    """A file as large as the limit is saved; one byte less, and the old one stays."""
    path = tmp_path / "r1.toml"
    create(path, loads(TEXT, "r1.toml"))
    size = path.stat().st_size
    save = (
        "from pathlib import Path\nfrom maturity.response.file import OpenResponse\nimport sys\n"
        "from maturity.errors import SaveError\n"
        "session = OpenResponse.open(Path(sys.argv[3]))\n"
        "{limit}"
        "try:\n    session.save(session.response)\n"
        "except SaveError as error:\n    print(error)\nelse:\n    print('saved')\nsession.close()\nsys.exit()\n"
    )
    for limit, saved in ((size - 1, False), (size, True)):
        done = maturity(path, under=save.format(limit=SIZE.format(limit)))
        assert done.stdout.startswith("saved") is saved, done
        assert saved or "\n  → " in done.stdout
        assert read(path).revision == 1 + saved
