"""What the command line says, in the reader's language: written in English in the code, looked up when shown.

click's own messages ask gettext's global domain (see ``main``). What click leaves as it is written is put into words
here: help texts, the names that stand for values (``FILE``, ``TEXT``), and which command a message is about.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import click

from maturity.locale import domain, translate

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.model import Response

_ = domain("cli").gettext
# Whether it can be read or written is told, in better words than click's, by what reads or writes it.
ANY_PATH = click.Path(path_type=Path, readable=False)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """The message as it is; marks it for the catalogue."""
    return message


# In capitals in help and messages: what a value stands for. The second line is click's.
PLACES = frozenset({N_("FILE"), N_("FOLDER"), N_("TEXT"), N_("CODE"), N_("NUMBER"), N_("YEAR")})
CLICKS = {"COMMAND": N_("COMMAND"), "ARGS": N_("ARGUMENTS"), "INTEGER": "NUMBER", "INTEGER RANGE": "NUMBER"}

_english: WeakKeyDictionary[click.Parameter, tuple[str, str]] = WeakKeyDictionary()  # placeholder and help, as written


class Command(click.Command):
    """A command whose help, options and placeholders are in the language in use, also when it is changed."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The parameters, with their words in the language in use."""
        params = super().get_params(ctx)
        for param in params:
            _speak(param, ctx)
        return params

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option ``--help``: made once, before ``--lang`` is known, so its English is said here."""
        option = super().get_help_option(ctx)
        if option is not None:
            _english.setdefault(option, ("", "Show this message and exit."))
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; but what the parser finds wrong is told of this command and not of the program."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The parts of the usage line, translated."""
        return [placeholder(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help text, translated."""
        written = self.help
        self.help = translate(" ".join(written.split())) if written else written
        super().format_help_text(ctx, formatter)
        self.help = written

    def get_short_help_str(self, limit: int = 45) -> str:
        """One line for the list of commands, translated."""
        written = self.short_help or " ".join((self.help or "").split())
        said = click.Command(self.name, short_help=self.short_help and translate(written), help=translate(written))
        return said.get_short_help_str(limit)


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; a command that does not exist is compared with all there are, also those not imported yet."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=self.list_commands(ctx), ctx=ctx) from None


def placeholder(written: str) -> str:
    """``[FILE]...`` in the language in use; what is no word in capitals stays."""

    def said(found: re.Match[str]) -> str:
        name = CLICKS.get(found[0], found[0])
        return _(name) if name in PLACES or found[0] in CLICKS else name

    return re.sub(r"\b[A-Z]+(?: [A-Z]+)*\b", said, written)


def _speak(param: click.Parameter, ctx: click.Context) -> None:
    """Put the words in the language in use in the place of the English ones."""
    if param not in _english:
        _english[param] = (param.make_metavar(ctx), getattr(param, "help", None) or "")
    name, written = _english[param]
    param.metavar = placeholder(name)
    if isinstance(param, click.Option) and written:
        param.help = translate(written)


def tell_other_text(response: Response, questionnaire: Questionnaire) -> None:
    """On stderr, when the same version of the questionnaire had other words where the answers were given."""
    use = response.questionnaire
    if use.version == questionnaire.version and use.digest != questionnaire.digest:
        told = _("! Another text of the questionnaire {id} {version} was answered than the one here: read with care.")
        click.echo(told.format(id=use.id, version=use.version), err=True)
