"""What goes into a report besides the answers: an earlier wave, a logo, the notes; found, checked, told on stderr."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.errors import MaturityError, ReportError
from maturity.locale import domain
from maturity.toml import shown_file

if TYPE_CHECKING:
    from maturity.charts.between import Assessed
    from maturity.report.logo import Logo
    from maturity.response.model import Response

_, ngettext, pgettext = domain("report").functions


def earlier_wave(named: Path | None, file: Path, now: Assessed) -> Assessed | None:
    """The wave that was named, else the newest earlier one beside the file; None where there is none fit for it.

    Why one cannot be used is said on stderr: the report is written without it.
    """
    from maturity.charts.between import earlier, newest_before

    try:
        before = newest_before(file, now) if named is None else earlier(named, now)
    except MaturityError as error:
        click.echo(_("! The report looks back on no earlier wave:"), err=True)
        click.echo(str(error), err=True)
        return None
    if before is not None:
        told = _("It looks back on the wave {wave}; --no-since leaves that out.")
        click.echo(told.format(wave=before.response.wave), err=True)
    return before


def logo_of(named: Path | None, file: Path) -> Logo | None:
    """The logo that was named, else the one beside the file; None where there is none.

    Raises:
        ReportError: the one that was named cannot be used. Of one that only stands there this is said on stderr.
    """
    from maturity.report.logo import beside, load

    if named is not None:
        return load(named)
    found = beside(file)
    try:
        return None if found is None else load(found)
    except ReportError as error:
        click.echo(_("! The report is written without a logo:"), err=True)
        click.echo(str(error), err=True)
        return None


def tell_unused(*, short: bool, since: Path | None, logo: Path | None) -> None:
    """What two pages have no room for, where it was asked for."""
    for option, value in (("--since", since), ("--logo", logo)):
        if short and value is not None:
            told = _("! The two pages have no room for it: {option} {path} is not used.")
            click.echo(told.format(option=option, path=shown_file(value)), err=True)


def tell_notes(response: Response) -> None:
    """That notes travel inside, before somebody sends them on."""
    count = sum(bool(answer.note or answer.evidence) for answer in response.answers.values())
    if count:
        told = ngettext(
            "! A note travels inside; --without-notes leaves it out.",
            "! {n} notes travel inside; --without-notes leaves them out.",
            count,
        )
        click.echo(told.format(n=count), err=True)
