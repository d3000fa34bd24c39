"""``maturity schema``: the JSON Schema of what the program prints as JSON."""

from __future__ import annotations

import click

from maturity.cli.words import Command

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@click.command(cls=Command, short_help="For programs: the form of the JSON result.")
@click.argument("what", type=click.Choice(["result", "comparison"]))
def command(what: str) -> None:
    """Print the JSON Schema of what `maturity score FILE --json` or `maturity compare FILE FILE --json` gives."""
    import json

    from maturity.scoring.changes import Comparisons
    from maturity.scoring.result import Result

    model = Result if what == "result" else Comparisons
    schema = {"$schema": SCHEMA_DIALECT, **model.model_json_schema(mode="serialization")}
    click.echo(json.dumps(schema, indent=2, ensure_ascii=False))
