"""Copies of a response beside it: for a second person who answers, and for answers whose file somebody else changed."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from maturity.errors import LockedError, MaturityError, Problem, SaveError
from maturity.locale import domain
from maturity.response.file import OpenResponse, create, data_of, read
from maturity.response.model import REVISIONS, Respondent, Response
from maturity.response.naming import uuid7
from maturity.response.rendering import tidy
from maturity.response.saving import make_folder, write_new
from maturity.toml import shown_file

_ = domain("response").gettext
_MOST = 1000  # copies of one response, respondents of one authority


def free_pseudonym(path: Path) -> str:
    """The first of r1, r2, … that is nobody's in the folder of this response."""
    names = (f"r{number}" for number in range(1, _MOST))
    return next((name for name in names if not os.path.lexists(path.with_name(f"{name}.toml"))), f"r{_MOST}")


def copy_for(path: Path, response: Response, role: str, *, now: datetime | None = None) -> Path:
    """A file of their own for a second person, with the answers that stand there now; returns where it is.

    It has an id and a pseudonym of its own, and the same authority, wave and questionnaire: the two can be compared.

    Raises:
        SaveError: the disk refuses; nothing changed.
    """
    begun = (now or datetime.now(UTC)).replace(microsecond=0)
    while True:
        name = free_pseudonym(path)
        values = {
            "id": uuid7(),
            "respondent": Respondent(pseudonym=name, role=role),
            "started": begun,
            "updated": begun,
        }
        copy = path.with_name(f"{name}.toml")
        try:
            create(copy, response.model_copy(update={**values, "started": begun, "updated": begun}))
        except LockedError:  # somebody is beginning this very one
            continue
        except SaveError:
            if name == free_pseudonym(path):  # the disk refuses
                raise
            continue  # somebody was faster
        return copy


def keep_beside(path: Path, response: Response) -> Path:
    """The same person's answers under another name, where their file cannot take them; returns where they are.

    Id and pseudonym stay: it is the same assessment twice, and whoever looks chooses one of the two.

    Raises:
        SaveError: the disk refuses; nothing changed.
    """
    make_folder(path.parent)
    return _keep(path, response, path.with_name(path.stem[:100]))


def keep_elsewhere(path: Path, response: Response, folder: str) -> Path:
    """The same in a folder that somebody typed, which is there already; the name says whose answers they are.

    Raises:
        SaveError: there is no such folder, or its disk refuses, too.
    """
    place = _folder(folder)
    whose = path.absolute().parent.name[:60], path.stem[:40]
    return _keep(path, response, place / "-".join(filter(None, whose)))


def _folder(typed: str) -> Path:
    """That of a name as somebody types or pastes it: with blanks around it, in quotation marks."""
    name = typed.strip()
    if len(name) > 1 and name[0] == name[-1] and name[0] in "\"'":
        name = name[1:-1]
    fix = _("Correct its name, or name another one.")
    if not name:
        raise SaveError(Problem("…", _("No folder was named."), _("Type the name of one, as the computer shows it.")))
    try:
        place = Path(name).expanduser()
        if place.is_dir():
            return place
        why = _("This is a file, and no folder.") if place.exists() else _("There is no such folder.")
    except (OSError, RuntimeError, ValueError):  # a name too long, somebody whose home nobody knows
        why = _("There is no such folder.")
    raise SaveError(Problem(shown_file(name), why, fix))


def _keep(path: Path, response: Response, begin: Path) -> Path:
    """Under the first free name that begins so."""
    saved = {
        "revision": min(_revision(path, response) + 1, REVISIONS),
        "updated": datetime.now(UTC).replace(microsecond=0),
    }
    data = data_of(path, tidy(response.model_copy(update=saved)))
    for number in range(1, _MOST):
        copy = begin.with_name(f"{begin.name}-{_('copy')}-{number}.toml")
        try:
            write_new(copy, data)  # refuses a name that is taken, also where locks hold nobody back
            read(copy)
        except SaveError as error:
            if isinstance(error.__cause__, FileExistsError):
                continue
            with suppress(OSError):
                copy.unlink()
            raise
        return copy
    why = _("There are too many copies beside it.")
    raise SaveError(Problem(shown_file(path), why, _("Move those that you do not need into another folder.")))


def _revision(path: Path, response: Response) -> int:
    """That of the file, where it still tells it: what comes after it is newer than all that it was."""
    try:
        return max(response.revision, read(path, accept_damaged=True).revision)
    except MaturityError:
        return response.revision


def go_on_beside(file: OpenResponse, response: Response) -> OpenResponse:
    """`keep_beside`, and the copy open in the place of the file, which others get back.

    Raises:
        SaveError: as `keep_beside`; the file stays open.
    """
    copy = OpenResponse.open(keep_beside(file.path, response))
    file.close()
    return copy
