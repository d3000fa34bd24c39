"""``maturity new``: begin an assessment without the terminal's screens; asks only for what was not said."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from maturity.answering.beginning import Beginning, asked
from maturity.cli.lines import WIDTH, filled
from maturity.cli.streams import said, somebody_to_ask
from maturity.cli.words import ANY_PATH, Command
from maturity.errors import ResponseError, UsageError
from maturity.locale import domain, language
from maturity.toml import shown_file

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
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
    type=ANY_PATH,
    help="Where to put it; otherwise among the assessments.",
)
@click.option(
    "--width", type=click.IntRange(min=20), help="Characters a line of the questions; the window's otherwise."
)
def command(
    role: str | None, form: str | None, wave: str | None, folder: Path | None, width: int | None, **told: object
) -> None:
    """Begin an assessment and print where its file is."""
    from maturity.questionnaire.reading import load
    from maturity.response.workspace import Start, absent, begin, default_folder

    talk = Talk(load(), width or max(20, shutil.get_terminal_size((WIDTH, 24)).columns))
    authority = _authority(talk, Told(**told))  # type: ignore[arg-type]
    role = role or talk.choose("role", "--role")
    form = form or (talk.choose("form", "--form") if somebody_to_ask() else "")
    folder = folder or default_folder()
    made = absent(folder)
    path = begin(folder, talk.questionnaire, authority, Start(role=role, form=form, wave=wave or ""))
    shown = shown_file(path)
    arrived = said(shown)
    if made:
        click.echo(_("The folder {folder} did not exist: it was made.").format(folder=shown_file(folder)), err=True)
    click.echo(_('To answer: maturity open "{path}"').format(path=shown), err=True)
    click.echo(_('Line by line: maturity answer "{path}" --plain').format(path=shown), err=True)
    if not arrived:
        why = _("The assessment is begun; only the name of its file could not be written to standard output.")
        raise ResponseError.of(shown, why, _("Go on with this file: do not begin another one."))


class Talk:
    """Asks for one thing at a time, in lines that fit the window, and knows what was said before."""

    def __init__(self, questionnaire: Questionnaire, width: int) -> None:
        """``width``: columns."""
        self.questionnaire = questionnaire
        self.beginning = Beginning()
        self._width = width

    def say(self, text: str, *, indent: int = 0) -> None:
        """A line, folded."""
        for line in filled(text, indent=indent, width=self._width):
            click.echo(line, err=True)

    def ask(self, option: str, question: str, *, empty: bool = False) -> str:
        """What an option did not say; without a terminal nobody can be asked. ``empty``: Enter alone answers, too."""
        if not somebody_to_ask():
            why = _("{option} is missing, and there is no terminal to ask in.").format(option=option)
            raise UsageError.of("maturity new", why, _("Give every option: maturity new --help"))
        *before, last = filled(question, width=self._width)
        for line in before:
            click.echo(line, err=True)
        default = "" if empty else None
        return str(click.prompt(last, prompt_suffix=" ", err=True, default=default, show_default=False)).strip()

    def choose(self, step: str, option: str) -> str:
        """One of what there is at a step of the beginning, by its number in the list, its words or its code."""
        spoken = language() if language() in self.questionnaire.languages else self.questionnaire.languages[0]
        offered = self.beginning.options(step, self.questionnaire, spoken)
        question = asked(step, self.questionnaire)
        if somebody_to_ask():
            self.say(question.text[spoken] if question else _("Which questionnaire?"))
        for n, (_code, words, detail) in enumerate(offered if somebody_to_ask() else (), 1):
            self.say(f"{n}. {words}")
            if detail:
                self.say(detail, indent=3)
        meant = {
            name.casefold(): code
            for n, (code, words, _detail) in enumerate(offered, 1)
            for name in (str(n), words, code)
        }
        number = _("A number from 1 to {most}:").format(most=len(offered))
        while (heard := self.ask(option, number)).casefold() not in meant:
            pass
        self.beginning.take(step, meant[heard.casefold()])
        return self.beginning.said[step]


def _authority(talk: Talk, told: Told) -> Authority:
    if told.authority and told.name:
        why = _("--authority is for the French register, --name for any other authority: both were given.")
        raise UsageError.of("maturity new", why, _("Keep one of the two."))
    if told.name:
        return _other(talk, told)
    if told.authority is None:
        return _looked_up(talk, told)
    found = _found(told.authority, told.kind)
    if not found:
        why = _("The French register has no such authority.")
        fix = _("Try the beginning of its name; for any other authority: --name, --country, --kind.")
        raise ResponseError.of(told.authority, why, fix)
    if len(found) > 1:
        why = "\n".join([_("Several authorities fit:"), *(f"    {_line(one)}" for one in found)])
        raise ResponseError.of(
            told.authority, why, _("Give the code of the right one to --authority, with --kind if need be.")
        )
    return found[0].authority()


def _looked_up(talk: Talk, told: Told) -> Authority:
    """Asked until it is one of the register, or told to be another one."""
    text = talk.ask("--authority", _("Which authority? Name or code:"))
    while len(found := _found(text, told.kind)) != 1:
        for one in found:
            talk.say(_line(one), indent=4)
        if not found:
            talk.say(_("The French register has no such authority."))
        again = _("Which of them? Its code:") if found else _("Another name or code:")
        other = _("Or Enter alone, to enter “{name}” by hand: outside France, for example.").format(name=text)
        talk.say(other)
        heard = talk.ask("--authority", again, empty=True)
        if not heard:
            return _other(talk, told._replace(name=text))
        text = heard
    return found[0].authority()


def _found(text: str, kind: str | None) -> list[RegisteredAuthority]:
    from maturity.response.authorities import find

    return [one for one in find(text) if kind in (None, one.kind)]


def _line(one: RegisteredAuthority) -> str:
    from maturity.locale.formats import number

    people = _("{n} residents").format(n=number(one.population, 0, language=language()))
    return " · ".join(filter(None, [f"{one.code:<10}{one.name}", one.place, people]))


def _other(talk: Talk, told: Told) -> Authority:
    from pydantic import ValidationError

    from maturity.response.model import Authority
    from maturity.text import clean_text
    from maturity.validation import inside, problems

    country = told.country or talk.choose("country", "--country")
    talk.beginning.take("country", country)
    values = {
        "name": clean_text(told.name or "", limit=300),
        "country": country,
        "kind": told.kind or talk.choose("kind", "--kind"),
        "population": _population(talk) if told.population is None and somebody_to_ask() else told.population,
    }
    try:
        return Authority.model_validate(values)
    except ValidationError as error:
        raise ResponseError(*problems(error, Authority, inside("maturity new"))) from error


def _population(talk: Talk) -> int | None:
    """Roughly; None where nobody knows."""
    question = _("How many residents does it have? A number, roughly; Enter alone if you do not know:")
    while heard := "".join(talk.ask("--population", question, empty=True).split()):
        if heard.isascii() and heard.isdigit() and int(heard[:12]) <= 2_000_000_000:
            return int(heard[:12])
    return None
