"""What each question looks like now: cards, grids and counts made from questionnaire, response and language. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from maturity.answering.route import Step, option, question
from maturity.answering.views import Card, Choice, Column, CountsView, GridView, Line, Mark
from maturity.locale import domain

if TYPE_CHECKING:
    from maturity.questionnaire.model import Item, ProfileQuestion, Questionnaire
    from maturity.response.model import Answer, Response

_ = domain("answering").gettext


def confidence_words(value: int) -> str:
    """1–3 in words."""
    return {1: _("not very sure"), 2: _("fairly sure"), 3: _("sure")}[value]


class Cards:
    """Makes the views of one response; place and share are those of the whole way."""

    def __init__(
        self, questionnaire: Questionnaire, response: Response, way: tuple[Step, ...], language: str, minutes: int = 0
    ) -> None:
        """``minutes``: left for the questions without an answer; 0 says nothing of it."""
        self.questionnaire = questionnaire
        self.response = response
        self.way = way
        self.language = language
        self.minutes = minutes

    def place(self, index: int) -> tuple[str, float]:
        """Where this is, as in ``12 of 34`` (within its part: before, items, after), and the share of the way, 0–1."""
        start, end = self._bounds[self._part(index)]
        return _("{n} of {total}").format(n=index - start + 1, total=end - start), (index + 1) / len(self.way)

    @cached_property
    def _bounds(self) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
        """Where what is asked before, the items, and what is asked after begin and end; a way without items ends."""
        items = [n for n, step in enumerate(self.way) if step.kind == "item"]
        first, last = (items[0], items[-1] + 1) if items else (0, 0)
        return (0, first), (first, last), (last, len(self.way))

    def _part(self, index: int) -> int:
        return next(n for n, (start, end) in enumerate(self._bounds) if start <= index < end)

    @property
    def left(self) -> tuple[str, ...]:
        """The minutes left, in words, the longest first; empty where there are none."""
        words = (_("about {n} min left"), _("{n} min")) if self.minutes else ()
        return tuple(text.format(n=self.minutes) for text in words)

    def heading(self, index: int) -> str:
        """What a question belongs to, for lists: its block, or the part of the way."""
        step = self.way[index]
        if step.kind == "item":
            return self.questionnaire.block_of(self.questionnaire.item(step.id).subdimension).name[self.language]
        return (_("Before the questions"), "", _("To finish"))[self._part(index)]

    def item(self, index: int) -> Card:
        """The card of an item."""
        item = self.questionnaire.item(self.way[index].id)
        answer = self.response.answer(item.id)
        block, sub = self.questionnaire.block_of(item.subdimension), self.questionnaire.subdimensions[item.subdimension]
        before = self.way[index - 1] if index else None
        first = before is None or before.kind != "item" or self._block(before.id) != block.id
        place, share = self.place(index)
        return Card(
            part=f"{block.name[self.language]} › {sub.name[self.language]}",
            place=place,
            share=share,
            stem=item.stem[self.language],
            choices=self._choices(item, answer),
            left=self.left,
            lead=self.questionnaire.wording.question_lead[self.language],
            intro=block.intro[self.language] if first else "",
            marks=_marks(answer),
            remarks=_remarks(answer),
        )

    def _block(self, item: str) -> str:
        return self.questionnaire.block_of(self.questionnaire.item(item).subdimension).id

    def _choices(self, item: Item, answer: Answer) -> list[Choice]:
        wording, language = self.questionnaire.wording, self.language
        choices = [
            Choice(str(n), str(n), level[language], chosen=answer.level == n) for n, level in enumerate(item.levels, 1)
        ]
        choices.append(Choice("?", "?", wording.dont_know[language], chosen=answer.missing == "dont-know", apart=True))
        if item.not_applicable_when is not None:
            text = f"{wording.not_applicable[language]}. {item.not_applicable_when[language]}"
            choices.append(Choice("x", "x", text, chosen=answer.missing == "not-applicable", apart=True))
        return choices

    def profile(self, index: int) -> Card:
        """The card of a question about the authority."""
        asked = question(self.questionnaire, self.way[index].id)
        chosen = self.response.profile.get(asked.id)
        place, share = self.place(index)
        choices = [
            Choice(str(n), str(n) if n < 10 else " ", o.label[self.language], chosen=o.code == chosen)
            for n, o in enumerate(asked.options, 1)
        ]
        heading = self.heading(index)
        stem = asked.text[self.language]
        return Card(part=heading, place=place, share=share, stem=stem, choices=choices, left=self.left)

    def counts(self, index: int) -> CountsView:
        """The counts."""
        asked = question(self.questionnaire, self.way[index].id)
        place, share = self.place(index)
        return CountsView(
            part=self.heading(index),
            place=place,
            share=share,
            question=asked.text[self.language],
            hint=_("Type a number on each line; a line may stay empty."),
            rows=[(o.code, o.label[self.language]) for o in asked.options],
            values=self.response.portfolio,
            doubts=list(self._doubts(asked)),
        )

    def _doubts(self, asked: ProfileQuestion) -> Iterator[str]:
        """Counts that are part of another one and add up to more than it."""
        counted, labels = self.response.portfolio, {o.code: o.label[self.language] for o in asked.options}
        for whole in dict.fromkeys(o.part_of for o in asked.options):
            parts = [o.code for o in asked.options if o.part_of == whole and o.code in counted]
            total = sum(counted[code] for code in parts)
            if whole is not None and whole in counted and total > counted[whole]:
                yield _("{parts}: {total}, more than {whole}: {n}. Is one of these numbers to be corrected?").format(
                    parts=" + ".join(labels[code] for code in parts), total=total, whole=labels[whole], n=counted[whole]
                )

    def grid(self, index: int) -> GridView:
        """A project's grid."""
        helix, language, n = self.questionnaire.helix, self.language, int(self.way[index].id)
        if helix is None:
            raise LookupError(self.way[index].key)
        place, share = self.place(index)
        project = self.response.helix[n] if n < len(self.response.helix) else None
        lines = [
            Line(
                sub.id,
                sub.name[language],
                [(_("Who counts:"), sub.who_counts[language]), (_("What does not:"), sub.does_not_count[language])],
                [label[language] for label in helix.cell_labels[sub.cells]],
            )
            for sub in helix.subsystems
        ]
        return GridView(
            part=f"{self.heading(index)} › {_('Who took part in what')}",
            place=place,
            share=share,
            question=helix.question[language],
            intro=helix.intro[language],
            name=(helix.project_prompt[language], project.name if project else ""),
            unnamed=_("press n to name it"),
            lines=lines,
            columns=[Column(stage.id, stage.name[language], stage.help[language]) for stage in helix.stages],
            values=project.cells if project else {},
        )

    def name_of(self, step: Step) -> str:
        """One line for lists."""
        if step.kind == "item":
            return self.questionnaire.item(step.id).stem[self.language]
        if step.kind == "helix":
            n = int(step.id)
            name = self.response.helix[n].name if n < len(self.response.helix) else ""
            return _("Who took part in what") + (f"{_(': ')}{name}" if name else "")
        return question(self.questionnaire, step.id).text[self.language]

    def answer_of(self, step: Step) -> str:
        """What was answered, in a word or a number; empty when nothing was."""
        if step.kind == "item":
            answer = self.response.answer(step.id)
            if answer.level is not None:
                return str(answer.level)
            return {"dont-know": "?", "not-applicable": "x"}.get(answer.missing or "", "–" if answer.given else "")
        if step.kind == "profile":
            code = self.response.profile.get(step.id)
            chosen = option(self.questionnaire, step.id, code) if code is not None else None
            return chosen.label[self.language] if chosen else ""
        if step.kind == "helix":
            n = int(step.id)
            cells = self.response.helix[n].cells if n < len(self.response.helix) else {}
            return str(sum(map(len, cells.values())) or "")
        codes = [o.code for o in question(self.questionnaire, step.id).options]
        return " · ".join(str(self.response.portfolio[code]) for code in codes if code in self.response.portfolio)


def _marks(answer: Answer) -> list[Mark]:
    """What stands beside an answer, in signs and words; seen even where the card is longer than the window."""
    marks: list[Mark] = []
    if answer.note:
        marks.append((f"✎ {_('note')}", "accent"))
    if answer.evidence:
        marks.append((f"✎ {_('evidence')}", "accent"))
    if answer.confidence is not None:
        sure = f"{'◆' * answer.confidence}{'◇' * (3 - answer.confidence)} {confidence_words(answer.confidence)}"
        marks.append((sure, "accent"))
    if answer.flagged:
        marks.append((f"⚑ {_('to come back to')}", "warn"))
    return [span for mark in marks for span in (("   ", ""), mark)]


def _remarks(answer: Answer) -> list[tuple[str, str]]:
    pairs = [(_("Note:"), answer.note), (_("Evidence:"), answer.evidence)]
    return [(heading, _short(text)) for heading, text in pairs if text]


def _short(text: str, limit: int = 140) -> str:
    line = " ".join(text.split("\n"))
    return line if len(line) <= limit else line[: limit - 1] + "…"
