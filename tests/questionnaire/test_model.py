"""What the frozen questionnaire answers about itself."""

from __future__ import annotations

import pytest

from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import load


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    """The real one."""
    return load()


@pytest.mark.parametrize(
    ("part", "english"),
    [
        ("T2", ["Data and maps"]),
        ("G3a", ["Money and people are in place"]),
        ("m3", ["Inventing services"]),
        ("typology:H", ["Targeted cooperation"]),
        ("T2.1+T2.3", ["Data and maps"]),
        ("S1.1+O2.3", ["From pilot to service", "Ways of working and deciding"]),
    ],
)
def test_parts_of_rules_have_names(questionnaire: Questionnaire, part: str, english: list[str]) -> None:
    """Whatever limits a rule is called by its name; items by their sub-dimension, each once."""
    assert [name["en"] for name in questionnaire.names(part)] == english


def test_steps_fit_the_size_of_the_authority(questionnaire: Questionnaire) -> None:
    """A village sees what a small authority does, a city what a large one does; both when the size is not known."""
    advice = questionnaire.advice
    action = next(one for one in advice.recommendations if len({step.audience for step in one.how}) == 3)

    def fitting(population: int | None) -> set[str]:
        return {step.audience for step in action.how if advice.fits(step, population)}

    assert fitting(900) == {"small", "all"}
    assert fitting(advice.small_below) == {"large", "all"}
    assert fitting(None) == {"small", "large", "all"}
