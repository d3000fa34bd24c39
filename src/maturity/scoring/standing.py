"""Where one response stands on each placement: its conditions, its label, what else is possible, how firm it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from maturity.questionnaire.rules import Condition, ConditionPart, Placement
from maturity.scoring.arrays import Scores
from maturity.scoring.explanation import could_decide, deciding, flips, open_questions
from maturity.scoring.membership import Floats
from maturity.scoring.placement import CROSSOVER, Partition, names_of, position
from maturity.scoring.readiness import Reading
from maturity.scoring.result import (
    ConditionResult,
    Flip,
    Known,
    OpenQuestion,
    PartResult,
    PlacementResult,
    StabilityResult,
    VariantResult,
)
from maturity.scoring.rounding import interval, maybe, maybe_interval
from maturity.scoring.rules import YES
from maturity.scoring.sheet import NOT_ASKED, missing
from maturity.scoring.uncertainty import stabilities, variants

Status = Literal["determined", "borderline", "undetermined", "screened-out"]


def placement_results(
    reading: Reading, scores: Scores, profile: Mapping[str, str], *, states_labels: bool
) -> tuple[PlacementResult, ...]:
    """Every placement. ``profile``: option codes by profile question; ``states_labels``: the form's."""
    compiled = reading.compiled
    counting = compiled.countings[None]
    standings = [
        Standing(reading, scores, placement, partition, counting.spans[placement.id], screened_out(placement, profile))
        for placement, partition in zip(compiled.questionnaire.placements, counting.partitions, strict=True)
    ]
    points = [standing.point for standing in standings]
    firmness = stabilities(compiled, reading.sheet, points)
    others = variants(compiled, reading.sheet, points)
    return tuple(
        standing.result(profile, stability, counted, states_labels=states_labels)
        for standing, stability, counted in zip(standings, firmness, others, strict=True)
    )


def screened_out(placement: Placement, profile: Mapping[str, str]) -> bool:
    """Whether a profile answer means that no label is proposed."""
    screening = placement.screening
    return screening is not None and profile.get(screening.question) == screening.answer


@dataclass(frozen=True, eq=False)
class Standing:
    """One response on one placement; ``span``: its configurations' columns in ``scores``."""

    reading: Reading
    scores: Scores
    placement: Placement
    partition: Partition
    span: slice
    screened_out: bool

    @property
    def point(self) -> tuple[str, ...]:
        """The labels from the answers given: one, several in a tie, none when too little was answered."""
        if self.screened_out:
            return ()
        return names_of(self.scores.labels[0, self.span], self.partition.configurations)

    @property
    def possible(self) -> tuple[str, ...]:
        """The labels over every way the missing answers could turn out."""
        if self.screened_out:
            return ()
        return names_of(self.scores.possible[0, self.span], self.partition.configurations)

    @property
    def memberships(self) -> Floats:
        """In each configuration; NaN where a part of a condition has no answer."""
        return self.scores.memberships[0, self.span]

    def result(
        self,
        profile: Mapping[str, str],
        stability: StabilityResult | None,
        counted: tuple[VariantResult, ...],
        *,
        states_labels: bool,
    ) -> PlacementResult:
        """Everything put together; what needs a label is left out where none is proposed."""
        status, possible = self._status(), self.possible
        label = possible[0] if status == "determined" else None
        chosen = profile.get(self.placement.self_placement or "")
        missing_items = self._could_decide() if status == "undetermined" else ()
        return PlacementResult(
            id=self.placement.id,
            status=status,
            stated=states_labels,
            label=label,
            point_labels=self.point,
            possible_labels=possible,
            runner_up=self._runner_up(),
            memberships={n: maybe(m) for n, m in zip(self.partition.configurations, self.memberships, strict=True)},
            conditions=tuple(self._condition(condition) for condition in self.placement.conditions),
            nuance=self._nuance(label),
            position=self._position(),
            extent=maybe(self.scores.extent[0, self._row]),
            extent_bounds=maybe_interval(self.scores.extent_low[0, self._row], self.scores.extent_high[0, self._row]),
            stability=stability,
            variants=() if self.screened_out else counted,
            variants_held=0 if self.screened_out else sum(variant.holds for variant in counted),
            flips=self._flips() if status in ("determined", "borderline") else (),
            missing_items=missing_items,
            open_questions=self._open_questions(missing_items),
            self_placement=chosen,
            self_agrees=chosen == label if label and chosen in self.partition.configurations else None,
            distance_label=None if self.screened_out else self.partition.nearest(self._point_conditions),
        )

    @property
    def _row(self) -> int:
        return list(self.reading.compiled.placements).index(self.placement.id)

    @property
    def _point_conditions(self) -> Floats:
        return self.scores.conditions[0, self.reading.compiled.placements[self.placement.id]]

    def _status(self) -> Status:
        if self.screened_out:
            return "screened-out"
        if len(self.possible) == 1:
            return "determined"
        columns = deciding(self.reading.compiled, self.placement.id)
        unknown = missing(self.reading.sheet)[0, columns].any() or np.isnan(self._point_conditions).any()
        return "undetermined" if unknown else "borderline"

    def _runner_up(self) -> str | None:
        """The second highest membership; of equal ones the first in the questionnaire's order."""
        if self.screened_out or np.isnan(self.memberships).any():
            return None
        return self.partition.configurations[int(np.argsort(-self.memberships, kind="stable")[1])]

    def _nuance(self, label: str | None) -> str | None:
        """The first second look whose rule is met."""
        for configuration in self.placement.configurations:
            if configuration.id == label:
                return next((n.id for n in configuration.nuances if self.reading.verdict(n.when) == YES), None)
        return None

    def _position(self) -> float | None:
        """On the strip of an ordered placement only: elsewhere the bands have an order and no measure."""
        if self.placement.map.kind != "depth":
            return None
        return position(self.memberships, self.placement.configurations)

    def _flips(self) -> tuple[Flip, ...]:
        return flips(self.reading.compiled, self.reading.sheet, self.partition, self.point)

    def _could_decide(self) -> tuple[str, ...]:
        passes = self.reading.passes
        return could_decide(self.reading.compiled, self.reading.sheet, self.partition, passes.low, passes.high)

    def _open_questions(self, items: tuple[str, ...]) -> tuple[OpenQuestion, ...]:
        return open_questions(self.reading.compiled, self.reading.sheet, self.partition, items)

    def _condition(self, condition: Condition) -> ConditionResult:
        compiled, scores = self.reading.compiled, self.scores
        row, run = list(compiled.conditions).index(condition.id), compiled.conditions[condition.id]
        low, high = scores.conditions_low[0, row], scores.conditions_high[0, row]
        return ConditionResult(
            id=condition.id,
            membership=maybe(scores.conditions[0, row]),
            bounds=interval(low, high),
            passed=_known(low, high, CROSSOVER),
            parts=tuple(self._part(part, run.start + n) for n, part in enumerate(condition.parts)),
        )

    def _part(self, part: ConditionPart, row: int) -> PartResult:
        low, high = self.scores.means_low[0, row], self.scores.means_high[0, row]
        return PartResult(
            id=part.id,
            mean=maybe(self.scores.means[0, row]),
            bounds=interval(low, high),
            above=_known(low, high, self.reading.compiled.countings[None].calibration.crossover),
            items=tuple(item for item in part.items if self.reading.code(item) != NOT_ASKED),
        )


def _known(low: float, high: float, threshold: float) -> Known:
    """Above the threshold? Exactly on it is neither yes nor no."""
    if low > threshold:
        return "yes"
    return "no" if high < threshold else "unknown"
