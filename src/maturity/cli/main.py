"""The command line: the only place that prints and sets exit codes. One small file a command, imported when used."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from maturity import __version__
from maturity.errors import MaturityError
from maturity.locale import LANGUAGES, domain, set_language

_, ngettext, pgettext = domain("cli").functions

# name → module; each module has one click command named `command` and imports nothing heavy at its head
COMMANDS = ("demo", "new", "list", "open", "score", "report", "verify", "forget", "questionnaire", "schema")


class Commands(click.Group):
    """The group of all commands; each is imported only when it is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"maturity.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command


def _choose_language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    set_language(value)
    return value


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="maturity", message="%(prog)s %(version)s")
@click.option("--lang", type=click.Choice(LANGUAGES), is_eager=True, expose_value=False, callback=_choose_language)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Where does our authority stand? A self-assessment of digital co-creation of public value."""
    if ctx.invoked_subcommand is None:
        from maturity.cli.open import run_terminal

        run_terminal(None)


def main(arguments: list[str] | None = None) -> Any:
    """Entry point: turns every error a user can meet into three lines on stderr and an exit code."""
    try:
        return cli.main(args=arguments, prog_name="maturity")
    except MaturityError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
