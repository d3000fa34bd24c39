"""Who took part in what: the grid of each project, and what it says."""

from __future__ import annotations

from maturity.charts import helix
from maturity.charts.medium import TERMINAL
from maturity.locale import domain
from maturity.tui.pages.view import View
from maturity.tui.widgets.rows import Row, Sheet

_ = domain("tui").gettext


def rows(view: View, width: int) -> list[Row]:
    """The page."""
    sheet = Sheet(width)
    if not any(project.answered for project in view.result.projects):
        sheet.text(_("The grid of actors is still empty: it says who took part in what in one project."), "dim")
        return sheet.rows
    for n, project in enumerate(view.result.projects):
        if not project.answered:
            continue
        picture = helix.picture(
            view.questionnaire, view.result, view.language, width=view.points(sheet), medium=TERMINAL, project=n
        )
        sheet.text(picture.alt, "strong")
        sheet.blank()
        view.picture(sheet, picture)
    return sheet.rows
