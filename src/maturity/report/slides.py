"""Every picture of a result as SVG files for slides, from the same scenes as the report."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from maturity.charts.catalogue import entries
from maturity.charts.svg import render
from maturity.errors import ReportError
from maturity.locale import domain
from maturity.questionnaire.model import Questionnaire
from maturity.response.saving import reason
from maturity.scoring.result import Result
from maturity.toml import shown_file

_ = domain("report").gettext


def write_slides(folder: Path, questionnaire: Questionnaire, result: Result, language: str) -> list[Path]:
    """The files, one a picture; the folder is made where there is none, older pictures of the same name are replaced.

    Raises:
        ReportError: one of them could not be written; those before it are there.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for entry in entries(questionnaire, result):
            path = folder / f"{entry.name}.svg"
            if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):  # writing into a pipe waits for ever
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            path.write_text(render(entry.draw(questionnaire, result, language)), encoding="utf-8")
            written.append(path)
    except OSError as error:
        why = _("The pictures could not be written here ({reason}).").format(reason=reason(error))
        raise ReportError.of(shown_file(folder), why, _("Choose another folder for the pictures.")) from error
    return written
