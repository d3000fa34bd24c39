"""One response in, one result out."""

from __future__ import annotations

import json
import subprocess
import sys

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.errors import ResponseError
from maturity.questionnaire.case import Case
from maturity.questionnaire.cases import read_cases, run
from maturity.questionnaire.reading import folders
from maturity.response.model import MISSING_CODES, Answer, Response
from maturity.scoring.evaluation import evaluate
from maturity.scoring.result import Result
from tests.scoring.sheets import QUESTIONNAIRE, every, response_of

VALIDATOR = jsonschema.Draft202012Validator(Result.model_json_schema(mode="serialization"))
CASES = [case for folder in folders() if folder.parent.name == QUESTIONNAIRE.id for case in read_cases(folder)]


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_published_cases(case: Case) -> None:
    """Every case written beside the questionnaire gives what it says."""
    assert run(case, QUESTIONNAIRE) == []


def test_cases_are_there() -> None:
    """The eight authorities and the six vectors are among the cases."""
    assert {"saint-aubray", "pays-ervance", "V1", "V6"} <= {case.id for case in CASES}


@st.composite
def responses(draw: st.DrawFn) -> Response:
    """Responses of any form with any answers, a good part of them missing."""
    answer = st.one_of(
        st.integers(1, 5).map(lambda level: Answer(level=level)),
        st.sampled_from(sorted(MISSING_CODES)).map(lambda missing: Answer(missing=missing)),
    )
    answers = draw(st.dictionaries(st.sampled_from(QUESTIONNAIRE.item_ids), answer))
    form = draw(st.sampled_from([form.id for form in QUESTIONNAIRE.forms]))
    profile = draw(st.sampled_from([{}, {"Q0": "no"}, {"Q0": "yes", "Z1": "II", "Z2": "none"}]))
    return response_of(answers, form=form, profile=profile, population=draw(st.none() | st.integers(0, 10**6)))


@given(responses())
@settings(max_examples=60, deadline=None)
def test_any_response_gives_a_valid_result(response: Response) -> None:
    """Whatever was answered, there is a result, its JSON fits the schema, and it reads back the same."""
    result = evaluate(QUESTIONNAIRE, response)
    document = result.model_dump_json()

    VALIDATOR.validate(json.loads(document))
    assert Result.model_validate_json(document) == result
    assert evaluate(QUESTIONNAIRE, response) == result


@given(responses())
@settings(max_examples=60, deadline=None)
def test_what_a_result_never_says(response: Response) -> None:
    """A label only where one is possible; a status that fits; a point label among the possible ones."""
    for placement in evaluate(QUESTIONNAIRE, response).placements:
        assert (placement.label is not None) == (placement.status == "determined")
        assert set(placement.point_labels) <= set(placement.possible_labels)
        assert (len(placement.possible_labels) > 1) == (placement.status in ("borderline", "undetermined"))
        assert not (placement.missing_items and placement.status != "undetermined")


def test_screened_out() -> None:
    """An authority without any project gets no type, but its numbers and its mode."""
    result = evaluate(QUESTIONNAIRE, response_of(every(1), profile={"Q0": "no"}))
    placement = result.placement("typology")

    assert (placement.status, placement.label, placement.possible_labels) == ("screened-out", None, ())
    assert (placement.stability, placement.flips, placement.variants) == (None, (), ())
    assert placement.memberships["I"] == pytest.approx(0.973, abs=1e-3)
    assert result.placement("continuum").label == "latent"


def test_only_an_ordered_placement_has_a_position() -> None:
    """The continuum has a position for exports; types are bands in an order, without a measure."""
    result = evaluate(QUESTIONNAIRE, response_of(every(3)))

    assert result.placement("typology").position is None
    assert 0 <= (result.placement("continuum").position or -1) <= 100


def test_short_form_suggests() -> None:
    """The short form's label is not stated, and its levels are indicative."""
    result = evaluate(QUESTIONNAIRE, response_of(every(2), form="short"))

    assert (result.placement("typology").stated, result.placement("typology").label) == (False, "I")
    assert all(block.indicative for block in result.blocks)
    assert result.counts.asked == 21


def test_placement_form_gives_the_same_labels() -> None:
    """By construction the placement form gives the type and mode of the full form."""
    for case in CASES:
        if case.form == "full" and case.authority:
            answers = {k: Answer(level=v) if isinstance(v, int) else Answer(missing=v) for k, v in case.answers.items()}
            full, placement = (evaluate(QUESTIONNAIRE, response_of(answers, form=f)) for f in ("full", "placement"))

            for one, other in zip(full.placements, placement.placements, strict=True):
                assert (one.status, one.possible_labels, one.conditions) == (
                    other.status,
                    other.possible_labels,
                    other.conditions,
                )


def test_self_placement() -> None:
    """What the respondent chose is told beside the label, and whether both agree; "none" is no view."""
    mine = [
        evaluate(QUESTIONNAIRE, response_of(every(1), profile={"Z1": code})).placement("typology")
        for code in ("I", "IV", "none")
    ]

    assert [(one.self_placement, one.self_agrees) for one in mine] == [("I", True), ("IV", False), ("none", None)]


@pytest.mark.parametrize("changes", [{"id": "other"}, {"version": "2.0.0"}])
def test_another_questionnaire(changes: dict[str, str]) -> None:
    """Answers to another questionnaire, or another major version, are refused in words."""
    response = response_of(every(3))
    foreign = response.model_copy(update={"questionnaire": response.questionnaire.model_copy(update=changes)})

    with pytest.raises(ResponseError):
        evaluate(QUESTIONNAIRE, foreign)


def test_minor_versions_are_compatible() -> None:
    """Another minor version of the same major scores."""
    response = response_of(every(3))
    later = response.questionnaire.model_copy(update={"version": "1.9.0"})

    assert evaluate(QUESTIONNAIRE, response.model_copy(update={"questionnaire": later})).placements


def test_result_alone_needs_no_numpy() -> None:
    """Whoever only reads a result does not wait for numpy."""
    code = "import sys, maturity.scoring.result; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_the_result_says_where_the_answers_come_from() -> None:
    """Changed by hand, or given to other texts: the result carries it into every export."""
    given = response_of({})
    use = given.questionnaire.model_copy(update={"digest": "sha256:0"})
    other = given.model_copy(update={"edited_by_hand": True, "questionnaire": use})
    plain, marked = evaluate(QUESTIONNAIRE, given), evaluate(QUESTIONNAIRE, other)

    assert (plain.edited_by_hand, plain.other_texts) == (False, False)
    assert (marked.edited_by_hand, marked.other_texts) == (True, True)
