"""Reading a response file: what is damaged is named, never taken in silence; what can be gone on from is offered."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from maturity.errors import DamagedError, Problem, ResponseError, SaveError
from maturity.locale import domain
from maturity.response import sidecars
from maturity.response.checksum import examine
from maturity.response.described import problem
from maturity.response.legible import legible
from maturity.response.model import Response
from maturity.response.parsing import loads
from maturity.response.saving import make_folder, write_new
from maturity.response.versions import Standing, is_gone, standing
from maturity.toml import decode, read_bytes, shown_file

_, ngettext, pgettext = domain("response").functions

_PSEUDONYM = re.compile(r"r\d{1,4}\.toml")  # as this tool names them
_ID = re.compile(rb'^id = "([^"\n]*)"\r?$', re.MULTILINE)
_REVISION = re.compile(rb"^revision = ([0-9]{1,10})\r?$", re.MULTILINE)
_FIRST_LINES = re.compile(rb"schema = \d+\r?\n(?:[^\n]*\n){0,6}?questionnaire = ")


def read(path: Path, *, accept_damaged: bool = False) -> Response:
    """The response in a file; nothing on the disk changes.

    Args:
        path: a regular file of at most 1 MiB.
        accept_damaged: read it although its checksum line is missing or does not fit; the response carries
            ``edited_by_hand``.

    Raises:
        DamagedError: the checksum line is missing or does not fit, or the file is gone and a version of it is not.
        ResponseError: it cannot be read, or is not a response; all problems at once.
    """
    return interpret(path, _found(path), accept_damaged=accept_damaged)


def interpret(path: Path, data: bytes, *, accept_damaged: bool = False) -> Response:
    """As `read`, for the bytes that were found at ``path``."""
    if examine(data).state == "intact":
        return loads(decode(data, path, ResponseError), path)
    if not _once_a_response(path, data):
        why, fix = _("This is not a response file of maturity."), _("Name a file that “maturity list” shows.")
        raise ResponseError.of(shown_file(path), why, fix)
    if not accept_damaged:
        raise _damaged(standing(path, data))
    try:
        response, _lines = legible(data, path)
    except ResponseError as error:
        raise _damaged(standing(path, data), *error.problems) from error
    return response.model_copy(update={"edited_by_hand": True})


def _found(path: Path) -> bytes:
    try:
        return read_bytes(path, ResponseError)
    except ResponseError as error:
        if not is_gone(error):
            raise
        left = standing(path, None)
        if left.best is None:
            raise
        raise _damaged(left) from error


def keep_damaged(path: Path, data: bytes) -> Path:
    """Put a copy of the text as found beside the file, once; SaveError when that cannot be done."""
    kept, there = place_to_keep(path, data)
    if not there:
        if os.path.lexists(kept):
            names = sidecars.damaged_names(path)
            why = _("Nothing was done: {n} texts are kept beside it already, and there is room for no further one.")
            fix = _("Move the files named “{name}” and so on into another folder.")
            told = fix.format(name=shown_file(names[0].name))
            raise SaveError(Problem(shown_file(path), why.format(n=len(names)), told))
        make_folder(path.parent)
        write_new(kept, data)
    return kept


def keep_what_gives_way(path: Path, data: bytes) -> None:
    """Put aside what the next saves would leave no trace of: SaveError when that cannot be done.

    A text that is not as it was written is replaced by the next save, and the one after that would replace the intact
    version before it. The version before a file that is as it was written is kept, too, when it is none of its own: so
    it is when an old copy was put back over the file, or another response stands under its name.
    """
    damaged = examine(data).state != "intact"
    if damaged:
        keep_damaged(path, data)
    try:
        before = read_bytes(sidecars.previous(path), ResponseError)
    except ResponseError:
        return
    if before != data and examine(before).state == "intact" and (damaged or not _precedes(before, data)):
        keep_damaged(path, before)


def _precedes(one: bytes, other: bytes) -> bool:
    """Whether it is an earlier version of the other text, by the lines that every version of this program writes."""
    ids, revisions = ([pattern.search(text) for text in (one, other)] for pattern in (_ID, _REVISION))
    if not all((*ids, *revisions)):
        return False
    same = {found[1] for found in ids if found}
    before, after = (int(found[1]) for found in revisions if found)
    return len(same) == 1 and before < after


def place_to_keep(path: Path, data: bytes) -> tuple[Path, bool]:
    """Under which name a text is put beside the file, and whether it stands there already."""
    for kept in sidecars.damaged_names(path):
        if not os.path.lexists(kept):
            break
        with suppress(ResponseError):  # a folder, a pipe: the next number
            if read_bytes(kept, ResponseError) == data:
                return kept, True
    return kept, False


def looks_like_response(path: Path, data: bytes) -> bool:
    """Whether a file that cannot be read may once have been a response: only such a file is ever removed.

    A text about responses has their words, too, and many a file is empty. So its name must be that of a response, and
    there must be a version kept beside it, or a response's first lines in it; an empty one is known by its name.
    """
    if path.suffix.casefold() != ".toml":
        return False
    if sidecars.every(path):
        return True
    if not data.strip(b"\0"):
        return _PSEUDONYM.fullmatch(path.name) is not None
    return _begins_as_response(data)


def _once_a_response(path: Path, data: bytes) -> bool:
    """Whether a text without its checksum line was a response, whatever its name: else nothing is damaged."""
    return not data.strip(b"\0") or _begins_as_response(data) or bool(path.name and sidecars.every(path))


def _begins_as_response(data: bytes) -> bool:
    return _FIRST_LINES.match(data.removeprefix(b"\xef\xbb\xbf")) is not None


def _damaged(found: Standing, *problems: Problem) -> DamagedError:
    error = DamagedError(problem(found, datetime.now(UTC)), *problems)
    error.previous = found.best.path if found.best else None
    return error
