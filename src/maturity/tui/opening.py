"""Opening and beginning an assessment: everything heavy is imported and read here, away from the key path."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.tui.listing import place
from maturity.tui.session import Session

if TYPE_CHECKING:
    from maturity.answering.beginning import Beginning
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.authorities import RegisteredAuthority
    from maturity.response.trial import Trial


async def open_session(
    path: Path, *, read_only: bool, accept_damaged: bool, changed: Callable[[], None], clock: Callable[[], datetime]
) -> Session:
    """The session of a file. ``accept_damaged``: to look at only; whoever goes on with it says so before.

    Raises:
        MaturityError: locked by somebody else, damaged, not a response, or its questionnaire is not here.
    """
    from maturity.response.opening import open_with_questionnaire

    questionnaire, file = await asyncio.to_thread(
        open_with_questionnaire, path, read_only=read_only, accept_damaged=accept_damaged
    )
    return Session(questionnaire, file, changed=changed, clock=clock)


def load_default() -> Questionnaire:
    """The questionnaire that new assessments use."""
    from maturity.questionnaire.reading import load

    return load()


def invent(language: str) -> Trial:
    """A complete invented authority, in a folder that disappears: the one shown first in this language.

    Raises:
        MaturityError: the disk refuses, or the questionnaire cannot be read.
    """
    from maturity.questionnaire.cases import examples
    from maturity.response.trial import Trial

    return Trial(next(iter(examples(load_default(), language).values())))


def search(text: str) -> list[RegisteredAuthority]:
    """Authorities of the register that fit what was typed."""
    from maturity.response.authorities import search as look_up

    return look_up(text, limit=20) if text.strip() else []


def begin(folder: Path | None, questionnaire: Questionnaire, beginning: Beginning, now: datetime) -> Path:
    """Make the file of a new assessment; returns where it is.

    Raises:
        MaturityError: what was said does not fit the questionnaire, or the disk refuses.
    """
    from maturity.response.workspace import Start
    from maturity.response.workspace import begin as make

    said = beginning.said
    start = Start(role=said["role"], form=said["form"], now=now)
    return make(place(folder), questionnaire, beginning.authority(), start)
