"""``maturity restore FILE``: what stands there of a file that is not as it was written, and what to go on with."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.cli.streams import confirm, somebody_to_ask
from maturity.cli.words import ANY_PATH, Command
from maturity.errors import DamagedError, UsageError
from maturity.locale import domain
from maturity.toml import shown_file

if TYPE_CHECKING:
    from maturity.response.versions import Standing

_, ngettext, pgettext = domain("response").functions
INTACT, FILE = "intact", "file"


@click.command(cls=Command, short_help="Choose what to go on with when a file is damaged or was changed.")
@click.argument("file", type=ANY_PATH)
@click.option("--yes", is_flag=True, help="Do not ask: go on with the newest intact version.")
@click.option("--keep-edited", is_flag=True, help="Do not ask: go on with what stands in the file, and mark it.")
def command(file: Path, *, yes: bool, keep_edited: bool) -> None:
    """Tell the versions of a file that was cut off, damaged, changed by hand or removed, and ask which one to go on
    with. Nothing is lost: what gives way is kept beside the file.
    """  # noqa: D205 - one paragraph of help
    if yes and keep_edited:
        why = _("Only one of --yes and --keep-edited can be meant.")
        raise UsageError.of("maturity restore", why, _("Leave one of them out."))
    found = _found(file)
    needed = not found.whole or found.best is not None
    if not needed and (yes or keep_edited or not found.kept or not somebody_to_ask()):
        return
    chosen = INTACT if yes else FILE if keep_edited else _asked(found)
    if chosen:
        _carry_out(found, chosen)
        return
    click.echo(_("Nothing was changed."), err=True)
    if needed:
        raise click.exceptions.Exit(1)


def _found(file: Path) -> Standing:
    """What stands there, told line by line.

    Raises:
        ResponseError: it is no response, or there is nothing that can be gone on with.
    """
    from maturity.response import described
    from maturity.response.opening import look
    from maturity.response.reading import read

    damaged: DamagedError | None = None
    try:
        read(file)
    except DamagedError as error:
        damaged = error
    found, now = look(file), datetime.now(UTC)
    if damaged and not (found.best or found.readable or found.kept):
        raise DamagedError(described.problem(found, now)) from damaged
    confirm(described.happened(found))
    for one in described.versions(found, kept=True):
        confirm(f"{'✓' if one.state == 'intact' else '✗'} {described.told(one, now)}")
    if differs := described.differs(found):
        confirm(differs)
    return found


def _asked(found: Standing) -> str:
    if not somebody_to_ask():
        why = _("Nobody can be asked here which version to go on with.")
        fix = _("Add --yes for the newest intact version, or --keep-edited for what stands in the file.")
        raise UsageError.of("maturity restore", why, fix)
    ways = {INTACT: _("the intact version; what stands in the file is kept beside it")} if found.best else {}
    if found.best and found.whole:
        ways = {INTACT: _("the newer version; the other one becomes the version before")}
    if found.readable and (found.best or not found.whole):
        kept = _("what stands in the file; the newer version is kept beside it")
        marked = _("the file as it is; every version is kept beside it, and results say that it was changed")
        ways[FILE] = kept if found.whole else marked
    for one in found.kept:
        told = _("the version kept as {name}; what stands in the file is kept in turn")
        ways[str(one.path)] = told.format(name=shown_file(one.path.name))
    numbers = {str(number): way for number, way in enumerate(ways, 1)}
    for number, way in numbers.items():
        click.echo(f"  {number}  {ways[way]}", err=True)
    question = _("Go on with which? Its number, or Enter to leave all as it is:")
    said: str = click.prompt(question, default="", show_default=False, prompt_suffix=" ", err=True)
    if said.strip() and said.strip() not in numbers:
        click.echo(_("There is no such number here."), err=True)
    return numbers.get(said.strip(), "")


def _carry_out(found: Standing, chosen: str) -> None:
    from maturity.response.restoring import bring_back, keep_as_it_is, restore

    if chosen in (INTACT, FILE):
        response = restore(found.path) if chosen == INTACT else keep_as_it_is(found.path)
    else:
        response = bring_back(found.path, Path(chosen))
    given = sum(answer.given for answer in response.answers.values())
    told = ngettext(
        "Done: {file} holds revision {n}, with {given} answer.",
        "Done: {file} holds revision {n}, with {given} answers.",
        given,
    )
    confirm(told.format(file=shown_file(found.path), n=response.revision, given=given))
    if found.file and found.file.data.strip(b"\0"):
        confirm(_("Nothing is lost: what stood there before is kept beside it."))
