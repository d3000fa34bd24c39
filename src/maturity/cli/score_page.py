"""One page of plain text that says where an assessment stands. 80 columns, at most 40 lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

import click

from maturity.locale import domain, language
from maturity.locale.formats import number, percent
from maturity.questionnaire.base import Words
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.rules import Placement
from maturity.response.model import Response
from maturity.scoring.result import BlockResult, PlacementResult, Result

_, ngettext, _pgettext = domain("score").functions

WIDTH = 80


def page(questionnaire: Questionnaire, response: Response, result: Result) -> str:
    """The page, in the language in use; headings are bold where a terminal shows it."""
    told = Page(questionnaire, response, result)
    return "\n".join(told.lines())


class Page:
    """The parts of the page, from top to bottom."""

    def __init__(self, questionnaire: Questionnaire, response: Response, result: Result) -> None:
        self.questionnaire = questionnaire
        self.response = response
        self.result = result

    def lines(self) -> Iterator[str]:
        """Every line, without line ends."""
        yield from self._head()
        for placement in self.result.placements:
            yield from self._placement(self.questionnaire.placement(placement.id), placement)
        yield from self._caution()
        yield from self._dimensions()
        yield from self._gates()
        yield from self._priorities()

    def _head(self) -> Iterator[str]:
        authority, counts = self.response.authority, self.result.counts
        name = _("{name} (invented)").format(name=authority.name) if authority.invented else authority.name
        yield _bold(f"{name} · {self.response.wave}")
        form = self.questionnaire.form(self.result.form)
        told = ngettext(
            "{form}: {n} answer of {asked} questions", "{form}: {n} answers of {asked} questions", counts.answered
        ).format(form=self.text(form.name), n=counts.answered, asked=counts.asked)
        unknown = counts.dont_know + counts.blank
        if unknown:
            told += ngettext(
                ", {n} answer missing (never counted as level 1)",
                ", {n} answers missing (never counted as level 1)",
                unknown,
            ).format(n=unknown)
        yield from _filled(told + ".")
        if not form.states_labels:
            yield from _filled(_("The levels are indicative; what follows is suggested, not stated."))
        elif any(block.indicative for block in self.result.blocks):
            yield from _filled(_("This form asks only some of the questions: the levels are indicative."))
        if self.response.edited_by_hand:
            yield from _filled(_("This file was edited outside the program."))
        yield ""

    def _placement(self, placement: Placement, result: PlacementResult) -> Iterator[str]:
        name, label = self.text(placement.name), self._label(placement, result)
        yield from map(_bold, _filled(_("{title}: {text}").format(title=name, text=label), indent=0))
        if result.status == "screened-out" and placement.screening is not None:
            yield from _filled(self.text(placement.screening.portrait), indent=2)
            return
        yield from _filled(" ".join(self._certainty(placement, result)), indent=2)

    def _label(self, placement: Placement, result: PlacementResult) -> str:
        if result.status == "screened-out" and placement.screening is not None:
            return self.text(placement.screening.name)
        if result.status == "undetermined":
            codes = [name if name.isupper() else self._name(placement, name) for name in result.possible_labels]
            return _("undetermined. Possible: {names}").format(names=_listed(codes))
        label = _listed([self._name(placement, name) for name in result.possible_labels])
        return label if result.stated else _("perhaps {label}").format(label=label)

    def _certainty(self, placement: Placement, result: PlacementResult) -> Iterator[str]:
        stability = result.stability
        if stability is not None and result.status == "determined":
            word = self.text(self.questionnaire.scoring.stability.words[stability.word])
            share, held, n = percent(stability.share, language=language()), result.variants_held, len(result.variants)
            yield _(
                "{word}: the same in {share} of copies where answers shift a little, and in {held} of {n} other counts."
            ).format(word=word.capitalize(), share=share, held=held, n=n)
        if result.status == "borderline":
            yield _("Borderline: the answers fall exactly between them.")
        if result.runner_up is not None and result.status == "determined" and not _tied(result, result.runner_up):
            yield _("Next nearest: {name}.").format(name=self._name(placement, result.runner_up))
        if result.missing_items:
            yield _("Answers that would settle it: {items}.").format(items=", ".join(result.missing_items))

    def _caution(self) -> Iterator[str]:
        for placement in self.questionnaire.placements[:1]:
            yield from _filled(_first_sentence(self.text(placement.caution)))

    def _dimensions(self) -> Iterator[str]:
        blocks = [block for block in self.result.blocks if block.kind == "dimension"]
        names = {block.id: self.text(block.name) for block in self.questionnaire.blocks}
        wide = max((len(names[block.id]) for block in blocks), default=0) + 2
        title = _("Levels, 1 to {top}").format(top=self.questionnaire.levels)
        yield ""
        yield _bold(f"{title:<{wide}}  {_('profile'):>7}  {_('secured'):>7}  {_('limited by')}")
        for block in blocks:
            start = f"  {names[block.id]:<{wide - 2}}  {self._profile(block):>7}  {_secured(block):>7}  "
            yield from _filled(self._limits(block), first=start, indent=len(start))

    def _profile(self, block: BlockResult) -> str:
        return "—" if block.profile_level is None else number(block.profile_level, language=language())

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
        words = {"met": _("met"), "unmet": _("not met"), "unknown": _("to be completed")}
        wide = max(map(len, words.values()))
        conditions = [gate for gate in self.result.gates if gate.kind == "gate"]
        if conditions:
            yield ""
            yield _bold(_("Readiness conditions"))
        for gate in conditions:
            start = f"  {words[gate.state]:<{wide}}  "
            yield from _filled(self.text(gates[gate.id].title), first=start, indent=len(start))
        points = [self.text(gates[gate.id].title) for gate in self.result.gates if gate.state == "present"]
        if points:
            yield from _filled(_("Points to watch: {points}.").format(points=_("; ").join(points)))

    def _priorities(self) -> Iterator[str]:
        if not self.result.priorities:
            return
        steps = {step.id: step for step in self.questionnaire.advice.recommendations}
        yield ""
        yield _bold(_("Next, in this order (from which level to which)"))
        for priority in self.result.priorities:
            step = steps[priority.recommendation]
            start = f"  {priority.rank}  {step.from_level} → {step.to_level}  "
            own = "" if priority.target is None else _(" (your target: {level})").format(level=priority.target)
            yield from _filled(self.text(step.title) + own, first=start, indent=len(start))

    def _name(self, placement: Placement, label: str) -> str:
        """A type's code and name; the name alone where the id is only an id."""
        name = next(self.text(c.name) for c in placement.configurations if c.id == label)
        return f"{label} · {name}" if label.isupper() else name

    def text(self, words: Words) -> str:
        """In the language in use; else in the questionnaire's first."""
        return words.get(language()) or words[self.questionnaire.languages[0]]


def _tied(result: PlacementResult, name: str) -> bool:
    """Whether others are exactly as near: then none of them is the next nearest."""
    return list(result.memberships.values()).count(result.memberships[name]) > 1


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].rstrip(".") + "."


def _secured(block: BlockResult) -> str:
    if block.secured_level is None:
        return "—"
    return f"≤\u202f{block.secured_level}" if block.secured_is_upper_bound else str(block.secured_level)


def _listed(names: Sequence[str]) -> str:
    """``a, b or c``."""
    return _("{names} or {last}").format(names=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else names[0]


def _filled(text: str, *, first: str = "", indent: int = 0) -> list[str]:
    """Text in lines of at most 80 columns; a no-break space never breaks."""
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=first or " " * indent, subsequent_indent=" " * indent, break_long_words=False
    )
    return lines or [first] * bool(first)


def _bold(text: str) -> str:
    return click.style(text, bold=True)
