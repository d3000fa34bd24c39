"""Where the authority stands on one placement: the finding, the map, the yes/no tests with the answers behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from maturity.charts.picture import Picture
from maturity.charts.words import code, nearest, open_
from maturity.charts.zones import lanes
from maturity.questionnaire.rules import Condition, Placement
from maturity.report.composer import Composer
from maturity.report.matter import Matter
from maturity.report.sections import flips, phrases, portraits
from maturity.report.styles import BODY, CELL, SMALL, STRONG, WIDTH, Style
from maturity.report.tagging.stack import Ground
from maturity.report.words import Bold, Linked, Said
from maturity.scoring.result import ConditionResult, PlacementResult

_TEST = (39, 61)  # the question with what is found, and the answers behind it
_MAP = (58, 42)  # the map without a place, and what it holds
_PLAIN = Ground(None, None, 0)
_QUESTION = Style(replace(CELL.look, font=STRONG.look.font), CELL.block)


def title(matter: Matter, placement: PlacementResult) -> str:
    """Its heading."""
    return matter.text(matter.questionnaire.placement(placement.id).name)


def write(matter: Matter, composer: Composer, placement: PlacementResult) -> None:
    """The chapter."""
    rules = matter.questionnaire.placement(placement.id)
    composer.finding(finding(matter, placement))
    if placement.status == "screened-out":
        _beginning(matter, composer, rules)
        return
    composer.text(_lead(matter, placement, rules), BODY.but(after=10, keep_with_next=True))
    composer.picture(_with_memberships(matter, placement, _map(matter, rules)), after=6)
    composer.text(" ".join((*map(matter.text, (rules.caution, *rules.notes)), *_drawn(matter, rules))), SMALL)
    low = rules.map.kind != "plane"  # below a low map the portrait has room, on the same page
    if low:
        portraits.write(matter, composer, placement)
    _tests(matter, composer, placement, rules)
    flips.write(matter, composer, placement)
    if not low:
        portraits.write(matter, composer, placement)


def finding(matter: Matter, placement: PlacementResult) -> str:
    """The label with its certainty in words, or what remains possible, or that none is proposed."""
    voice, tell = matter.voice, matter.voice.tell
    rules = matter.questionnaire.placement(placement.id)
    noun = matter.text(rules.label_noun)
    if placement.status == "screened-out":
        return tell("{reason}: no {noun} is proposed.", reason=phrases.label(matter, placement), noun=noun)
    names = [phrases.named(matter, placement.id, key) for key in placement.possible_labels]
    if placement.status == "borderline":
        return tell("Between {names}: the answers fall exactly on the line.", names=voice.both(names))
    if placement.status == "undetermined":
        n = len(placement.missing_items)
        return voice.tell_count(
            "{names}? One answer is missing to tell; see below.",
            "{names}? {count} answers are missing to tell; they are listed below.",
            n,
            names=phrases.capital(voice.either(names)),
            count=phrases.capital(voice.spelled(n)),
        )
    label = phrases.capital(voice.spoken(rules, placement.label or ""))
    if not placement.stated:
        return tell("{label}: suggested, not stated; the form is too short.", label=label)
    if placement.stability is None:
        return f"{label}."
    word = matter.text(matter.questionnaire.scoring.stability.words[placement.stability.word])
    return tell("{label}: the result is {word}.", label=label, word=word)


def _lead(matter: Matter, placement: PlacementResult, rules: Placement) -> Said:
    """What the label means in a sentence, how firmly it stands, and what is nearest; what each of two labels means."""
    voice, noun = matter.voice, matter.text(rules.label_noun)
    shown = matter.shown(placement)
    if placement.label is None and len(shown) == 2:
        one, two = ((Bold(f"{voice.title(each)} – "), matter.text(each.short)) for each in shown)
        return (*one, " ", *two)
    if placement.label is None:
        return matter.text(rules.undetermined)
    parts = [matter.text(matter.configuration(placement.id, placement.label).short)]
    if placement.stated and placement.stability:
        moved = round(1 / placement.stability.probability)
        parts.append(
            voice.tell(
                "If about one answer in {moved} moved by one level, the {noun} would stay the same {often}.",
                moved=voice.spelled(moved),
                noun=noun,
                often=phrases.often(matter, placement.stability),
            )
        )
    second = nearest(placement)
    if second:
        parts.append(voice.tell("Next nearest by membership: {name}.", name=voice.spoken(rules, second)))
    return " ".join(parts)


def _map(matter: Matter, rules: Placement, width: float = WIDTH) -> Picture:
    from maturity.charts import continuum, typology

    draw = typology.picture if rules.map.kind == "plane" else continuum.picture
    return draw(matter.questionnaire, matter.result, matter.voice.language, width=width, placement=rules.id)


def _drawn(matter: Matter, rules: Placement) -> Iterator[str]:
    """What a continuum shows besides its order: how widely, and what stands beside the scale."""
    tell = matter.voice.tell
    if rules.map.kind != "depth":
        return
    if rules.extent:
        yield tell(
            "{extent}: how widely it is done, from 1 to {n} (mean of {items}).",
            extent=matter.text(rules.extent.name),
            n=matter.questionnaire.levels,
            items=matter.voice.both(list(rules.extent.items)),
        )
    last, *beside = lanes(rules)[-1]
    for one in beside:
        yield tell(
            "“{name}” is set apart by the dashed line: it is no step beyond “{last}”.",
            name=matter.text(one.name),
            last=matter.text(last.name),
        )


def _with_memberships(matter: Matter, placement: PlacementResult, picture: Picture) -> Picture:
    """The same, with every membership in its words: who hears the report learns them all."""
    voice = matter.voice
    shown = [
        f"{phrases.named(matter, placement.id, key)} {'–' if value is None else voice.share(value)}"
        for key, value in placement.memberships.items()
    ]
    told = voice.tell("Memberships, from 0 (not at all) to 1 (fully): {list}.", list=voice.both(shown))
    return replace(picture, alt=f"{picture.alt} {told}")


def _beginning(matter: Matter, composer: Composer, rules: Placement) -> None:
    """Who has not begun: what that means, where to begin, and the labels for later."""
    voice = matter.voice
    if rules.screening:
        composer.text(matter.text(rules.screening.portrait))
    if matter.result.priorities:
        words = voice.tell("Where to begin: the first actions of this report")
        composer.text(Linked(words, "#priorities"), BODY.but(after=8))
    composer.heading(voice.tell("To place yourselves, later"))
    composer.text(matter.text(rules.intro))
    left, right = (composer.width_of(_MAP, index) for index in (0, 1))
    with composer.stack(left) as plan:
        composer.picture(_map(matter, rules, left))
    with composer.stack(right) as names:
        for one in rules.configurations:
            composer.heading(voice.title(one), 3)
            composer.text(matter.text(one.short), CELL)
    composer.columns([plan, names], _PLAIN, shares=_MAP, after=8)
    composer.text(matter.text(rules.caution), SMALL)


def _tests(matter: Matter, composer: Composer, placement: PlacementResult, rules: Placement) -> None:
    """Each question with what was found, and beside it the answers on their scale; all of them on one page."""
    voice = matter.voice
    line = voice.number(matter.questionnaire.scoring.calibration.crossover)
    found = {condition.id: condition for condition in placement.conditions}
    with composer.together():
        composer.heading(_count(matter, len(placement.conditions)))
        composer.text(
            voice.tell(
                "Yes where the answers of every group lie above {line} on average. Dashes: {line}; blue bar: the mean "
                "of a group; filled sign: an answer above {line}, hollow: below.",
                line=line,
            ),
            SMALL.but(keep_with_next=True),
        )
        for number, condition in enumerate(rules.conditions):
            _test(matter, composer, placement, condition, found[condition.id], headed=not number)


def _count(matter: Matter, n: int) -> str:
    voice = matter.voice
    text = (
        voice.tell("One question, yes or no")
        if n == 1
        else voice.tell("{count} questions, yes or no", count=voice.spelled(n))
    )
    return phrases.capital(text)


def _test(  # noqa: PLR0913 - one question of a placement
    matter: Matter,
    composer: Composer,
    placement: PlacementResult,
    condition: Condition,
    found: ConditionResult,
    *,
    headed: bool,
) -> None:
    from maturity.charts import deciding

    left, right = (composer.width_of(_TEST, index) for index in (0, 1))
    with composer.stack(left) as words:
        sign = f"\u00a0({code(condition)})" if code(condition) else ""
        composer.text(matter.text(condition.question) + sign, _QUESTION, "H3")
        composer.text(_answered(matter, condition, found), CELL)
    names = {item: phrases.capital(phrases.item_named(matter, item)) for part in found.parts for item in part.items}
    with composer.stack(right) as answers:
        composer.picture(
            deciding.picture(
                matter.questionnaire,
                matter.result,
                matter.voice.language,
                placement=placement.id,
                condition=condition.id,
                names=names,
                width=right,
                headed=headed,
            ),
            after=0,
        )
    composer.columns([words, answers], _PLAIN, shares=_TEST, after=5)


def _answered(matter: Matter, condition: Condition, found: ConditionResult) -> str:
    """The sentence of its answer; where all is known and yet nothing decided, it lies exactly on the line."""
    if found.passed == "unknown" and not open_(found.bounds):
        return matter.voice.tell("Exactly at the threshold: neither yes nor no.")
    return matter.text({"yes": condition.yes, "no": condition.no, "unknown": condition.unknown}[found.passed])
