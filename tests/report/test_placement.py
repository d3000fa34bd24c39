"""The chapters of type and mode."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from maturity.questionnaire.model import Questionnaire
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import flips, phrases, placement
from maturity.report.tagging.structure import Element
from maturity.report.words import Gate
from maturity.response.model import Answer, Response
from maturity.scoring.result import Change, Flip, PlacementResult
from tests.report.conftest import matter, with_form, words

Responses = Mapping[str, Response]


def found(told: Matter, index: int = 0) -> str:
    """The finding of a placement, with plain spaces."""
    return placement.finding(told, told.result.placements[index]).replace("\u00a0", " ")


def changes(told: Matter, placed: PlacementResult) -> list[str]:
    """What would change the label, as it is written."""
    return [said for _, said in flips.sentences(told, placed)]


@pytest.mark.parametrize(
    ("authority", "expected"),
    [
        ("wexcombe", "Type III, smart organisation: the result is clear."),
        ("ondelle", "Between II and III: the answers fall exactly on the line."),
        ("pays-ervance", "I, III, IV or H? Four answers are missing to tell; they are listed below."),
    ],
)
def test_the_finding_is_the_result_with_its_certainty(
    questionnaire: Questionnaire, responses: Responses, authority: str, expected: str
) -> None:
    """Whoever reads the findings alone knows the label, how firm it is, or what it depends on."""
    assert found(matter(questionnaire, responses[authority], "en")) == expected


def test_a_short_form_suggests(questionnaire: Questionnaire, responses: Responses) -> None:
    """The finding never states what the form is too short for."""
    told = matter(questionnaire, with_form(questionnaire, responses["wexcombe"], "short"), "en")

    assert found(told) == "Type III, smart organisation: suggested, not stated; the form is too short."


def test_changes_that_share_answers_are_one_sentence(questionnaire: Questionnaire, responses: Responses) -> None:
    """Any two of three answers are told once, not as three pairs; what stands apart is told apart."""
    told = matter(questionnaire, responses["lanterval"], "en")
    any_two, pair = changes(told, told.result.placement("continuum"))

    assert any_two.startswith("if two of these answers went up by one level: ")
    assert all(f"({item}), level 2" in any_two for item in ("P1.1", "P1.2", "P1.3"))
    assert pair == (
        "if “involvement before decisions (P2.1)” went from level 2 to level 3 "
        "and “effect on decisions (P2.2)” went from level 2 to level 3"
    )


def test_up_and_down_are_two_sentences(questionnaire: Questionnaire, responses: Responses) -> None:
    """On the line, one step up gives one type and one step down the other."""
    told = matter(questionnaire, responses["ondelle"], "en")
    up, down = changes(told, told.result.placement("typology"))

    assert up.startswith("if one of these answers went up by one level: ")
    assert down.startswith("if one of these answers went down by one level: ")


def test_an_answer_that_all_changes_share_is_told_once(questionnaire: Questionnaire, responses: Responses) -> None:
    """One answer, and one of some others with it."""
    told = matter(questionnaire, responses["lanterval"], "en")
    shared = Change(item="P1.1", before=2, after=3)
    pairs = tuple(
        Flip(changes=(shared, Change(item=item, before=2, after=3)), label="enhanced", labels=("enhanced",))
        for item in ("P2.1", "P3.1")
    )
    placed = told.result.placement("continuum").model_copy(update={"flips": pairs})

    (said,) = changes(told, placed)
    assert said == (
        "if “day-to-day action in services (P1.1)” went from level 2 to level 3, and one of these with it: "
        "involvement before decisions (P2.1), level 2; design with users (P3.1), level 2"
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_codes_stand_in_brackets_after_words(questionnaire: Questionnaire, responses: Responses, language: str) -> None:
    """In the chapters of the type and the mode no question is named by its code alone."""
    codes = "|".join(re.escape(item) for item in questionnaire.item_ids)
    bare = re.compile(rf"(?<![(\w.])(?:{codes})(?![)\w.])")
    for answers in responses.values():
        told = matter(questionnaire, answers, language)
        said = " ".join(
            line
            for placed in told.result.placements
            for line in (placement.finding(told, placed), *changes(told, placed))
        )

        assert bare.findall(said) == []


def test_every_question_has_words_of_its_own(questionnaire: Questionnaire, responses: Responses) -> None:
    """Two questions are never named alike."""
    told = matter(questionnaire, responses["wexcombe"], "fr")
    names = {phrases.item_named(told, item).rpartition(" (")[0] for item in questionnaire.item_ids}

    assert len(names) == len(questionnaire.item_ids)


def test_the_chapter_says_who_the_user_is(
    questionnaire: Questionnaire, responses: Responses, written: Callable[..., Path]
) -> None:
    """In this mode, in the questionnaire's words."""
    mode = next(one for one in questionnaire.placement("continuum").configurations if one.id == "participative")
    said = words(written(responses["wexcombe"], "en"))

    assert mode.role is not None
    assert "Who the user is in this mode" in said
    assert mode.role["en"][:40] in said


def test_every_mode_says_who_the_user_is(questionnaire: Questionnaire) -> None:
    """None is left without, in either language."""
    continuum = questionnaire.placement("continuum")

    assert continuum.role_heading
    assert all(one.role and {*one.role} == {"fr", "en"} for one in continuum.configurations)


def test_who_has_not_begun_gets_a_whole_chapter(
    questionnaire: Questionnaire, village: Response, written: Callable[..., Path]
) -> None:
    """No type, and still what it means, where to begin, and every type in a sentence."""
    rules = questionnaire.placements[0]
    assert rules.screening
    profile = {**village.profile, rules.screening.question: rules.screening.answer}
    said = words(written(village.model_copy(update={"profile": profile}), "en"))

    assert "Not yet engaged: no type is proposed." in said
    assert "Where to begin: the first actions of this report" in said
    for one in rules.configurations:
        assert one.short["en"][:30] in said


def test_landmarks_that_no_page_shows_are_not_named(responses: Responses, written: Callable[..., Path]) -> None:
    """Only the order of the modes comes from research; their distance is not a number."""
    said = words(written(responses["wexcombe"], "en"))

    assert "landmarks 0" not in said
    assert "The distance between modes is not measured" in said


def test_answers_that_decide_are_named_once(
    questionnaire: Questionnaire, responses: Responses, written: Callable[..., Path]
) -> None:
    """Each with its question, most useful first."""
    answers = responses["pays-ervance"]
    said = words(written(answers, "en"))
    first = matter(questionnaire, answers, "en").result.placements[0].open_questions[0]

    assert "What would settle the type" in said
    assert said.index("What would settle the type") < said.index("Written rules for joint work (N1.2) –")
    assert first.item == "N1.2"


def test_without_answers_everything_is_open(questionnaire: Questionnaire, village: Response) -> None:
    """Even then there is a finding."""
    empty = village.model_copy(
        update={"answers": {"T1.1": Answer(level=1)}, "helix": (), "portfolio": {}, "profile": {}}
    )

    assert found(matter(questionnaire, empty, "en")).startswith("I, II, III, IV or H? 13 answers are missing to tell")


def test_every_membership_is_heard(questionnaire: Questionnaire, responses: Responses) -> None:
    """The map's words tell them all, not only the finding's."""
    told = matter(questionnaire, responses["wexcombe"], "en")
    composer = Composer(Gate(), Element("Document"))
    placement.write(told, composer, told.result.placements[0])
    figure = next(kid for kid in composer.root.kids if isinstance(kid, Element) and kid.tag == "Figure")

    assert "I 0.07, II 0.07, III 0.77, IV 0.23 and H 0.07" in figure.alt
