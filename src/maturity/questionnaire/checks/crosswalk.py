"""The crosswalk between two major versions: every item of both named once, and what it says is so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from maturity.errors import Problem
from maturity.locale import domain
from maturity.questionnaire.checks.common import repeated, unknown
from maturity.questionnaire.checks.texts import check_words
from maturity.questionnaire.crosswalk import PAIRED, Correspondence, Crosswalk, Relation, Ruling, major
from maturity.questionnaire.digest import texts
from maturity.questionnaire.model import Item, Questionnaire

_, ngettext, pgettext = domain("questionnaire").functions

FILE = "crosswalk.toml"
_MOST = 300  # names of a side that are told one by one


def check_crosswalk(crosswalk: Crosswalk, before: Questionnaire, after: Questionnaire) -> list[Problem]:
    """Everything wrong with it; ``before`` is the version that it names."""
    found = [*_origin(crosswalk, before, after), *_complete(crosswalk, before, after)]
    for number, one in enumerate(crosswalk.items, 1):
        where = f"{FILE} · items [{number}] ({', '.join([*one.before, *one.after][:1])})"
        found += [*_shape(where, one), *_note(where, one)]
        if len(one.before) == len(one.after) and one.relation in PAIRED:
            found += _paired(where, one, before, after)
    words = [(f"{FILE} · {path}", words) for path, words in texts(crosswalk)]
    return [*found, *_rulings(crosswalk, before, after), *check_words(words, after)]


def _origin(crosswalk: Crosswalk, before: Questionnaire, after: Questionnaire) -> Iterator[Problem]:
    origin = crosswalk.from_
    if origin.id != after.id:
        sentence = _("“{name}” is not this questionnaire.")
        yield unknown(f"{FILE} · from › id", sentence, origin.id, [after.id])
    if origin.major >= major(after.version) or origin.major != major(before.version):
        why = _("Version {major} is not an earlier one than {version}.").format(
            major=origin.major, version=after.version
        )
        yield Problem(f"{FILE} · from › major", why, _("Name the major version that this one follows."))


def _complete(crosswalk: Crosswalk, before: Questionnaire, after: Questionnaire) -> Iterator[Problem]:
    """Each side's items: known, once, all."""
    named_before = [item for one in crosswalk.items for item in one.before]
    named_after = [item for one in crosswalk.items for item in one.after]
    sides = (
        ("before", before, named_before, _("“{name}” is not an item of the earlier version.")),
        ("after", after, named_after, _("“{name}” is not an item of this version.")),
    )
    for side, questionnaire, named, sentence in sides:
        where = f"{FILE} · {side}"
        for name in [name for name in named if name not in questionnaire.item_ids][:_MOST]:
            yield unknown(where, sentence, name, questionnaire.item_ids)
        yield from islice(repeated(where, named), _MOST)
        for name in [name for name in questionnaire.item_ids if name not in named]:
            why = _("Nothing is said of {item}, an item of version {version}.").format(
                item=name, version=questionnaire.version
            )
            yield Problem(where, why, _("Name it once: “dropped” or “new” if it has no counterpart."))


def _shape(where: str, one: Correspondence) -> Iterator[Problem]:
    """How many items each side has."""
    old, new = len(one.before), len(one.after)
    fits: dict[Relation, bool] = {
        **dict.fromkeys(PAIRED, old == new > 0),
        "split": old == 1 and new > 1,
        "merged": old > 1 and new == 1,
        "dropped": old > 0 and new == 0,
        "new": old == 0 and new > 0,
    }
    if not fits[one.relation]:
        why = _("“{relation}” does not go with {before} before and {after} after.").format(
            relation=one.relation, before=old, after=new
        )
        fix = _(
            "same, reworded, rescored: as many before as after; split: one before; merged: one after; dropped: none "
            "after; new: none before."
        )
        yield Problem(where, why, fix)
    if one.comparable and one.relation in ("dropped", "new"):
        why = _("“{relation}” has nothing to be compared with.").format(relation=one.relation)
        yield Problem(f"{where} › comparable", why, _("Write comparable = false."))


def _note(where: str, one: Correspondence) -> Iterator[Problem]:
    if one.note is None and one.relation != "same":
        why = _("Nobody can read why: there is no note.")
        yield Problem(f"{where} › note", why, _("Say in one sentence what changed, in every language."))


def _paired(where: str, one: Correspondence, before: Questionnaire, after: Questionnaire) -> Iterator[Problem]:
    for old, new in zip(one.before, one.after, strict=True):
        if old not in before.item_ids or new not in after.item_ids:
            continue
        first, second = before.item(old), after.item(new)
        if one.relation == "same" and _read(first) != _read(second):
            why = _("{item} is called the same, and its stem or its levels are written in other words.")
            yield Problem(
                where, why.format(item=new), _("Call it reworded, or rescored if its levels mean other things.")
            )
        if one.comparable and len(first.levels) != len(second.levels):
            why = _("{item} has another number of levels than before.").format(item=new)
            yield Problem(where, why, _("Write comparable = false."))


def _read(item: Item) -> tuple[object, ...]:
    return item.stem, item.levels


def _rulings(crosswalk: Crosswalk, before: Questionnaire, after: Questionnaire) -> Iterator[Problem]:
    sides = (before, after)
    shared: tuple[tuple[str, tuple[Ruling, ...], list[list[str]]], ...] = (
        ("subdimensions", crosswalk.subdimensions, [[*one.subdimensions] for one in sides]),
        ("placements", crosswalk.placements, [[p.id for p in one.placements] for one in sides]),
        ("gates", crosswalk.gates, [[gate.id for gate in one.readiness.gates] for one in sides]),
    )
    for name, rulings, (old, new) in shared:
        where = f"{FILE} · {name}"
        known = [one for one in new if one in old]
        yield from repeated(where, (one.id for one in rulings))
        for one in rulings:
            if one.id not in known:
                yield unknown(where, _("“{name}” is not in both versions."), one.id, known)
