"""``maturity list``: the assessments of a folder, the last saved first."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.cli.words import ANY_PATH, Command
from maturity.errors import ResponseError
from maturity.locale import domain, language
from maturity.toml import shown_file

if TYPE_CHECKING:
    from maturity.response.workspace import Entry, Header

_, ngettext, pgettext = domain("response").functions


@click.command(cls=Command, short_help="List your assessments and where their files are.")
@click.option(
    "--folder",
    metavar="FOLDER",
    type=ANY_PATH,
    help="Which folder; otherwise that of the assessments.",
)
def command(folder: Path | None) -> None:
    """List the assessments, the last saved first, and those that cannot be read."""
    from maturity.response.workspace import absent, default_folder, listing

    named, folder = folder is not None, folder or default_folder()
    _look_into(folder)
    entries = listing(folder)
    if not entries:
        gone = _("There is no folder {folder}. Is a network drive or a USB stick missing?")
        told = gone if absent(folder) else _("No assessment yet in {folder}.")
        click.echo(told.format(folder=shown_file(folder)), err=True)
        click.echo(_("To begin one: maturity new"), err=True)
        if not named:
            click.echo(_("Are they in another folder? maturity list --folder FOLDER"), err=True)
            click.echo(_("To work in that folder from now on, give its name to the variable MATURITY_HOME."), err=True)
    for entry in entries:
        for line in _lines(entry):
            click.echo(line)


def _look_into(folder: Path) -> None:
    """Nothing where the folder can be listed: "no assessment yet" must be true.

    Raises:
        ResponseError: it is none, or may not be read.
    """
    from maturity.response.saving import reason

    try:
        os.scandir(folder).close()
    except FileNotFoundError:  # the first assessment makes it
        return
    except OSError as error:
        why = _("This is not a folder that can be listed: {reason}.").format(reason=reason(error))
        fix = _("Name the folder in which the assessments are.")
        raise ResponseError.of(shown_file(folder), why, fix) from error


def _lines(entry: Entry) -> list[str]:
    path = "  " + shown_file(entry.path)
    if entry.header is None:
        problem = entry.problem
        told = [f"  {problem.why}", f"  → {problem.fix}"] if problem else []
        return [_("! To be checked"), path, *told]
    return [_headline(entry.header), path]


def _headline(header: Header) -> str:
    from maturity.locale.formats import day

    total = _total(header)
    if total:
        given = min(header.answered, total)
        answered = ngettext("{n} of {total} answered", "{n} of {total} answered", given).format(n=given, total=total)
    else:
        answered = ngettext("{n} answer", "{n} answers", header.answered).format(n=header.answered)
    saved = _("saved on {day}").format(day=day(header.updated.astimezone().date(), language=language()))
    edited = [_("changed outside the program")] if header.edited_by_hand else []
    return " · ".join([header.authority.name, header.wave, header.respondent.pseudonym, answered, saved, *edited])


def _total(header: Header) -> int | None:
    """How many questions the form has; None where its questionnaire is not here."""
    from maturity.errors import MaturityError
    from maturity.questionnaire.reading import load

    try:
        questionnaire = load(header.questionnaire.id, header.questionnaire.version)
        return len(questionnaire.form(header.questionnaire.form).items)
    except (MaturityError, KeyError):
        return None
