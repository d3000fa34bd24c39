"""What a new assessment needs to know: who, in which country, and what is offered there."""

from __future__ import annotations

from maturity.answering.beginning import Beginning, options
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import Authority


def _kinds(questionnaire: Questionnaire, country: str) -> set[str]:
    beginning = Beginning()
    beginning.take("country", country)
    return {code for code, _words, _detail in beginning.options("kind", questionnaire, "en")}


def test_kinds_of_a_country(questionnaire: Questionnaire) -> None:
    """What exists in one country is not offered in another; without a country all of it is."""
    every = {code for code, _words, _detail in options("kind", questionnaire, "en")}
    (asked,) = [question for question in questionnaire.profile if question.filled_from == "kind"]
    french = {option.code for option in asked.options if option.countries == ("FR",)}

    assert french
    assert _kinds(questionnaire, "FR") == every
    assert _kinds(questionnaire, "IE") == every - french


def test_a_known_authority_stays_itself(questionnaire: Questionnaire) -> None:
    """Another year begins with the authority as its file has it; its name stands at the head."""
    known = Authority(country="FR", kind="commune", code="64445", name="Pau", population=75_627)
    beginning = Beginning(known)

    assert beginning.authority() == known
    assert beginning.so_far(questionnaire, "fr", ["role"]) == ["Pau"]


def test_where_the_mark_begins(questionnaire: Questionnaire) -> None:
    """On the first that is offered, on what was said before when one comes back, on the usual form; on no field."""
    beginning = Beginning()
    beginning.take("country", "IE")
    starts = {step: beginning.start(step, questionnaire) for step in ("country", "kind", "form", "search", "name")}

    assert starts["country"] == "IE"
    assert starts["kind"] in _kinds(questionnaire, "IE")
    assert starts["form"] == questionnaire.default_form
    assert (starts["search"], starts["name"]) == (None, None)
