"""What a key does to a response."""

from __future__ import annotations

from maturity.answering import edits
from maturity.questionnaire.model import Questionnaire
from tests.tui.conftest import new_response


def test_a_target_is_set_changed_and_taken_away(questionnaire: Questionnaire) -> None:
    """A sub-dimension has one target or none; taking away what is not there changes nothing."""
    empty = new_response(questionnaire)
    first, second = list(questionnaire.subdimensions)[:2]

    chosen = edits.target(edits.target(empty, first, 4), second, "enough")

    assert dict(chosen.targets) == {first: 4, second: "enough"}
    assert dict(edits.target(chosen, first, "enough").targets) == {first: "enough", second: "enough"}
    assert dict(edits.target(chosen, first, None).targets) == {second: "enough"}
    assert edits.target(empty, first, None) == empty
    assert dict(empty.targets) == {}
