"""``maturity open FILE``, and the terminal that bare ``maturity`` opens."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from maturity.cli.streams import draw_on_output
from maturity.cli.words import ANY_PATH, Command
from maturity.errors import DamagedError, ResponseError, UsageError
from maturity.locale import domain
from maturity.toml import shown_file

_ = domain("cli").gettext


def run_terminal(path: str | None, *, read_only: bool = False) -> None:
    """Open the terminal, on a file or on the home screen, and exit with its code.

    Raises:
        UsageError: there is no terminal to open. Nothing heavy is imported before that is known.
    """
    require_terminal(path)
    draw_on_output()
    from maturity.tui.app import run

    sys.exit(run(None, Path(path) if path is not None else None, read_only=read_only))


def require_terminal(path: str | None = None) -> None:
    """Nothing where a terminal can be opened.

    Raises:
        UsageError: on a pipe or a terminal that cannot place text; says what to do instead.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        where = _("standard input and output")
        why = _("This is not a terminal: keys cannot be read, or the screen would go into a file.")
    elif os.environ.get("TERM") == "dumb":
        where, why = "TERM=dumb", _("This terminal cannot place text on the screen.")
    else:
        return
    fix = _('Start it in a terminal window, or go line by line: maturity answer "{file}" --plain')
    raise UsageError.of(where, why, fix.format(file=shown_file(path) if path else _("FILE")))


@click.command(cls=Command, short_help="Go on with an assessment in the terminal.")
@click.argument("file", type=ANY_PATH)
@click.option("--read-only", is_flag=True, help="Look at it without changing anything.")
def command(file: Path, *, read_only: bool) -> None:
    """Open an assessment in the terminal and go on where it stopped."""
    open_file(file, read_only=read_only)


def open_file(file: Path, *, read_only: bool) -> None:
    """Open the terminal on a file; a name that is wrong is told here, before the screen is taken.

    Raises:
        ResponseError: there is no such file, or it cannot be read.
    """
    from maturity.toml import read_bytes

    try:
        read_bytes(file, ResponseError)
    except ResponseError:
        from maturity.response.reading import read

        with suppress(DamagedError):  # a version of it is still there, and the terminal asks about it
            read(file)
    run_terminal(str(file), read_only=read_only)
