"""Cases, the tests that non-programmers write: all of them pass, and a broken rule shows as a readable difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.errors import QuestionnaireError
from maturity.questionnaire.cases import Difference, read_cases, response, run
from maturity.questionnaire.checks.cases import check_cases
from maturity.questionnaire.reading import read
from maturity.response.file import create
from maturity.response.fit import check
from tests.questionnaire.conftest import INVENTED, SHIPPED, Copy

FOLDERS = [SHIPPED / "cocreation/v1", INVENTED / "garden/v1"]
QUESTIONNAIRES = {folder: read(folder) for folder in FOLDERS}
CASES = {(folder, case.id): case for folder in FOLDERS for case in read_cases(folder)}


@pytest.mark.parametrize(("folder", "name"), CASES, ids=[name for _folder, name in CASES])
def test_case(folder: Path, name: str) -> None:
    """What the case expects is what comes out."""
    questionnaire, case = QUESTIONNAIRES[folder], CASES[folder, name]

    assert check_cases([case], questionnaire) == []
    assert run(case, questionnaire) == []


def test_the_eight_authorities_and_the_vectors_are_there() -> None:
    """The published cases: eight invented authorities, V1 to V6, V2 without an answer, and every level throughout."""
    names = {name for folder, name in CASES if folder == FOLDERS[0]}

    assert {"saint-aubray", "vaucastel", "val-ourlene", "wexcombe", "rochelande", "lanterval", "ondelle"} < names
    assert {"pays-ervance", "V1", "V2", "V3", "V4", "V5", "V6", "V2-unknown", "all-1", "all-5"} < names


def test_broken_rule_is_a_readable_difference(garden: Copy) -> None:
    """A gate at another threshold: the case says where, what was expected and what came out."""
    garden.change("readiness.toml", "at_least = 3", "at_least = 2")
    case = next(case for case in read_cases(garden.folder) if case.id == "long-table")

    found = run(case, read(garden.folder))

    assert Difference("long-table", "gates › water-first › state", "unmet", "met") in found


def test_broken_condition_is_a_readable_difference(cocreation: Copy) -> None:
    """A condition on another item: levels, memberships and labels of the cases differ."""
    cocreation.change("placements/typology.toml", 'items = ["O2.3"]', 'items = ["O2.2"]')
    case = next(case for case in read_cases(cocreation.folder) if case.id == "ondelle")

    found = run(case, read(cocreation.folder))

    assert Difference("ondelle", "parts › D.use", "3", "2") in found
    assert Difference("ondelle", "conditions › D", "0.7021", "0.2315") in found


def test_response_of_a_case_is_always_the_same() -> None:
    """No clock and no chance: the same case gives the same response, of an authority marked as invented."""
    questionnaire, case = QUESTIONNAIRES[FOLDERS[0]], CASES[FOLDERS[0], "saint-aubray"]

    made = response(case, questionnaire)

    assert made == response(case, questionnaire)
    assert made.authority.invented
    assert made.authority.population == 900
    assert made.respondent.role == "management"
    assert made.answer("R1.3").missing == "not-applicable"
    assert made.profile == {"fte": "f0", "Q0": "yes", "Z1": "I", "Z2": "consumer"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("soil-1 = 3", "soil-9 = 3", "Did you mean"),
        ("soil-1 = 3", "soil-1 = 5", "Level 5 does not exist"),
        ('form = "all"', 'form = "everything"', "not a form"),
        ("soil = 3.0", "soli = 3.0", "Did you mean “soil”?"),
        ('label = "table"', 'label = "tabel"', "Did you mean “table”?"),
        ("water-first = ", "fire-first = ", "Did you mean “water-first”?"),
    ],
)
def test_case_about_something_unknown_is_told(garden: Copy, old: str, new: str, said: str) -> None:
    """A case that names what the questionnaire does not have would pass by mistake."""
    garden.change("cases/gardens.toml", old, new)

    found = check_cases(read_cases(garden.folder), read(garden.folder))

    assert any(said in f"{one.why} {one.fix}" for one in found), found


def test_case_with_an_unknown_key_is_told(garden: Copy) -> None:
    """Cases are as strict as the rest."""
    garden.change("cases/gardens.toml", "[cases.expected.gates]", "[cases.expected.gate]")

    with pytest.raises(QuestionnaireError) as caught:
        read_cases(garden.folder)

    (problem,) = caught.value.problems
    assert problem.where == "cases/gardens.toml · cases [1] (long-table) › expected › gate"
    assert "Did you mean “gates”?" in problem.fix


def test_case_twice_is_told(garden: Copy) -> None:
    """A case's id stands once."""
    garden.change("cases/gardens.toml", 'id = "dry"', 'id = "long-table"')

    with pytest.raises(QuestionnaireError, match="there twice"):
        read_cases(garden.folder)


@pytest.mark.parametrize(("folder", "name"), CASES, ids=[name for _folder, name in CASES])
def test_a_case_is_a_response_that_fits_its_questionnaire(folder: Path, name: str, tmp_path: Path) -> None:
    """Written to a file, every case opens, whatever it leaves unsaid."""
    path = tmp_path / "case.toml"

    check(create(path, response(CASES[folder, name], QUESTIONNAIRES[folder])), QUESTIONNAIRES[folder], path)
