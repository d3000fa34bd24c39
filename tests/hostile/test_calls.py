"""Calls that go wrong: where, why, what to do, and nothing of the user's changed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from maturity.cli.main import main
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.reading import DEFAULT, folder_of, load
from maturity.response.checksum import seal
from maturity.response.file import create
from maturity.response.locking import SessionLock
from maturity.response.parsing import loads
from tests.hostile.responses import BODY, TEXT

PROGRAM = (sys.executable, "-m", "maturity", "--lang", "en")
FIFOS = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
FULL = Path("/dev/full")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A response that is in order."""
    path = tmp_path / "kept" / "r1.toml"
    create(path, loads(TEXT, "r1.toml"))
    return path


def ran(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[object, str]:
    """Exit code, and what stood on stderr."""
    with pytest.raises(SystemExit) as left:
        main(["--lang", "en", *map(str, arguments)])
    return left.value.code, capsys.readouterr().err


def test_demo_never_overwrites_a_file_that_is_no_report(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """``demo --report`` onto somebody's text leaves it as it is."""
    text = tmp_path / "minutes.txt"
    text.write_text("precious")

    code, told = ran(capsys, "demo", "--report", text)

    assert (code, text.read_text()) == (2, "precious")
    assert "not a report of this tool" in told


@FIFOS
def test_a_pipe_in_the_place_of_the_report(file: Path) -> None:
    """A named pipe is refused and not waited for."""
    pipe = file.with_name("report.pdf")
    os.mkfifo(pipe)

    done = subprocess.run([*PROGRAM, "report", file, "-o", pipe], capture_output=True, timeout=20, check=False)

    assert done.returncode == 2
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    "call",
    [
        ("report", ""),
        ("report", "x" * 300),
        ("restore", "--yes", ""),
        ("demo", "--report", "x" * 300),
        ("demo", "--files", "x" * 300),
        ("list", "--folder", "x" * 300),
    ],
    ids=" ".join,
)
def test_names_that_cannot_be(capsys: pytest.CaptureFixture[str], call: tuple[str, ...]) -> None:
    """No name, or one too long for the disk: one message in three parts."""
    code, told = ran(capsys, *call)

    assert code in (1, 2)
    assert "\n  → " in told


def test_why_a_report_cannot_be_written(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    """The system's own English is not shown."""
    assert "there is no such folder" in ran(capsys, "report", file, "--short", "-o", file.parent / "none" / "x.pdf")[1]


def test_a_name_too_long_for_the_report(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    """The disk's refusal is told in the language in use."""
    assert ran(capsys, "report", file, "-o", file.with_name("x" * 300))[0] == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("notes.txt", ""),
        ("__init__.py", ""),
        ("disk.img", "\0" * 4096),
        ("response-file.md", f"questionnaire and respondent\n{TEXT}"),
        ("settings.toml", ""),
        ("settings.toml", 'questionnaire = "x"\nrespondent = "y"\n'),
    ],
)
def test_forget_removes_responses_only(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, text: str
) -> None:
    """A file that is none is left, also when it is empty or speaks of responses."""
    path = tmp_path / name
    path.write_text(text)

    code, _told = ran(capsys, "forget", "--yes", path)

    assert code == 1
    assert path.read_text() == text


@pytest.mark.parametrize("text", ["", "\0" * 100, TEXT[:700], seal(BODY.replace("answers", "answres"))])
def test_forget_removes_damaged_responses(capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str) -> None:
    """What was a response once can be removed."""
    path = tmp_path / "pau" / "r1.toml"
    path.parent.mkdir()
    path.write_text(text)

    assert ran(capsys, "forget", "--yes", path)[0] == 0
    assert not path.parent.exists()


def test_list_of_what_is_no_folder(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    """Not being able to look is not the same as having found nothing."""
    code, told = ran(capsys, "list", "--folder", file)

    assert code == 1
    assert "No assessment" not in told


@pytest.mark.family(15)
@pytest.mark.skipif(not FULL.exists(), reason="/dev/full is Linux's")
@pytest.mark.parametrize("call", [("--version",), ("schema", "result"), ("list",)])
def test_a_full_disk_under_the_output(call: tuple[str, ...], file: Path) -> None:
    """What cannot be printed is told on stderr, without a traceback."""
    with FULL.open("w") as full:
        done = subprocess.run(
            [*PROGRAM, *call],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "MATURITY_HOME": str(file.parent)},
        )

    assert done.returncode == 1
    assert "the disk is full" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.family(15)
@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes the streams")
def test_closed_streams(file: Path) -> None:
    """A job without any stream still writes its report."""
    line = 'exec "$@" <&- >&- 2>&-'
    done = subprocess.run(
        ["/bin/sh", "-c", line, "sh", *PROGRAM, "report", file, "--short"], check=False, cwd=file.parent
    )

    assert done.returncode == 0
    assert file.with_name("r1-two-pages.pdf").is_file()


def test_another_text_of_the_questionnaire_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Answers to other words are never scored in silence."""
    here = load()
    other = read_with_digest(tmp_path, "sha256:" + "0" * 64)

    assert f"Another text of the questionnaire {here.id}" in ran(capsys, "score", other)[1]
    assert "Another text" not in ran(capsys, "score", read_with_digest(tmp_path / "same", here.digest))[1]


def read_with_digest(folder: Path, digest: str) -> Path:
    """An invented authority's answers, as given to the questionnaire of this digest."""
    case = next(one for one in read_cases(folder_of(DEFAULT)) if one.authority is not None)
    made = response(case, load())
    used = made.questionnaire.model_copy(update={"digest": digest})
    path = folder / "r1.toml"
    create(path, made.model_copy(update={"questionnaire": used}))
    return path


def test_a_file_that_is_all_faults(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The first problems are told, and that there are more; looking for what was meant is not done 20,000 times."""
    unknown = tmp_path / "unknown.toml"
    unknown.write_text(seal("".join(f"k{number} = 1\n" for number in range(20_000)) + BODY))

    code, told = ran(capsys, "score", unknown)

    assert code == 1
    assert told.count("\n  → ") == 51
    assert "19950 more problems" in told


def test_two_begin_at_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """While somebody is beginning the first response, the second gets the next name."""
    first = tmp_path / "pau-64445-2026" / "r1.toml"
    first.parent.mkdir()
    lock = SessionLock(first)
    lock.acquire()
    role = response_role()
    try:
        code, _told = ran(capsys, "new", "--authority", "64445", "--role", role, "--wave", "2026", "--folder", tmp_path)
    finally:
        lock.release()

    assert code == 0
    assert first.with_name("r2.toml").is_file()


def response_role() -> str:
    """A role that the questionnaire knows."""
    return next(one for one in load().profile if one.filled_from == "role").options[0].code
