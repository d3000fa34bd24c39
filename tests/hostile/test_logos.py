"""A bad logo gets one clear error, soon and in little memory, and no report is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PIL import Image

from maturity.cli.main import main
from maturity.response.file import create
from maturity.response.parsing import loads
from tests.hostile.child import measured, run_twice
from tests.hostile.responses import TEXT
from tests.hostile.test_responses import three_parts
from tests.tally import Tried

pytestmark = pytest.mark.hostile("logos")
LOGOS = sorted(path for path in (Path(__file__).parent / "logos").iterdir())
LOAD = """
import sys
from pathlib import Path
from maturity.errors import ReportError
from maturity.report.logo import load
for name in sys.argv[1:]:
    try:
        load(Path(name))
    except ReportError as error:
        pass
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A response that is in order."""
    path = tmp_path / "kept" / "r1.toml"
    create(path, loads(TEXT, "r1.toml"))
    return path


def refused(capsys: pytest.CaptureFixture[str], file: Path, logo: Path) -> str:
    """What is told of a report that is not written."""
    before = sorted(file.parent.iterdir())
    with pytest.raises(SystemExit) as left:
        main(["--lang", "en", "report", str(file), "--logo", str(logo)])
    told = capsys.readouterr().err
    assert left.value.code == 1
    assert three_parts(told), told
    assert str(logo) in told
    assert len(told) < 1000
    assert "\x1b" not in told
    assert sorted(file.parent.iterdir()) == before
    return told


@pytest.mark.parametrize("logo", LOGOS, ids=lambda path: path.name)
def test_refused(capsys: pytest.CaptureFixture[str], file: Path, logo: Path) -> None:
    """Where, why, what to do; exit 1; nothing is written."""
    refused(capsys, file, logo)


def test_what_is_no_file_of_this_size(capsys: pytest.CaptureFixture[str], file: Path, tmp_path: Path) -> None:
    """20 MB, a link to a device without end, a pipe, a folder, nothing: none is waited for or read to its end."""
    large, link, absent = tmp_path / "large.png", tmp_path / "link.png", tmp_path / "absent.png"
    with large.open("wb") as stream:
        stream.truncate(20 * 1024 * 1024)
    names = [large, absent, tmp_path]
    if hasattr(os, "mkfifo"):
        link.symlink_to("/dev/zero")
        pipe = tmp_path / "pipe.png"
        os.mkfifo(pipe)
        names += [link, pipe]
    for name in names:
        refused(capsys, file, name)


def test_what_they_cost(file: Path, tried: Tried) -> None:
    """Each in a real process: under two seconds and 300 MB, as the table says; here only that none waits for ever."""
    for logo in LOGOS:
        ran = run_twice("report", file, "--logo", logo)
        assert ran.code == 1, logo
        assert ran.seconds < 20, logo
        tried.cost(ran.seconds, ran.kilobytes)
        tried.add(1)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not count memory so")
def test_memory(tmp_path: Path) -> None:
    """All of them, and the largest pictures that are accepted, in less than 300 MB."""
    largest = []
    for mode in ("RGBA", "RGB", "L", "P", "LA", "I;16"):
        path = tmp_path / f"{mode.replace(';', '')}.png"
        Image.new(mode, (4000, 4000)).save(path)
        largest.append(path)
    ran = measured([sys.executable, "-c", LOAD, *map(str, [*LOGOS, *largest])])

    assert ran.code == 0, ran.err
    assert ran.kilobytes < 300 * 1024
