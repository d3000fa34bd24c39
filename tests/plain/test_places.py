"""The way cut into single questions."""

from __future__ import annotations

from maturity.answering import edits
from maturity.answering.route import Step, steps
from maturity.plain.places import find, first_of, places
from maturity.questionnaire.model import Questionnaire
from tests.plain.conftest import response_to


def test_every_step_in_its_order(questionnaire: Questionnaire) -> None:
    """Grids are asked cell by cell and counts one by one; nothing is left out, nothing asked twice."""
    response = response_to(questionnaire)
    found = places(questionnaire, response)
    helix = questionnaire.helix
    assert helix is not None

    assert list(dict.fromkeys(place.step for place in found)) == list(steps(questionnaire, response))
    assert len({place.key for place in found}) == len(found)
    cells = [place for place in found if place.part == "cell"]
    assert len(cells) == len(helix.subsystems) * len(helix.stages)


def test_a_second_project_is_offered_once(questionnaire: Questionnaire) -> None:
    """After the only project; where there are two, nowhere."""
    one = response_to(questionnaire)
    two = edits.project_name(edits.project_name(one, 0, "A"), 1, "B")

    assert [place.part for place in places(questionnaire, one)].count("second") == 1
    assert [place.part for place in places(questionnaire, two)].count("second") == 0
    assert [place.part for place in places(questionnaire, two)].count("name") == 2


def test_a_place_is_found_again(questionnaire: Questionnaire) -> None:
    """By its key; by its step where the part is gone; not at all where the step is gone."""
    found = places(questionnaire, response_to(questionnaire))

    assert all(find(found, place.key) == n for n, place in enumerate(found))
    assert find(found, "helix:0#cell/nobody/never") == first_of(found, Step("helix", "0"))
    assert find(found, "helix:7#name") is None
