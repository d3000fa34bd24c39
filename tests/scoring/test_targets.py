"""What the authority chose to reach, or finds good enough: it orders the advice and changes nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.response.model import Answer, Response, Target
from maturity.scoring.evaluation import evaluate
from maturity.scoring.result import Priority, Result
from tests.scoring.sheets import LEVELS, QUESTIONNAIRE, every, response_of

SUBDIMENSIONS = list(QUESTIONNAIRE.subdimensions)
_levels = st.none() | st.sampled_from(LEVELS)
responses = st.fixed_dictionaries(dict.fromkeys(QUESTIONNAIRE.item_ids, _levels)).map(
    lambda levels: response_of(
        {item: Answer(missing="dont-know") if level is None else Answer(level=level) for item, level in levels.items()}
    )
)
_targets: st.SearchStrategy[Target] = st.sampled_from(LEVELS) | st.just("enough")
targets = st.dictionaries(st.sampled_from(SUBDIMENSIONS), _targets)


def scored(response: Response, aims: Mapping[str, Target]) -> Result:
    """The result with these targets."""
    return evaluate(QUESTIONNAIRE, response.model_copy(update={"targets": aims}))


def short(priorities: tuple[Priority, ...]) -> list[tuple[str, str, str | None]]:
    """Recommendation, reason and gate of each."""
    return [(priority.recommendation, priority.reason, priority.gate) for priority in priorities]


def levels(result: Result) -> dict[str, float | None]:
    """Of every sub-dimension."""
    return {s.id: s.level for block in result.blocks for s in block.subdimensions}


def postponed(result: Result) -> set[str]:
    """What an unmet gate wants to wait."""
    unmet = {gate.id for gate in result.gates if gate.kind == "gate" and gate.state == "unmet"}
    return {s for gate in QUESTIONNAIRE.readiness.gates if gate.id in unmet for s in gate.postpones}


def test_chosen_gaps_come_first_the_largest_first() -> None:
    """Own targets, by gap; then gates; then the weakest."""
    response = response_of(every(3, T4_1=Answer(level=2)))

    found = scored(response, {"N4": 4, "T2": 5, "O3": 4}).priorities

    assert short(found)[:4] == [
        ("T2-3-4", "target", None),
        ("O3-3-4", "target", None),
        ("N4-3-4", "target", None),
        ("T4-2-3", "gate", "G1"),
    ]
    assert [(p.target, p.level) for p in found[:4]] == [(5, 3.0), (4, 3.0), (4, 3.0), (None, 2.5)]
    assert "weakest" in {priority.reason for priority in found[4:]}


def test_equal_gaps_stand_in_the_questionnaires_order() -> None:
    """Thirds are not told apart by their last bit: 3⅓ → 4 is as far as 4⅓ → 5."""
    response = response_of(every(4, T1_1=Answer(level=2), T2_1=Answer(level=5)))

    assert [levels(scored(response, {}))[name] for name in ("T1", "T2")] == [3.333333, 4.333333]
    assert [p.subdimension for p in scored(response, {"T2": 5, "T1": 4}).priorities[:2]] == ["T1", "T2"]


def test_a_target_that_a_gate_asks_for_names_the_gate_too() -> None:
    """Both reasons are kept: the person's own, and the condition that it serves."""
    first = scored(response_of(every(3, N1_1=Answer(level=2))), {"N1": 4}).priorities[0]

    assert (first.subdimension, first.reason, first.gate, first.target) == ("N1", "target", "G2", 4)


def test_good_enough_is_not_proposed_and_its_gate_stays_unmet() -> None:
    """What people find good enough is no advice any more; that the condition is not met is still told."""
    response = response_of(every(3, N1_1=Answer(level=2), N3_1=Answer(level=2)))
    before, after = scored(response, {}), scored(response, {"N1": "enough"})

    assert [p.subdimension for p in before.priorities if p.gate == "G2"] == ["N1", "N3"]
    assert [p.subdimension for p in after.priorities if p.gate == "G2"] == ["N3"]
    assert after.gates == before.gates


def test_a_target_that_is_reached_is_not_proposed() -> None:
    """Reached exactly, or passed: the work is done."""
    response = response_of(every(4, T1_1=Answer(level=2), T1_2=Answer(level=3)))  # T1 is at 3, the lowest

    assert scored(response, {}).priorities[0].subdimension == "T1"
    for reached in (2, 3):
        assert "T1" not in {p.subdimension for p in scored(response, {"T1": reached}).priorities}


def test_what_an_unmet_gate_postpones_waits_even_when_chosen() -> None:
    """Phasing is respected: the chosen gap comes after all that is not postponed."""
    response = response_of(every(4, R1_1=Answer(level=1), R1_2=Answer(level=1)))

    found = scored(response, {"O1": 5}).priorities

    assert "O1" in postponed(scored(response, {}))
    assert "O1" not in {priority.subdimension for priority in found}
    aims: dict[str, Target] = {**dict.fromkeys(SUBDIMENSIONS, "enough"), "O1": 5, "R1": 3}
    assert short(scored(response, aims).priorities) == [("R1-2-3", "target", "G3a"), ("O1-4-5", "target", None)]


def test_a_target_without_a_level_waits_for_answers() -> None:
    """Where too few answered there is no gap to speak of."""
    unknown = dict.fromkeys(("N4_1", "N4_2", "N4_3"), Answer(missing="dont-know"))

    found = scored(response_of(every(3, **unknown)), {"N4": 5})

    assert "N4" not in {priority.subdimension for priority in found.priorities}


@given(responses, targets)
@settings(max_examples=40, deadline=None)
def test_targets_order_the_advice_and_nothing_else(response: Response, aims: dict[str, Target]) -> None:
    """Levels, types, gates and all else are the same with targets or without; each is told with its sub-dimension."""
    plain, aimed = scored(response, {}), scored(response, aims)

    blocks = tuple(
        block.model_copy(
            update={"subdimensions": tuple(s.model_copy(update={"target": None}) for s in block.subdimensions)}
        )
        for block in aimed.blocks
    )
    assert aimed.model_copy(update={"blocks": blocks, "priorities": plain.priorities}) == plain
    assert {s.id: s.target for block in aimed.blocks for s in block.subdimensions if s.target} == aims
    assert not [priority for priority in plain.priorities if priority.target or priority.reason == "target"]


@given(responses, targets)
@settings(max_examples=60, deadline=None)
def test_the_order_of_advice(response: Response, aims: dict[str, Target]) -> None:
    """Never what is good enough or reached; what is not postponed first; then targets by gap, gates, the weakest."""
    result = scored(response, aims)
    now, late, found = levels(result), postponed(result), result.priorities

    def gap(priority: Priority) -> float:
        return (priority.target or 0) - (now[priority.subdimension] or 0.0)

    for priority in found:
        aim, level = aims.get(priority.subdimension), now[priority.subdimension]
        assert aim != "enough"
        assert aim is None or level is None or level < aim
        assert (priority.reason == "target") == (priority.target is not None)
        assert priority.reason != "target" or gap(priority) > 0
        assert (priority.reason == "gate") <= (priority.gate is not None)
    keys = [
        (
            priority.subdimension in late,
            ["target", "gate", "weakest"].index(priority.reason),
            round(-gap(priority), 6) if priority.reason == "target" else 0,
        )
        for priority in found
    ]
    assert keys == sorted(keys)
    first = [priority.subdimension for priority in found if priority.subdimension not in late]
    wanted = [s for s, aim in aims.items() if aim != "enough" and (level := now[s]) is not None and level < aim]
    advised = {recommendation.subdimension for recommendation in QUESTIONNAIRE.advice.recommendations}
    chosen = {p.subdimension for p in found if p.reason == "target"}
    missed = [s for s in wanted if s in advised and s not in late and s not in chosen]
    assert not missed or all(p.reason == "target" for p in found[: len(first)]), "a chosen gap was passed over"
