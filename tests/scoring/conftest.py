"""The published questionnaire, compiled."""

from __future__ import annotations

import pytest

from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import load
from maturity.scoring.compiled import Compiled, compiled


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """The questionnaire that travels with the program."""
    return load()


@pytest.fixture(scope="session")
def plan(questionnaire: Questionnaire) -> Compiled:
    """The same, ready to score sheets."""
    return compiled(questionnaire)
