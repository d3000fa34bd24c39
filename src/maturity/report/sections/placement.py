"""Where the authority stands on one placement: the map, the yes/no tests, what would change it, the portrait."""

from __future__ import annotations

from maturity.charts.picture import Picture
from maturity.charts.words import code
from maturity.questionnaire.rules import Configuration, Placement
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import phrases
from maturity.report.styles import BODY, CELL, LEAD, MUTED, SMALL
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold, Quiet, Said
from maturity.scoring.result import ConditionResult, Flip, Interval, PlacementResult


def title(matter: Matter, placement: PlacementResult) -> str:
    """Its heading."""
    return matter.text(matter.questionnaire.placement(placement.id).name)


def write(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    """The chapter."""
    rules = matter.questionnaire.placement(placement.id)
    composer.text(matter.text(rules.intro))
    _verdict(matter, composer, placement, rules)
    composer.picture(_picture(matter, rules))
    if placement.status != "screened-out":
        _tests(matter, composer, placement, rules)
    composer.text(matter.text(rules.caution), SMALL)
    if placement.status != "screened-out":
        _flips(matter, composer, placement, rules)
    for configuration in matter.shown(placement):
        _portrait(matter, composer, placement, configuration)
    for note in rules.notes:
        composer.text(matter.text(note), SMALL)


def _verdict(matter: Matter, composer: Composer, placement: PlacementResult, rules: Placement) -> None:
    with composer.panel():
        composer.text(phrases.label(matter, placement), LEAD.but(after=3))
        if placement.status == "screened-out" and rules.screening:
            composer.text(matter.text(rules.screening.portrait), BODY.but(after=0))
            return
        if placement.status in ("borderline", "undetermined"):
            words = rules.borderline if placement.status == "borderline" else rules.undetermined
            composer.text(matter.text(words), BODY.but(after=3))
        composer.text(phrases.certainty(matter, placement), BODY.but(after=0))


def _picture(matter: Matter, rules: Placement) -> Picture:
    from maturity.charts import continuum, typology

    draw = typology.picture if rules.map.kind == "plane" else continuum.picture
    return draw(matter.questionnaire, matter.result, matter.voice.language, placement=rules.id)


def _tests(matter: Matter, composer: Composer, placement: PlacementResult, rules: Placement) -> None:
    voice = matter.voice
    composer.heading(_count(matter, len(placement.conditions)))
    rows = []
    results = {condition.id: condition for condition in placement.conditions}
    for condition in rules.conditions:
        found = results[condition.id]
        words = matter.text({"yes": condition.yes, "no": condition.no, "unknown": condition.unknown}[found.passed])
        if found.passed == "unknown" and _tied(found.bounds):
            words = voice.tell("Exactly at the threshold: neither yes nor no.")
        name = (code(condition) + " " if len(condition.id) == 1 else "") + matter.text(condition.name)
        texts = {part.id: matter.text(part.text) for part in condition.parts}
        rows.append((name, words, [(CELL, line) for line in _parts(matter, found, texts)]))
    composer.table((voice.tell("Criterion"), voice.tell("Answer"), voice.tell("What decides it")), rows, (19, 25, 56))
    _memberships(matter, composer, placement)


def _count(matter: Matter, n: int) -> str:
    voice = matter.voice
    text = (
        voice.tell("One question, yes or no")
        if n == 1
        else voice.tell("{count} questions, yes or no", count=voice.spelled(n))
    )
    return phrases.capital(text)


def _parts(matter: Matter, found: ConditionResult, texts: dict[str, str]) -> list[Said]:
    voice = matter.voice
    lines: list[Said] = []
    for part in found.parts:
        mean = "–" if part.mean is None else voice.number(part.mean, 2)
        items = ", ".join(f"{key} ({phrases.answer(matter, matter.result.sheet[key])})" for key in part.items)
        open_ = voice.tell("at the threshold") if _tied(part.bounds) else voice.tell("open")
        word = {"yes": voice.tell("yes"), "no": voice.tell("no"), "unknown": open_}[part.above]
        lines.append(
            (
                texts[part.id] + " ",
                Bold(voice.tell("{word}: mean {mean}", word=phrases.capital(word), mean=mean)),
                f" – {items}.",
            )
        )
    return lines


def _tied(bounds: Interval) -> bool:
    """Whether nothing is missing: what cannot be told then lies exactly on the line."""
    return bounds.high - bounds.low < 1e-9


def _memberships(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    voice = matter.voice
    shown = [
        f"{phrases.named(matter, placement.id, key)} {'–' if value is None else voice.share(value)}"
        for key, value in placement.memberships.items()
    ]
    text = voice.tell("Memberships, from 0 (not at all) to 1 (fully): {list}.", list=" · ".join(shown))
    composer.text(text, SMALL)


def _flips(matter: Matter, composer: Composer, placement: PlacementResult, rules: Placement) -> None:
    voice, noun = matter.voice, matter.text(rules.label_noun)
    composer.heading(voice.tell("What would change the {noun}", noun=noun))
    if placement.status == "undetermined":
        composer.text(voice.tell("The missing answers:"), BODY.but(after=3, keep_with_next=True))
        composer.items([(Bold(f"{key} "), matter.text(matter.item(key).stem)) for key in placement.missing_items])
        return
    if not placement.flips:
        composer.text(voice.tell("No change of one or two answers by one level would give another {noun}.", noun=noun))
        return
    lines: list[Said] = []
    for flip in placement.flips[:4]:
        told = [
            voice.tell("{item} from level {before} to {after}", item=one.item, before=one.before, after=one.after)
            for one in flip.changes
        ]
        stems = " ".join(matter.text(matter.item(one.item).stem) for one in flip.changes)
        changes = voice.both(told)
        lines.append(
            (
                Bold(_reached(matter, placement, rules, flip)),
                voice.tell(": {changes}.", changes=changes) + " ",
                Quiet(stems, MUTED),
            )
        )
    composer.text(
        voice.tell("The smallest changes of the answers that would give another {noun}:", noun=noun), BODY.but(after=4)
    )
    composer.items(lines)


def _reached(matter: Matter, placement: PlacementResult, rules: Placement, flip: Flip) -> str:
    """The label after a change, or all that the missing answers would leave open."""
    voice = matter.voice
    if len(flip.labels) == 1:
        return phrases.capital(voice.spoken(rules, flip.label))
    names = voice.either([phrases.named(matter, placement.id, one) for one in flip.labels])
    return voice.tell("{names}, depending on the missing answers", names=names)


def _portrait(matter: Matter, composer: Composer, placement: PlacementResult, configuration: Configuration) -> None:
    voice, rules = matter.voice, matter.questionnaire.placement(placement.id)
    composer.heading(voice.tell("Portrait: {label}", label=voice.spoken(rules, configuration.id)))
    if configuration.tool_addition:
        composer.text(
            voice.tell(
                "This {noun} is an addition of this tool: the literature does not name it.",
                noun=matter.text(rules.label_noun),
            ),
            SMALL,
        )
    composer.text(matter.text(configuration.portrait))
    if placement.nuance and configuration.id in (placement.label, *placement.possible_labels):
        for nuance in configuration.nuances:
            if nuance.id == placement.nuance:
                composer.text(matter.text(nuance.text))
    # Two portraits can be compared in full; of more, the texts are enough.
    sections = configuration.sections if len(matter.shown(placement)) <= 2 else ()
    for start in range(0, len(sections), 2):
        stacks = []
        for section in sections[start : start + 2]:
            with composer.stack() as stack:
                composer.heading(matter.text(section.heading), 3)
                composer.items([matter.text(line) for line in section.lines])
            stacks.append(stack)
        if len(stacks) == 1:
            composer.things.extend(stacks[0])
        else:
            composer.columns(stacks, Ground(None, None, 0), after=8)
