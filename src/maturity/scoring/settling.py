"""Labels and gates of two waves: whether another label is a change, or what small shifts of the answers explain."""

from __future__ import annotations

from typing import Literal

from maturity.questionnaire.bridging import Verdict
from maturity.questionnaire.rules import Placement
from maturity.scoring.changes import GateChange, PlacementChange, Standpoint
from maturity.scoring.pairing import Pair
from maturity.scoring.result import GateResult, PlacementResult
from maturity.scoring.rounding import known

_ABSENT = Verdict(comparable=False)
Status = Literal["same", "changed", "perhaps", "noise", "cannot-tell", "not-comparable"]


def placement_changes(pair: Pair) -> tuple[PlacementChange, ...]:
    """Every placement that both versions have."""
    earlier = {one.id: one for one in pair.before.result.placements}
    return tuple(_placement(pair, earlier[one.id], one) for one in pair.after.result.placements if one.id in earlier)


def _placement(pair: Pair, before: PlacementResult, after: PlacementResult) -> PlacementChange:
    verdict = pair.bridge.placements.get(after.id, _ABSENT)
    asked = [_asked(side.questionnaire.placement(after.id)) for side in (pair.before, pair.after)]
    other = pair.other_items(*asked)
    share = _share(before, after) if verdict.comparable else None
    status = _status(pair, before, after, share) if verdict.comparable else "not-comparable"
    if status == "changed" and (other or not (before.stated and after.stated)):
        status = "perhaps"  # a form that only suggests a label cannot make its change certain
    return PlacementChange(
        id=after.id,
        status=status,
        before=_standpoint(before),
        after=_standpoint(after),
        share=share,
        other_items=other,
        notes=verdict.notes,
    )


def _asked(placement: Placement) -> list[str]:
    return [item for condition in placement.conditions for part in condition.parts for item in part.items]


def _standpoint(result: PlacementResult) -> Standpoint:
    return Standpoint(
        status=result.status,
        labels=result.possible_labels,
        stated=result.stated,
        word=result.stability.word if result.stability and result.label is not None else None,
        memberships=result.memberships,
    )


def _share(before: PlacementResult, after: PlacementResult) -> float | None:
    """Of pairs of disturbed copies, one of each wave: how many go from the labels of before to those of after.

    None where labels are shared, so that there is nothing to ask, or where too little was answered to disturb.
    """
    if {*before.possible_labels} & {*after.possible_labels} or before.status == after.status == "screened-out":
        return None
    first, second = _held(before), _held(after)
    return None if first is None or second is None else known(first * second)


def _held(result: PlacementResult) -> float | None:
    """Share of the copies that stay with the labels; a profile answer that screens out is a fact, and stays."""
    if result.status == "screened-out":
        return 1.0
    if result.stability is None:
        return None
    return sum(result.stability.shares.get(label, 0.0) for label in result.possible_labels)


def _status(pair: Pair, before: PlacementResult, after: PlacementResult, share: float | None) -> Status:
    old, new = {*before.possible_labels}, {*after.possible_labels}
    if old == new and (len(old) <= 1 or before.status == after.status == "borderline"):
        return "same"
    if old & new:
        return "cannot-tell" if "undetermined" in (before.status, after.status) else "noise"
    settings = pair.after.questionnaire.scoring.stability
    if share is None or share < settings.likely_from:
        return "noise"
    return "changed" if share >= settings.clear_from else "perhaps"


def gate_changes(pair: Pair) -> tuple[GateChange, ...]:
    """Every gate and pattern that both versions have."""
    earlier = {gate.id: gate for gate in pair.before.result.gates}
    return tuple(_gate(pair, earlier[gate.id], gate) for gate in pair.after.result.gates if gate.id in earlier)


def _gate(pair: Pair, before: GateResult, after: GateResult) -> GateChange:
    verdict = pair.bridge.gates.get(after.id, _ABSENT)
    status: Literal["same", "changed", "cannot-tell", "not-comparable"] = "not-comparable"
    if verdict.comparable:
        unknown = "unknown" in (before.state, after.state)
        status = "cannot-tell" if unknown else "same" if before.state == after.state else "changed"
    return GateChange(
        id=after.id, kind=after.kind, status=status, before=before.state, after=after.state, notes=verdict.notes
    )
