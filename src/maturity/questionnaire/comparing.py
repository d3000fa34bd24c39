"""What a case expects against what came out."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from maturity.locale import domain
from maturity.questionnaire.case import Expected, ExpectedPlacement
from maturity.scoring.result import Interval, PlacementResult, Result

_, ngettext, pgettext = domain("questionnaire").functions

CLOSE = 0.005
DRAWN = 0.03  # stabilities come from random draws
_ROUNDING = 1e-9
_UNSCORABLE = "not scorable"

Compared = tuple[str, object, object, float]


def differences(expected: Expected, result: Result) -> Iterator[tuple[str, str, str]]:
    """Where, expected, got: for each value that is not as expected."""
    for where, wanted, got, within in _pairs(expected, result):
        if not _alike(wanted, got, within):
            yield where, _shown(wanted), _shown(got)


def _pairs(expected: Expected, result: Result) -> Iterator[Compared]:
    yield from _levels(expected, result)
    for key, wanted in expected.placements.items():
        yield from _placement(f"placements › {key}", wanted, next((p for p in result.placements if p.id == key), None))
    gates = {gate.id: gate for gate in result.gates}
    for key, wanted_gate in expected.gates.items():
        yield from _fields(f"gates › {key}", wanted_gate, gates.get(key))
    if expected.scale_stage is not None:
        yield "scale_stage", expected.scale_stage, result.scale_stage, CLOSE
    for position, project in enumerate(expected.projects):
        got = result.projects[position] if position < len(result.projects) else None
        yield from _fields(f"projects [{position + 1}]", project, got)


def _levels(expected: Expected, result: Result) -> Iterator[Compared]:
    subdimensions = {one.id: one for block in result.blocks for one in block.subdimensions}
    conditions = {one.id: one for placement in result.placements for one in placement.conditions}
    parts = {part.id: part for condition in conditions.values() for part in condition.parts}
    tables = (
        ("subdimensions", expected.subdimensions, {key: one.level for key, one in subdimensions.items()}),
        ("subdimension_bounds", expected.subdimension_bounds, {key: one.bounds for key, one in subdimensions.items()}),
        ("parts", expected.parts, {key: one.mean for key, one in parts.items()}),
        ("conditions", expected.conditions, {key: one.membership for key, one in conditions.items()}),
        ("condition_bounds", expected.condition_bounds, {key: one.bounds for key, one in conditions.items()}),
    )
    for name, wanted, got in tables:
        for key, value in wanted.items():
            yield f"{name} › {key}", value, got.get(key), CLOSE
    blocks = {block.id: block for block in result.blocks}
    for key, dimension in expected.dimensions.items():
        yield from _fields(f"dimensions › {key}", dimension, blocks.get(key))


def _placement(where: str, wanted: ExpectedPlacement, got: PlacementResult | None) -> Iterator[Compared]:
    yield from _fields(where, wanted, got, apart=("stability", "variants"))
    if wanted.stability is not None:
        yield f"{where} › stability", wanted.stability, got.stability.share if got and got.stability else None, DRAWN
    variants = {variant.id: variant for variant in got.variants} if got else {}
    for key, variant in wanted.variants.items():
        yield from _fields(f"{where} › variants › {key}", variant, variants.get(key))


def _fields(where: str, wanted: BaseModel, got: object, apart: tuple[str, ...] = ()) -> Iterator[Compared]:
    """Each field that the case gives, against the result's field of the same name."""
    for name in [name for name in type(wanted).model_fields if name in wanted.model_fields_set and name not in apart]:
        value, found = getattr(wanted, name), getattr(got, name, None)
        if isinstance(value, dict):
            inner = found if isinstance(found, dict) else {}
            for key, one in value.items():
                yield f"{where} › {name} › {key}", one, inner.get(key), CLOSE
        else:
            yield f"{where} › {name}", value, found, CLOSE


def _alike(wanted: object, got: object, within: float) -> bool:
    if wanted == _UNSCORABLE:
        return got is None
    if isinstance(got, Interval) and isinstance(wanted, tuple):
        low, high = wanted
        return _alike(low, got.low, within) and _alike(high, got.high, within)
    if isinstance(wanted, bool) or isinstance(got, bool) or not isinstance(got, int | float):
        return wanted == got
    if isinstance(wanted, int):
        return wanted == round(got)
    return isinstance(wanted, float) and abs(wanted - got) <= within + _ROUNDING


def _shown(value: object) -> str:
    if value is None:
        return _("nothing")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Interval):
        return f"[{_shown(value.low)}, {_shown(value.high)}]"
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    if isinstance(value, tuple):
        return f"[{', '.join(map(_shown, value))}]"
    return str(value)
