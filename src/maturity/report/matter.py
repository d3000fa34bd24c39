"""What a report is about, and the few questions that many sections ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from maturity.questionnaire.base import Words
from maturity.questionnaire.model import Item, ProfileQuestion, Questionnaire
from maturity.questionnaire.rules import Configuration
from maturity.report.logo import Logo
from maturity.report.voice import Voice
from maturity.response.model import Response
from maturity.scoring.result import BlockResult, PlacementResult, Result

if TYPE_CHECKING:
    from maturity.charts.changes import Story
    from maturity.scoring.pairing import Assessed

OTHER_COUNTRY = "XX"  # ISO 3166: no country


def without_notes(response: Response) -> Response:
    """The same answers without what was written beside them: no note, no evidence."""
    answers = {item: one.model_copy(update={"note": "", "evidence": ""}) for item, one in response.answers.items()}
    return response.model_copy(update={"answers": answers})


@dataclass(frozen=True)
class Matter:
    """One response, what it means, and the voice that tells it.

    ``earlier``: the wave to look back on. ``logo``: of the authority. ``bare``: notes and evidence were left out
    (`without_notes`), and the report says so.
    """

    questionnaire: Questionnaire
    response: Response
    result: Result
    voice: Voice
    earlier: Assessed | None = None
    logo: Logo | None = None
    bare: bool = False

    def text(self, words: Words) -> str:
        """A text of the questionnaire, in the report's language."""
        return self.voice.text(words)

    @cached_property
    def story(self) -> Story | None:
        """What changed since the earlier wave; None without one. MaturityError when they may not be compared."""
        if self.earlier is None:
            return None
        from maturity.charts.between import Assessed, story

        now = Assessed(self.questionnaire, self.response, self.result)
        return story(self.earlier, now, self.voice.language)

    @cached_property
    def dimensions(self) -> tuple[BlockResult, ...]:
        """The blocks that have levels."""
        return tuple(block for block in self.result.blocks if block.kind == "dimension")

    @cached_property
    def indicative(self) -> bool:
        """Whether any level rests on only some of its items."""
        return any(block.indicative for block in self.result.blocks)

    @cached_property
    def block_names(self) -> dict[str, str]:
        """Names of blocks and sub-dimensions by id."""
        blocks = {block.id: self.text(block.name) for block in self.questionnaire.blocks}
        return blocks | {key: self.text(sub.name) for key, sub in self.questionnaire.subdimensions.items()}

    def item(self, id: str) -> Item:
        """The item of this id."""
        return self.questionnaire.item(id)

    def configuration(self, placement: str, id: str) -> Configuration:
        """A type or mode by id."""
        return next(c for c in self.questionnaire.placement(placement).configurations if c.id == id)

    def shown(self, placement: PlacementResult) -> tuple[Configuration, ...]:
        """Those whose portraits are told: the label, or all that remain possible."""
        if placement.status == "screened-out":
            return ()
        ids = (placement.label,) if placement.label else placement.possible_labels
        return tuple(self.configuration(placement.id, key) for key in ids if key)

    def question(self, id: str) -> ProfileQuestion | None:
        """A profile question, None where the questionnaire has none of this id."""
        return next((question for question in self.questionnaire.profile if question.id == id), None)

    def filled(self, source: str, code: str) -> str:
        """The label of an answer that the response file holds itself (kind, role…); the code where none fits.

        A country that is not listed keeps its code, after the words for any other.
        """
        for question in self.questionnaire.profile:
            if question.filled_from == source:
                for option in question.options:
                    if option.code == code:
                        return self.text(option.label)
        other = self.filled(source, OTHER_COUNTRY) if source == "country" and code != OTHER_COUNTRY else ""
        return f"{other} ({code})" if other not in ("", OTHER_COUNTRY) else code
