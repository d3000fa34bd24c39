"""A trial: a file like any other, gone when the program ends."""

from __future__ import annotations

from pathlib import Path

from maturity.response.file import OpenResponse, read
from maturity.response.trial import Trial
from tests.response.samples import SAMPLE


def test_it_can_be_opened_and_changed() -> None:
    """Its file holds the response, is locked and saved like any other, and knows what stands beside it."""
    trial = Trial(SAMPLE)
    file = OpenResponse.open(trial.path)
    file.save(SAMPLE.model_copy(update={"wave": "2030"}))
    file.close()

    assert read(trial.path).wave == "2030"
    assert trial.name == SAMPLE.authority.name
    assert trial.holds(trial.path.with_suffix(".pdf"))
    assert not trial.holds(Path("/somewhere/else.toml"))
    trial.close()


def test_nothing_of_it_stays() -> None:
    """Closing takes the whole folder away, with what was written there meanwhile; closing again does no harm."""
    trial = Trial(SAMPLE)
    report = trial.path.with_suffix(".pdf")
    report.write_bytes(b"%PDF")
    trial.close()
    trial.close()

    assert not report.exists()
    assert not trial.path.parent.parent.exists()
