"""Names made for files and responses."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.response.naming import path_for, slug, uuid7
from tests.response.samples import SAMPLE, responses


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L’Haÿ-les-Roses", "l-hay-les-roses"),
        ("Œting", "oeting"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x", "c-x"),
        ("CON", "x-con"),
        ("aux", "x-aux"),
        ("COM1", "x-com1"),
        ("Console", "console"),
        ("a\0b\nc", "a-b-c"),
        ("{0.__class__} %n ${HOME}", "0-class-n-home"),
        ("x" * 300, "x" * 60),
    ],
)
def test_slug(text: str, name: str) -> None:
    """A name for a file keeps what can be read and nothing that a system could stumble over."""
    assert slug(text) == name


def test_slug_of_another_script() -> None:
    """Names of which no letter can be kept still differ."""
    assert slug("Αθήνα") != slug("Θεσσαλονίκη")
    assert slug("Αθήνα").startswith("x-")


@given(st.text())
def test_slug_is_always_safe(text: str) -> None:
    """Whatever the text: ASCII, not empty, no separator, no dot, not a device."""
    name = slug(text)

    assert name
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(name) <= 62
    assert name.split("-")[0] not in {"con", "prn", "aux", "nul", "com1", "lpt1"}


@given(responses)
def test_paths_stay_inside(response: object) -> None:
    """No response is put outside its folder."""
    path = path_for(Path("/work"), response)  # type: ignore[arg-type]

    assert path.parent.parent == Path("/work")
    assert path == Path(*path.parts)
    assert all(len(part) < 200 for part in path.parts)


def test_path() -> None:
    """Authority, code and wave name the folder, the respondent's pseudonym the file."""
    assert path_for(Path("w"), SAMPLE) == Path("w/saint-aubin-l-ete-64999-2026/r1.toml")


def test_uuid7() -> None:
    """Ids are of version 7, differ, and sort by the time they were made."""
    ids = [uuid7() for _ in range(50)]

    assert {uuid.UUID(one).version for one in ids} == {7}
    assert {uuid.UUID(one).variant for one in ids} == {uuid.RFC_4122}
    assert len(set(ids)) == 50
    assert [one[:8] for one in ids] == sorted(one[:8] for one in ids)
