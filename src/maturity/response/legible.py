"""What can still be read of a damaged text: the lines that are understood; those that are not are named.

One flipped bit, one brace lost by hand, one stray letter behind the last line: all other answers are still there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pydantic import ValidationError

from maturity.errors import ResponseError
from maturity.response.model import Response
from maturity.response.parsing import loads
from maturity.toml import decode, stopped_at

_MOST: Final = 5  # lines that may be left out; of a text with more faults too little would be certain
_LARGEST: Final = 128 * 1024  # bytes of a text that is tried more than once
_STRANGE: Final = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffc\ufffe-\U0010ffff]")


def legible(data: bytes, where: object) -> tuple[Response, tuple[int, ...]]:
    """The response in a text whose last line does not fit, and the numbers of the lines that could not be read whole.

    A letter that is none stands as �; a line that cannot be understood is left out, and so is an answer in which a word
    or a number is not one of those that an answer may hold.

    Raises:
        ResponseError: too much is gone; says what is wrong with the text as it stands.
    """
    try:
        return loads(decode(data, where, ResponseError), where), ()
    except ResponseError as error:
        fault = error
    if len(data) > _LARGEST:
        raise fault
    lines = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").split("\n")
    strange = {number for number, line in enumerate(lines, 1) if _STRANGE.search(line)}
    lines = [_STRANGE.sub("\ufffd", line) for line in lines]
    left_out: set[int] = set()
    while len(left_out) <= _MOST:
        try:
            response = loads("\n".join(lines), where)
        except ResponseError as error:
            number = stopped_at(error, lines) or _meaningless(error, lines)
            if number is None or lines[number - 1].lstrip().startswith("["):  # what follows would be another's
                break
            lines[number - 1] = ""
            left_out.add(number)
        else:
            return response, tuple(sorted(strange | left_out))
    raise fault


def _meaningless(error: ResponseError, lines: Sequence[str]) -> int | None:
    """The number of a line with an answer that says nothing known, where the faults are of answers alone."""
    if not isinstance(error.__cause__, ValidationError):
        return None
    places = [fault["loc"] for fault in error.__cause__.errors(include_url=False, include_input=False)]
    if any(place[:1] != ("answers",) or len(place) < 2 for place in places):
        return None
    begin = next((number for number, line in enumerate(lines, 1) if line.strip() == "[answers]"), len(lines))
    for number, line in enumerate(lines[begin:], begin + 1):
        if line.lstrip().startswith("["):
            return None
        if line.partition("=")[0].strip().strip("\"'") == places[0][1]:
            return number
    return None
