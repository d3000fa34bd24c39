"""The last line notices what TOML does not."""

from __future__ import annotations

import random

import pytest

from maturity.response.checksum import examine, seal
from maturity.response.file import dumps
from tests.response.samples import SAMPLE

DATA = dumps(SAMPLE).encode()


def test_no_prefix_passes() -> None:
    """A file cut off at any byte is noticed."""
    assert [n for n in range(len(DATA)) if examine(DATA[:n]).state == "intact"] == []


def test_no_flipped_bit_passes() -> None:
    """A single changed bit is noticed, wherever it is."""
    dice = random.Random(7)  # noqa: S311 - a sample, not a secret
    for place in dice.sample(range(len(DATA) * 8), 3000):
        flipped = bytearray(DATA)
        flipped[place // 8] ^= 1 << place % 8
        assert examine(bytes(flipped)).state != "intact", place


@pytest.mark.parametrize(
    ("data", "state"),
    [
        (b"", "zeroed"),
        (bytes(400), "zeroed"),
        (DATA[:200] + bytes(len(DATA) - 200), "zeroed"),
        (DATA[:200], "cut"),
        (DATA[: DATA.rindex(b"#")], "cut"),
        (DATA.replace(b"level = 3", b"level = 4"), "altered"),
        (DATA + b"# a remark\n", "altered"),
        (DATA + b"x", "altered"),
        (DATA.replace(b"level", b"le\0el", 1), "altered"),
        (DATA[:-10], "altered"),
        (DATA, "intact"),
    ],
)
def test_damage_is_named(data: bytes, state: str) -> None:
    """What happened is told apart: zeros, cut off, changed."""
    assert examine(data).state == state


def test_another_editor_is_not_damage() -> None:
    """A byte-order mark and Windows line ends, as e-mail and Notepad leave them, change no answer."""
    assert examine(b"\xef\xbb\xbf" + DATA.replace(b"\n", b"\r\n")).state == "intact"


def test_seal_of_nothing() -> None:
    """Even an empty text has its line."""
    assert examine(seal("").encode()).state == "intact"
