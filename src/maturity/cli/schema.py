"""``maturity schema``: the JSON Schema of what the program prints as JSON."""

from __future__ import annotations

import click

from maturity.cli.words import Command

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@click.command(cls=Command)
@click.argument("what", type=click.Choice(["result"]))
def command(what: str) -> None:  # noqa: ARG001 - one choice so far; the word keeps room for others
    """Print the JSON Schema of the result that `maturity score FILE --json` gives."""
    import json

    from maturity.scoring.result import Result

    schema = {"$schema": SCHEMA_DIALECT, **Result.model_json_schema(mode="serialization")}
    click.echo(json.dumps(schema, indent=2, ensure_ascii=False))
