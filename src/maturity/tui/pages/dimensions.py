"""The dimensions: profile level, secured level, and what limits it."""

from __future__ import annotations

from maturity.charts import profile
from maturity.charts.medium import TERMINAL
from maturity.locale import domain
from maturity.scoring.result import BlockResult
from maturity.tui.pages.view import View
from maturity.tui.widgets.rows import Row, Sheet

_ = domain("tui").gettext


def rows(view: View, width: int) -> list[Row]:
    """The page."""
    sheet = Sheet(width)
    picture = profile.picture(view.questionnaire, view.result, view.language, width=view.points(sheet), medium=TERMINAL)
    sheet.text(picture.alt, "strong")
    sheet.blank()
    view.picture(sheet, picture)
    for block in view.result.blocks:
        if block.kind == "dimension":
            _dimension(sheet, view, block)
    return sheet.rows


def _dimension(sheet: Sheet, view: View, result: BlockResult) -> None:
    speech = view.speech
    block = next(block for block in view.questionnaire.blocks if block.id == result.id)
    sheet.title(speech.text(block.name))
    if result.profile_level is None:
        sheet.text(_("Too few answers yet to say a level."), "dim")
    else:
        level = speech.level(result.profile_level, result.profile_bounds)
        sheet.text(
            _("Profile level: {level}").format(level=level) + (f" · {_('indicative')}" if result.indicative else "")
        )
    if result.secured_level is not None:
        pattern = _("Secured level: at most {level}") if result.secured_is_upper_bound else _("Secured level: {level}")
        limits = speech.both(list(map(view.subdimension, result.limited_by)))
        tail = f" · {_('limited by')} {limits}" if limits else ""
        sheet.text(pattern.format(level=result.secured_level) + tail)
        sheet.text(speech.text(block.level_readings[max(result.secured_level, 1) - 1]), "dim")
    sheet.blank()
