"""The one way in for TOML that a person may have written: regular files only, of a bounded size, one clear error.

``tomllib`` itself accepts what would stop the program later: 900 nested brackets end in RecursionError, one dotted key
of 40 KB takes ten seconds, 8,000 keys of 64 dots take half a gigabyte, opening a FIFO named ``x.toml`` waits for ever.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import tomllib
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from maturity.errors import MaturityError, Problem, ResponseError
from maturity.locale import domain
from maturity.text import clean_text, spelled_out

_, ngettext, pgettext = domain("validation").functions

LIMIT = 1024 * 1024  # bytes of a file
DOTS = 64  # in one key
DOTS_IN_ALL = 50_000  # outside of strings: each part of a name costs a table, and the time grows with the name's square
TABLES = 5_000  # headings, of which the largest file of a questionnaire has some hundreds
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"))
# Strings and comments may hold any number of dots. Possessive: no backtracking, so time grows with the length only.
_STRINGS = re.compile(
    r'"""(?:[^\\"]++|\\.|"(?!""))*+"*+|'
    r"'''(?:[^']++|'(?!''))*+'*+|"
    r'"(?:[^"\\\n]++|\\.)*+"|'
    r"'[^'\n]*+'|#[^\n]*+",
    re.DOTALL,
)
_PLACE = re.compile(r"at line (\d+), column (\d+)")
_HEADINGS = re.compile(r"^[ \t]*+\[", re.MULTILINE)
_MANY_DOTS = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{DOTS + 1},}}")


def read_bytes(path: Path, error: type[MaturityError] = MaturityError, limit: int = LIMIT) -> bytes:
    """All bytes of a regular file; ``error`` when it is none, cannot be read or is larger than ``limit``."""
    try:
        _refuse_other_than_file(path, path.lstat(), error)  # before opening: a socket or a device may not even open
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as fault:
        raise error(cannot_read(path, fault, error)) from fault
    try:  # around the closing, too: it may fail like any other call
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            _refuse_other_than_file(path, found, error)
            data = file.read(min(found.st_size, limit) + 1)  # room for all of the limit would take longer than the rest
            if len(data) > found.st_size:  # it grew, or its system does not tell how long it is
                data += file.read(limit + 1 - len(data))
    except OSError as fault:
        raise error(cannot_read(path, fault, error)) from fault
    if len(data) > limit:
        size = _("The file is larger than {n} KB; such a file never is.").format(n=limit // 1024)
        raise error(Problem(shown_file(path), size, _("Check that it is the right file.")))
    return data


def decode(data: bytes, path: object, error: type[MaturityError] = MaturityError) -> str:
    """UTF-8 text without the mark that Notepad puts in front; every line ends with a line feed alone."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        why = _("The text is not in UTF-8 (byte {n}).").format(n=fault.start + 1)
        fix = _("Save it again as UTF-8, or take an undamaged copy.")
        raise error(Problem(shown_file(path), why, fix)) from fault


def parse(text: str, path: object, error: type[MaturityError] = MaturityError) -> dict[str, Any]:
    """The TOML document; ``error`` with line and column when it is none."""
    where = shown_file(path)
    bare = _STRINGS.sub("s", text)
    if _MANY_DOTS.search(bare):
        why = _("A name holds more than {n} dots.").format(n=DOTS)
        raise error(Problem(where, why, _("Remove that line.")))
    if bare.count(".") > DOTS_IN_ALL:
        why = _("The names in it hold more than {n} dots; such a file never is.").format(n=DOTS_IN_ALL)
        raise error(Problem(where, why, _("Check that it is the right file.")))
    if len(_HEADINGS.findall(bare)) > TABLES:
        why = _("It holds more than {n} tables; such a file never does.").format(n=TABLES)
        raise error(Problem(where, why, _("Check that it is the right file.")))
    try:
        return tomllib.loads(text)
    except RecursionError as fault:
        why = _("Brackets stand in brackets, too deep to be read.")
        raise error(Problem(where, why, _("Remove that line."))) from fault
    except ValueError as fault:  # TOMLDecodeError, and a number of more digits than Python takes
        fix = _("Correct that place, or take an undamaged copy.")
        raise error(Problem(where, _position(str(fault)), fix)) from fault


def stopped_at(error: MaturityError, lines: Sequence[str]) -> int | None:
    """The number of the line where `parse` gave up these lines, the last that holds anything where it names none.

    None: it gave up for another reason, or at nothing.
    """
    if not isinstance(error.__cause__, tomllib.TOMLDecodeError):
        return None
    message = str(error.__cause__)
    if message.startswith("Cannot"):  # two lines say the same: which of them is wrong, nobody knows
        return None
    place = _PLACE.search(message)
    number = int(place[1]) if place else len(lines) if "end of document" in message else 0
    return next((one for one in range(number, 0, -1) if lines[one - 1].strip()), None)


def _position(message: str) -> str:
    """Where the reading stopped, from tomllib's message: the rest of it is English, for programmers."""
    place = _PLACE.search(message)
    if place:
        return _("The file cannot be understood at line {line}, column {column}.").format(
            line=place[1], column=place[2]
        )
    if "end of document" in message:
        return _("The file cannot be understood: it ends too early.")
    return _("The file cannot be understood: a number or a date in it is not possible.")


def shown_file(path: object) -> str:
    """A path for a message: printable, and whole, because it is what the reader has to find."""
    return spelled_out(os.fsdecode(path) if isinstance(path, Path) else str(path))[:4096]


def cannot_read(path: Path, fault: Exception, error: type[MaturityError] = MaturityError) -> Problem:
    """Why a file could not be opened or read; ``error`` tells which kind of file was looked for."""
    code = fault.errno if isinstance(fault, OSError) else None
    if code in (errno.ENOENT, errno.ENOTDIR):
        return Problem(shown_file(path), _("There is no such file."), _neighbour(path, error))
    if code in (errno.EACCES, errno.EPERM):
        return Problem(
            shown_file(path), _("You may not read this file."), _("Ask for the right to read it, or copy it.")
        )
    if code == errno.ELOOP:
        return _other_kind(path, _("This is a link to another file."))
    detail = clean_text(getattr(fault, "strerror", None) or str(fault), limit=200)
    why = _("The file cannot be read: {detail}.").format(detail=detail)
    return Problem(shown_file(path), why, _("Check the disk or the network drive, then try again."))


def _neighbour(path: Path, error: type[MaturityError]) -> str:
    try:
        names = [name for name in os.listdir(path.parent) if name.endswith(".toml")]  # noqa: PTH208 - names only
    except OSError:
        names = []
    near = get_close_matches(path.name[:255], names[:2000], n=1, cutoff=0.7)
    if near:
        return _("Did you mean “{name}”?").format(name=shown_file(near[0]))
    if issubclass(error, ResponseError):
        return _("Check the name and the folder; “maturity list” shows your assessments and where they are.")
    return _("Check the name and the folder.")


def _refuse_other_than_file(path: Path, status: os.stat_result, error: type[MaturityError]) -> None:
    mode = status.st_mode
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise error(_other_kind(path, _("This is a folder, not a file.")))
    if stat.S_ISLNK(mode):
        raise error(_other_kind(path, _("This is a link to another file.")))
    raise error(_other_kind(path, _("This is not an ordinary file.")))


def _other_kind(path: Path, why: str) -> Problem:
    return Problem(shown_file(path), why, _("Name the file itself."))
