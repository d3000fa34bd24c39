"""Going on from a file that is not as it was written: from an intact version, or from what stands there.

Whichever is chosen, no text is lost: what gives way is kept beside the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from maturity.errors import ConflictError, DamagedError, Problem, ResponseError
from maturity.locale import domain
from maturity.response.file import OpenResponse, remove
from maturity.response.fit import questionnaire_of
from maturity.response.locking import SessionLock
from maturity.response.model import Response
from maturity.response.reading import keep_damaged, read
from maturity.response.saving import finish, replace
from maturity.response.versions import Standing, Version, survey
from maturity.toml import read_bytes, shown_file

_ = domain("response").gettext


def restore(path: Path) -> Response:
    """Put the newest intact version in the place of the file; a damaged text, and one that gives way, are kept beside.

    Raises:
        DamagedError: there is no intact version; nothing changed.
        ConflictError: the file is intact, or what shares the folder changed it meanwhile; it stays as it is.
        LockedError, SaveError: the file did not change.
    """
    with _held(path) as standing:
        best = standing.best
        if best is None and standing.whole:
            why = _("This file is intact now: it has changed since you looked. Nothing was done.")
            raise ConflictError(Problem(shown_file(path), why, _("Open it as usual.")))
        if best is None:
            why = _("There is no other version that is intact.")
            raise DamagedError(Problem(shown_file(path), why, _("Take a copy from a backup or from an e-mail.")))
        if standing.file is not None and (best.kind == "later" or not standing.whole):
            keep_damaged(path, standing.file.data)
        if best.kind == "unfinished":
            finish(path, best.data, keep_previous=standing.whole, last_look=lambda: _last_look(standing))
        else:
            _keep_unfinished(standing)
            replace(path, best.data, keep_previous=False, last_look=lambda: _last_look(standing))
    return read(path)


def keep_as_it_is(path: Path) -> Response:
    """Take what stands in the file, with its mark when it was changed outside the program: nobody is asked again.

    Raises:
        MaturityError: it cannot be read, or does not fit its questionnaire; nothing changed.
        LockedError, SaveError: the file did not change.
    """
    questionnaire_of(read(path, accept_damaged=True), path)
    with OpenResponse.open(path, accept_damaged=True) as file:
        standing = survey(path)
        _keep_unfinished(standing)
        if standing.whole:
            for one in _unfinished(standing):
                remove(one.path)
        else:
            file.save(file.response)
        _put_aside_newer(survey(path))
        return file.response


def bring_back(path: Path, kept: Path) -> Response:
    """Put a text that was kept beside the file in its place; what stands there is kept in turn.

    A text that was changed outside the program comes back with its mark.

    Raises:
        ConflictError: it is kept no more, or what shares the folder changed the file meanwhile; it stays as it is.
        MaturityError: it does not fit its questionnaire, or the disk refuses; the file did not change.
        LockedError: somebody has the file open.
    """
    with _held(path) as standing:
        chosen = next((one for one in standing.kept if one.path == kept), None)
        if chosen is None or chosen.response is None:
            why = _("It is not there any more, or was changed: nothing was done.")
            raise ConflictError(Problem(shown_file(kept), why, _("Look again: maturity restore.")))
        questionnaire_of(chosen.response, kept)
        if standing.file is not None:
            keep_damaged(path, standing.file.data)
        _keep_unfinished(standing)
        replace(path, chosen.data, keep_previous=False, last_look=lambda: _last_look(standing))
        _put_aside_newer(survey(path))
    return read(path) if chosen.state == "intact" else keep_as_it_is(path)


def _put_aside_newer(standing: Standing) -> None:
    """Once it was decided for an older version, nobody is asked again about those that were saved later."""
    for one in standing.beside:
        if one.kind == "later":
            keep_damaged(standing.path, one.data)
            remove(one.path)


def _last_look(standing: Standing) -> None:
    """No lock holds back what shares a folder between computers: a version that came since is nobody's to replace."""
    try:
        now = read_bytes(standing.path, ResponseError) if os.path.lexists(standing.path) else None
    except ResponseError:
        now = b""
    if now != (standing.file.data if standing.file else None):
        why = _("Not restored: somebody else changed the file at this moment. It was left as it is.")
        raise ConflictError(Problem(shown_file(standing.path), why, _("Open it: it may be intact again.")))


def _keep_unfinished(standing: Standing) -> None:
    """The next save would clear away what a save that was cut short has left."""
    for one in _unfinished(standing):
        keep_damaged(standing.path, one.data)


def _unfinished(standing: Standing) -> list[Version]:
    return [one for one in standing.beside if one.kind == "unfinished" and one.data]


@contextmanager
def _held(path: Path) -> Iterator[Standing]:
    """What stands there while nobody else may change it."""
    lock = SessionLock(path, fix=_("Close it there, then try again."))
    lock.acquire()
    try:
        yield survey(path)
    finally:
        lock.release()
