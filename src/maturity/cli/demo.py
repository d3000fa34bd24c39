"""``maturity demo``: a complete invented authority, to look around in, to print, or as files to play with."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from maturity.cli.words import Command
from maturity.errors import UsageError
from maturity.locale import domain, language

_, ngettext, _pgettext = domain("cli").functions


@click.command(cls=Command)
@click.option("--report", type=click.Path(path_type=Path), help="Write the report of the invented authority to this PDF, without opening the terminal.")
@click.option("--files", type=click.Path(path_type=Path, file_okay=False), help="Write the eight invented authorities as response files into this folder.")
@click.option("--case", metavar="ID", help="Which invented authority.")
def command(report: Path | None, files: Path | None, case: str | None) -> None:
    """Look around a complete invented authority, or write its report and leave."""
    if files is not None:
        _write_files(files)
    elif report is not None:
        _write_report(report, case)
    else:
        from maturity.cli.open import require_terminal, run_terminal

        require_terminal()
        with tempfile.TemporaryDirectory(prefix="maturity-demo-") as folder:
            run_terminal(str(_write_files(Path(folder), only=case, quiet=True)[0]))
