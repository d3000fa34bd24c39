"""``maturity report``."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from maturity.cli.main import cli
from maturity.cli.report import command
from maturity.errors import MaturityError, UsageError
from maturity.response.file import create
from maturity.response.model import Answer, Response


@pytest.fixture
def file(village: Response, tmp_path: Path) -> Path:
    """A response file."""
    path = tmp_path / "r1.toml"
    create(path, village)
    return path


def run(*arguments: object) -> tuple[str, str]:
    """Stdout and stderr; an error is raised."""
    done = CliRunner().invoke(command, [str(argument) for argument in arguments], catch_exceptions=False)
    return done.stdout, done.stderr


def test_it_says_where_it_was_written(file: Path) -> None:
    """Beside the answers, when no other place is named."""
    out, err = run(file, "--short")

    assert f"2 pages écrites dans {file.with_suffix('.pdf')}\n" == out
    assert err == ""
    assert file.with_suffix(".pdf").read_bytes().startswith(b"%PDF-1.7")


def test_the_language_can_be_chosen(file: Path, tmp_path: Path) -> None:
    """Another one than the screen's."""
    from tests.report.conftest import words

    run(file, "--lang", "en", "--short", "-o", tmp_path / "en.pdf")

    assert "for elected members" not in words(tmp_path / "en.pdf")
    assert "What the authority can rely on" in words(tmp_path / "en.pdf")


def test_what_is_not_a_pdf_is_never_overwritten(file: Path, tmp_path: Path) -> None:
    """A mistyped name costs nothing."""
    letter = tmp_path / "letter.odt"
    letter.write_text("chère collègue", encoding="utf-8")
    for target in (letter, file, tmp_path):
        with pytest.raises(UsageError):
            run(file, "-o", target)

    assert letter.read_text(encoding="utf-8") == "chère collègue"


def test_an_earlier_report_is_replaced(file: Path) -> None:
    """Twice the same command, once the same file."""
    run(file, "--short")
    run(file, "--short")

    assert sorted(path.suffix for path in file.parent.iterdir() if path.name.startswith("r1.")) == [".pdf", ".toml"]


def test_replaced_characters_are_told(village: Response, tmp_path: Path) -> None:
    """On stderr, with their numbers."""
    path = tmp_path / "r1.toml"
    item = next(iter(village.answers))
    create(path, village.with_answer(item, Answer(level=2, note="日本")))
    _, err = run(path)

    assert "2 caractères manquent" in err
    assert "日 (U+65E5)" in err


def test_pictures_for_slides(file: Path, tmp_path: Path) -> None:
    """Each one as SVG, beside the report."""
    out, _ = run(file, "--short", "--slides", tmp_path / "slides")
    drawn = sorted((tmp_path / "slides").glob("*.svg"))

    assert len(drawn) >= 5
    assert f"{len(drawn)} images" in out


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Where, why, what to do."""
    with pytest.raises(MaturityError, match="absent"):
        run(tmp_path / "absent.toml")


def test_it_is_one_of_the_commands() -> None:
    """And its help is in the reader's language."""
    assert "réunion" in CliRunner().invoke(cli, ["report", "--help"]).output


def test_the_actions_are_written_besides(file: Path, tmp_path: Path) -> None:
    """And it is said how many, and where."""
    for name in ("actions.csv", "actions.xlsx"):
        out, _err = run(file, "--short", "--actions", tmp_path / name)

        assert f"6 actions écrites dans {tmp_path / name}\n" in out
        assert (tmp_path / name).stat().st_size > 1000


def test_a_name_that_cannot_be_used_for_actions_stops_all(file: Path, tmp_path: Path) -> None:
    """Before the report is written."""
    with pytest.raises(UsageError):
        run(file, "--short", "--actions", tmp_path / "actions.txt")

    assert not file.with_suffix(".pdf").exists()
