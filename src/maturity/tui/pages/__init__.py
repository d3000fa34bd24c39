"""The pages of results as rows: pure functions of questionnaire, response, result and language; nothing is computed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.locale import domain

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.tui.pages.view import View
    from maturity.tui.widgets.rows import Row

_ = domain("tui").gettext


@dataclass(frozen=True)
class Tab:
    """A page of results: its id and what it is called in a narrow and in a wide window."""

    id: str
    short: str
    long: str


def tabs(questionnaire: Questionnaire, language: str, since: str = "") -> list[Tab]:
    """The pages that a questionnaire has, in their order; the last one is about the wave ``since`` then, if any."""
    dimensions = Tab("dimensions", _("Levels"), _("Dimensions"))
    found = [dimensions] * any(one.kind == "dimension" for one in questionnaire.blocks)
    for one in questionnaire.placements:
        noun, name = (words[language] for words in (one.label_noun, one.name))
        found.append(Tab(f"placement:{one.id}", noun[:1].upper() + noun[1:], name[:1].upper() + name[1:]))
    if questionnaire.helix:
        found.append(Tab("helix", _("Actors"), _("Who took part")))
    if questionnaire.readiness.gates:
        found.append(Tab("readiness", _("Conditions"), _("Readiness conditions")))
    found.append(Tab("priorities", _("Next"), _("Next steps")))
    if since:
        found.append(Tab("change", _("Changes"), _("Since {wave}").format(wave=since)))
    return found


def page(id: str, view: View, width: int) -> list[Row]:
    """The rows of the page of this id (see `tabs`)."""
    from maturity.tui.pages import change, dimensions, helix, placement, priorities, readiness
    from maturity.tui.widgets.rows import Sheet

    kind, _colon, rest = id.partition(":")
    pages: dict[str, Callable[[View, int], list[Row]]] = {
        "dimensions": dimensions.rows,
        "helix": helix.rows,
        "readiness": readiness.rows,
        "priorities": priorities.rows,
        "change": change.rows,
    }
    head = Sheet(width)
    if view.response.edited_by_hand:
        head.text(_("This file was edited by hand, outside the program."), "warn")
    return [*head.rows, *(placement.rows(view, width, rest) if kind == "placement" else pages[kind](view, width))]
