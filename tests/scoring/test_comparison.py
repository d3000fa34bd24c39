"""Two waves held against each other: what is called a change, what is not, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.errors import MaturityError
from maturity.locale import set_language
from maturity.questionnaire.cases import read_cases, response
from maturity.questionnaire.crossing import crosswalk_between
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.reading import load, read
from maturity.response.model import Answer
from maturity.scoring.changes import Comparison, LevelChange
from maturity.scoring.comparison import Assessed, compare
from maturity.scoring.evaluation import evaluate
from tests.scoring.sheets import QUESTIONNAIRE, every, response_of

INVENTED = Path(__file__).parent.parent / "questionnaires"
UNSURE = Answer(missing="dont-know")
answers = st.fixed_dictionaries(
    {
        item: st.sampled_from([*(Answer(level=level) for level in range(1, 6)), UNSURE, Answer()])
        for item in QUESTIONNAIRE.item_ids
    }
)
few = settings(max_examples=12, deadline=None)


def assessed(given_answers: Mapping[str, Answer], *, form: str = "full", wave: str = "2024") -> Assessed:
    """A wave with these answers."""
    given_ = response_of(given_answers, form=form).model_copy(update={"wave": wave})
    return Assessed(QUESTIONNAIRE, given_, evaluate(QUESTIONNAIRE, given_))


def levels(comparison: Comparison) -> dict[str, LevelChange]:
    """Every level that is compared, by its id."""
    blocks = comparison.blocks
    own = {block.id: block.level for block in blocks if block.level is not None}
    return own | {one.id: one for block in blocks for one in block.subdimensions}


@few
@given(answers)
def test_a_wave_against_itself_changed_nothing(given_answers: dict[str, Answer]) -> None:
    """No level moved, no label changed, no answer differs; at most something cannot be told."""
    wave = assessed(given_answers)
    found = compare(wave, wave)

    assert {one.status for one in levels(found).values()} <= {"same", "slight", "cannot-tell", "not-comparable"}
    assert {one.difference for one in levels(found).values()} <= {0.0, None}
    assert {one.status for one in found.placements} <= {"same", "cannot-tell"}
    assert {one.status for one in found.gates} <= {"same", "cannot-tell"}
    assert found.items == ()
    assert found.cautions == ()


@few
@given(answers, answers)
def test_swapping_changes_the_signs(first: dict[str, Answer], second: dict[str, Answer]) -> None:
    """Looked at from the other end: differences change sign, up is down, and everything else stays."""
    one, other = assessed(first), assessed(second, wave="2026")
    there, back = compare(one, other), compare(other, one)
    turned = {"up": "down", "down": "up"}

    for id_, change in levels(there).items():
        mirrored = levels(back)[id_]
        assert mirrored.status == turned.get(change.status, change.status)
        assert (mirrored.before, mirrored.after) == (change.after, change.before)
        assert mirrored.difference == (None if change.difference is None else -change.difference)
        assert mirrored.noise == change.noise
    for here, mirror in zip(there.placements, back.placements, strict=True):
        assert (here.status, here.share) == (mirror.status, mirror.share)
    assert {(i.item, i.before, i.after) for i in there.items} == {(i.item, i.after, i.before) for i in back.items}


def test_one_step_of_three_answers_is_no_change_and_three_are() -> None:
    """The reliable change of two means of three answers, each shifting with probability 0.2, is 1.96·√(0.4/3)."""
    before = assessed(every(2))
    one = levels(compare(before, assessed(every(2, T1_1=Answer(level=3)), wave="2026")))["T1"]
    all_three = {name: Answer(level=3) for name in ("T1_1", "T1_2", "T1_3")}
    three = levels(compare(before, assessed(every(2, **all_three), wave="2026")))["T1"]

    assert one.noise == pytest.approx(1.96 * sqrt(0.4 / 3), abs=1e-5)
    assert one.status == "slight"
    assert one.difference == pytest.approx(1 / 3, abs=1e-5)
    assert (three.status, three.difference) == ("up", 1.0)


def test_the_noise_of_a_dimension_is_that_of_its_mean() -> None:
    """At equal levels the geometric mean of four means of three shifts like the mean of twelve answers."""
    change = levels(compare(assessed(every(2)), assessed(every(3), wave="2026")))["T"]

    assert change.noise == pytest.approx(1.96 * sqrt(0.4 / 12), abs=1e-5)
    assert change.status == "up"


def test_missing_answers_that_could_turn_it_round() -> None:
    """One unknown answer of three leaves a difference open; where even the worst one is a rise, it is a rise."""
    before = assessed(every(2))
    open_ = levels(compare(before, assessed(every(3, T1_1=UNSURE), wave="2026")))["T1"]
    sure = levels(compare(assessed(every(1)), assessed(every(5, T1_1=UNSURE), wave="2026")))["T1"]

    assert open_.status == "cannot-tell"
    assert open_.bounds is not None
    assert open_.bounds.low < 0.72 < open_.bounds.high
    assert sure.status == "up"


def test_too_few_answers_say_on_which_side() -> None:
    """A point that too few answered in one wave is not compared, and the wave is named."""
    unknown = assessed(every(3, T1_1=UNSURE, T1_2=UNSURE), wave="2026")
    change = levels(compare(assessed(every(3)), unknown))["T1"]

    assert (change.status, change.reason, change.side) == ("not-comparable", "few-answers", "after")
    assert change.difference is None


def test_another_form_is_indicative_where_it_asks_other_questions() -> None:
    """The placement form asks every item of the typology: its label is like for like; a level of one item is not."""
    found = compare(assessed(every(2)), assessed(every(3), form="placement", wave="2026"))

    assert "form" in found.cautions
    assert levels(found)["R1"].other_items
    assert not any(placement.other_items for placement in found.placements)


def test_the_same_short_form_twice_is_like_for_like() -> None:
    """What a form leaves out both times makes no difference; what does not apply any more does."""
    found = compare(assessed(every(2), form="short"), assessed(every(3), form="short", wave="2026"))
    optional = next(item for item in QUESTIONNAIRE.items if item.not_applicable_when is not None)
    gone = every(3) | {optional.id: Answer(missing="not-applicable")}
    marked = levels(compare(assessed(every(3)), assessed(gone, wave="2026")))

    assert not any(one.other_items for one in levels(found).values())
    assert [one.id for one in marked.values() if one.other_items] == [optional.subdimension[0], optional.subdimension]


def test_a_clear_change_of_type() -> None:
    """From all 1 to all 5 the type changes, and so it does in nearly every pair of disturbed copies."""
    found = compare(assessed(every(1)), assessed(every(5), wave="2026"))

    for placement in found.placements:
        assert placement.status == "changed"
        assert placement.share is not None
        assert placement.share > 0.95
        assert placement.before.labels != placement.after.labels


def test_a_change_within_the_noise_is_not_called_one() -> None:
    """One answer tips the label over the crossover; few pairs of disturbed copies show that very change."""
    near = every(3, N1_1=Answer(level=2), N1_2=Answer(level=2))
    over = every(3, N1_1=Answer(level=2))
    found = compare(assessed(near), assessed(over, wave="2026")).placements[0]

    assert found.before.labels != found.after.labels
    assert found.status == "noise"
    assert found.share is not None
    assert found.share < 0.6


def test_a_form_that_only_suggests_makes_no_clear_change() -> None:
    """From all 1 to all 5, answered in the short form: likely, and no more."""
    found = compare(assessed(every(1), form="short"), assessed(every(5), wave="2026"))

    assert {one.status for one in found.placements} == {"perhaps"}
    assert all(one.share is not None and one.share > 0.9 for one in found.placements)


def test_missing_answers_with_a_common_label() -> None:
    """Where the same label remains possible both times, nobody can tell."""
    found = compare(assessed(every(2)), assessed(every(2, T1_3=UNSURE, O2_3=UNSURE), wave="2026")).placements[0]

    assert found.after.status == "undetermined"
    assert (found.status, found.share) == ("cannot-tell", None)


def test_possible_labels_without_a_common_one_are_a_change() -> None:
    """Whatever the missing answer is: it was type I, and can only be III or IV now."""
    after = every(5, N1_1=Answer(level=1), N1_2=Answer(level=2), N1_3=UNSURE)
    found = compare(assessed(every(1)), assessed(after, wave="2026")).placements[0]

    assert len(found.after.labels) > 1
    assert found.status == "changed"


def test_answers_that_changed_come_largest_first() -> None:
    """Items with a level both times; what is missing on one side is no change of an answer."""
    before = every(2, T1_3=Answer(level=1), T1_2=UNSURE)
    found = compare(assessed(before), assessed(every(2, T1_1=Answer(level=3), T1_3=Answer(level=4)), wave="2026"))

    assert [(one.item, one.before, one.after) for one in found.items] == [("T1.3", 1, 4), ("T1.1", 2, 3)]
    assert found.items_compared == len(QUESTIONNAIRE.item_ids) - 1


def test_who_answered_is_said() -> None:
    """Another role, another kind of answers, a file changed by hand, other texts: each is a caution."""
    one = assessed(every(3))
    given_ = one.response
    use = given_.questionnaire.model_copy(update={"digest": "sha256:" + "0" * 64})
    elected = given_.respondent.model_copy(update={"role": "elected"})
    role = one._replace(response=given_.model_copy(update={"respondent": elected}))
    agreed = one._replace(response=given_.model_copy(update={"kind": "consensus", "edited_by_hand": True}))
    texts = one._replace(response=given_.model_copy(update={"questionnaire": use}))

    assert compare(one, role).cautions == ("role",)
    assert compare(one, agreed).cautions == ("kind", "edited")
    assert compare(one, texts).cautions == ("texts",)
    assert compare(one, assessed(every(3), form="short")).cautions == ("form", "short")


@pytest.fixture
def gardens(monkeypatch: pytest.MonkeyPatch) -> tuple[Assessed, Assessed]:
    """The same garden in both versions of the invented questionnaire."""
    monkeypatch.setenv("MATURITY_QUESTIONNAIRES", str(INVENTED))
    load.cache_clear()
    return garden("v1"), garden("v2")


def garden(version: str) -> Assessed:
    """The first case of a version, as a wave of one authority."""
    folder = INVENTED / "garden" / version
    questionnaire: Questionnaire = read(folder)
    given_ = response(read_cases(folder)[0], questionnaire)
    authority = given_.authority.model_copy(update={"name": "Long table"})
    given_ = given_.model_copy(update={"authority": authority})
    return Assessed(questionnaire, given_, evaluate(questionnaire, given_))


def test_across_versions_only_what_is_comparable(gardens: tuple[Assessed, Assessed]) -> None:
    """Soil rose; the rota is indicative; water and welcome are refused with the crosswalk's own words."""
    walk = crosswalk_between(gardens[0].questionnaire, gardens[1].questionnaire)
    found = compare(*gardens, walk)
    by_id = levels(found)

    assert found.cautions[0] == "crosswalk"
    assert by_id["soil"].difference == 1.0
    assert by_id["rota"].other_items
    assert (by_id["water"].status, by_id["water"].reason) == ("not-comparable", "crosswalk")
    assert "how much water" in by_id["water"].notes[0]["en"]
    assert found.placements[0].status == "not-comparable"
    assert found.gates[0].status == "not-comparable"
    assert [one.relation for one in found.rewritten] == ["reworded", "rescored", "dropped", "new"]


def test_and_back(gardens: tuple[Assessed, Assessed]) -> None:
    """Across versions, too, swapping changes the signs."""
    before, after = gardens
    there = compare(before, after, crosswalk_between(before.questionnaire, after.questionnaire))
    back = compare(after, before, crosswalk_between(after.questionnaire, before.questionnaire))

    assert {k: one.difference for k, one in levels(back).items()} == {
        k: None if one.difference is None else -one.difference for k, one in levels(there).items()
    }


def refusal(before: Assessed, after: Assessed) -> str:
    """Why two files may not be compared at all; the three parts are there."""
    set_language("en")
    with pytest.raises(MaturityError) as caught:
        compare(before, after)
    (problem,) = caught.value.problems
    assert problem.where
    assert problem.fix
    return problem.why


def test_two_authorities_are_refused() -> None:
    """A type of one says nothing of the other."""
    one = assessed(every(3))
    other = one.response.authority.model_copy(update={"name": "Ailleurs"})

    assert "two authorities" in refusal(
        one, one._replace(response=one.response.model_copy(update={"authority": other}))
    )


def test_two_questionnaires_are_refused(gardens: tuple[Assessed, Assessed]) -> None:
    """They do not measure the same."""
    one = assessed(every(3))
    same = gardens[0].response.model_copy(update={"authority": one.response.authority})

    assert "two questionnaires" in refusal(one, gardens[0]._replace(response=same))


def test_versions_that_no_crosswalk_joins_are_refused(gardens: tuple[Assessed, Assessed]) -> None:
    """Nobody has written down what may be compared."""
    assert "between versions 1.0.0 and 2.0.0" in refusal(*gardens)
