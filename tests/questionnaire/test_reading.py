"""Reading: which folders are found, which version is given, and what the shipped questionnaire holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from maturity.errors import QuestionnaireError
from maturity.questionnaire import reading
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import VARIABLE, folder_of, folders, load, read
from tests.questionnaire.conftest import INVENTED, SHIPPED, Copy


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    """The one that is shipped."""
    return read(SHIPPED / "cocreation/v1")


def test_checkout_is_found() -> None:
    """From a checkout, the folder questionnaires/ is used as it is."""
    assert SHIPPED / "cocreation/v1" in folders()


def test_wheel_is_found_before_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an installed wheel the questionnaires stand inside the package."""
    package = tmp_path / "site/maturity"
    (package / "questionnaires/cocreation").mkdir(parents=True)
    (package / "questionnaires/cocreation/v1").symlink_to(SHIPPED / "cocreation/v1", target_is_directory=True)
    (package / "questionnaire").mkdir()
    monkeypatch.setattr(reading, "__file__", str(package / "questionnaire/reading.py"))

    assert folders() == [package / "questionnaires/cocreation/v1"]


def test_named_folders_come_first(garden: Copy, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """``MATURITY_QUESTIONNAIRES`` names one folder or several; what stands there goes before what is installed."""
    monkeypatch.setenv(VARIABLE, os.pathsep.join([str(tmp_path / "questionnaires"), str(INVENTED)]))

    found = folders()

    assert found[:2] == [garden.folder, INVENTED / "garden/v1"]
    assert folder_of("garden", "1") == garden.folder


def test_load_takes_major_and_full_versions() -> None:
    """1 and 1.0.0 mean the same folder, read once."""
    assert load("cocreation", "1") == load("cocreation", "1.0.0")
    assert load() is load()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [(("cocreation", "99.0.0"), "cocreation v99"), (("cocration", None), "Did you mean"), (("x\x1b[31m", "1"), "x v1")],
)
def test_unknown_questionnaire_is_told(wanted: tuple[str, str | None], said: str) -> None:
    """The message names what was asked for and what there is."""
    with pytest.raises(QuestionnaireError) as caught:
        load(*wanted)

    assert said in str(caught.value)


def test_newer_version_than_installed_is_told() -> None:
    """Answers to 1.9.0 may hold items that 1.0 does not know."""
    with pytest.raises(QuestionnaireError, match=r"1\.9\.0 is asked for, and 1\.0\.\d is installed"):
        load("cocreation", "1.9.0")


def test_shipped_questionnaire_is_complete(questionnaire: Questionnaire) -> None:
    """60 items of five levels, 4 dimensions and 2 practice blocks, 80 recommendations, the 5 × 4 grid."""
    kinds = [block.kind for block in questionnaire.blocks]

    assert len(questionnaire.items) == 60
    assert kinds == ["dimension"] * 4 + ["practice"] * 2
    assert [len(block.subdimensions) for block in questionnaire.blocks] == [4, 4, 4, 4, 3, 1]
    assert len(questionnaire.advice.recommendations) == 80
    assert questionnaire.helix is not None
    assert (len(questionnaire.helix.subsystems), len(questionnaire.helix.stages)) == (5, 4)
    assert [gate.id for gate in questionnaire.readiness.gates] == ["G1", "G2", "G3a", "G3b", "G4", "G5", "G6", "G7"]
    assert [one.id for one in questionnaire.items if one.not_applicable_when] == ["T1.3", "R1.3"]


def test_forms(questionnaire: Questionnaire) -> None:
    """Short 21 suggests; placement 34, the default, holds every item that decides a type or a mode; full has all."""
    short, placement, full = questionnaire.forms
    deciding = {
        item
        for place in questionnaire.placements
        for one in place.conditions
        for part in one.parts
        for item in part.items
    }

    assert [len(form.items) for form in (short, placement, full)] == [21, 34, 60]
    assert [form.states_labels for form in (short, placement, full)] == [False, True, True]
    assert questionnaire.default_form == placement.id
    assert len(deciding) == 22
    assert deciding < set(placement.items)
    assert set(short.items) < set(placement.items)
    assert {questionnaire.item(item).subdimension for item in short.items} == set(questionnaire.subdimensions)


def test_short_form_asks_one_item_for_each_part(questionnaire: Questionnaire) -> None:
    """T2.3 | O2.3, T3.2 | O2.2, N1.1 | N2.3, P1.2, P2.2, P3.1 (dossier G)."""
    short = set(questionnaire.form("short").items)
    parts = {
        part.id: set(part.items) & short
        for place in questionnaire.placements
        for one in place.conditions
        for part in one.parts
    }

    assert parts == {
        "D.means": {"T2.3"},
        "D.use": {"O2.3"},
        "A.means": {"T3.2"},
        "A.change": {"O2.2"},
        "C.rules": {"N1.1"},
        "C.actors": {"N2.3"},
        "M1": {"P1.2"},
        "M2": {"P2.2"},
        "M3": {"P3.1"},
    }
