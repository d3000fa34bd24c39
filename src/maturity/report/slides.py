"""Every picture of a result as SVG files for slides, from the same scenes as the report."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from maturity.charts.catalogue import Entry, entries
from maturity.charts.picture import Picture
from maturity.charts.scene import Text
from maturity.charts.svg import render
from maturity.errors import Problem, ReportError
from maturity.locale import domain
from maturity.questionnaire.model import Questionnaire
from maturity.report.placing import put
from maturity.report.voice import Voice
from maturity.response.naming import slug
from maturity.response.saving import own_folder, reason
from maturity.response.sidecars import is_picture
from maturity.scoring.result import Result
from maturity.toml import shown_file

_ = domain("report").gettext


_MARK = 8.0  # points, the size of what is said under a picture
_GAP = 6.0  # points above it


def write_slides(
    folder: Path, questionnaire: Questionnaire, result: Result, language: str, *, edited: bool
) -> list[Path]:
    """The files, one a picture; the folder is made where there is none, older pictures of the same name are replaced.

    ``edited``: the answers were changed outside the program, and each picture says so, because it travels alone.

    Raises:
        ReportError: something that this program did not draw has the name of one, and none was written; or one of them
            could not be written, and those before it are there.
    """
    drawn = look(folder, questionnaire, result, language)
    written = []
    try:
        own_folder(folder)
        for name, entry in drawn.items():
            picture = entry.draw(questionnaire, result, language)
            put(folder / name, render(_marked(picture) if edited else picture).encode())
            written.append(folder / name)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return written


def _marked(picture: Picture) -> Picture:
    """The same with a line under it; nothing of the picture is covered."""
    words = Voice(picture.language).tell("Answers edited outside the program")
    scene, more = picture.scene, _MARK + _GAP
    shapes = (*(shape.moved(0, more) for shape in scene.shapes), Text(0, _MARK / 4, words, _MARK, fill="muted"))
    return replace(
        picture, scene=replace(scene, height=scene.height + more, shapes=shapes), alt=f"{picture.alt} {words}."
    )


def look(folder: Path, questionnaire: Questionnaire, result: Result, language: str) -> dict[str, Entry]:
    """The pictures by the name of their file, once it is known that they may stand in this folder; writes nothing.

    Raises:
        ReportError: something else has the name of the folder or of one of them.
    """
    drawn = named(entries(questionnaire, result), questionnaire, language)
    try:
        near = next(one for one in (folder, *folder.absolute().parents) if os.path.lexists(one))
        if not near.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(near, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        for name in drawn:
            _look(folder / name)
    except OSError as error:
        raise _unwritable(folder, error) from error
    return drawn


def _unwritable(folder: Path, error: OSError) -> ReportError:
    why = _("The pictures could not be written here ({reason}).").format(reason=reason(error))
    return ReportError(Problem(shown_file(folder), why, _("Choose another folder for the pictures.")))


def named(pictures: Iterable[Entry], questionnaire: Questionnaire, language: str) -> dict[str, Entry]:
    """File name → picture: ``carte-type.svg``; in plain letters, in this language, the same each time."""
    found: dict[str, Entry] = {}
    for entry in pictures:
        name = _name(entry, questionnaire, Voice(language))
        found[f"{entry.name if f'{name}.svg' in found else name}.svg"] = entry
    return found


def _name(entry: Entry, questionnaire: Questionnaire, voice: Voice) -> str:
    """What it is, then of what: the word for the labels of a placement, or the number of a project."""
    tell, (kind, _dash, rest) = voice.tell, entry.name.partition("-")
    words = {
        "map": tell("map"),
        "conditions": tell("tests"),
        "stability": tell("certainty"),
        "profile": tell("dimensions"),
        "helix": tell("participation"),
        "readiness": tell("path"),
        "agenda": tell("calendar"),
    }
    if (placement := entry.of.get("placement")) is not None:
        rest = voice.text(questionnaire.placement(str(placement)).label_noun)
    return slug(f"{words.get(kind, kind)} {rest}")


def _look(path: Path) -> None:
    """Nothing of somebody else's is replaced."""
    if os.path.lexists(path) and not is_picture(path):
        if path.is_file() and not path.is_symlink():
            why = _("There is already a picture here that this program did not draw: nothing was written.")
            raise ReportError.of(shown_file(path), why, _("Choose another folder for the pictures."))
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
