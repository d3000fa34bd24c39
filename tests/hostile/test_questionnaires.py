"""A bad questionnaire gets clear errors: where, why, what to do; soon, in little memory, and no file is changed."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from maturity.cli.main import main
from maturity.locale import set_language
from maturity.questionnaire import reading
from maturity.questionnaire.cases import read_cases, response
from maturity.response.file import create
from tests.hostile.child import run_twice
from tests.hostile.questionnaires import (
    CROSSWALK,
    FAULTS,
    GROUND,
    INVENTED,
    LARGE,
    NO_FILES,
    SAID,
    copy,
    first_message,
    laid_over,
)
from tests.hostile.test_responses import three_parts
from tests.tally import Tried

pytestmark = pytest.mark.hostile("questionnaires")
State = dict[str, tuple[int, int]]
# Where another file may stand: an item's, the way from the version before, the list of releases, a case.
PLACES = ("v2/" + GROUND, "v2/" + CROSSWALK, "../released.toml", "v2/cases/gardens.toml", "v2/questionnaire.toml")


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """What was read of a questionnaire of this name is not kept for another test."""
    set_language("en")
    reading.load.cache_clear()
    yield
    reading.load.cache_clear()


@pytest.fixture
def answered(tmp_path: Path) -> Path:
    """A response to the invented questionnaire."""
    folder = INVENTED / "garden/v1"
    path = tmp_path / "answers" / "r1.toml"
    create(path, response(read_cases(folder)[0], reading.read(folder)))
    return path


def state(folder: Path) -> State:
    """What stands in a folder: names, sizes and times."""
    return {str(one): (one.lstat().st_size, one.lstat().st_mtime_ns) for one in sorted(folder.rglob("*"))}


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[object, str]:
    """Exit code and stderr of a command."""
    with pytest.raises(SystemExit) as left:
        main(["--lang", "en", *map(str, arguments)])
    return left.value.code, capsys.readouterr().err


def refused(capsys: pytest.CaptureFixture[str], root: Path, folder: Path) -> str:
    """What `check` tells of a version that it refuses; nothing changes below the root."""
    before = state(root)
    code, err = told(capsys, "questionnaire", "check", folder)

    assert code == 1, err
    assert three_parts(err.partition("\n\n")[2]), err
    assert len(err) < 60_000
    assert "Traceback" not in err
    assert "pydantic" not in err
    assert not {"\x1b", "\x9b", "\u202e", "\u200b", "\0"} & set(err)
    assert state(root) == before
    return err


@pytest.mark.parametrize("name", FAULTS)
def test_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, answered: Path, name: str
) -> None:
    """By `check`, by `cases`, and by whoever scores answers to it."""
    root = tmp_path / "questionnaires"
    folder = laid_over(root, name)

    refused(capsys, root, folder)

    before = state(tmp_path)
    monkeypatch.setenv(reading.VARIABLE, str(root))
    for call in (("questionnaire", "cases", folder), ("score", answered), ("list", "--folder", answered.parent)):
        code, err = told(capsys, *call)
        assert code == 0 or (code == 1 and (three_parts(err) or call[1] == "cases")), err
    assert state(tmp_path) == before


def test_each_is_refused_for_its_own_fault(tmp_path: Path) -> None:
    """What was refused for something else would show nothing. Written by `python -m tests.hostile.questionnaires`."""
    expected = tomllib.loads(SAID.read_text("utf-8"))

    assert [*expected] == [*FAULTS]
    for name, message in expected.items():
        assert first_message(laid_over(tmp_path / name, name)) == message, name
        assert message, name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", NO_FILES)
def test_what_is_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, place: str, tried: Tried
) -> None:
    """A pipe, a device, a link, a folder in the place of a file is named as what it is, never followed."""
    root = copy(tmp_path / "questionnaires")
    target = root / "garden" / place
    target.unlink()
    NO_FILES[name](target)
    if name == "nothing" and place.endswith("gardens.toml"):
        return  # nobody has to write cases

    ran = run_twice("questionnaire", "check", root / "garden/v2")

    assert ran.code == 1, ran.err
    assert three_parts(ran.err.partition("\n\n")[2] or ran.err), ran.err
    tried.cost(ran.seconds, ran.kilobytes)
    refused_or_absent = refused(capsys, root, root / "garden/v2") if not place.endswith("questionnaire.toml") else ""
    assert "Traceback" not in refused_or_absent


@pytest.mark.parametrize("name", LARGE)
def test_large(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, tried: Tried) -> None:
    """More than any questionnaire has, of anything: in a real process, measured."""
    root = copy(tmp_path / "questionnaires")
    folder = root / "garden/v2"
    LARGE[name](folder)

    refused(capsys, root, folder)

    ran = run_twice("questionnaire", "check", folder)
    assert ran.code == 1
    assert ran.seconds < 20
    assert ran.kilobytes < 600_000
    tried.cost(ran.seconds, ran.kilobytes)


def test_what_the_small_ones_cost(tmp_path: Path, tried: Tried) -> None:
    """Each in a real process."""
    for name in FAULTS:
        ran = run_twice("questionnaire", "check", laid_over(tmp_path / name, name))
        assert ran.code == 1, (name, ran.err)
        tried.cost(ran.seconds, ran.kilobytes)


def test_a_good_one_is_read(tmp_path: Path) -> None:
    """The copy without a fault, as the measure of all others."""
    root = copy(tmp_path / "questionnaires")
    ran = run_twice("questionnaire", "check", root / "garden/v2")

    assert ran.code == 0, ran.err
