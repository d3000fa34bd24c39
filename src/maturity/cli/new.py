"""``maturity new``: begin an assessment without the terminal's screens; asks only for what was not said."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from maturity.cli.words import Command
from maturity.errors import ResponseError, UsageError
from maturity.locale import domain, language

if TYPE_CHECKING:
    from maturity.response.authorities import RegisteredAuthority
    from maturity.response.model import Authority

_, ngettext, pgettext = domain("response").functions


class Told(NamedTuple):
    """What the options say of the authority."""

    authority: str | None
    name: str | None
    country: str | None
    kind: str | None
    population: int | None


@click.command(cls=Command, short_help="Begin an assessment.")
@click.option("--authority", metavar="TEXT", help="A French authority: its name, or its INSEE or SIREN code.")
@click.option("--name", metavar="TEXT", help="The name of any other authority.")
@click.option("--country", metavar="CODE", help="Its country, in two capital letters (BE, CA, GB…).")
@click.option("--kind", metavar="CODE", help="What kind of authority it is; a wrong code lists the right ones.")
@click.option("--population", type=click.IntRange(min=0), help="How many residents it has.")
@click.option("--role", metavar="CODE", help="Who answers; a wrong code lists the right ones.")
@click.option("--form", metavar="CODE", help="Which form of the questionnaire; a wrong code lists the right ones.")
@click.option("--wave", metavar="TEXT", help="The year, or another short name of this round of answers.")
@click.option(
    "--folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Where to put it; otherwise among the assessments.",
)
def command(role: str | None, form: str | None, wave: str | None, folder: Path | None, **told: object) -> None:
    """Begin an assessment and print where its file is."""
    from maturity.questionnaire.reading import load
    from maturity.response.workspace import Start, begin, default_folder

    questionnaire = load()
    authority = _authority(Told(**told))  # type: ignore[arg-type]
    role = role or _ask_code("--role", "role", _("Who answers?"))
    start = Start(role=role, form=form or "", wave=wave or "")
    path = begin(folder or default_folder(), questionnaire, authority, start)
    click.echo(path)
    click.echo(_('To answer: maturity open "{path}"').format(path=path), err=True)
    click.echo(_('Line by line: maturity answer "{path}" --plain').format(path=path), err=True)


def _authority(told: Told) -> Authority:
    if told.authority and told.name:
        why = _("--authority is for the French register, --name for any other authority: both were given.")
        raise UsageError.of("maturity new", why, _("Keep one of the two."))
    if told.name:
        return _other(told)
    text = told.authority or _ask("--authority", _("Which authority? Name or code:"))
    found = _found(text, told.kind)
    while len(found) > 1 and told.authority is None:  # asked, so ask again
        click.echo(_listed(found), err=True)
        text = _ask("--authority", _("Which of them? Its code:"))
        found = _found(text, told.kind)
    if not found:
        why = _("The French register has no such authority.")
        fix = _("Try the beginning of its name; for any other authority: --name, --country, --kind.")
        raise ResponseError.of(text, why, fix)
    if len(found) > 1:
        why = _("Several authorities fit:") + "\n" + _listed(found)
        raise ResponseError.of(text, why, _("Give the code of the right one to --authority, with --kind if need be."))
    return found[0].authority()


def _found(text: str, kind: str | None) -> list[RegisteredAuthority]:
    from maturity.response.authorities import find

    return [one for one in find(text) if kind in (None, one.kind)]


def _listed(found: list[RegisteredAuthority]) -> str:
    return "\n".join(f"    {one.code:<10}{one.name}{_place(one)}" for one in found)


def _place(one: RegisteredAuthority) -> str:
    from maturity.locale.formats import number

    people = _("{n} residents").format(n=number(one.population, 0, language=language()))
    return f" · {one.place} · {people}" if one.place else f" · {people}"


def _other(told: Told) -> Authority:
    from pydantic import ValidationError

    from maturity.response.model import Authority
    from maturity.text import clean_text
    from maturity.validation import inside, problems

    values = {
        "name": clean_text(told.name or "", limit=300),
        "country": told.country or _ask("--country", _("Which country? Two letters:")),
        "kind": told.kind or _ask_code("--kind", "kind", _("Which kind of authority?")),
        "population": told.population,
    }
    try:
        return Authority.model_validate(values)
    except ValidationError as error:
        raise ResponseError(*problems(error, Authority, inside("maturity new"))) from error


def _ask_code(option: str, field: str, question: str) -> str:
    """One of the codes that the questionnaire has for a field of the response, by its number in a list or by itself."""
    from maturity.questionnaire.reading import load

    options = [one for asked in load().profile if asked.filled_from == field for one in asked.options]
    if sys.stdin is not None and sys.stdin.isatty():
        for n, one in enumerate(options, 1):
            click.echo(f"{n}. {one.label[language()]}", err=True)
    numbers = {str(n): one.code for n, one in enumerate(options, 1)}
    heard = _ask(option, question).strip()
    while options and heard not in (*numbers, *numbers.values()):
        click.echo(_("Type a number from 1 to {most}.").format(most=len(options)), err=True)
        heard = _ask(option, question).strip()
    return numbers.get(heard, heard)


def _ask(option: str, question: str) -> str:
    """What an option did not say; without a terminal nobody can be asked."""
    if sys.stdin is None or not sys.stdin.isatty():
        why = _("{option} is missing, and there is no terminal to ask in.").format(option=option)
        raise UsageError.of("maturity new", why, _("Give every option: maturity new --help"))
    return str(click.prompt(question, prompt_suffix=" ", err=True))
