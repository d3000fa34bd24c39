"""Legal points to be checked: what fits, with reservations said once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from maturity.questionnaire.model import Questionnaire
from maturity.report.sections import legal
from maturity.response.model import Response
from tests.report.conftest import matter, words


@pytest.fixture
def concerned(questionnaire: Questionnaire, responses: Mapping[str, Response]) -> Response:
    """Whoever most of the rules may concern."""
    return max(responses.values(), key=lambda one: len(matter(questionnaire, one).result.legal))


def test_every_reminder_that_applies_is_told_with_its_rule(
    questionnaire: Questionnaire, concerned: Response, written: Callable[..., Path]
) -> None:
    """Its substance and the reference, for each."""
    points = {point.id: point for one in questionnaire.legal for point in one.checkpoints}
    said = words(written(concerned, "en"))

    for found in matter(questionnaire, concerned).result.legal:
        assert " ".join(points[found.id].text["en"].split())[:50] in said
        assert points[found.id].reference["en"].split(",")[0][:30] in said


def test_what_holds_for_all_is_said_once(concerned: Response, written: Callable[..., Path]) -> None:
    """No legal advice, to be checked, until when, and what the sign means; rows begin with their substance."""
    said = words(written(concerned, "fr"))

    assert said.count("sans valeur d’avis juridique") == 1
    assert said.count("pas encore relu dans le texte officiel") == 1
    assert "1ᵉʳ janvier 2025" in said
    assert "2025-01-01" not in said
    assert not any(repeated in said for repeated in ("À vérifier :", "(à confirmer)", "lu dans une source publique"))


def test_nobody_reads_that_no_other_rule_applies(
    questionnaire: Questionnaire, responses: Mapping[str, Response], written: Callable[..., Path]
) -> None:
    """What is asked and well answered is left out, and later law is not known: both are said."""
    for language, others, later in (
        ("en", "Other rules apply, too.", "later changes are not covered"),
        ("fr", "D’autres règles s’appliquent aussi.", "il a pu changer depuis"),
    ):
        for one in responses.values():
            if matter(questionnaire, one).result.legal:
                said = words(written(one, language))
                assert others in said
                assert later in said


def test_what_was_not_read_again_has_a_sign(
    questionnaire: Questionnaire, concerned: Response, written: Callable[..., Path]
) -> None:
    """On the reference, and only there where it is so."""
    points = {point.id: point for one in questionnaire.legal for point in one.checkpoints}
    said = words(written(concerned, "en"))

    for found in matter(questionnaire, concerned).result.legal:
        point = points[found.id]
        signed = " ".join(point.reference["en"].split()) + " *"
        assert (signed in said) is (point.reference_confidence != "seen")


def test_elsewhere_there_is_no_such_chapter(
    questionnaire: Questionnaire, concerned: Response, written: Callable[..., Path]
) -> None:
    """A country without reminders has none, and no heading for none."""
    authority = concerned.authority.model_copy(update={"country": "CH"})
    response = concerned.model_copy(update={"authority": authority})

    assert not legal.applies(matter(questionnaire, response))
    assert "Legal points" not in words(written(response, "en"))
    assert "Legal points" in words(written(concerned, "en"))
