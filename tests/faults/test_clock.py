"""A clock that goes back, leaps ahead, or repeats an hour: order comes from the revision, and no answer is lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from maturity.errors import MaturityError
from maturity.response import sidecars
from maturity.response.file import OpenResponse, read
from maturity.response.model import Answer, Response
from maturity.response.restoring import restore
from maturity.response.workspace import listing
from tests.tally import Tried

pytestmark = pytest.mark.family(13)
NOW = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # the night on which summer time ends in Europe
CLOCKS = {
    "an hour back": [NOW, NOW - timedelta(hours=1), NOW],
    "ten years on, and back": [NOW, NOW.replace(year=2036), NOW],
    "1970": [NOW, datetime(1970, 1, 1, tzinfo=UTC), NOW],
    "2100": [NOW, datetime(2100, 1, 1, tzinfo=UTC), NOW],
    "summer time ends": [NOW + timedelta(minutes=30 * step) for step in range(4)],
    "stands still": [NOW] * 4,
}


def save(path: Path, level: int, moment: datetime) -> Response:
    """One answer, saved at this moment of the clock."""
    with OpenResponse.open(path) as session:
        return session.save(session.response.with_answer("A1.2", Answer(level=level)), now=partial(_same, moment))


def _same(moment: datetime) -> datetime:
    return moment


@pytest.mark.parametrize("clock", CLOCKS)
def test_order_comes_from_the_revision(path: Path, tried: Tried, clock: str) -> None:
    """Each save is a revision more and is there, whatever the clock said; the previous version is the one before."""
    revisions = [read(path).revision]
    for level, moment in enumerate(CLOCKS[clock], 1):
        saved = save(path, level, moment)
        revisions.append(saved.revision)
        tried.add(1)

        assert read(path) == saved
        assert read(path).answer("A1.2") == Answer(level=level)
        assert read(sidecars.previous(path)).revision == saved.revision - 1
        assert [entry.path for entry in listing(path.parent.parent)] == [path]
    assert all(after == before + 1 for before, after in pairwise(revisions))


@pytest.mark.parametrize("clock", CLOCKS)
def test_the_version_before_comes_back(path: Path, tried: Tried, clock: str) -> None:
    """A damaged file gives way to the version before it, also where that one bears a later hour."""
    for level, moment in enumerate(CLOCKS[clock], 1):
        save(path, level, moment)
    last = len(CLOCKS[clock])
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(MaturityError):
        read(path)

    assert restore(path).answer("A1.2") == Answer(level=last - 1)
    tried.add(1)
