"""The newest earlier wave of the same authority, held against the answers of now: looked for away from the key path."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import MaturityError

if TYPE_CHECKING:
    from maturity.charts.changes import Story
    from maturity.tui.pages.view import View


@dataclass(frozen=True)
class Since:
    """What became of an earlier wave: a ``story``, or the ``problem`` that forbids comparing.

    ``others``: still earlier waves that are there, too, the newest first.
    """

    wave: str
    story: Story | None
    problem: str = ""
    others: tuple[str, ...] = ()


def since(path: Path, view: View) -> Since | None:
    """The comparison with the newest earlier wave beside this file; None where there is none.

    Of other files only the headers are read until one is chosen.
    """
    from maturity.charts.between import Assessed, assessed, story
    from maturity.response.waves import earlier

    waves = earlier(path, view.response)
    if not waves:
        return None
    newest, others = waves[0], tuple(one.header.wave for one in waves[1:])
    now = Assessed(view.questionnaire, view.response, view.result)
    try:
        return Since(newest.header.wave, story(assessed(newest.path), now, view.language), "", others)
    except MaturityError as error:
        return Since(newest.header.wave, None, f"{error.problems[0].why} {error.problems[0].fix}", others)
