"""Two assessed waves side by side, with what may be compared between them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from maturity.questionnaire.bridging import Bridge
from maturity.questionnaire.model import Questionnaire
from maturity.response.model import MISSING_CODES, Response
from maturity.scoring.result import Result

_LEFT_OUT = (MISSING_CODES["not-asked"], MISSING_CODES["not-applicable"])


class Assessed(NamedTuple):
    """A response with the questionnaire it was given to, and what came out."""

    questionnaire: Questionnaire
    response: Response
    result: Result


@dataclass(frozen=True)
class Pair:
    """The earlier and the later one."""

    before: Assessed
    after: Assessed
    bridge: Bridge

    @cached_property
    def _called(self) -> dict[str, str]:
        return dict(self.bridge.pairs)

    def other_items(self, earlier: Iterable[str], later: Iterable[str]) -> bool:
        """Whether other questions counted the second time, among these of each version."""
        old, new = self.before.result.sheet, self.after.result.sheet
        counted = {self._called.get(item, f"before:{item}") for item in earlier if old[item] not in _LEFT_OUT}
        return counted != {item for item in later if new[item] not in _LEFT_OUT}

    def members(self, subdimension: str) -> tuple[list[str], list[str]]:
        """The items of a sub-dimension in each version."""
        before, after = (
            [item.id for item in side.questionnaire.items if item.subdimension == subdimension]
            for side in (self.before, self.after)
        )
        return before, after
