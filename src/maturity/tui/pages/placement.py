"""One placement: the label in words, how sure it is, the map, the yes/no tests with the answers behind them."""

from __future__ import annotations

from types import ModuleType

from maturity.charts import continuum, typology
from maturity.charts.findings import finding
from maturity.charts.medium import TERMINAL
from maturity.charts.words import named
from maturity.locale import domain
from maturity.locale.formats import number, percent
from maturity.questionnaire.rules import Condition, Placement
from maturity.scoring.result import ConditionResult, Flip, PlacementResult
from maturity.tui.pages.view import View
from maturity.tui.widgets.rows import Row, Sheet

_, ngettext, _context = domain("tui").functions


def rows(view: View, width: int, id: str) -> list[Row]:
    """The page of the placement of this id."""
    sheet = Sheet(width)
    placement, result = view.questionnaire.placement(id), view.result.placement(id)
    sheet.text(finding(placement, result, view.speech), "strong")
    _certainty(sheet, view, placement, result)
    sheet.blank()
    chart: ModuleType = typology if placement.map.kind == "plane" else continuum
    view.picture(
        sheet,
        chart.picture(
            view.questionnaire, view.result, view.language, width=view.points(sheet), medium=TERMINAL, placement=id
        ),
    )
    _portraits(sheet, view, placement, result)
    _tests(sheet, view, placement, result)
    _changes(sheet, view, placement, result)
    sheet.text(view.speech.text(placement.caution), "dim")
    return sheet.rows


def _certainty(sheet: Sheet, view: View, placement: Placement, result: PlacementResult) -> None:
    speech = view.speech
    if not result.stated:
        sheet.text(
            _("Indicative: this short form suggests a {noun}, it does not state one.").format(
                noun=speech.text(placement.label_noun)
            ),
            "warn",
        )
    if result.status == "undetermined":
        sheet.text(speech.text(placement.undetermined))
        if result.missing_items:
            asked = [view.stem(item) for item in result.missing_items[:3]]
            sheet.text(_("To know, answer first:"), "strong")
            for stem in asked:
                sheet.text(stem, lead=(("○ ", "accent"),))
    elif result.status == "borderline":
        sheet.text(speech.text(placement.borderline))
    if result.stability is not None and result.label is not None:
        stable = result.stability
        words = speech.text(view.questionnaire.scoring.stability.words[stable.word])
        share = percent(stable.share, language=view.language)
        draws = number(stable.draws, 0, language=view.language)
        tries = _("The same {noun} comes out in {share} of {draws} copies where some answers move by one level.")
        noun = speech.text(placement.label_noun)
        sheet.text(f"{_('Certainty: {word}.')} {tries}".format(word=words, noun=noun, share=share, draws=draws))
    if result.variants and result.label is not None:
        sheet.text(
            _("Holds in {n} of {total} other ways of counting.").format(
                n=result.variants_held, total=len(result.variants)
            ),
            "dim",
        )


def _portraits(sheet: Sheet, view: View, placement: Placement, result: PlacementResult) -> None:
    speech = view.speech
    if result.status == "screened-out" and placement.screening is not None:
        sheet.title(speech.text(placement.screening.name))
        sheet.text(speech.text(placement.screening.portrait))
        sheet.blank()
        return
    labels = (result.label,) if result.label is not None else result.possible_labels
    for configuration in (named(placement, label) for label in labels):
        sheet.title(speech.title(configuration))
        sheet.text(speech.text(configuration.short if len(labels) > 1 else configuration.portrait))
        sheet.blank()
    if result.self_placement is not None and result.self_agrees is not None:
        words = (
            _("You had placed yourselves there too.")
            if result.self_agrees
            else _("You had placed yourselves elsewhere: worth a discussion.")
        )
        sheet.text(words)
        sheet.blank()


def _tests(sheet: Sheet, view: View, placement: Placement, result: PlacementResult) -> None:
    if result.status == "screened-out":
        return
    sheet.title(
        ngettext("{n} yes/no question behind it", "{n} yes/no questions behind it", len(result.conditions)).format(
            n=len(result.conditions)
        )
    )
    conditions = {condition.id: condition for condition in placement.conditions}
    for tested in result.conditions:
        _test(sheet, view, conditions[tested.id], tested)
    sheet.blank()


def _test(sheet: Sheet, view: View, condition: Condition, tested: ConditionResult) -> None:
    speech = view.speech
    mark, role = {"yes": ("✓ ", "good"), "no": ("✗ ", "warn"), "unknown": ("? ", "accent")}[tested.passed]
    sheet.text(speech.text(condition.question), "strong", lead=((mark, role),))
    items = list(dict.fromkeys(item for part in tested.parts for item in part.items))
    words = speech.text({"yes": condition.yes, "no": condition.no, "unknown": condition.unknown}[tested.passed])
    if tested.passed == "unknown" and all(view.response.answer(item).level is not None for item in items):
        words = _("Exactly at the limit: neither yes nor no.")  # nothing is missing
    sheet.text(words, indent=4)
    for item in items:
        sheet.text(view.stem(item), "dim", indent=4, lead=((f"{view.answer(item)}  ", "accent"),))


def _changes(sheet: Sheet, view: View, placement: Placement, result: PlacementResult) -> None:
    if not result.flips:
        return
    sheet.title(_("The smallest change that would give another result"))
    for flip in result.flips[:3]:
        sheet.text(_change(view, placement, flip), lead=(("→ ", "accent"),))
    sheet.blank()


def _change(view: View, placement: Placement, flip: Flip) -> str:
    speech = view.speech
    parts = [
        _("“{stem}” from {before} to {after}").format(
            stem=view.stem(change.item), before=change.before, after=change.after
        )
        for change in flip.changes
    ]
    label = speech.title(named(placement, flip.label))
    return f"{speech.both(parts)}{_(': ')}{label}"
