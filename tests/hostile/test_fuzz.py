"""Both readers on files with faults at random: a value that reads back equal, or an error in three parts.

``MATURITY_FUZZ=5000`` tries more; ``scripts/fuzz.py`` follows the lines of code that an input reaches.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maturity.errors import MaturityError
from maturity.locale import set_language
from maturity.response.rendering import dumps
from tests.hostile import oracle
from tests.hostile.mutations import mutated, written
from tests.hostile.questionnaires import INVENTED, copy
from tests.hostile.responses import ACCEPTED, TEXT
from tests.tally import Tried

TIMES = int(os.environ.get("MATURITY_FUZZ", "300"))
RESPONSES = [tomllib.loads(text) for text in (TEXT, *(data.decode("utf-8-sig") for data in ACCEPTED.values()))]
FILES = sorted(path.relative_to(INVENTED / "garden/v2") for path in (INVENTED / "garden/v2").rglob("*.toml"))
SETTINGS = settings(max_examples=TIMES, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.hostile("responses")
@pytest.mark.parametrize("sealed", [True, False], ids=["right checksum", "none"])
def test_response(tried: Tried, sealed: bool) -> None:
    """Values, keys, types, nesting, order and encoding changed at random."""
    set_language("en")

    @SETTINGS
    @given(st.sampled_from(RESPONSES), st.integers(0, 2**64))
    def holds(document: dict[str, object], seed: int) -> None:
        random = Random(seed)  # noqa: S311 - nothing is secret here
        data = written(mutated(document, random), random)
        oracle.response(oracle.sealed(data) if sealed else data)
        tried.add(1)

    holds()


@pytest.mark.hostile("questionnaires")
def test_questionnaire(tried: Tried, tmp_path: Path) -> None:
    """One file of it, changed at random."""
    set_language("en")
    folder = copy(tmp_path) / "garden/v2"
    good = {name: (folder / name).read_bytes() for name in FILES}

    @SETTINGS
    @given(st.sampled_from(FILES), st.integers(0, 2**64))
    def holds(name: Path, seed: int) -> None:
        random = Random(seed)  # noqa: S311 - nothing is secret here
        try:
            (folder / name).write_bytes(written(mutated(tomllib.loads(good[name].decode()), random), random))
            oracle.questionnaire(folder)
        finally:
            (folder / name).write_bytes(good[name])
        tried.add(1)

    holds()


def test_the_oracle_can_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rendering that forgets an answer is noticed, and a message with an invisible sign in it."""
    good = TEXT.encode()
    assert oracle.response(good) is not None
    monkeypatch.setattr(oracle, "dumps", lambda response: dumps(response.model_copy(update={"answers": {}})))
    with pytest.raises(AssertionError):
        oracle.response(good)
    with pytest.raises(AssertionError):
        oracle.told_well(MaturityError.of("r1.toml", "a\u202eb", "c"))
