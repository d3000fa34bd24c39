"""Earlier waves of the same authority, found beside a file: headers only, no answer is read."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from maturity.response.model import Response
from maturity.response.naming import path_for, same_authority
from maturity.response.workspace import Header, listing

_YEAR = re.compile(r"\d{4}")


def order(wave: str, started: datetime) -> tuple[int, datetime]:
    """Sorts waves by time: the year that the wave begins with, else that of its beginning; then its beginning."""
    year = _YEAR.match(wave)
    return int(year[0]) if year else started.year, started


class Wave(NamedTuple):
    """One file of an earlier wave."""

    header: Header
    path: Path


def earlier(path: Path, response: Response) -> list[Wave]:
    """Earlier waves of the authority whose response stands at ``path``, the newest first, one file for each wave.

    Of several respondents in a wave the nearest is taken: of the same kind, in the same role, the last one saved. Only
    answers to the same questionnaire, whatever its version.
    """
    named = path_for(path.parent, response).parent.name == path.parent.name  # in a folder that the program named
    found: dict[str, list[Wave]] = {}
    for entry in listing(path.parent.parent if named else path.parent):
        if entry.header is not None and _before(entry.header, response):
            found.setdefault(entry.header.wave.casefold(), []).append(Wave(entry.header, entry.path))
    nearest = [max(waves, key=lambda wave: _near(wave.header, response)) for waves in found.values()]
    return sorted(nearest, key=lambda wave: order(wave.header.wave, wave.header.started), reverse=True)


def _before(header: Header, response: Response) -> bool:
    same = header.questionnaire.id == response.questionnaire.id and same_authority(header.authority, response.authority)
    other_wave = header.wave.casefold() != response.wave.casefold()
    return same and other_wave and order(header.wave, header.started) < order(response.wave, response.started)


def _near(header: Header, response: Response) -> tuple[bool, bool, datetime]:
    return header.kind == response.kind, header.respondent.role == response.respondent.role, header.updated
