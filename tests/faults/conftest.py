"""A saved response, and the next version of it, for every fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.locale import set_language
from maturity.response.file import create
from tests.response.samples import SAMPLE


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A response file in a folder of its own, at revision 1."""
    file = tmp_path / "saint-aubin-2026" / "r1.toml"
    create(file, SAMPLE)
    return file
