"""The dimensions: level on average, level reached everywhere, and what limits it."""

from __future__ import annotations

from functools import partial

from maturity.charts import profile
from maturity.charts.parts import limits as limiting
from maturity.locale import domain
from maturity.scoring.result import BlockResult
from maturity.tui.pages.view import View
from maturity.tui.widgets.rows import Row, Sheet

_ = domain("tui").gettext


def rows(view: View, width: int) -> list[Row]:
    """The page."""
    sheet = Sheet(width)
    results = [block for block in view.result.blocks if block.kind == "dimension"]
    sheet.text(finding(view, results), "strong")
    sheet.blank()
    draw = partial(profile.picture, view.questionnaire, view.result, view.language)
    drawn = not view.table and not view.medium(sheet).low  # then the sub-dimensions stand in the picture already
    view.spread(sheet, draw, partial(_words, view, results, subdimensions=not drawn))
    return sheet.rows


def _words(view: View, results: list[BlockResult], sheet: Sheet, *, subdimensions: bool) -> None:
    for one in results:
        _dimension(sheet, view, one)
        if subdimensions:
            _subdimensions(sheet, view, one)
        sheet.blank()


def finding(view: View, results: list[BlockResult]) -> str:
    """Where one is furthest, and where least far: one sentence."""
    known = [one for one in results if one.profile_level is not None]
    if not known:
        return _("Too few answers yet to say a level. What you answer appears here.")
    number = view.speech.number
    high = max(number(one.profile_level or 0) for one in known)
    low = min(number(one.profile_level or 0) for one in known)
    most, least = ([_name(view, one) for one in known if number(one.profile_level or 0) == end] for end in (high, low))
    text = _("Furthest along: {most} (level {high}). Least far along: {least} (level {low}).").format(
        most=view.speech.both(most), high=high, least=view.speech.both(least), low=low
    )
    if high == low:
        text = _("On average at level {level}: {names}.").format(level=high, names=view.speech.both(most))
    unknown = [_name(view, one) for one in results if one.profile_level is None]
    if unknown:
        text += " " + _("Too few answers yet: {names}.").format(names=view.speech.both(unknown))
    if any(one.indicative for one in known):
        text += " " + _("This form asks only some of the questions: the levels are indicative.")
    return text


def _name(view: View, result: BlockResult) -> str:
    return view.speech.text(next(block.name for block in view.questionnaire.blocks if block.id == result.id))


def _dimension(sheet: Sheet, view: View, result: BlockResult) -> None:
    speech = view.speech
    block = next(block for block in view.questionnaire.blocks if block.id == result.id)
    sheet.title(speech.text(block.name))
    if result.profile_level is None:
        sheet.text(_("Too few answers yet to say a level."), "dim")
    else:
        average = _("On average, level {level}.").format(level=view.level(result.profile_level, result.profile_bounds))
        sheet.text(f"{average} {_everywhere(view, result)}".rstrip())
    if result.secured_level is not None:
        sheet.text(speech.text(block.level_readings[max(result.secured_level, 1) - 1]), "dim")


def _subdimensions(sheet: Sheet, view: View, result: BlockResult) -> None:
    """Each with its level; the lowest, which limits, are marked."""
    speech = view.speech
    for sub in result.subdimensions:
        limits = limiting(result, sub)
        lead = (("▲ " if limits else "  ", "accent"), (f"{speech.number(sub.level) if sub.level else '–':>3}  ", "key"))
        name = view.subdimension(sub.id)
        sheet.text(f"{name} · {_('limits')}" if limits else name, "strong" if limits else "", lead=lead)


def _everywhere(view: View, result: BlockResult) -> str:
    """The secured level in everyday words; its name in the report stands once, at the first dimension."""
    if result.secured_level is None:
        return ""
    pattern = _("Reached everywhere: level {level}{name}.")
    if result.secured_is_upper_bound:
        pattern = _("Reached everywhere: level {level} at most{name}.")
    first = next((one.id for one in view.result.blocks if one.secured_level is not None), None)
    name = f" ({_('secured level')})" if first == result.id else ""
    return f"{pattern.format(level=result.secured_level, name=name)} {_just_below(view, result)}".rstrip()


def _just_below(view: View, result: BlockResult) -> str:
    """What stands a little below the level reached everywhere: the margin that is left to it."""
    secured, margin = result.secured_level or 0, view.questionnaire.scoring.secured_margin
    below = [one for one in result.subdimensions if one.level is not None and one.level < secured]
    if not below:
        return ""
    names = view.speech.both([f"{view.subdimension(one.id)} {view.speech.number(one.level or 0)}" for one in below])
    return _("To within {margin}: {names}.").format(margin=view.speech.number(margin), names=names)
