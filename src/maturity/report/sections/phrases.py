"""Sentences that several sections share, so that they never contradict one another."""

from __future__ import annotations

from collections.abc import Iterable

from maturity.charts.words import code
from maturity.report.matter import Matter
from maturity.scoring.result import BlockResult, GateResult, PlacementResult, StabilityResult


def label(matter: Matter, placement: PlacementResult) -> str:
    """``Type III, administration intelligente``; or what else is known."""
    voice, rules = matter.voice, matter.questionnaire.placement(placement.id)
    if placement.status == "screened-out":
        return matter.text(rules.screening.name) if rules.screening else voice.tell("Not placed")
    if placement.label and not placement.stated:
        return voice.tell("Suggested: {label}", label=voice.spoken(rules, placement.label))
    if placement.label:
        return capital(voice.spoken(rules, placement.label))
    names = [named(matter, placement.id, key) for key in placement.possible_labels]
    if placement.status == "borderline":
        return voice.tell("Borderline: {names}", names=voice.both(names))
    return voice.tell("Not determined: {names}", names=voice.either(names))


def named(matter: Matter, placement: str, id: str) -> str:
    """The code of a type, or the name of a mode without a code."""
    configuration = matter.configuration(placement, id)
    return code(configuration) or matter.text(configuration.name).lower()


def sure(matter: Matter, placement: PlacementResult) -> str:
    """How firmly the label stands, in words, without a figure that would have to be explained."""
    tell, rules = matter.voice.tell, matter.questionnaire.placement(placement.id)
    if placement.status == "screened-out":
        return tell("No {noun} is proposed.", noun=matter.text(rules.label_noun))
    if placement.status == "borderline":
        return tell("The answers fall exactly on the line between them.")
    if placement.status == "undetermined":
        n = len(placement.missing_items)
        return matter.voice.tell_count("One answer is missing to tell.", "{n} answers are missing to tell.", n)
    if not placement.stated:
        return tell("Suggested only: a short form cannot be sure.")
    return _result(matter, placement)


def _result(matter: Matter, placement: PlacementResult) -> str:
    """``Résultat net.``; where it is not, with the nearest other label."""
    voice, stability = matter.voice, placement.stability
    if stability is None:
        return ""
    word = matter.text(matter.questionnaire.scoring.stability.words[stability.word])
    if stability.word == "clear" or not placement.runner_up:
        return voice.tell("Result: {word}.", word=word)
    name = voice.spoken(matter.questionnaire.placement(placement.id), placement.runner_up)
    return voice.tell("Result: {word}; the nearest other one: {name}.", word=word, name=name)


def often(matter: Matter, stability: StabilityResult) -> str:
    """How many of the changed copies keep a label: neither all nor none of them, unless it is so."""
    voice, share = matter.voice, stability.share
    if share == 1:
        return voice.tell("every time ({n} trials)", n=voice.number(stability.draws, 0))
    if round(share * 100) == 100:
        return voice.tell("more than 99 times in 100")
    if round(share * 100) == 0:
        return voice.tell("less than once in 100")
    return voice.tell_count("once in 100", "{n} times in 100", round(share * 100))


def certainty_words(matter: Matter) -> str:
    """What "clear" and the words below it mean."""
    voice, rules = matter.voice, matter.questionnaire.scoring.stability
    clear, likely, uncertain = (matter.text(rules.words[word]) for word in ("clear", "likely", "uncertain"))
    return voice.tell(
        "“{clear}”: at least {high} copies in 100 give the same result; “{likely}”: at least {low}; "
        "“{uncertain}”: fewer.",
        clear=clear,
        likely=likely,
        uncertain=uncertain,
        high=voice.number(rules.clear_from * 100, 0),
        low=voice.number(rules.likely_from * 100, 0),
    )


def everywhere(matter: Matter, block: BlockResult) -> str:
    """What every part of a dimension has in common, in the words of the levels: never more than is true of each."""
    tell, level = matter.voice.tell, block.secured_level
    if level is None or block.secured_is_upper_bound:
        return tell("Answers are missing to say what holds everywhere.")
    if level == 1:
        return tell("At least one part is only beginning.")
    words = matter.text(matter.questionnaire.wording.level_labels[level - 1])
    if any(part.level is not None and part.level < level for part in block.subdimensions):
        return tell("Everywhere, or nearly: {words}.", words=words)
    if level == matter.questionnaire.levels:
        return tell("Everywhere: {words}.", words=words)
    return tell("Everywhere at least: {words}.", words=words)


def state(matter: Matter, found: GateResult, *, codes: bool = True) -> str:
    """The sentence of a condition's state, with the parts that limit it named; ``codes``: of questions, after them."""
    gate = next(gate for gate in matter.questionnaire.readiness.gates if gate.id == found.id)
    limiting = [limit(matter, key, codes=codes) for key in found.limiting]
    if not limiting and found.items:
        limiting = [subdimensions_of(matter, found.items, codes=codes)]
    limiting = list(dict.fromkeys(limiting))
    if found.unasked:
        from maturity.charts.readiness import unasked

        return unasked(", ".join(limiting), found, matter.questionnaire, matter.voice)
    return matter.text(gate.states[found.state]).replace("{items}", ", ".join(limiting))


def limit(matter: Matter, part: str, *, codes: bool = True) -> str:
    """A limiting part by name: a gate as what it asks for, a label as the report calls it, items with their ids."""
    name = matter.text(matter.questionnaire.names(part)[0])
    if any(part == gate.id for gate in matter.questionnaire.readiness.gates):
        return matter.voice.tell("what “{condition}” asks for", condition=name)
    for placement in matter.questionnaire.placements:
        if part.startswith(f"{placement.id}:"):
            return matter.voice.spoken(placement, part.removeprefix(f"{placement.id}:"))
    items = part.split("+")
    return subdimensions_of(matter, items, codes=codes) if set(items) <= set(matter.questionnaire.item_ids) else name


def item_named(matter: Matter, id: str) -> str:
    """``inventaire des données (T2.1)``: what a question is about, its code after it for who looks it up."""
    item = matter.item(id)
    return f"{matter.text(item.name) if item.name else matter.block_names[item.subdimension]} ({id})"


def subdimensions_of(matter: Matter, items: Iterable[str], *, codes: bool = True) -> str:
    """``Données et cartes (T2.1, T2.3)``, or without the codes of the questions."""
    ids = list(items)
    names = ", ".join(dict.fromkeys(matter.block_names[matter.item(key).subdimension] for key in ids))
    return f"{names} ({', '.join(ids)})" if codes else names


def no_action(matter: Matter) -> str:
    """Why nothing is proposed: there is nothing to do, or too little is known to say so."""
    if any(part.level is None for block in matter.dimensions for part in block.subdimensions):
        return matter.voice.tell("Too little is known to propose an action. Finding out comes first.")
    return matter.voice.tell("These answers call for no action in particular. Look again next time.")


def no_grade(matter: Matter) -> str:
    """The reminder that follows every summary."""
    cautions = [matter.text(placement.caution) for placement in matter.questionnaire.placements[:1]]
    return " ".join(
        [*cautions, matter.voice.tell("This report holds no overall level: the dimensions cannot be added up.")]
    )


def answer(matter: Matter, code_: int) -> str:
    """``niveau 3``, ``je ne sais pas``: an answer in a word."""
    if code_ > 0:
        return matter.voice.tell("level {level}", level=code_)
    labels = matter.questionnaire.wording.missing_labels
    return matter.text(
        {-6: labels["not-asked"], -7: labels["not-applicable"], -8: labels["dont-know"]}.get(code_, labels["refused"])
    )


def clipped(text: str, most: int) -> str:
    """At most this many characters, the cut shown."""
    return text if len(text) <= most else text[: most - 1] + "…"


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
