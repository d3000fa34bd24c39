"""Who took part in what: the grid of each project, and what it says."""

from __future__ import annotations

from functools import partial

from maturity.charts import helix
from maturity.locale import domain
from maturity.questionnaire.model import Helix
from maturity.scoring.result import ProjectResult
from maturity.tui.pages.view import View
from maturity.tui.widgets.rows import Row, Sheet

_, ngettext, _context = domain("tui").functions


def rows(view: View, width: int) -> list[Row]:
    """The page."""
    sheet = Sheet(width)
    grid = view.questionnaire.helix
    if grid is None or not any(project.answered for project in view.result.projects):
        sheet.text(_("The grid of actors is still empty: it says who took part in what in one project."), "strong")
        sheet.text(_("It comes after the questions, near the end: Esc, then g, takes you there."), "dim")
        return sheet.rows
    for n, project in enumerate(view.result.projects):
        if project.answered:
            sheet.text(_finding(view, grid, project), "strong")
            sheet.blank()
            draw = partial(helix.picture, view.questionnaire, view.result, view.language, project=n)
            view.spread(sheet, draw, partial(_words, view, grid, project))
            sheet.blank()
    return sheet.rows


def _finding(view: View, grid: Helix, project: ProjectResult) -> str:
    """How many families of actors really contributed, and which."""
    total = len(project.involved) + len(project.absent)
    if not project.involved:
        return _("None of the groups really contributed.")
    if not project.absent:
        return _("All {total} groups really contributed.").format(total=total)
    text = ngettext(
        "{n} of {total} groups really contributed: {names}.",
        "{n} of {total} groups really contributed: {names}.",
        len(project.involved),
    )
    return text.format(n=len(project.involved), total=total, names=_names(view, grid, project.involved))


def _names(view: View, grid: Helix, ids: tuple[str, ...]) -> str:
    return view.speech.both([view.speech.text(one.name) for one in grid.subsystems if one.id in ids])


def _words(view: View, grid: Helix, project: ProjectResult, sheet: Sheet) -> None:
    speech = view.speech
    if project.absent:
        missing = _names(view, grid, project.absent)
        sheet.text(_("Without a real contribution: {names}.").format(names=missing))
        sheet.blank()
    sheet.title(_("How open each moment was"))
    for stage in grid.stages:
        if stage.id in project.phase_openness:
            share = project.phase_openness[stage.id]
            total = sum(one.role != "government" for one in grid.subsystems)
            text = ngettext(
                "{stage}: {n} of {total} groups outside the authority",
                "{stage}: {n} of {total} groups outside the authority",
                round(share * total),
            ).format(stage=speech.text(stage.name), n=round(share * total), total=total)
            sheet.text(text, lead=((f"{_blocks(share)}  ", "accent"),))
    sheet.blank()
    sheet.text(
        _("Decision or resources shared with outside partners: {share} of the cells.").format(
            share=speech.percent(project.shared_power)
        )
    )


def _blocks(share: float, width: int = 10) -> str:
    full = round(share * width)
    return "━" * full + "─" * (width - full)
