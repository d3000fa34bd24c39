"""``maturity questionnaire check`` and ``cases``: what they print, and how they leave."""

from __future__ import annotations

import pytest

from maturity.cli.main import main
from tests.questionnaire.conftest import Copy


def called(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout, stderr."""
    code = 0
    try:
        main(["--lang", "en", "questionnaire", *arguments])
    except SystemExit as left:
        code = int(left.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def test_check_prints_what_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    """Counts by kind, forms, languages, digests, and that all is well."""
    code, out, err = called(capsys, "check")

    assert code == 0
    for piece in ("cocreation 1.0.3", "short (21), placement (34), full (60)", "fr, en", "sha256:", "in order"):
        assert piece in out
    assert err == ""


def test_check_tells_every_problem(garden: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    """Problems go to stderr, counted, and the command leaves with 1."""
    garden.change("forms.toml", '"soil-2"', '"soil-3"')
    garden.change("scoring.toml", "crossover = 2.5", "crossover = 3")

    code, out, err = called(capsys, "check", str(garden.folder))

    assert code == 1
    assert out == ""
    assert "2 problems" in err
    assert "Traceback" not in err


def test_cases_print_a_line_each(garden: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    """One line a case and a total."""
    code, out, _err = called(capsys, "cases", str(garden.folder))

    assert code == 0
    assert len(out.splitlines()) == 4
    assert "3 cases as expected." in out


def test_cases_show_the_difference(garden: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken rule shows as case · where · expected · got, and the command leaves with 1."""
    garden.change("readiness.toml", "at_least = 3", "at_least = 2")

    code, out, _err = called(capsys, "cases", str(garden.folder))

    assert code == 1
    assert "long-table · gates › water-first › state · expected unmet · got met" in out


def test_folder_without_a_questionnaire_is_one_message(garden: Copy, capsys: pytest.CaptureFixture[str]) -> None:
    """The message names the folder that was probably meant."""
    code, _out, err = called(capsys, "check", str(garden.folder.parents[1]))

    assert code == 1
    assert "no questionnaire in this folder" in err
    assert f"such as {garden.folder}" in err
    assert "Traceback" not in err
