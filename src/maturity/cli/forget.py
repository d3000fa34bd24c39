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
_MOST = 12  # names told


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
    stays = _names([file.parent / name for name in _there(file.parent)], file.parent)
    if stays:
        click.echo(_("Still in this folder: {names}.").format(names=stays), err=True)
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


def _tell(file: Path) -> None:
    """All that goes with it, and what in its folder does not."""
    from maturity.response.file import to_forget

    goes = [name for name in to_forget(file) if name != file]
    stays = [file.parent / name for name in _there(file.parent) if file.parent / name not in (file, *goes)]
    stays = [one for one in stays if not any(one in name.parents for name in goes)]
    for told, names in ((_("With it goes: {names}."), goes), (_("Stays in its folder: {names}."), stays)):
        if _names(names, file.parent):
            click.echo(told.format(names=_names(names, file.parent)), err=True)


def _there(folder: Path) -> list[str]:
    """What everybody sees in a folder; nothing where it is gone, or cannot be listed."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names only
    except OSError:
        return []


def _names(paths: list[Path], folder: Path) -> str:
    """Names in the folder, the first ones and how many more; without those that say only who has a file open."""
    names = [shown_file(one.relative_to(folder)) for one in paths if not one.name.startswith(".")]
    more = len(names) - _MOST
    told = ", ".join(names[:_MOST])
    return (
        told if more <= 0 else ngettext("{names} and {n} more", "{names} and {n} more", more).format(names=told, n=more)
    )


def _ask(file: Path) -> None:
    if not somebody_to_ask():
        why = _("Nobody can be asked here whether it shall be removed.")
        raise UsageError.of("maturity forget", why, _("Add --yes if you are sure."))
    _tell(file)
    yes = _("yes")
    question = _("Remove {path} for good? Type “{yes}”:").format(path=shown_file(file), yes=yes)
    said = click.prompt(question, default="", show_default=False, prompt_suffix=" ", err=True)
    if said.strip().casefold() != yes:
        click.echo(_("Nothing was removed."), err=True)
        raise click.exceptions.Exit(1)
