"""What the grid of a project is said to show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from maturity.questionnaire.model import Helix, Questionnaire
from maturity.report.sections import families
from maturity.response.model import Project, Response
from tests.report.conftest import matter, words


@pytest.fixture
def helix(questionnaire: Questionnaire) -> Helix:
    """The real one."""
    assert questionnaire.helix is not None
    return questionnaire.helix


def grid(helix: Helix, involved: Mapping[int, int], stages: tuple[int, ...] = (0, 1, 2, 3)) -> Project:
    """A project: families by number with the code that they have in these stages; 0 everywhere else."""
    cells = {
        family.id: {stage.id: involved.get(row, 0) * (at in stages) for at, stage in enumerate(helix.stages)}
        for row, family in enumerate(helix.subsystems)
    }
    return Project(name="Maps", cells=cells)


def told(questionnaire: Questionnaire, village: Response, *projects: Project, language: str = "en") -> list[list[str]]:
    """Finding, then the sentences of each project."""
    found = matter(questionnaire, village.model_copy(update={"helix": projects}), language)
    assert questionnaire.helix is not None
    of_each = [families.readings(found, questionnaire.helix, project) for project in found.result.projects]
    return [[families.finding(found, questionnaire.helix)], *of_each]


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ((0, 1, 2), "triple helix"),
        ((0, 1, 2, 3), "quadruple helix"),
        ((0, 1, 2, 3, 4), "quintuple helix"),
        ((0, 2, 3), None),
        ((0, 1, 2, 4), None),
        ((0, 1), None),
        ((1, 2, 3), None),
    ],
)
def test_a_helix_is_called_by_number_only_where_each_holds_the_one_before(
    questionnaire: Questionnaire, village: Response, helix: Helix, rows: tuple[int, ...], word: str | None
) -> None:
    """Three families are no triple helix when they are not the three of the word."""
    said = " ".join(told(questionnaire, village, grid(helix, dict.fromkeys(rows, 2)))[1])

    assert ("helix" in said) == (word is not None)
    assert word is None or word in said


def test_who_came_when_is_told_by_name(questionnaire: Questionnaire, village: Response, helix: Helix) -> None:
    """Upstream and downstream each with their stages; nobody where nobody was."""
    names = [family.name["en"] for family in helix.subsystems]
    early = " ".join(told(questionnaire, village, grid(helix, {0: 3, 2: 2}, (0, 1)))[1])
    always = " ".join(told(questionnaire, village, grid(helix, {0: 2}))[1])

    assert f"Upstream (define, design): {families.inside(names[0])} and {families.inside(names[2])}." in early
    assert "Downstream (deliver, assess): nobody." in early
    assert "That holds upstream and downstream alike." in always


def test_who_did_not_contribute_is_told_by_how_far_they_came(
    questionnaire: Questionnaire, village: Response, helix: Helix
) -> None:
    """In the words of the grid: informed, no more; not involved."""
    said = told(questionnaire, village, grid(helix, {0: 2, 1: 1}))[1]
    labels = helix.cell_labels[helix.subsystems[1].cells]
    name, other = (families.inside(helix.subsystems[row].name["en"]) for row in (1, 2))

    assert f"{labels[1]['en']}, no more: {name}." in said
    assert any(line.startswith(f"{labels[0]['en']}: {other}") for line in said)


def test_all_of_them_are_told_in_one_word(questionnaire: Questionnaire, village: Response, helix: Helix) -> None:
    """Five names, four times over, would say less."""
    said = told(questionnaire, village, grid(helix, dict.fromkeys(range(5), 2)), language="fr")[1]

    assert said[0] == "Ont vraiment contribué à ce projet : les cinq familles d’acteurs."


def test_one_project_is_named_in_the_finding(questionnaire: Questionnaire, village: Response, helix: Helix) -> None:
    """With who contributed; of several projects, those who did in all of them."""
    one, other = grid(helix, {0: 2, 1: 2}), grid(helix, {0: 2, 3: 3})
    first, second = (families.inside(helix.subsystems[row].name["en"]) for row in (0, 1))

    assert told(questionnaire, village, one)[0][0].startswith("“Maps”: ")
    assert second in told(questionnaire, village, one)[0][0]
    assert told(questionnaire, village, one, other)[0] == [f"Really contributed to every project described: {first}."]
    apart = told(questionnaire, village, grid(helix, {1: 2}), other)[0]
    assert apart == ["No family of actors really contributed to every project described."]


def test_an_empty_grid_and_no_grid_say_so_kindly(
    questionnaire: Questionnaire, village: Response, helix: Helix, written: Callable[..., Path]
) -> None:
    """What it would show, instead of an empty picture."""
    found = matter(questionnaire, village, "en")
    bare = found.result.projects[0].model_copy(update={"answered": 0})
    assert families.readings(found, helix, bare) == ["The grid of this project is still empty."]
    said = words(written(village.model_copy(update={"helix": ()}), "en"))
    assert "No project was described" in said
    assert "It takes five minutes" in said


def test_trials_are_a_line(questionnaire: Questionnaire, village: Response, written: Callable[..., Path]) -> None:
    """Three figures need no table."""
    question = next(one for one in questionnaire.profile if one.kind == "counts")
    counts = {option.code: number + 3 for number, option in enumerate(question.options)}
    said = words(written(village.model_copy(update={"portfolio": counts}), "en"))
    line = " · ".join(f"{families.inside(one.label['en'])}: {counts[one.code]}" for one in question.options)

    assert line in said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_example_is_told_whole(
    questionnaire: Questionnaire, responses: Mapping[str, Response], helix: Helix, language: str
) -> None:
    """No sentence is empty or holds a placeholder."""
    for given in responses.values():
        found = matter(questionnaire, given, language)
        said = [families.finding(found, helix)]
        for project in found.result.projects:
            said += families.readings(found, helix, project)

        assert all(one.endswith(".") and "{" not in one for one in said)
