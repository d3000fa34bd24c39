"""Help texts in the reader's language: written in English in the code, looked up when shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.locale import domain, translate

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.model import Response

_ = domain("cli").gettext


class Command(click.Command):
    """A command whose help, short help and options' help are translated when they are shown."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Translate, then format."""
        translate_help(self)
        super().format_help(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Translate, then shorten."""
        translate_help(self)
        return super().get_short_help_str(limit)


class Group(Command, click.Group):
    """A group of such commands."""

    command_class = Command


def translate_help(command: click.Command) -> None:
    """Put the words in the language in use in the place of the English ones."""
    if command.help:
        command.help = translate(" ".join(command.help.split()))
    for param in command.params:
        if isinstance(param, click.Option) and param.help:
            param.help = translate(param.help)


def tell_other_text(response: Response, questionnaire: Questionnaire) -> None:
    """On stderr, when the same version of the questionnaire had other words where the answers were given."""
    use = response.questionnaire
    if use.version == questionnaire.version and use.digest != questionnaire.digest:
        told = _("! Another text of the questionnaire {id} {version} was answered than the one here: read with care.")
        click.echo(told.format(id=use.id, version=use.version), err=True)
