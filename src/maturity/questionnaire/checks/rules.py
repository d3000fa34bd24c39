"""Rules: one subject and one comparison each, everything they name exists, and no gate waits for itself."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.errors import Problem
from maturity.locale import domain
from maturity.questionnaire.checks.common import repeated, unknown, unknown_items, unknown_subdimensions
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Gate, Rule

_, ngettext, pgettext = domain("questionnaire").functions

_SUBJECTS = ("mean", "item", "subdimension", "condition", "label", "gate", "all_of", "any_of")
_MEASURED = ("mean", "item", "subdimension", "condition")
_COMPARISONS = ("at_least", "at_most", "above")
_STATES = {"gate": ("met", "unmet", "unknown"), "pattern": ("present", "absent", "unknown")}
_FILE = "readiness.toml"


def check_readiness(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Gates, patterns and scale stages."""
    readiness = questionnaire.readiness
    yield from repeated(_FILE, (gate.id for gate in readiness.gates))
    yield from repeated(_FILE, (str(stage.stage) for stage in readiness.scale_stages))
    for gate in readiness.gates:
        where = f"{_FILE} · {gate.id}"
        yield from check_rule(f"{where} › when", gate.when, questionnaire)
        if gate.ahead is not None:
            yield from check_rule(f"{where} › ahead › when", gate.ahead.when, questionnaire)
        yield from unknown_subdimensions(f"{where} › advises", gate.advises, questionnaire)
        yield from unknown_subdimensions(f"{where} › postpones", gate.postpones, questionnaire)
        yield from _states(where, gate)
    for stage in readiness.scale_stages:
        yield from check_rule(f"{_FILE} · scale_stages › {stage.stage} › when", stage.when, questionnaire)
    yield from _cycles(questionnaire)


def _states(where: str, gate: Gate) -> Iterator[Problem]:
    wanted = _STATES[gate.kind]
    for state in [state for state in wanted if state not in gate.states]:
        why = _("The sentence for the state “{state}” is missing.").format(state=state)
        yield Problem(f"{where} › states", why, _("Add a line states.{state}.… for each language.").format(state=state))
    for state in [state for state in gate.states if state not in wanted]:
        why = _("A {kind} never has the state “{state}”.").format(kind=gate.kind, state=state)
        yield Problem(f"{where} › states", why, _("Its states are: {names}.").format(names=", ".join(wanted)))


def check_rule(where: str, rule: Rule, questionnaire: Questionnaire) -> Iterator[Problem]:
    """One rule and those inside it."""
    subjects = [name for name in _SUBJECTS if getattr(rule, name) is not None]
    compared = [name for name in _COMPARISONS if getattr(rule, name) is not None]
    if len(subjects) != 1:
        why = _("A rule tests one thing; here it is: {names}.").format(names=", ".join(subjects) or _("nothing"))
        yield Problem(where, why, _("Keep one of: {names}.").format(names=", ".join(_SUBJECTS)))
        return
    (subject,) = subjects
    if subject in _MEASURED and len(compared) != 1:
        why = _("A test of “{subject}” needs one comparison; here it has {n}.").format(subject=subject, n=len(compared))
        yield Problem(where, why, _("Keep one of: {names}.").format(names=", ".join(_COMPARISONS)))
    if subject not in _MEASURED and compared:
        why = _("“{subject}” is true or not: there is nothing to compare.").format(subject=subject)
        yield Problem(where, why, _("Remove: {names}.").format(names=", ".join(compared)))
    if subject != "gate" and "state" in rule.model_fields_set:
        why = _("“state” belongs to a test of a gate.")
        yield Problem(where, why, _("Remove it."))
    yield from _named(where, rule, questionnaire)
    for key, inner in (("all_of", rule.all_of), ("any_of", rule.any_of)):
        if inner == ():
            yield Problem(f"{where} › {key}", _("The list is empty."), _("Add at least one test."))
        for position, one in enumerate(inner or (), 1):
            yield from check_rule(f"{where} › {key} [{position}]", one, questionnaire)


def _named(where: str, rule: Rule, questionnaire: Questionnaire) -> Iterator[Problem]:
    items = (*(rule.mean or ()), *((rule.item,) if rule.item else ()))
    yield from unknown_items(where, items, questionnaire)
    if rule.mean == ():
        yield Problem(f"{where} › mean", _("The list is empty."), _("Add at least one item."))
    if rule.subdimension is not None:
        yield from unknown_subdimensions(where, [rule.subdimension], questionnaire)
    conditions = [one.id for place in questionnaire.placements for one in place.conditions]
    labels = [f"{place.id}:{one.id}" for place in questionnaire.placements for one in place.configurations]
    gates = [gate.id for gate in questionnaire.readiness.gates]
    if rule.condition is not None and rule.condition not in conditions:
        yield unknown(where, _("“{name}” is not a condition of a placement."), rule.condition, conditions)
    if rule.label is not None and rule.label not in labels:
        yield unknown(where, _("“{name}” is not a label; write placement:configuration."), rule.label, labels)
    if rule.gate is not None and rule.gate not in gates:
        yield unknown(where, _("“{name}” is not a gate or a pattern."), rule.gate, gates)


def gates_in(rule: Rule) -> Iterator[str]:
    """Every gate that a rule looks at."""
    if rule.gate is not None:
        yield rule.gate
    for inner in (*(rule.all_of or ()), *(rule.any_of or ())):
        yield from gates_in(inner)


def _cycles(questionnaire: Questionnaire) -> Iterator[Problem]:
    needs = {gate.id: set(gates_in(gate.when)) for gate in questionnaire.readiness.gates}
    reached = {name: set(direct) for name, direct in needs.items()}
    for middle in needs:
        for name in needs:
            if middle in reached[name]:
                reached[name] |= reached[middle]
    circle = [name for name in needs if name in reached[name]]
    if circle:
        why = _("These conditions wait for one another: {names}.").format(names=", ".join(circle))
        yield Problem(f"{_FILE} · {circle[0]} › when", why, _("Take one of the “gate” tests out."))
