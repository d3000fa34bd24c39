"""What goes into a report besides the answers: an earlier wave, a logo, the notes; told on stderr."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.locale import domain
from maturity.toml import shown_file

if TYPE_CHECKING:
    from maturity.charts.between import Assessed
    from maturity.report.logo import Logo
    from maturity.response.model import Response

_, ngettext, pgettext = domain("report").functions


def earlier_wave(named: Path | None, file: Path, now: Assessed) -> Assessed | None:
    """The wave that was named, else the newest earlier one beside the file; None where there is none fit for it.

    Raises:
        MaturityError: the one that was named cannot be read, or cannot be compared with.
    """
    from maturity.charts.between import earlier
    from maturity.report import beside

    if named is not None:
        before = earlier(named, now)
        _tell(beside.looks_back(before))
        return before
    found, told = beside.earlier_wave(file, now)
    _tell(told)
    return found


def logo_of(named: Path | None, file: Path) -> Logo | None:
    """The logo that was named, else the one beside the file; None where there is none fit for it.

    Raises:
        ReportError: the one that was named cannot be used.
    """
    from maturity.report import beside, logo

    if named is not None:
        return logo.load(named)
    found, told = beside.logo_beside(file)
    _tell(told)
    return found


def _tell(told: str) -> None:
    if told:
        click.echo(told, err=True)


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
