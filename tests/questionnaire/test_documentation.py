"""The page for researchers says what is so."""

from __future__ import annotations

import re
import tomllib

import pytest

from maturity.questionnaire.case import Case
from maturity.questionnaire.rules import Rule
from tests.questionnaire.conftest import INVENTED, ROOT

PAGE = (ROOT / "docs/writing-a-questionnaire.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_are_toml(example: str) -> None:
    """Whoever copies an example gets no syntax error."""
    assert tomllib.loads(example)


def test_the_rule_and_the_case_are_accepted() -> None:
    """The examples of a rule and of a case are what the program reads."""
    rule = next(tomllib.loads(example)["when"] for example in EXAMPLES if "when.all_of" in example)
    case = next(tomllib.loads(example) for example in EXAMPLES if "every = 2" in example)

    assert len(Rule.model_validate(rule).all_of or ()) == 5
    assert Case.model_validate(case).every == 2


def test_files_named_on_the_page_exist() -> None:
    """Every file in the table is one that the program reads, and the folder to copy is there."""
    assert (INVENTED / "garden/v1/questionnaire.toml").is_file()
    for name in re.findall(r"`([a-z]+\.toml)`", PAGE):
        found = [*(ROOT / "questionnaires").rglob(name), *INVENTED.rglob(name)]
        assert found, name
