"""Cases: everything that they answer and expect exists in the questionnaire."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from maturity.errors import Problem
from maturity.locale import domain
from maturity.questionnaire.case import Case, Expected
from maturity.questionnaire.checks.common import unknown, unknown_items, unknown_subdimensions
from maturity.questionnaire.model import Questionnaire

_, ngettext, pgettext = domain("questionnaire").functions


def check_cases(cases: Iterable[Case], questionnaire: Questionnaire) -> list[Problem]:
    """Every name in the cases that the questionnaire does not have."""
    found: list[Problem] = []
    for case in cases:
        where = f"cases · {case.id}"
        found += _answers(where, case, questionnaire)
        found += _profile(f"{where} › profile", case.profile, questionnaire)
        found += _helix(where, case, questionnaire)
        found += _expected(f"{where} › expected", case.expected, questionnaire)
    return found


def _answers(where: str, case: Case, questionnaire: Questionnaire) -> Iterator[Problem]:
    forms = [form.id for form in questionnaire.forms]
    if case.form not in forms:
        yield unknown(f"{where} › form", _("“{name}” is not a form of this questionnaire."), case.form, forms)
    yield from unknown_items(f"{where} › answers", case.answers, questionnaire)
    levels = {"every": case.every, **case.answers}
    for name, level in levels.items():
        if isinstance(level, int) and level > questionnaire.levels:
            why = _("Level {level} does not exist: the scale has {top}.").format(level=level, top=questionnaire.levels)
            yield Problem(f"{where} › answers › {name}", why, _("Write one of its levels."))


def _profile(where: str, profile: Mapping[str, str], questionnaire: Questionnaire) -> Iterator[Problem]:
    questions = {question.id: question for question in questionnaire.profile}
    for name, code in profile.items():
        if name not in questions:
            yield unknown(where, _("“{name}” is not a question of profile.toml."), name, questions)
            continue
        codes = [option.code for option in questions[name].options]
        if code not in codes:
            yield unknown(f"{where} › {name}", _("“{name}” is not an answer to that question."), code, codes)


def _helix(where: str, case: Case, questionnaire: Questionnaire) -> Iterator[Problem]:
    helix = questionnaire.helix
    actors = [one.id for one in helix.subsystems] if helix else []
    stages = [stage.id for stage in helix.stages] if helix else []
    for project in case.helix:
        for row, cells in project.cells.items():
            if row not in actors:
                yield unknown(f"{where} › helix", _("“{name}” is not a family of actors of helix.toml."), row, actors)
            for stage in [stage for stage in cells if stage not in stages]:
                yield unknown(f"{where} › helix › {row}", _("“{name}” is not a stage of helix.toml."), stage, stages)


def _expected(where: str, expected: Expected, questionnaire: Questionnaire) -> Iterator[Problem]:
    places = {place.id: place for place in questionnaire.placements}
    conditions = [one for place in questionnaire.placements for one in place.conditions]
    names = [one.id for one in conditions]
    parts = [part.id for one in conditions for part in one.parts]
    gates = [gate.id for gate in questionnaire.readiness.gates]
    blocks = [block.id for block in questionnaire.blocks]
    tables = (
        ("dimensions", expected.dimensions, blocks, _("“{name}” is not a block of this questionnaire.")),
        ("parts", expected.parts, parts, _("“{name}” is not a part of a condition.")),
        ("conditions", expected.conditions, names, _("“{name}” is not a condition of a placement.")),
        ("condition_bounds", expected.condition_bounds, names, _("“{name}” is not a condition of a placement.")),
        ("gates", expected.gates, gates, _("“{name}” is not a gate or a pattern.")),
        ("placements", expected.placements, list(places), _("“{name}” is not a placement.")),
    )
    for key, table, known, sentence in tables:
        for name in [name for name in table if name not in known]:
            yield unknown(f"{where} › {key}", sentence, name, known)
    for key in ("subdimensions", "subdimension_bounds"):
        yield from unknown_subdimensions(f"{where} › {key}", getattr(expected, key), questionnaire)
    for name, placement in expected.placements.items():
        labels = [one.id for one in places[name].configurations] if name in places else []
        named = [*(placement.possible_labels or ()), *(placement.point_labels or ()), *placement.memberships]
        named += [label for label in (placement.label, placement.runner_up) if label]
        for label in [label for label in dict.fromkeys(named) if labels and label not in labels]:
            sentence = _("“{name}” is not a label of this placement.")
            yield unknown(f"{where} › placements › {name}", sentence, label, labels)
