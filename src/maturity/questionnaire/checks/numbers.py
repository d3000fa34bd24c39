"""The numbers of scoring.toml: in order, in range, and no threshold where an answer can stand."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.errors import Problem
from maturity.locale import domain
from maturity.questionnaire.model import Questionnaire

_, ngettext, pgettext = domain("questionnaire").functions

_FILE = "scoring.toml"
_MOST_DRAWS = 100_000
_MOST_FLIPS = 3  # more takes minutes to search


def check_numbers(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Calibration, stability, variants and the small numbers."""
    scoring = questionnaire.scoring
    anchors = scoring.calibration
    if not 1 <= anchors.full_out < anchors.crossover < anchors.full_in <= questionnaire.levels:
        why = _(
            "The three anchors must rise and lie within the levels 1 to {top}: full_out, crossover, full_in."
        ).format(top=questionnaire.levels)
        yield Problem(f"{_FILE} · calibration", why, _("Put them in this order."))
    yield from _crossover(f"{_FILE} · calibration › crossover", anchors.crossover)
    for variant in scoring.variants:
        where = f"{_FILE} · {variant.id} › crossover"
        if variant.crossover is not None:
            yield from _crossover(where, variant.crossover)
            if not anchors.full_out < variant.crossover < anchors.full_in:
                why = _("A variant’s crossover must lie between full_out and full_in.")
                yield Problem(where, why, _("Choose a number between the two."))
    yield from _stability(questionnaire)
    dimensions = [block for block in questionnaire.blocks if block.kind == "dimension"]
    smallest = min((len(block.subdimensions) for block in dimensions), default=1)
    ranges = (
        ("min_subdimensions", scoring.min_subdimensions, 1, smallest),
        ("secured_margin", scoring.secured_margin, 0, 1),
        ("priorities", scoring.priorities, 1, 100),
        ("max_flips", scoring.max_flips, 1, _MOST_FLIPS),
        ("stability › draws", scoring.stability.draws, 1, _MOST_DRAWS),
        ("stability › probability", scoring.stability.probability, 0, 1),
        ("stability › seed", scoring.stability.seed, 0, 2**63 - 1),
    )
    for name, value, low, high in ranges:
        if not low <= value <= high:
            why = _("{value} is out of range: {low} to {high}.").format(value=value, low=low, high=high)
            yield Problem(f"{_FILE} · {name}", why, _("Choose a number in this range."))


def _crossover(where: str, crossover: float) -> Iterator[Problem]:
    if crossover == int(crossover):
        why = _("The crossover stands on level {n}: every such answer would be a borderline case.").format(
            n=int(crossover)
        )
        yield Problem(where, why, _("Choose a number between two levels, such as {n}.").format(n=crossover - 0.5))


def _stability(questionnaire: Questionnaire) -> Iterator[Problem]:
    stability = questionnaire.scoring.stability
    if not 0 < stability.likely_from < stability.clear_from <= 1:
        why = _("likely_from must be above 0 and below clear_from, and clear_from at most 1.")
        yield Problem(f"{_FILE} · stability", why, _("Put them in this order."))
    for word in [word for word in ("clear", "likely", "uncertain") if word not in stability.words]:
        why = _("The word for “{name}” is missing.").format(name=word)
        yield Problem(f"{_FILE} · stability › words", why, _("Add it in each language."))
