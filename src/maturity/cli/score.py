"""``maturity score FILE``: the result in words, on one page, or as JSON."""

from __future__ import annotations

from pathlib import Path

import click

from maturity.cli.lines import filled
from maturity.cli.words import ANY_PATH, Command, tell_other_text


@click.command(cls=Command, short_help="Show where an assessment stands, on one page.")
@click.argument("file", type=ANY_PATH)
@click.option(
    "--json", "as_json", is_flag=True, help="Print the whole result as JSON (its JSON Schema: maturity schema result)."
)
def command(file: Path, *, as_json: bool) -> None:
    """Show where an assessment stands, in words on one page."""
    from maturity.response.file import read
    from maturity.response.fit import questionnaire_of
    from maturity.scoring.evaluation import evaluate

    response = read(file)
    questionnaire = questionnaire_of(response, file)
    tell_other_text(response, questionnaire)
    result = evaluate(questionnaire, response)
    if as_json:
        click.echo(result.model_dump_json(indent=2))
        return
    from maturity.plain.results import Page

    for n, (heading, sentences) in enumerate(Page(questionnaire, response, result).parts()):
        if n:
            click.echo()
        for line in filled(heading):
            click.echo(click.style(line, bold=True))
        for sentence in sentences:
            click.echo("\n".join(filled(sentence, indent=2)))
