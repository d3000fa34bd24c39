"""Since the wave before: what moved, what became of the labels, what cannot be compared and why."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from maturity.charts import change
from maturity.charts.telling import Part, parts
from maturity.locale import domain
from maturity.tui.comparing import Since
from maturity.tui.pages.view import View
from maturity.tui.widgets.rows import Row, Sheet

_ = domain("tui").gettext


def rows(view: View, width: int) -> list[Row]:
    """The page; empty where there is no earlier wave."""
    sheet = Sheet(width)
    since = view.since
    if since is None:
        return sheet.rows
    if since.story is None:
        sheet.text(_("The answers of {wave} cannot be compared with these.").format(wave=since.wave), "strong")
        sheet.blank()
        sheet.text(since.problem)
        return sheet.rows
    story = replace(since.story, language=view.language)
    told = list(parts(story))
    sheet.text(story.finding(), "strong")
    for caution in story.cautions():
        sheet.text(caution, lead=(("! ", "warn"),))
    sheet.blank()
    view.spread(sheet, partial(change.picture, story), partial(_words, view, since, told))
    return sheet.rows


def _words(view: View, since: Since, told: list[Part], sheet: Sheet) -> None:
    for part in told:
        if part.name == "summary":  # it stands above the picture
            continue
        sheet.title(part.heading)
        for sentence in part.sentences:
            sheet.text(sentence, "dim" if part.name == "reading" else "")
        sheet.blank()
    if since.others:
        there = _("Earlier answers are here, too: {waves}. To see several at once, in a command line: {command}")
        waves = view.speech.both(since.others)
        sheet.text(there.format(waves=waves, command="maturity compare"), "dim")
