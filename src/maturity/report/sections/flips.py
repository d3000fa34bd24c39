"""What would change a label: the smallest changes in words, those that share answers told together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from maturity.questionnaire.rules import Placement
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.styles import BODY, SMALL
from maturity.report.words import Bold
from maturity.scoring.result import Change, Flip, PlacementResult

_MOST = 3  # lines
_ASKED = 4  # missing answers told with their question


def write(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    """Its heading, then the changes, or the missing answers that decide."""
    voice, rules = matter.voice, matter.questionnaire.placement(placement.id)
    noun = matter.text(rules.label_noun)
    if placement.status == "undetermined":
        composer.heading(voice.tell("What would settle the {noun}", noun=noun))
        _missing(matter, composer, placement)
        return
    heading = voice.tell("What would change the {noun}", noun=noun)
    told = [
        (Bold(_reached(matter, placement, rules, group[0])), ", ", words, ".")
        for group, words in sentences(matter, placement)
    ]
    if told:
        composer.heading(heading)
        composer.items(told[:_MOST])
        return
    most = voice.spelled(matter.questionnaire.scoring.max_flips)
    composer.text(
        (
            Bold(f"{heading} – "),
            voice.tell("nothing near: moving up to {most} answers by one level gives the same result.", most=most),
        )
    )


def _missing(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    """The missing answers that could change the label, most useful first, each with its question."""
    voice, questions = matter.voice, placement.open_questions
    shown = [question.item for question in questions[:_ASKED]]
    more = [question.item for question in questions[_ASKED:]]
    alone = len(questions) == 1 or (questions and questions[0].settles)
    lead = voice.tell("This answer settles it:") if alone else voice.tell("Find out in this order:")
    composer.text(lead, BODY.but(after=3, keep_with_next=True))
    composer.items(
        [
            (Bold(phrases.capital(phrases.item_named(matter, key))), " – ", matter.text(matter.item(key).stem))
            for key in shown
        ]
    )
    if more:
        names = voice.both([phrases.item_named(matter, key) for key in more])
        composer.text(voice.tell("Then: {names}.", names=names), SMALL)


def sentences(matter: Matter, placement: PlacementResult) -> Iterator[tuple[Sequence[Flip], str]]:
    """Changes to the same labels in one direction, together where they are "any of these", in the result's order."""
    groups: dict[tuple[object, ...], list[Flip]] = {}
    for flip in placement.flips:
        if {*flip.labels} != {*placement.possible_labels}:
            ups = {change.after > change.before for change in flip.changes}
            groups.setdefault((flip.labels, tuple(ups)), []).append(flip)
    for flips in groups.values():
        for group in _linked(flips):
            whole = _together(matter, group)
            yield from [(group, whole)] if whole else (([flip], _alone(matter, flip.changes)) for flip in group)


def _linked(flips: Sequence[Flip]) -> list[list[Flip]]:
    """Flips of one answer together; of several, those that share answers."""
    found: list[list[Flip]] = []
    for flip in flips:
        items = {change.item for change in flip.changes}
        near = [
            group
            for group in found
            if len(flip.changes) == 1 or any(items & {change.item for change in one.changes} for one in group)
        ]
        joined = [one for group in near for one in group] + [flip]
        found = [group for group in found if group not in near] + [joined]
    return found


def _together(matter: Matter, flips: Sequence[Flip]) -> str:
    """``si deux de ces réponses montaient d’un niveau : …``; empty where no such sentence holds."""
    tell, changes = matter.voice.tell, {change.item: change for flip in flips for change in flip.changes}
    up = [change.after > change.before for change in changes.values()]
    size, n = len(flips[0].changes), len(changes)
    if len(flips) < 2 or any(up) != all(up):
        return ""
    if size == 1:
        pattern = (
            tell("if one of these answers went up by one level: {items}")
            if up[0]
            else tell("if one of these answers went down by one level: {items}")
        )
        return pattern.format(items=_listed(matter, changes.values()))
    if size == 2 and len(flips) == n * (n - 1) / 2:
        pattern = (
            tell("if two of these answers went up by one level: {items}")
            if up[0]
            else tell("if two of these answers went down by one level: {items}")
        )
        return pattern.format(items=_listed(matter, changes.values()))
    shared, times = Counter(change.item for flip in flips for change in flip.changes).most_common(1)[0]
    if size == 2 and times == len(flips):
        others = [change for key, change in changes.items() if key != shared]
        return tell(
            "{first}, and one of these with it: {items}",
            first=_alone(matter, [changes[shared]]),
            items=_listed(matter, others),
        )
    return ""


def _listed(matter: Matter, changes: Iterable[Change]) -> str:
    told = [
        matter.voice.tell("{item}, level {before}", item=phrases.item_named(matter, change.item), before=change.before)
        for change in changes
    ]
    return matter.voice.say("; ").join(told)


def _alone(matter: Matter, changes: Sequence[Change]) -> str:
    """``si … passait du niveau 2 au niveau 3 et … du niveau 3 au niveau 4``."""
    voice = matter.voice
    told = [
        voice.tell(
            "“{item}” went from level {before} to level {after}",
            item=phrases.item_named(matter, change.item),
            before=change.before,
            after=change.after,
        )
        for change in changes
    ]
    return voice.tell("if {changes}", changes=voice.both(told))


def _reached(matter: Matter, placement: PlacementResult, rules: Placement, flip: Flip) -> str:
    """The label after a change, or all that the missing answers would leave open."""
    voice = matter.voice
    if len(flip.labels) == 1:
        return phrases.capital(voice.spoken(rules, flip.label))
    names = voice.either([phrases.named(matter, placement.id, one) for one in flip.labels])
    return voice.tell("{names}, depending on the missing answers", names=names)
