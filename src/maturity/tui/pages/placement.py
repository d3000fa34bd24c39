"""One placement: the label in words, how sure it is, the map, and what stands behind it."""

from __future__ import annotations

from functools import partial
from types import ModuleType

from maturity.answering.left import would_tell
from maturity.charts import continuum, typology
from maturity.charts.words import named, sentence
from maturity.locale import domain
from maturity.questionnaire.rules import Placement
from maturity.scoring.result import PlacementResult
from maturity.tui.pages import behind
from maturity.tui.pages.view import Draw, View
from maturity.tui.widgets.rows import Row, Sheet

_, ngettext, _context = domain("tui").functions


def rows(view: View, width: int, id: str) -> list[Row]:
    """The page of the placement of this id."""
    sheet = Sheet(width)
    placement, result = view.questionnaire.placement(id), view.result.placement(id)
    sheet.text(finding(view, placement, result), "strong")
    certainty = sure(view, placement, result)
    if certainty:
        sheet.text(certainty)
    sheet.blank()
    view.spread(sheet, drawing(view, id), partial(_words, view, placement, result))
    return sheet.rows


def drawing(view: View, id: str, was: PlacementResult | None = None) -> Draw:
    """What draws the map of a placement, with the place where it ``was`` before a change."""
    chart: ModuleType = typology if view.questionnaire.placement(id).map.kind == "plane" else continuum
    return partial(chart.picture, view.questionnaire, view.result, view.language, placement=id, was=was)


def finding(view: View, placement: Placement, result: PlacementResult) -> str:
    """Where the answers stand: the label with what is nearest after it, or what remains possible, or why none."""
    speech, noun = view.speech, view.speech.text(placement.label_noun)
    if result.status == "screened-out" and placement.screening is not None:
        return _("{reason}: no {noun} is proposed.").format(reason=speech.text(placement.screening.name), noun=noun)
    names = [speech.short(named(placement, one)) for one in result.possible_labels]
    if result.status == "borderline":
        return _("Borderline: your answers fall exactly between {names}.").format(names=speech.both(names))
    if result.label is None:
        return _("Not known yet: {names}, depending on the missing answers.").format(names=speech.either(names))
    text = sentence(speech.spoken(placement, result.label))
    if not result.stated:
        text = _("Perhaps: {label}. This short form suggests a {noun}, it does not state one.").format(
            label=speech.spoken(placement, result.label), noun=noun
        )
    second = result.runner_up
    if second is None or list(result.memberships.values()).count(result.memberships[second]) > 1:
        return text.rstrip(".") + "."
    after = _("Next nearest: {name}.").format(name=speech.short(named(placement, second)))
    return f"{text.rstrip('.')}. {after}"


def sure(view: View, placement: Placement, result: PlacementResult) -> str:
    """How sure a label is, or which answer to give first; empty where there is nothing to say."""
    speech, noun = view.speech, view.speech.text(placement.label_noun)
    if result.status == "screened-out" and placement.screening is not None:
        return speech.text(placement.screening.portrait)
    if result.status == "undetermined":
        if not result.open_questions:
            return ""
        first = result.open_questions[0]
        asked = _("To know, answer first: {stem}").format(stem=view.stem(first.item))
        return f"{asked} {would_tell(placement, first, view.language)}" if first.narrows else asked
    if result.stability is None or result.label is None:
        return ""
    word = sentence(speech.text(view.questionnaire.scoring.stability.words[result.stability.word]))
    text = _("{word}: if a few answers moved by one level, the {noun} would stay the same {n} times in 100.").format(
        word=word, noun=noun, n=speech.number(result.stability.share * 100, 0)
    )
    if result.variants:
        text += " " + _("Other ways of counting: the same {n} times in {total}.").format(
            n=result.variants_held, total=len(result.variants)
        )
    return text


def _words(view: View, placement: Placement, result: PlacementResult, sheet: Sheet) -> None:
    _portraits(sheet, view, placement, result)
    behind.questions(sheet, view, placement, result)
    behind.tests(sheet, view, placement, result)
    behind.changes(sheet, view, placement, result)
    sheet.text(view.speech.text(placement.caution), "dim")


def _portraits(sheet: Sheet, view: View, placement: Placement, result: PlacementResult) -> None:
    speech = view.speech
    labels = (result.label,) if result.label is not None else result.possible_labels
    for configuration in (named(placement, label) for label in labels):
        sheet.title(speech.title(configuration))
        sheet.text(speech.text(configuration.short if len(labels) > 1 else configuration.portrait))
        sheet.blank()
    if result.self_placement is not None and result.self_agrees is not None:
        words = _("You had placed yourselves there too.")
        if not result.self_agrees:
            words = _("You had placed yourselves elsewhere, {label}: worth a discussion.")
        sheet.text(words.format(label=speech.spoken(placement, result.self_placement)))
        sheet.blank()
