"""``maturity forget FILE``: remove a response and everything that was kept beside it."""

from __future__ import annotations

import os
from pathlib import Path

import click

from maturity.cli.streams import confirm, somebody_to_ask
from maturity.cli.words import ANY_PATH, Command
from maturity.errors import ResponseError, UsageError
from maturity.locale import domain
from maturity.toml import shown_file

_, ngettext, pgettext = domain("response").functions


@click.command(cls=Command, short_help="Remove an assessment for good.")
@click.argument("file", type=ANY_PATH)
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(file: Path, *, yes: bool) -> None:
    """Remove a response with its previous version and whatever else was kept beside it."""
    from maturity.response.file import forget

    _require_response(file)
    if not yes:
        _ask(file)
    for name in forget(file):
        confirm(_("Removed: {path}").format(path=shown_file(name)))
    click.echo(_("Reports and copies that you put elsewhere are still there."), err=True)


def _require_response(file: Path) -> None:
    from maturity.response.reading import looks_like_response
    from maturity.response.versions import standing
    from maturity.toml import read_bytes

    if not os.path.lexists(file) and standing(file, None).beside:
        return  # it is gone, and its versions are not
    data = read_bytes(file, ResponseError)
    if not looks_like_response(file, data):
        why = _("This is not a response of maturity; it was not removed.")
        raise ResponseError.of(shown_file(file), why, _("Name a file that “maturity list” shows."))


def _ask(file: Path) -> None:
    if not somebody_to_ask():
        why = _("Nobody can be asked here whether it shall be removed.")
        raise UsageError.of("maturity forget", why, _("Add --yes if you are sure."))
    yes = _("yes")
    question = _("Remove {path} for good? Type “{yes}”:").format(path=shown_file(file), yes=yes)
    said = click.prompt(question, default="", show_default=False, prompt_suffix=" ", err=True)
    if said.strip().casefold() != yes:
        click.echo(_("Nothing was removed."), err=True)
        raise click.exceptions.Exit(1)
