"""``maturity answer FILE``: in the terminal, or with ``--plain`` line by line."""

from __future__ import annotations

import io
import os
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import click

from maturity.cli.words import ANY_PATH, Command
from maturity.locale import domain

_ = domain("cli").gettext

LONGEST = 1_000_000  # characters of one line from a pipe


@click.command(cls=Command, short_help="Answer an assessment, in the terminal or line by line.")
@click.argument("file", type=ANY_PATH)
@click.option(
    "--plain", is_flag=True, help="Line by line: for a screen reader, a Braille line, a serial console, a pipe."
)
@click.option("--width", type=click.IntRange(min=20), help="With --plain: characters a line; the window's otherwise.")
@click.option("--read-only", is_flag=True, help="Look at it without changing anything.")
def command(file: Path, width: int | None, *, plain: bool, read_only: bool) -> None:
    """Answer an assessment, in the terminal or line by line."""
    if not plain:
        from maturity.cli.open import open_file

        open_file(file, read_only=read_only)
        return
    from maturity.cli.streams import OutputLostError, let_go, unguarded
    from maturity.plain.conversation import converse
    from maturity.plain.voice import Voice

    _read_every_character()
    typed = sys.stdin is not None and sys.stdin.isatty()
    sink = unguarded()
    voice = Voice(
        sink,
        _keyboard() if typed else _gone_is_the_end(_pipe),
        width=width or _columns(),
        echo=not typed,
        unfinished=_half_typed,
    )
    try:
        options = [*(["--width", str(width)] if width else []), *(["--read-only"] if read_only else [])]
        code = converse(file, voice, clock=time.monotonic, read_only=read_only, options=options)
    except OSError as error:  # nobody hears it any more: all is saved
        let_go(sink)
        raise OutputLostError(error, _("Everything answered until then is saved.")) from error
    try:
        sink.flush()
    except OSError:  # a window that is gone: the code still says why we left
        let_go(sink)
    sys.exit(code)


def _keyboard() -> Callable[[str], str]:
    """A line from a person, with the keys for mending it; a pasted text comes as one line with breaks in it."""
    if sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        with suppress(ImportError):  # Windows
            import readline

            readline.set_auto_history(False)
            readline.parse_and_bind("set enable-active-region off")  # no colours around what was pasted
    return _gone_is_the_end(input)


def _pipe(_prompt: str) -> str:
    """A line from a program or a file; the end of one that is too long is dropped."""
    stdin = sys.stdin
    if stdin is None:
        raise EOFError
    line = rest = stdin.readline(LONGEST)
    while rest and not rest.endswith("\n"):
        rest = stdin.readline(LONGEST)
    if not line:
        raise EOFError
    return line


def _gone_is_the_end(listen: Callable[[str], str]) -> Callable[[str], str]:
    """A terminal that went away says nothing more."""

    def heard(prompt: str) -> str:
        try:
            return listen(prompt)
        except OSError as error:
            raise EOFError from error

    return heard


def _read_every_character() -> None:
    """What comes out of a pipe is UTF-8, unless another encoding is asked for; what is not becomes a sign for that."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        named = sys.stdin.isatty() or "PYTHONIOENCODING" in os.environ
        sys.stdin.reconfigure(encoding=sys.stdin.encoding if named else "utf-8", errors="replace")


def _columns() -> int:
    """Of the window; 80 where there is none."""
    seen = sys.stdout is not None and sys.stdout.isatty()
    return max(20, shutil.get_terminal_size((80, 24)).columns) if seen else 80


def _half_typed() -> str:
    """What stands on the line that a signal cut short."""
    readline = sys.modules.get("readline")
    return str(readline.get_line_buffer()) if readline is not None else ""
