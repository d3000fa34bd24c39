"""Blocks, items, forms, profile questions and helix: ids, references and scales."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.errors import Problem
from maturity.locale import domain
from maturity.questionnaire.checks.common import item_place, repeated, unknown, unknown_items, unknown_subdimensions
from maturity.questionnaire.model import Helix, ProfileQuestion, Questionnaire

_, ngettext, pgettext = domain("questionnaire").functions

_CELLS = 4  # codes 0 to 3, as a response file holds them


def check_items(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Blocks and items."""
    blocks, scale = questionnaire.blocks, questionnaire.levels
    yield from repeated("questionnaire.toml · languages", questionnaire.languages)
    yield from repeated("blocks.toml", (block.id for block in blocks))
    yield from repeated("blocks.toml", (sub.id for block in blocks for sub in block.subdimensions))
    yield from repeated("items", questionnaire.item_ids)
    yield from repeated("items", (item.slug for item in questionnaire.items))
    yield from repeated("sources.toml", (source.key for source in questionnaire.sources))
    yield from repeated("glossary.toml", (entry.slug for entry in questionnaire.glossary))
    for block in blocks:
        yield from _same_scale(f"blocks.toml · {block.id} › level_readings", len(block.level_readings), scale)
    sources = [source.key for source in questionnaire.sources]
    for item in questionnaire.items:
        where = item_place(questionnaire, item)
        yield from unknown_subdimensions(f"{where} › subdimension", [item.subdimension], questionnaire)
        yield from _same_scale(f"{where} › levels", len(item.levels), scale)
        for key in [key for key in item.sources if key not in sources]:
            yield unknown(f"{where} › sources", _("“{name}” is not a key of sources.toml."), key, sources)
    used = {item.subdimension for item in questionnaire.items}
    for name in [name for name in questionnaire.subdimensions if name not in used]:
        why = _("The sub-dimension {id} has no item.").format(id=name)
        yield Problem(f"blocks.toml · {name}", why, _("Write an item for it, or remove it."))


def _same_scale(where: str, found: int, scale: int) -> Iterator[Problem]:
    if found != scale:
        why = _("{found} levels are described here; the scale of this questionnaire has {scale}.").format(
            found=found, scale=scale
        )
        yield Problem(where, why, _("Describe every level; “level_labels” in questionnaire.toml sets their number."))


def check_forms(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Forms: existing items, each once, and something to go by for every part of every condition."""
    ids = [form.id for form in questionnaire.forms]
    yield from repeated("forms.toml", ids)
    if questionnaire.default_form not in ids:
        sentence = _("“{name}” is not a form of this questionnaire.")
        yield unknown("questionnaire.toml · default_form", sentence, questionnaire.default_form, ids)
    parts = [part for place in questionnaire.placements for one in place.conditions for part in one.parts]
    for form in questionnaire.forms:
        where = f"forms.toml · {form.id} › items"
        yield from repeated(where, form.items)
        yield from unknown_items(where, form.items, questionnaire)
        for part in [part for part in parts if not set(part.items) & set(form.items)]:
            why = _("No item of {part} is asked in this form, so that no label could ever be given.").format(
                part=part.id
            )
            yield Problem(where, why, _("Add one of: {items}.").format(items=", ".join(part.items)))


def check_profile(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Profile questions and their options."""
    yield from repeated("profile.toml", (question.id for question in questionnaire.profile))
    yield from repeated("profile.toml", (one.filled_from for one in questionnaire.profile if one.filled_from))
    for question in questionnaire.profile:
        where = f"profile.toml · {question.id}"
        yield from repeated(f"{where} › options", (option.code for option in question.options))
        for option in question.options:
            if option.min is not None and option.max is not None and option.min > option.max:
                why = _("The smallest number of this class is above the largest.")
                yield Problem(f"{where} › {option.code}", why, _("Exchange min and max."))
        yield from _parts(where, question)
        yield from _countries(where, question, questionnaire)


def _parts(where: str, question: ProfileQuestion) -> Iterator[Problem]:
    wholes = [option.code for option in question.options if option.part_of is None and question.kind == "counts"]
    for option in question.options:
        if option.part_of is not None and option.part_of not in wholes:
            sentence = _("“{name}” is not a count of this question that others can be part of.")
            yield unknown(f"{where} › {option.code} › part_of", sentence, option.part_of, wholes)


def _countries(where: str, question: ProfileQuestion, questionnaire: Questionnaire) -> Iterator[Problem]:
    known = [one.code for asked in questionnaire.profile if asked.filled_from == "country" for one in asked.options]
    for option in question.options:
        for country in option.countries or ():
            if country not in known:
                sentence = _("“{name}” is not a country that this questionnaire knows.")
                yield unknown(f"{where} › {option.code} › countries", sentence, country, known)


def _not_asked(questionnaire: Questionnaire, helix: Helix) -> Iterator[Problem]:
    if helix.not_asked_when is None:
        return
    where, asked = "helix.toml · not_asked_when", {question.id: question for question in questionnaire.profile}
    question = asked.get(helix.not_asked_when.question)
    if question is None:
        yield unknown(where, _("“{name}” is not a question of profile.toml."), helix.not_asked_when.question, asked)
        return
    codes = [option.code for option in question.options]
    if helix.not_asked_when.answer not in codes:
        sentence = _("“{name}” is not an answer to that question.")
        yield unknown(where, sentence, helix.not_asked_when.answer, codes)


def check_helix(questionnaire: Questionnaire) -> Iterator[Problem]:
    """The actor × stage grid."""
    helix = questionnaire.helix
    if helix is None:
        return
    yield from _not_asked(questionnaire, helix)
    yield from repeated("helix.toml · stages", (stage.id for stage in helix.stages))
    yield from repeated("helix.toml · subsystems", (actors.id for actors in helix.subsystems))
    for name, labels in helix.cell_labels.items():
        if len(labels) != _CELLS:
            why = _("{n} codes are described here; a cell holds 0, 1, 2 or 3.").format(n=len(labels))
            yield Problem(f"helix.toml · cell_labels › {name}", why, _("Describe these four."))
    for actors in helix.subsystems:
        if actors.cells not in helix.cell_labels:
            sentence = _("“{name}” is not a list of cell_labels.")
            yield unknown(f"helix.toml · {actors.id} › cells", sentence, actors.cells, helix.cell_labels)
    if not 1 <= helix.involved_from < _CELLS:
        why = _("An actor counts as involved from 1, 2 or 3 on, not from {n}.").format(n=helix.involved_from)
        yield Problem("helix.toml · involved_from", why, _("Write 2 unless you have a reason."))
    for role in ("government", "civil-society"):
        if sum(actors.role == role for actors in helix.subsystems) > 1:
            why = _("More than one family of actors has the role “{role}”.").format(role=role)
            yield Problem("helix.toml · subsystems", why, _("Give it to one family; the others are “other”."))
