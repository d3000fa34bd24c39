"""Reading a response file: what is damaged is named, never taken in silence; the previous version is offered."""

from __future__ import annotations

import re
from pathlib import Path

from maturity.errors import DamagedError, MaturityError, Problem, ResponseError
from maturity.locale import domain
from maturity.response import sidecars
from maturity.response.checksum import State, examine
from maturity.response.model import Response
from maturity.response.parsing import loads
from maturity.response.saving import make_folder, write_new
from maturity.toml import decode, read_bytes, shown_file

_, ngettext, pgettext = domain("response").functions

_PSEUDONYM = re.compile(r"r\d{1,4}\.toml")  # as this tool names them
_FIRST_LINES = re.compile(rb"schema = \d+\r?\n(?:[^\n]*\n){0,6}?questionnaire = ")


def read(path: Path, *, accept_damaged: bool = False) -> Response:
    """The response in a file.

    Args:
        path: a regular file of at most 1 MiB.
        accept_damaged: read it although its checksum line is missing or does not fit. The text as found is kept
            beside it, and the response carries ``edited_by_hand``.

    Raises:
        DamagedError: the checksum line is missing or does not fit.
        ResponseError: it cannot be read, or is not a response; all problems at once.
        SaveError: a damaged text could not be kept.
    """
    return interpret(path, read_bytes(path, ResponseError), accept_damaged=accept_damaged)


def interpret(path: Path, data: bytes, *, accept_damaged: bool = False) -> Response:
    """As `read`, for the bytes that were found at ``path``."""
    state = examine(data).state
    if state == "intact":
        return loads(decode(data, path, ResponseError), path)
    if not _once_a_response(path, data):
        why, fix = _("This is not a response file of maturity."), _("Name a file that “maturity list” shows.")
        raise ResponseError.of(shown_file(path), why, fix)
    if not accept_damaged:
        raise _damaged(path, Problem(shown_file(path), _told(state), _way_out(path, state)))
    try:
        response = loads(decode(data, path, ResponseError), path)
    except ResponseError as error:
        raise _damaged(path, Problem(shown_file(path), _told(state), _way_out(path, state)), *error.problems) from error
    keep_damaged(path, data)
    return response.model_copy(update={"edited_by_hand": True})


def intact_previous(path: Path) -> Path | None:
    """The version before the last save, when it is there and can be read whole."""
    if not path.name:  # ".", "/"
        return None
    previous = sidecars.previous(path)
    try:
        data = read_bytes(previous, ResponseError)
        if examine(data).state == "intact":
            loads(decode(data, previous), previous)
            return previous
    except MaturityError:
        pass
    return None


def keep_damaged(path: Path, data: bytes) -> Path:
    """Put a copy of the text as found beside the file, once; SaveError when that cannot be done."""
    for number in range(1, 100):
        kept = sidecars.damaged(path, number)
        try:
            if kept.read_bytes() == data:
                return kept
        except OSError:
            break
    make_folder(path.parent)
    write_new(kept, data)
    return kept


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


def _damaged(path: Path, *problems: Problem) -> DamagedError:
    error = DamagedError(*problems)
    error.previous = intact_previous(path)
    return error


def _told(state: State) -> str:
    if state == "altered":
        return _("This file was edited by hand, or damaged: its answers no longer fit the check in its last line.")
    if state == "cut":
        return _("The end of this file is missing: it was cut off, or its last line was removed.")
    return _("This file is empty, or filled with zeros: the disk or a transfer lost what was in it.")


def _way_out(path: Path, state: State) -> str:
    if intact_previous(path):
        return _(
            "The version before it is intact: maturity verify --restore brings it back. "
            "Or open this one all the same; the results will say that it was edited by hand."
        )
    if state not in ("altered", "cut"):  # nothing in it to open
        return _("Take a copy that is intact.")
    return _("Take a copy that is intact, or open it all the same; the results will say that it was edited by hand.")
