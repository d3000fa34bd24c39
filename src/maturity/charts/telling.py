"""A comparison as headings with sentences: what a page of text says, whoever prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from maturity.charts.changes import Story
from maturity.charts.words import sentence
from maturity.questionnaire.crosswalk import Correspondence
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.changes import BlockChange, ItemChange, LevelChange

_MOST = 5  # answers told one by one
_ARROW = "\u00a0→\u00a0"  # a line never ends beside it


class Part(NamedTuple):
    """``name`` for whoever shows only some of them; a part without sentences is not told."""

    name: str
    heading: str
    sentences: tuple[str, ...]


def parts(story: Story) -> Iterator[Part]:
    """All that is to be said, the finding first."""
    comparison, say = story.comparison, story.speech.say
    every = [
        Part("summary", say("In short"), (story.finding(), *story.cautions())),
        *(Part("placement", _title(story, one.id), (story.placement(one),)) for one in comparison.placements),
        Part("points", say("Parts that moved"), tuple(_line(story, story.name(o.id), o) for o in comparison.moved)),
        Part("levels", say("Levels on average"), tuple(line for b in comparison.blocks for line in _block(story, b))),
        Part(
            "everywhere",
            say("Reached everywhere"),
            tuple(_everywhere(story)),
        ),
        *_answers(story),
        Part("gates", say("Conditions and points to watch"), tuple(_gates(story))),
        Part("open", say("What missing answers leave open"), tuple(_open(story))),
        Part("refused", say("What cannot be compared, and why"), tuple(_refused(story))),
        Part("questionnaire", say("What changed in the questionnaire"), tuple(_rewritten(story))),
        Part("reading", say("How to read this"), _reading(story)),
    ]
    return (part for part in every if part.sentences)


def _title(story: Story, placement: str) -> str:
    return story.speech.text(story.after.placement(placement).name)


def _block(story: Story, block: BlockChange) -> Iterator[str]:
    """A dimension, where it may be compared."""
    if block.level is not None and block.level.status != "not-comparable":
        yield _line(story, _named(story, block), block.level)


def _named(story: Story, block: BlockChange) -> str:
    return story.speech.text(next(one.name for one in story.after.blocks if one.id == block.id))


def _everywhere(story: Story) -> Iterator[str]:
    """The level that holds everywhere in a dimension, where it changed; those as before in one sentence."""
    say, same = story.speech.say, []
    for block in story.comparison.blocks:
        found = _secured(story, block)
        if found is not None and found[0] == found[1]:
            same.append(say("{name} {level}").format(name=_named(story, block), level=found[0]))
        elif found is not None:
            pattern = say("{name}: {before}, now {after}.")
            yield pattern.format(name=_named(story, block), before=found[0], after=found[1])
    if same:
        yield say("As before: {names}.").format(names=story.speech.both(same))


def _secured(story: Story, block: BlockChange) -> tuple[str, str] | None:
    """Before and after, where they may be compared."""
    if block.level is None or block.level.status == "not-comparable":
        return None
    if block.secured_before is None or block.secured_after is None:
        return None
    most = story.speech.say("at most {level}")
    before, after = str(block.secured_before), str(block.secured_after)
    return (
        most.format(level=before) if block.secured_before_at_most else before,
        most.format(level=after) if block.secured_after_at_most else after,
    )


def _line(story: Story, name: str, change: LevelChange) -> str:
    pattern = story.speech.say("{name}: {levels}, {verdict}.")
    return pattern.format(name=name, levels=story.levels(change).replace(" → ", _ARROW), verdict=story.verdict(change))


def _answers(story: Story) -> list[Part]:
    """Those that rose and those that fell most, in the words of the questions; below the last of them, the others."""
    say, most = story.speech.say, story.comparison.items[:_MOST]
    both = (
        Part("up", say("Answers that rose most"), tuple(_answer(story, one) for one in most if one.after > one.before)),
        Part(
            "down", say("Answers that fell most"), tuple(_answer(story, one) for one in most if one.after < one.before)
        ),
    )
    told = [part for part in both if part.sentences] or [Part("up", say("Answers"), ())]
    return [*told[:-1], told[-1]._replace(sentences=(*told[-1].sentences, *_others(story)))]


def _answer(story: Story, one: ItemChange) -> str:
    stem, levels = story.speech.text(story.after.item(one.item).stem), f"{one.before}{_ARROW}{one.after}"
    return story.speech.say("“{stem}” ({item}) {levels}").format(stem=stem, item=one.item, levels=levels)


def _others(story: Story) -> Iterator[str]:
    """How many more changed, and how many did not."""
    changed = story.comparison.items
    rest = len(changed) - _MOST
    if rest > 0:
        yield story.speech.count("{n} more answer changed.", "{n} more answers changed.", rest)
    same = story.comparison.items_compared - len(changed)
    yield story.speech.count("{n} answer is the same as before.", "{n} answers are the same as before.", same)


def _gates(story: Story) -> Iterator[str]:
    for gate in story.comparison.gates:
        if gate.status == "changed" and {gate.before, gate.after} != {"met", "unmet"}:  # these are in the finding
            yield story.gate(gate) + "."
    if any(gate.status == "changed" and gate.after in ("met", "unmet") for gate in story.comparison.gates):
        yield story.speech.say("Near its threshold, a condition can turn with a small difference.")
    refused = [gate for gate in story.comparison.gates if gate.status == "not-comparable"]
    if refused:
        titles = {gate.id: gate.title for gate in story.after.readiness.gates}
        names = story.speech.both([story.speech.text(titles[gate.id]) for gate in refused])
        yield story.speech.say("Not compared, as its questions changed: {names}.").format(names=names)


def _open(story: Story) -> Iterator[str]:
    names = [
        story.name(one.id)
        for block in story.comparison.blocks
        for one in block.subdimensions
        if one.status == "cannot-tell"
    ]
    if names:
        yield sentence(story.speech.both(names)) + "."


def _refused(story: Story) -> Iterator[str]:
    """Points that share a reason are told together."""
    reasons: dict[str, list[str]] = {}
    for one in story.comparison.refused:
        reasons.setdefault(story.why(one), []).append(story.name(one.id))
    for why, names in reasons.items():
        pattern = story.speech.say("{names}: {why}")
        yield pattern.format(names=story.speech.both(names), why=why.rstrip(".")) + "."


def _rewritten(story: Story) -> Iterator[str]:
    for one in story.comparison.rewritten:
        note = story.notes((one.note,)) if one.note else ""
        yield f"{_relation(story, one)} {note}".rstrip()


def _relation(story: Story, one: Correspondence) -> str:
    say = story.speech.say
    before, after = _stems(story, story.before, one.before), _stems(story, story.after, one.after)
    patterns = {
        "reworded": say("In other words: {after}"),
        "rescored": say("With other levels: {after}"),
        "split": say("Asked in parts now: {before} became {after}"),
        "merged": say("Asked together now: {before} became {after}"),
        "dropped": say("No longer asked: {before}"),
        "new": say("New: {after}"),
    }
    return patterns[one.relation].format(before=before, after=after)


def _stems(story: Story, questionnaire: Questionnaire, items: tuple[str, ...]) -> str:
    quoted = [
        story.speech.say("“{stem}”").format(stem=story.speech.text(questionnaire.item(item).stem)) for item in items
    ]
    return story.speech.both(quoted)


def _reading(story: Story) -> tuple[str, ...]:
    say = story.speech.say
    return (
        say(
            "A part is said to have risen or fallen only where the difference is larger than what the same answers, "
            "given again, would show by chance. The more questions a part has, the smaller the difference that counts."
        ),
        say("Both times somebody judged their own authority: other people, or a stricter eye, change answers too."),
    )
