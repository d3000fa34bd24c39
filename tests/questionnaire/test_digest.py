"""Digests say what a version is: no matter the layout, they notice every change, and match the releases."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import read
from maturity.questionnaire.released import check_released
from tests.questionnaire.conftest import INVENTED, SHIPPED, Copy

FOLDERS = [file.parent for root in (SHIPPED, INVENTED) for file in sorted(root.glob("*/v*/questionnaire.toml"))]


def digests(questionnaire: Questionnaire) -> tuple[str, str, str]:
    """Wording, scoring, both."""
    return questionnaire.wording_digest, questionnaire.scoring_digest, questionnaire.digest


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_every_version_is_the_one_that_was_released(folder: Path) -> None:
    """Whoever changes a text or a rule raises the version and adds its digests to released.toml."""
    questionnaire = read(folder)

    assert check_released(questionnaire, folder) == []


def test_layout_and_comments_change_nothing(garden: Copy) -> None:
    """Comments, order of keys, quotes and blank lines are no part of a version."""
    before = digests(read(garden.folder))
    garden.change(
        "scoring.toml",
        "min_subdimensions = 2\nsecured_margin = 0.5",
        "secured_margin = 0.50\n\n# !\nmin_subdimensions = 2",
    )
    garden.change(
        "items/ground.toml", 'slug = "soil-1"\nsubdimension = "soil"', "subdimension = 'soil'\nslug = 'soil-1'"
    )
    garden.change("readiness.toml", "at_least = 3", "at_least = 3.0")

    assert digests(read(garden.folder)) == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("items/ground.toml", "Do you feed the soil?", "Do you nourish the soil?"),
        ("placements/spirit.toml", "Le jardin pousse comme il veut.", "Le jardin pousse à sa guise."),
        ("glossary.toml", "Scraps that turn", "Leftovers that turn"),
    ],
)
def test_a_text_changes_the_wording_only(garden: Copy, file: str, old: str, new: str) -> None:
    """Another word is another wording digest, and the same scoring."""
    wording, scoring, both = digests(read(garden.folder))
    garden.change(file, old, new)

    changed = digests(read(garden.folder))

    assert changed[0] != wording
    assert changed[1] == scoring
    assert changed[2] != both


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("scoring.toml", "crossover = 2.5", "crossover = 2.25"),
        ("scoring.toml", "seed = 3", "seed = 4"),
        ("readiness.toml", "at_least = 3", "at_least = 2"),
        ("placements/spirit.toml", 'items = ["soil-1", "soil-2"]', 'items = ["soil-1"]'),
        ("forms.toml", "states_labels = false", "states_labels = true"),
        ("forms.toml", '["soil-1", "water-1", "rota-1"', '["soil-2", "water-1", "rota-1"'),
    ],
)
def test_a_rule_changes_the_scoring_only(garden: Copy, file: str, old: str, new: str) -> None:
    """A number, a rule, a code or a form is the scoring's; no text has changed."""
    wording, scoring, both = digests(read(garden.folder))
    garden.change(file, old, new)

    changed = digests(read(garden.folder))

    assert changed[0] == wording
    assert changed[1] != scoring
    assert changed[2] != both


def test_changed_text_under_the_same_version_is_told(garden: Copy) -> None:
    """The message holds the lines to add."""
    garden.change("items/ground.toml", "Do you feed the soil?", "Do you nourish the soil?")
    questionnaire = read(garden.folder)

    (problem,) = check_released(questionnaire, garden.folder)

    assert "texts" in problem.why
    assert questionnaire.wording_digest in problem.fix


def test_version_without_an_entry_is_told(garden: Copy) -> None:
    """A new version needs its line in released.toml before it can be used elsewhere."""
    garden.change("questionnaire.toml", '"1.0.0"', '"1.0.1"')

    (problem,) = check_released(read(garden.folder), garden.folder)

    assert "garden 1.0.1" in problem.why
    assert 'version = "1.0.1"' in problem.fix
