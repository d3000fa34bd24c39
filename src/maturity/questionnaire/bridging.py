"""What of one version may be held against what of another: derived from the crosswalk's items, or stated in it. Pure.

A sub-dimension may be compared when all that became of its items may, and stayed within it. A dimension: when all its
sub-dimensions may. A placement or a gate: when, with every name that may not be compared taken as another name, its
rule and the numbers behind it are the same on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from maturity.questionnaire.base import Words
from maturity.questionnaire.crosswalk import Correspondence, Crosswalk, Ruling
from maturity.questionnaire.digest import counted
from maturity.questionnaire.model import Questionnaire


class Verdict(NamedTuple):
    """Whether a part may be compared; ``notes`` say why not, or what to know."""

    comparable: bool
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Bridge:
    """Items by their id before and after; parts by their id, which both versions share."""

    pairs: tuple[tuple[str, str], ...]
    subdimensions: Mapping[str, Verdict]
    blocks: Mapping[str, Verdict]
    placements: Mapping[str, Verdict]
    gates: Mapping[str, Verdict]


def bridge(before: Questionnaire, after: Questionnaire, crosswalk: Crosswalk | None) -> Bridge:
    """Follow the crosswalk; None: one and the same major version, in which everything may be compared."""
    singles = _plain(before, after) if crosswalk is None else crosswalk.each
    return _Crossing(before, after, singles, crosswalk).bridge()


def _plain(before: Questionnaire, after: Questionnaire) -> tuple[Correspondence, ...]:
    shared = [item for item in after.item_ids if item in before.item_ids]
    return tuple(Correspondence(relation="same", before=(one,), after=(one,), comparable=True) for one in shared)


class _Crossing:
    def __init__(
        self,
        before: Questionnaire,
        after: Questionnaire,
        singles: Sequence[Correspondence],
        crosswalk: Crosswalk | None,
    ) -> None:
        self.before, self.after, self.singles, self.crosswalk = before, after, singles, crosswalk
        comparable = [one for one in singles if one.comparable and len(one.before) == len(one.after) == 1]
        self.pairs = tuple((one.before[0], one.after[0]) for one in comparable)
        there = dict(self.pairs)
        back = {*there.values()}
        # What each side's names are called while rules are held against each other.
        self.old = {item: there.get(item, f"before:{item}") for item in before.item_ids}
        self.new = {item: item if item in back else f"after:{item}" for item in after.item_ids}

    def bridge(self) -> Bridge:
        subdimensions = {
            name: self._subdimension(name) for name in self.after.subdimensions if name in self.before.subdimensions
        }
        self._tell_apart(subdimensions)
        blocks = {
            block.id: self._block(block.id, subdimensions) for block in self.after.blocks if self._has_block(block.id)
        }
        placements = self._placements()
        return Bridge(self.pairs, subdimensions, blocks, placements, self._gates())

    def _tell_apart(self, verdicts: Mapping[str, Verdict]) -> None:
        """From now on a part that may not be compared has another name on each side."""
        for name in [name for name, verdict in verdicts.items() if not verdict.comparable]:
            self.old[name], self.new[name] = f"before:{name}", f"after:{name}"

    def _subdimension(self, id: str) -> Verdict:
        old, new = ({item.id for item in side.items if item.subdimension == id} for side in (self.before, self.after))
        touching = [one for one in self.singles if old & {*one.before} or new & {*one.after}]
        hinder = [one for one in touching if not (one.comparable and {*one.before} <= old and {*one.after} <= new)]
        rulings = self.crosswalk.subdimensions if self.crosswalk else ()
        return _ruled(rulings, id, Verdict(not hinder, _notes(hinder)))

    def _has_block(self, id: str) -> bool:
        return any(block.id == id for block in self.before.blocks)

    def _block(self, id: str, subdimensions: Mapping[str, Verdict]) -> Verdict:
        sides = [next(b for b in one.blocks if b.id == id) for one in (self.before, self.after)]
        ids = [[sub.id for sub in block.subdimensions] for block in sides]
        inner = [subdimensions[name] for name in ids[1] if name in subdimensions]
        numbers = [(one.scoring.min_subdimensions, one.scoring.secured_margin) for one in (self.before, self.after)]
        alike = sorted(ids[0]) == sorted(ids[1]) and numbers[0] == numbers[1]
        hinder = [verdict for verdict in inner if not verdict.comparable]
        return Verdict(alike and not hinder, tuple(note for verdict in hinder for note in verdict.notes))

    def _placements(self) -> dict[str, Verdict]:
        same_scale = self.before.scoring.calibration == self.after.scoring.calibration
        verdicts = {}
        for placement in self.after.placements:
            earlier = next((one for one in self.before.placements if one.id == placement.id), None)
            if earlier is None:
                continue
            alike = same_scale and _called(counted(earlier), self.old) == _called(counted(placement), self.new)
            asked = {item for one in (earlier, placement) for c in one.conditions for p in c.parts for item in p.items}
            hinder = (
                () if alike else _notes(s for s in self.singles if not s.comparable and asked & {*s.before, *s.after})
            )
            rulings = self.crosswalk.placements if self.crosswalk else ()
            verdicts[placement.id] = _ruled(rulings, placement.id, Verdict(alike, hinder))
            if not verdicts[placement.id].comparable:
                names = [c.id for c in placement.conditions]
                names += [f"{placement.id}:{c.id}" for c in placement.configurations]
                self._tell_apart({name: Verdict(False) for name in names})
        return verdicts

    def _gates(self) -> dict[str, Verdict]:
        """A gate may ask for another one: what cannot be compared spreads until nothing more changes."""
        earlier = {gate.id: gate for gate in self.before.readiness.gates}
        shared = [gate for gate in self.after.readiness.gates if gate.id in earlier]
        rulings = self.crosswalk.gates if self.crosswalk else ()
        verdicts: dict[str, Verdict] = {}
        while True:
            found = {
                gate.id: _ruled(
                    rulings,
                    gate.id,
                    Verdict(_called(counted(earlier[gate.id].when), self.old) == _called(counted(gate.when), self.new)),
                )
                for gate in shared
            }
            if found == verdicts:
                return found
            verdicts = found
            self._tell_apart(found)


def _ruled(rulings: Iterable[Ruling], id: str, derived: Verdict) -> Verdict:
    """What the author states, if anything; else what follows from the items."""
    stated = next((one for one in rulings if one.id == id), None)
    return derived if stated is None else Verdict(stated.comparable, (stated.note,))


def _notes(hindering: Iterable[Correspondence]) -> tuple[Words, ...]:
    """Each note once."""
    notes = [one.note for one in hindering if one.note is not None]
    return tuple(note for n, note in enumerate(notes) if note not in notes[:n])


def _called(value: object, names: Mapping[str, str]) -> object:
    """The same structure with its names put in."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, dict):
        return {key: _called(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_called(inner, names) for inner in value]
    return value
