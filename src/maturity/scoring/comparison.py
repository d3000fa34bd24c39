"""Two waves of one authority, held against each other: what moved, what may not be compared, what cannot be told.

Pure. A difference is called a change only where it is larger than what the same answers would show if they were given
again; ``docs/method.md`` says how, and whose choice it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from maturity import __version__
from maturity.errors import MaturityError
from maturity.locale import domain
from maturity.questionnaire.bridging import bridge
from maturity.questionnaire.crosswalk import Crosswalk, major
from maturity.questionnaire.model import Identity
from maturity.response.naming import same_authority
from maturity.scoring.changes import Caution, Comparison, ItemChange, WaveFacts
from maturity.scoring.moving import block_changes
from maturity.scoring.pairing import Assessed, Pair
from maturity.scoring.settling import gate_changes, placement_changes
from maturity.validation import shown

__all__ = ["Assessed", "check", "compare"]

_ = domain("compare").gettext


def compare(before: Assessed, after: Assessed, crosswalk: Crosswalk | None = None) -> Comparison:
    """What changed from one wave to another. ``crosswalk``: from the one's major version to the other's.

    Swapping the two changes every sign and nothing else. Raises MaturityError when they may not be compared at all:
    other authorities, other questionnaires, or major versions that no crosswalk joins.
    """
    check(before, after, crosswalk)
    pair = Pair(before, after, bridge(before.questionnaire, after.questionnaire, crosswalk))
    held = [(old, new) for old, new in pair.bridge.pairs if _level(before, old) and _level(after, new)]
    return Comparison(
        program=f"maturity {__version__}",
        before=_facts(before),
        after=_facts(after),
        cautions=tuple(_cautions(before, after)),
        blocks=block_changes(pair),
        placements=placement_changes(pair),
        gates=gate_changes(pair),
        items=_items(before, after, held),
        items_compared=len(held),
        rewritten=tuple(one for one in crosswalk.items if one.relation != "same") if crosswalk else (),
    )


def check(before: Assessed, after: Assessed, crosswalk: Crosswalk | None) -> None:
    """Nothing where the two may be compared; MaturityError where `compare` raises it."""
    one, other = before.response, after.response
    where = f"{shown(one.wave)} · {shown(other.wave)}"
    if not same_authority(one.authority, other.authority):
        why = _("These are two authorities: {one} and {other}. A type or a level of one says nothing of the other.")
        why = why.format(one=shown(one.authority.name), other=shown(other.authority.name))
        raise MaturityError.of(where, why, _("Compare waves of one and the same authority."))
    first, second = before.questionnaire, after.questionnaire
    if first.id != second.id:
        why = _("They answer two questionnaires, {one} and {other}, which do not measure the same.").format(
            one=first.id, other=second.id
        )
        raise MaturityError.of(where, why, _("Compare waves that were answered with one questionnaire."))
    if major(first.version) != major(second.version) and crosswalk is None:
        why = _(
            "Questions changed between versions {one} and {other} of the questionnaire, and nobody has written down "
            "which of them may be compared."
        ).format(one=first.version, other=second.version)
        fix = _("Read the two results side by side, or ask the authors of the questionnaire for a crosswalk.")
        raise MaturityError.of(where, why, fix)


def _level(side: Assessed, item: str) -> bool:
    return side.result.sheet[item] > 0


def _facts(side: Assessed) -> WaveFacts:
    use = side.response.questionnaire
    return WaveFacts(
        wave=side.response.wave,
        kind=side.response.kind,
        role=side.response.respondent.role,
        form=side.result.form,
        questionnaire=Identity(id=use.id, version=use.version, digest=use.digest),
        asked=side.result.counts.asked,
        answered=side.result.counts.answered,
        edited_by_hand=side.response.edited_by_hand,
    )


def _cautions(before: Assessed, after: Assessed) -> Iterator[Caution]:
    """What differs besides the answers, the weightiest first."""
    one, other = before.response, after.response
    versions = [side.questionnaire.version for side in (before, after)]
    if major(versions[0]) != major(versions[1]):
        yield "crosswalk"
    elif one.questionnaire.digest != other.questionnaire.digest:
        yield "texts"
    if before.result.form != after.result.form:
        yield "form"
    if one.kind != other.kind:
        yield "kind"
    elif one.respondent.role != other.respondent.role:
        yield "role"
    if any(not place.stated for side in (before, after) for place in side.result.placements):
        yield "short"
    if one.edited_by_hand or other.edited_by_hand:
        yield "edited"


def _items(before: Assessed, after: Assessed, held: list[tuple[str, str]]) -> tuple[ItemChange, ...]:
    every = [
        ItemChange(item=new, earlier=old, before=before.result.sheet[old], after=after.result.sheet[new])
        for old, new in held
    ]
    changed = [one for one in every if one.before != one.after]
    return tuple(sorted(changed, key=lambda one: -abs(one.after - one.before)))
