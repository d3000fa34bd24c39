"""What a report takes along that nobody named: the newest earlier wave and the logo that stand beside the answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import MaturityError
from maturity.locale import domain

if TYPE_CHECKING:
    from maturity.charts.between import Assessed
    from maturity.report.logo import Logo

_ = domain("report").gettext


def earlier_wave(file: Path, now: Assessed) -> tuple[Assessed | None, str]:
    """The newest earlier wave beside the file, and what to tell of it.

    None where there is none, or none that can be read and compared: the words then say why.
    """
    from maturity.charts.between import newest_before

    try:
        before = newest_before(file, now)
    except MaturityError as error:
        return None, f"{_('! The report looks back on no earlier wave:')}\n{error}"
    if before is None:
        return None, ""
    return before, looks_back(before)


def looks_back(before: Assessed) -> str:
    """The sentence that tells on which wave."""
    return _("It looks back on the wave {wave}.").format(wave=before.response.wave)


def logo_beside(file: Path) -> tuple[Logo | None, str]:
    """The logo beside the answers, and what to tell of it; None where there is none that can be used."""
    from maturity.report.logo import beside, load
    from maturity.toml import shown_file

    found = beside(file)
    if found is None:
        return None, ""
    try:
        return load(found), _("The logo is {path}.").format(path=shown_file(found))
    except MaturityError as error:
        return None, f"{_('! The report is written without a logo:')}\n{error}"
