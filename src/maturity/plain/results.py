"""Where an assessment stands, in sentences: ``maturity score`` prints them, plain mode says them. No signs, columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maturity.answering.told import little_to_go_by
from maturity.charts import agenda
from maturity.charts.words import Speech
from maturity.locale import domain, language
from maturity.locale.formats import number, percent
from maturity.questionnaire.base import Words
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Placement
from maturity.response.model import Response
from maturity.scoring import undone
from maturity.scoring.result import BlockResult, PlacementResult, Priority, Result
from maturity.scoring.undone import Undone

_, ngettext, _pgettext = domain("score").functions
FIRST = 4  # open questions that are named

Part = tuple[str, Sequence[str]]  # a heading, and sentences below it


class Page:
    """One page, in the language in use: part after part, from top to bottom."""

    def __init__(self, questionnaire: Questionnaire, response: Response, result: Result) -> None:
        self.questionnaire = questionnaire
        self.response = response
        self.result = result

    def parts(self) -> Iterator[Part]:
        """All of it, shortly; of an assessment without an answer only that."""
        yield self._head()
        if self.result.counts.asked == self.result.counts.blank:
            return
        for placement in self.result.placements:
            yield self._placement(self.questionnaire.placement(placement.id), placement)
        blocks = [block for block in self.result.blocks if block.kind == "dimension"]
        if blocks:
            heading = _("Levels, 1 to {top}").format(top=self.questionnaire.levels)
            yield heading, list(map(self._dimension, blocks))
        gates = list(self._gates())
        if gates:
            yield _("Readiness conditions"), gates
        steps = list(map(self._next, self.result.priorities))
        if steps:
            yield _("Next, in this order (from which level to which)"), steps

    def _head(self) -> Part:
        authority = self.response.authority
        name = _("{name} (invented)").format(name=authority.name) if authority.invented else authority.name
        return f"{name}, {self.response.wave}", [" ".join(self._answered())]

    def _answered(self) -> Iterator[str]:
        counts, form = self.result.counts, self.questionnaire.form(self.result.form)
        answered = counts.asked - counts.blank  # as the list of assessments and the terminal count them
        told = ngettext(
            "{form}: {n} of {asked} questions answered", "{form}: {n} of {asked} questions answered", answered
        ).format(form=self.text(form.name), n=answered, asked=counts.asked)
        if counts.dont_know:
            told += _(", {n} of them “don’t know”").format(n=counts.dont_know)
        if answered and counts.dont_know + counts.blank:
            told += _(" (what is missing is never counted as level 1)")
        yield f"{told}."
        if not answered:
            yield _("There is nothing to show yet: results appear with the first answers.")
            return
        if not form.states_labels:
            yield _("The levels are indicative; what follows is suggested, not stated.")
        elif any(block.indicative for block in self.result.blocks):
            yield _("This form asks only some of the questions: the levels are indicative.")
        if self.response.edited_by_hand:
            yield _("This file was edited outside the program.")

    def _placement(self, placement: Placement, result: PlacementResult) -> Part:
        name, label = self.text(placement.name), self._label(placement, result)
        heading = _("{title}: {text}").format(title=name, text=label)
        if result.status == "screened-out" and placement.screening is not None:
            told = [self.text(placement.screening.portrait)]
        else:
            told = [" ".join(self._certainty(placement, result))]
        if placement == self.questionnaire.placements[0]:
            told.append(_first_sentence(self.text(placement.caution)))
        return heading, list(filter(None, told))

    def _label(self, placement: Placement, result: PlacementResult) -> str:
        if result.status == "screened-out" and placement.screening is not None:
            return self.text(placement.screening.name)
        if result.status == "undetermined":
            codes = [name if name.isupper() else self._name(placement, name) for name in result.possible_labels]
            return _("undetermined. Possible: {names}").format(names=_either(codes))
        label = _either([self._name(placement, name) for name in result.possible_labels])
        return label if result.stated else _("perhaps {label}").format(label=label)

    def _certainty(self, placement: Placement, result: PlacementResult) -> Iterator[str]:
        stability = result.stability
        if stability is not None and result.status == "determined":
            word = self.text(self.questionnaire.scoring.stability.words[stability.word])
            share, held, n = percent(stability.share, language=language()), result.variants_held, len(result.variants)
            yield _(
                "{word}: if a few answers moved by one level, it would stay the same in {share} of cases, and in "
                "{held} of {n} other ways of counting."
            ).format(word=word.capitalize(), share=share, held=held, n=n)
        if result.status == "borderline" or (result.status == "undetermined" and not result.open_questions):
            yield _("Borderline: the answers fall exactly between them.")
        if result.runner_up is not None and result.status == "determined" and not _tied(result, result.runner_up):
            yield _("Next nearest: {name}.").format(name=self._name(placement, result.runner_up))
        yield from self._open(result)

    def _open(self, result: PlacementResult) -> Iterator[str]:
        """Which missing answers would tell more, by the numbers that the questions have; the first one in full."""
        settling, numbers = self._told_first(result)
        if settling:
            yield _("Question {numbers} alone would settle it.").format(numbers=_either(list(numbers)))
        elif numbers:
            told = ngettext(
                "To know more, start with question {numbers}.",
                "To know more, start with questions {numbers}.",
                len(numbers),
            )
            yield told.format(numbers=_both(list(numbers)))
        for first, item in list(numbers.items())[:1]:  # a number alone means nothing outside the questionnaire
            yield _("Question {number}: {stem}").format(
                number=first, stem=self.text(self.questionnaire.item(item).stem)
            )

    def _told_first(self, result: PlacementResult) -> tuple[bool, dict[str, str]]:
        """Whether each alone settles it; the open questions named first, number → item."""
        asked = self.questionnaire.form(self.result.form).items
        numbers = {item: n for n, item in enumerate((i for i in self.questionnaire.item_ids if i in asked), 1)}
        settling = [one.item for one in result.open_questions if one.settles]
        named = settling or [one.item for one in result.open_questions]
        return bool(settling), {str(numbers[item]): item for item in named[:FIRST]}

    def _dimension(self, block: BlockResult) -> str:
        name = next(self.text(one.name) for one in self.questionnaire.blocks if one.id == block.id)
        if block.profile_level is None:
            told = _("{name}: too few answers to say a level.")
            return told.format(name=name)
        level, limits = number(block.profile_level, language=language()), self._limits(block)
        if block.secured_level is None:
            return _("{name}: on average {level}.").format(name=name, level=level)
        if block.secured_is_upper_bound:
            told = _("{name}: on average {level}; everywhere: {secured} at most; limited by: {limits}.")
        else:
            told = _("{name}: on average {level}; everywhere: {secured}; limited by: {limits}.")
        return told.format(name=name, level=level, secured=block.secured_level, limits=limits)

    def _limits(self, block: BlockResult) -> str:
        """The lowest sub-dimensions; when they are many, the first and how many more."""
        if 1 < len(block.limited_by) == len(block.subdimensions):
            return _("all at the same level")
        names = [self.text(self.questionnaire.subdimensions[name].name) for name in block.limited_by]
        if len(names) > 2:
            return _("{name} and {n} others").format(name=names[0], n=len(names) - 1)
        return ", ".join(names) or "—"

    def _gates(self) -> Iterator[str]:
        gates = {gate.id: gate for gate in self.questionnaire.readiness.gates}
        words = {"met": _("Met: {gate}."), "unmet": _("Not met: {gate}."), "unknown": _("To be completed: {gate}.")}
        for result in self.result.gates:
            if result.kind == "gate":
                yield words[result.state].format(gate=self.text(gates[result.id].title))
        points = [self.text(gates[gate.id].title) for gate in self.result.gates if gate.state == "present"]
        if points:
            yield _("Points to watch: {points}.").format(points=_("; ").join(points))

    def _next(self, priority: Priority) -> str:
        left = self._left(priority)
        before, after = left.advice.from_level, left.advice.to_level
        told = _("{rank}. {title}: from {before} to {after}").format(
            rank=priority.rank, title=self.text(left.title), before=before, after=after
        )
        own = "" if priority.target is None else _(" (your target: {level})").format(level=priority.target)
        return f"{told}{own}."

    def step(self, n: int) -> Iterator[str]:
        """One of the next steps in full, counted from 0: why, how, effort, who, and how one knows that it is done."""
        priority, labels = self.result.priorities[n], self.questionnaire.advice
        left = self._left(priority)
        advice = left.advice
        yield self._next(priority)
        yield agenda.chosen(priority, self.questionnaire, self.result, Speech(language()))
        yield self.little([priority])
        yield self.text(left.why)
        yield from (self.text(one.text) for one in left.steps)
        months = ngettext("{n} month", "{n} months", advice.horizon_months).format(n=advice.horizon_months)
        yield _("Effort: {effort}. Within {months}. Who: {lead}.").format(
            effort=self.text(labels.effort_labels[advice.effort]),
            months=months,
            lead=self.text(labels.lead(advice, self.response.authority.population)),
        )
        yield _("Done when: {evidence}").format(evidence=self.text(left.evidence))

    def _left(self, priority: Priority) -> Undone:
        people = self.response.authority.population
        return undone.of_priority(self.questionnaire, self.result.sheet, priority, people)

    def little(self, priorities: Sequence[Priority]) -> str:
        """Lowest points mean little while few are known; a target or a condition needs no others."""
        lowest = any(priority.reason == "weakest" for priority in priorities)
        return little_to_go_by(self.result) if lowest else ""

    def _name(self, placement: Placement, label: str) -> str:
        """A type's code and name; the name alone where the id is only an id."""
        name = next(self.text(c.name) for c in placement.configurations if c.id == label)
        return f"{label}, {name}" if label.isupper() else name

    def text(self, words: Words) -> str:
        """In the language in use; else in the questionnaire's first."""
        return words.get(language()) or words[self.questionnaire.languages[0]]


def _tied(result: PlacementResult, name: str) -> bool:
    """Whether others are exactly as near: then none of them is the next nearest."""
    return list(result.memberships.values()).count(result.memberships[name]) > 1


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".") + "."


def _either(names: Sequence[str]) -> str:
    """``a, b or c``."""
    return _("{names} or {last}").format(names=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else names[0]


def _both(names: Sequence[str]) -> str:
    """``a, b and c``."""
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else names[0]
