"""Search over the questions, their help, the words explained, and what was written in this response. Pure.

Accents, capitals and signs do not matter. Every word typed must begin a word of what is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.answering.route import Step, question
from maturity.text import plain_words

if TYPE_CHECKING:
    from maturity.answering.cards import Cards
    from maturity.questionnaire.model import Helix, Item

STEM, SENTENCE, WRITTEN, HELP = range(4)  # how near to the question a text stands; a smaller one is found first
_HYPHEN = re.compile(r"(?<=\w)[-‐‑](?=\w)")
Texts = Sequence[tuple[int, str]]  # nearness, text


@dataclass(frozen=True)
class Hit:
    """A question (``index`` in the way) or an entry of the glossary (``index`` None).

    ``text``: the definition, or where in a question the words were found; empty where that is the title itself.
    """

    title: str
    text: str
    index: int | None = None


class Search:
    """All that can be found in one response and language, made ready once; `find` is what each key press calls."""

    def __init__(self, cards: Cards) -> None:
        self._questions = [_Found(cards.name_of(step), _texts(cards, step), n) for n, step in enumerate(cards.way)]
        language = cards.language
        self._glossary = [
            _Found(entry.term[language], [(STEM, entry.term[language]), (HELP, entry.definition[language])])
            for entry in cards.questionnaire.glossary
        ]
        self._definitions = {entry.term[language]: entry.definition[language] for entry in cards.questionnaire.glossary}

    def find(self, text: str) -> list[Hit]:
        """Questions first, those that say it themselves before those whose sentences or help do; then the glossary."""
        words = plain_words(text[:200])
        if not words:
            return []
        entries = [Hit(hit.title, self._definitions[hit.title]) for hit in _ranked(self._glossary, words)]
        return [*_ranked(self._questions, words), *entries]


class _Found:
    """Something to find: each of its texts with its words, for looking words up by their beginning."""

    def __init__(self, title: str, texts: Texts, index: int | None = None) -> None:
        self.title = title
        self.index = index
        self.texts = [(near, text, _plain(text)) for near, text in texts if text]

    def nearest(self, words: Sequence[str]) -> tuple[int, Hit] | None:
        """How far one must go from the question to find every word, and the hit; None where a word is missing."""
        farthest, where = STEM, ""
        for word in words:
            found = next(((near, text) for near, text, plain in self.texts if f" {word}" in plain), None)
            if found is None:
                return None
            if found[0] > farthest:
                farthest, where = found
        whole = [text for near, text, plain in self.texts if near == farthest and _all(words, plain)]
        if farthest > STEM and whole:  # one text that says it all rather than the first that says a part
            where = whole[0]
        return farthest, Hit(self.title, where, self.index)


def _plain(text: str) -> str:
    """All words, each after a space; those with a hyphen as one word, too ("co-production", "coproduction")."""
    words = plain_words(text)
    joined = plain_words(_HYPHEN.sub("", text)) if _HYPHEN.search(text) else []
    return "".join(f" {word}" for word in (*words, *joined))


def _all(words: Sequence[str], plain: str) -> bool:
    return all(f" {word}" in plain for word in words)


def _ranked(places: Sequence[_Found], words: Sequence[str]) -> Iterator[Hit]:
    found = [hit for hit in (place.nearest(words) for place in places) if hit is not None]
    return (hit for _near, hit in sorted(found, key=lambda one: one[0]))


def _texts(cards: Cards, step: Step) -> Texts:
    """What a question says, from the nearest to the farthest."""
    language = cards.language
    if step.kind == "item":
        return _item(cards, cards.questionnaire.item(step.id))
    if step.kind == "helix" and cards.questionnaire.helix is not None:
        return [(STEM, cards.name_of(step)), *_helix(cards.questionnaire.helix, language)]
    asked = question(cards.questionnaire, step.id)
    return [(STEM, asked.text[language]), *((SENTENCE, option.label[language]) for option in asked.options)]


def _item(cards: Cards, item: Item) -> Texts:
    language, answer = cards.language, cards.response.answer(item.id)
    sub, block = cards.questionnaire.subdimensions[item.subdimension], cards.questionnaire.block_of(item.subdimension)
    help_ = [item.why, item.evidence, *([item.not_applicable_when] if item.not_applicable_when else [])]
    return [
        (STEM, item.stem[language]),
        *((SENTENCE, level[language]) for level in item.levels),
        (WRITTEN, answer.note),
        (WRITTEN, answer.evidence),
        *((HELP, text[language]) for text in (*help_, sub.name, block.name)),
    ]


def _helix(helix: Helix, language: str) -> Texts:
    rows = [text for one in helix.subsystems for text in (one.name, one.who_counts, one.does_not_count)]
    return [
        (STEM, helix.question[language]),
        *((SENTENCE, text[language]) for text in (*rows, *(stage.name for stage in helix.stages))),
        *((HELP, text[language]) for text in (helix.intro, *(stage.help for stage in helix.stages))),
    ]
