"""The last line of a response file: the SHA-256 of everything above it.

TOML does not notice when a file is cut off or a bit flips: of 326 prefixes of a response, 73 still parsed. This line
does. A byte-order mark or the line ends of another system are not damage: they are taken away before counting.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Literal, NamedTuple

_LINE = re.compile(rb"# sha256 ([0-9a-f]{64})\n\Z")
_ANY_LINE = re.compile(rb"^# ?sha256", re.MULTILINE)

State = Literal["intact", "altered", "cut", "zeroed"]


class Seal(NamedTuple):
    """What the last line says.

    ``intact``; ``altered``: it does not fit, or something stands behind it; ``cut``: it is missing; ``zeroed``: of the
    text nothing is left, or a disk filled its end with NULs.
    """

    state: State
    digest: str  # of what really stands above


def seal(body: str) -> str:
    """The text with its last line."""
    return f"{body}# sha256 {sha256(body.encode()).hexdigest()}\n"


def examine(data: bytes) -> Seal:
    """Whether the bytes of a file are what was written."""
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    line = _LINE.search(data)
    body = data[: line.start()] if line else data
    digest = sha256(body).hexdigest()
    if line and line[1].decode() == digest and (not body or body.endswith(b"\n")):
        return Seal("intact", digest)
    if not data or data.endswith(b"\0"):
        return Seal("zeroed", digest)
    return Seal("altered" if _ANY_LINE.search(data) else "cut", digest)
