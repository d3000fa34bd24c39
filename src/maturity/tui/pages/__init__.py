"""The pages of results as rows: pure functions of questionnaire, response, result and language; nothing is computed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maturity.tui.pages.view import View
    from maturity.tui.widgets.rows import Row


def page(id: str, view: View, width: int) -> list[Row]:
    """The rows of a page: ``dimensions``, ``placement:<id>``, ``helix``, ``readiness`` or ``priorities``."""
    from maturity.tui.pages import dimensions, helix, placement, priorities, readiness

    kind, _colon, rest = id.partition(":")
    if kind == "placement":
        return placement.rows(view, width, rest)
    pages: dict[str, Callable[[View, int], list[Row]]] = {
        "dimensions": dimensions.rows,
        "helix": helix.rows,
        "readiness": readiness.rows,
        "priorities": priorities.rows,
    }
    return pages[kind](view, width)
