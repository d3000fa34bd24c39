"""How the checks name places and unknown ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maturity.errors import Problem
from maturity.locale import domain
from maturity.questionnaire.model import Item, Questionnaire
from maturity.validation import did_you_mean, shown

_, ngettext, pgettext = domain("questionnaire").functions


def item_place(questionnaire: Questionnaire, item: Item) -> str:
    """``items/T.toml · T1.1``."""
    block = block_name(questionnaire, item.subdimension)
    return f"items/{block}.toml · {item.id}" if block else f"items · {item.id}"


def block_name(questionnaire: Questionnaire, subdimension: str) -> str:
    """The block that a sub-dimension belongs to; "" when it is in none."""
    return questionnaire.block_of(subdimension).id if subdimension in questionnaire.subdimensions else ""


def unknown(where: str, sentence: str, name: object, known: Iterable[str]) -> Problem:
    """``name`` is referred to and does not exist; ``sentence`` says of what kind it should be, with ``{name}``."""
    fix = did_you_mean(name, known) or _("Remove it, or add what it names.")
    return Problem(where, sentence.format(name=shown(name)), fix)


def unknown_items(where: str, ids: Iterable[str], questionnaire: Questionnaire) -> Iterator[Problem]:
    """A problem for each id that is no item."""
    known = set(questionnaire.item_ids)
    for name in ids:
        if name not in known:
            yield unknown(where, _("“{name}” is not an item of this questionnaire."), name, questionnaire.item_ids)


def unknown_subdimensions(where: str, ids: Iterable[str], questionnaire: Questionnaire) -> Iterator[Problem]:
    """A problem for each id that is no sub-dimension."""
    for name in ids:
        if name not in questionnaire.subdimensions:
            yield unknown(where, _("“{name}” is not a sub-dimension."), name, questionnaire.subdimensions)


def repeated(where: str, ids: Iterable[str]) -> Iterator[Problem]:
    """A problem for each id that another one equals, capital and small letters taken as the same."""
    seen: dict[str, str] = {}
    for name in ids:
        folded = name.casefold()
        if folded not in seen:
            seen[folded] = name
            continue
        why = _("“{name}” is there twice.").format(name=shown(name))
        if seen[folded] != name:
            why = _("“{name}” and “{other}” differ only in capital letters.").format(
                name=shown(seen[folded]), other=shown(name)
            )
        yield Problem(where, why, _("Give one of them another name; names are never used again."))
