"""``maturity restore FILE``: what stands there of a file that is not as it was written, and what to go on with."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.cli.lines import WIDTH, filled
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
@click.option("--keep-edited", is_flag=True, help="Do not ask: go on with what the file contains now, and mark it.")
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
    _say(described.happened(found))
    for one in described.versions(found, kept=True):
        _say(f"{'✓' if one.state == 'intact' else '✗'} {described.told(one, now)}")
    for differs in (described.differs(found), *(described.differs_aside(found, one) for one in found.kept)):
        _say(differs)
    return found


def _say(told: str) -> None:
    """Whole words to a line where a person reads it; nothing where there is nothing to say."""
    columns = max(shutil.get_terminal_size().columns, WIDTH // 2)
    for line in filled(told, width=columns) if somebody_to_ask() else filter(None, [told]):
        confirm(line)


def _asked(found: Standing) -> str:
    if not somebody_to_ask():
        why = _("Nobody can be asked here which version to go on with.")
        raise UsageError.of("maturity restore", why, _without_asking(found))
    ways = {INTACT: _("the intact version; what the file contains now is kept beside it")} if found.best else {}
    if found.best and found.file is None:
        ways = {INTACT: _("the intact version")}
    if found.best and found.whole:
        becomes = _("the newer version; the other one becomes the previous version")
        aside = _("the newer version; what the file contains now is kept beside it")
        ways = {INTACT: aside if found.best.kind == "later" else becomes}
    if found.readable and (found.best or not found.whole):
        kept = _("what the file contains now; the newer version is kept beside it")
        marked = _("the file as it is; every version is kept beside it, and results say that it was changed")
        ways[FILE] = kept if found.whole else marked
    for one in found.kept:
        told = _("the version kept as {name}; what the file contains now is kept in turn")
        ways[str(one.path)] = told.format(name=shown_file(one.path.name))
    numbers = {str(number): way for number, way in enumerate(ways, 1)}
    for number, way in numbers.items():
        click.echo(f"  {number}  {ways[way]}", err=True)
    question = _("Which one do you want to go on with? Type its number, or Enter to leave everything as it is:")
    said: str = click.prompt(question, default="", show_default=False, prompt_suffix=" ", err=True)
    if said.strip() and said.strip() not in numbers:
        click.echo(_("There is no such number here."), err=True)
    return numbers.get(said.strip(), "")


def _without_asking(found: Standing) -> str:
    """The options that would do something here."""
    if found.best and found.readable:
        return _("Add --yes for the newest intact version, or --keep-edited for what the file contains now.")
    if found.best:
        return _("Add --yes for the newest intact version.")
    if found.readable:
        return _("Add --keep-edited for what the file contains now.")
    return _("Call it in a terminal.")


def _carry_out(found: Standing, chosen: str) -> None:
    from maturity.response import described
    from maturity.response.opening import look
    from maturity.response.restoring import bring_back, keep_as_it_is, restore

    if chosen == FILE and not found.readable and found.best:
        raise DamagedError.of(shown_file(found.path), described.happened(found), _without_asking(found))
    if chosen in (INTACT, FILE):
        (restore if chosen == INTACT else keep_as_it_is)(found.path)
    else:
        bring_back(found.path, Path(chosen))
    for line in described.done(found, look(found.path)):
        _say(line)
