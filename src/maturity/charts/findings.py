"""A placement in one or two sentences, and its memberships as a table."""

from __future__ import annotations

from maturity.charts.picture import Table
from maturity.charts.words import Speech, named, nearest, sentence
from maturity.questionnaire.rules import Placement
from maturity.scoring.result import PlacementResult


def finding(placement: Placement, result: PlacementResult, speech: Speech) -> str:
    """Where the answers stand: label with membership and runner-up, or what remains possible, or why no label."""
    say, noun = speech.say, speech.text(placement.label_noun)
    if result.status == "screened-out":
        screening = placement.screening
        reason = speech.text(screening.name) if screening else speech.text(placement.name)
        return say("{reason}: no {noun} is proposed.").format(reason=reason, noun=noun)
    if result.label is not None:
        return _label(placement, result, result.label, speech)
    names = [speech.short(named(placement, one)) for one in result.possible_labels]
    if result.status == "borderline":
        return say("Borderline case between {names}.").format(names=speech.both(names))
    return say("Not determined: {names} remain possible until the missing answers are given.").format(
        names=speech.either(names)
    )


def _label(placement: Placement, result: PlacementResult, label: str, speech: Speech) -> str:
    say, noun = speech.say, speech.text(placement.label_noun)
    pattern = say("{label} (membership {value})") if result.stated else say("{label} is suggested (membership {value})")
    value = _share(result.memberships.get(label), speech)
    text = sentence(pattern.format(label=speech.spoken(placement, label), value=value))
    second = nearest(result)
    if second is None:
        return f"{text}."
    name, value = speech.short(named(placement, second)), _share(result.memberships.get(second), speech)
    return text + say("; runner-up {noun}: {name} ({value}).").format(noun=noun, name=name, value=value)


def _share(value: float | None, speech: Speech) -> str:
    return "–" if value is None else speech.share(value)


def memberships_table(placement: Placement, result: PlacementResult, speech: Speech) -> Table:
    """Every configuration with its membership and what it is to the respondent."""
    say = speech.say
    rows = tuple(
        (
            speech.title(configuration),
            _share(result.memberships.get(configuration.id), speech),
            speech.standing(placement, result, configuration.id),
        )
        for configuration in placement.configurations
    )
    headers = (sentence(speech.text(placement.label_noun)), say("Membership"), say("Standing"))
    return Table(speech.text(placement.name), headers, rows)
