"""Placements: what they refer to, and that each corner of their conditions has exactly one label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from maturity.errors import Problem
from maturity.locale import domain
from maturity.questionnaire.checks.common import repeated, unknown, unknown_items
from maturity.questionnaire.checks.rules import check_rule
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Configuration, Placement, Term

_, ngettext, pgettext = domain("questionnaire").functions

_MOST_CONDITIONS = 10  # 1,024 corners
Terms = Mapping[str, tuple[Term, ...]]


def check_placements(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Every placement, and the variants that put other configurations in place."""
    places = questionnaire.placements
    yield from repeated("placements", (place.id for place in places))
    yield from repeated("placements", (one.id for place in places for one in place.conditions))
    yield from repeated("placements", (part.id for place in places for one in place.conditions for part in one.parts))
    for place in places:
        where = f"placements/{place.id}.toml"
        yield from repeated(f"{where} · configurations", (one.id for one in place.configurations))
        for condition in place.conditions:
            for part in condition.parts:
                yield from unknown_items(f"{where} · {condition.id} › {part.id}", part.items, questionnaire)
        for one in place.configurations:
            for nuance in one.nuances:
                yield from check_rule(f"{where} · {one.id} › {nuance.id} › when", nuance.when, questionnaire)
        yield from _map(f"{where} · map", place)
        yield from _questions(where, place, questionnaire)
        yield from check_partition(where, place, {one.id: one.all_of for one in place.configurations})
    yield from _replacements(questionnaire)


def _map(where: str, place: Placement) -> Iterator[Problem]:
    known = [condition.id for condition in place.conditions]
    drawn = [place.map.x, place.map.y, place.map.split]
    for name in [name for name in drawn if name is not None and name not in known]:
        yield unknown(where, _("“{name}” is not a condition of this placement."), name, known)
    if place.map.kind == "plane" and None in drawn[:2]:
        yield Problem(where, _("A plane needs two conditions, x and y."), _("Name both, or write kind = “depth”."))
    if place.map.kind == "depth" and (place.extent is None or drawn != [None, None, None]):
        why = _("A map of kind “depth” is drawn against the extent, and names no condition.")
        yield Problem(where, why, _("Add an [extent], and remove x, y and split."))


def _questions(where: str, place: Placement, questionnaire: Questionnaire) -> Iterator[Problem]:
    questions = {question.id: question for question in questionnaire.profile}
    sentence = _("“{name}” is not a question of profile.toml.")
    if place.extent is not None:
        yield from unknown_items(f"{where} · extent", place.extent.items, questionnaire)
        if not 1 <= place.extent.min_valid <= len(place.extent.items):
            why = _("min_valid is {n}, and the extent has {items} items.").format(
                n=place.extent.min_valid, items=len(place.extent.items)
            )
            yield Problem(f"{where} · extent", why, _("Write a number from 1 to the number of items."))
    if place.self_placement is not None and place.self_placement not in questions:
        yield unknown(f"{where} · self_placement", sentence, place.self_placement, questions)
    elif place.self_placement is not None:
        codes = [option.code for option in questions[place.self_placement].options]
        if not set(codes) & {one.id for one in place.configurations}:
            why = _("None of the answers to {question} is the id of a label.").format(question=place.self_placement)
            yield Problem(f"{where} · self_placement", why, _("Give the options the ids of the configurations."))
    if place.screening is not None:
        question = questions.get(place.screening.question)
        if question is None:
            yield unknown(f"{where} · screening", sentence, place.screening.question, questions)
        elif place.screening.answer not in [option.code for option in question.options]:
            codes = [option.code for option in question.options]
            missing = _("“{name}” is not an answer to that question.")
            yield unknown(f"{where} · screening", missing, place.screening.answer, codes)


def check_partition(where: str, place: Placement, terms: Terms) -> Iterator[Problem]:
    """Each way of meeting or missing the conditions must fit one configuration and no second one."""
    conditions = [condition.id for condition in place.conditions]
    if len(conditions) > _MOST_CONDITIONS:
        why = _("A placement has at most {n} conditions.").format(n=_MOST_CONDITIONS)
        yield Problem(f"{where} · conditions", why, _("Join some of them."))
        return
    faults = [
        fault for name, all_of in terms.items() for fault in _terms(f"{where} · {name} › all_of", all_of, conditions)
    ]
    yield from faults
    if faults:
        return
    for values in product((False, True), repeat=len(conditions)):
        corner = dict(zip(conditions, values, strict=True))
        fitting = [name for name, all_of in terms.items() if all(_holds(term, corner) for term in all_of)]
        if len(fitting) != 1:
            named = ", ".join(f"{name} {_('met') if met else _('not met')}" for name, met in corner.items())
            found = ", ".join(fitting) or _("none")
            why = _("With {corner}, one label must fit; here it is: {found}.").format(corner=named, found=found)
            yield Problem(
                f"{where} · configurations", why, _("Correct all_of so that exactly one of them holds there.")
            )


def _terms(where: str, terms: Iterable[Term], conditions: list[str]) -> Iterator[Problem]:
    for term in terms:
        named = [name for name in (term.is_, term.not_) if name is not None]
        if len(named) + (term.any_of is not None) != 1 or term.any_of == ():
            why = _("A term says one thing: is, not, or any_of with a list.")
            yield Problem(where, why, _("Write each in brackets of its own."))
        for name in [name for name in named if name not in conditions]:
            yield unknown(where, _("“{name}” is not a condition of this placement."), name, conditions)
        yield from _terms(where, term.any_of or (), conditions)


def _holds(term: Term, corner: Mapping[str, bool]) -> bool:
    if term.is_ is not None:
        return corner[term.is_]
    if term.not_ is not None:
        return not corner[term.not_]
    return any(_holds(inner, corner) for inner in term.any_of or ())


def _replacements(questionnaire: Questionnaire) -> Iterator[Problem]:
    places = {place.id: place for place in questionnaire.placements}
    yield from repeated("scoring.toml · variants", (variant.id for variant in questionnaire.scoring.variants))
    for variant in questionnaire.scoring.variants:
        where = f"scoring.toml · {variant.id}"
        for one in [one for one in variant.replace if one.placement not in places]:
            yield unknown(f"{where} › replace", _("“{name}” is not a placement."), one.placement, places)
        for place in places.values():
            changed = {one.id: one.all_of for one in variant.replace if one.placement == place.id}
            if changed:
                yield from check_partition(where, place, _as_written(place.configurations) | changed)


def _as_written(configurations: Iterable[Configuration]) -> dict[str, tuple[Term, ...]]:
    return {one.id: one.all_of for one in configurations}
