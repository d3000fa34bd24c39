"""What a data-protection officer is told is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maturity.cli.main import main
from maturity.response import sidecars
from maturity.response.file import OpenResponse, create
from tests.response.samples import SAMPLE


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is printed."""
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    assert left.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_says_where(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """The folder in use, and how many assessments are in it; no line wider than 80."""
    folder = tmp_path / "Mes évaluations"
    monkeypatch.setenv("MATURITY_HOME", str(folder))
    create(folder / "saint-aubin-2026/r1.toml", SAMPLE)
    out = told(capsys, "--lang", language, "privacy")

    assert str(folder) in out
    assert re.search(r"\b1 (évaluation dans|assessment in)", out)
    assert all(len(line) <= 80 or str(folder) in line for line in out.splitlines())


def test_the_entry_alone_can_be_copied(capsys: pytest.CaptureFixture[str]) -> None:
    """Twelve fields, those that only the authority knows in square brackets, and nothing else."""
    out = told(capsys, "--lang", "fr", "privacy", "--register")

    assert out.startswith("FICHE POUR LE REGISTRE")
    assert len(re.findall(r"^  \S", out, re.MULTILINE)) == 12
    assert out.count("[") >= 5
    assert "/" not in out


def test_every_file_that_may_stand_beside_answers_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What an open and a saved response leave on the disk is in the list, and nothing of it names a person."""
    path = tmp_path / "a" / "r1.toml"
    create(path, SAMPLE)
    with OpenResponse.open(path) as session:
        session.save(session.response)
        names = {one.name for one in path.parent.iterdir()}
        holder = sidecars.session(path).read_text(encoding="utf-8")
    out = told(capsys, "--lang", "en", "privacy")

    assert names >= {"r1.toml", "r1.toml.previous", ".r1.toml.lock", ".r1.toml.session"}
    for name in names:
        assert name in out or name.removeprefix(".r1.toml") in out, name
    assert not {"root", "localhost"} & set(re.findall(r"[a-z]+", holder))
