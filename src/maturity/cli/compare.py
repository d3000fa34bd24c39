"""``maturity compare FILE FILE…``: waves of one authority, each against the one before it, in words or as JSON."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.cli.lines import filled
from maturity.cli.words import ANY_PATH, Command, tell_other_text
from maturity.errors import UsageError
from maturity.locale import domain, language

if TYPE_CHECKING:
    from maturity.charts.changes import Story
    from maturity.scoring.comparison import Assessed

_ = domain("compare").gettext


@click.command(cls=Command, short_help="Show what moved between two waves.")
@click.argument("file", nargs=-1, required=True, type=ANY_PATH)
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON (maturity schema comparison).")
def command(file: tuple[Path, ...], *, as_json: bool) -> None:
    """Compare waves of one authority: what moved, and what cannot be compared."""
    from maturity.charts.between import story as told
    from maturity.scoring.changes import Comparisons

    assessed = _ordered(file)
    stories = [told(before, after, language()) for before, after in pairwise(assessed)]
    if as_json:
        every = Comparisons(comparisons=tuple(story.comparison for story in stories))
        click.echo(every.model_dump_json(indent=2, by_alias=True))
        return
    name = assessed[-1].response.authority.name
    for number, story in enumerate(stories):
        if number:
            click.echo()
        _tell(name, story)


def _ordered(files: tuple[Path, ...]) -> list[Assessed]:
    """Every file scored, the earliest wave first.

    Raises:
        UsageError: fewer than two files, or two of the same wave.
    """
    from maturity.response.naming import same_authority
    from maturity.response.waves import order

    if len(files) < 2:
        raise UsageError.of("maturity compare", _("Two waves are needed."), _("Name two files or more."))
    assessed = sorted(map(_assessed, files), key=lambda one: order(one.response.wave, one.response.started))
    for before, after in pairwise(assessed):
        same = same_authority(before.response.authority, after.response.authority)  # another one is refused below
        if same and before.response.wave.casefold() == after.response.wave.casefold():
            why = _("Two of the files are of the same wave, {wave}.").format(wave=after.response.wave)
            raise UsageError.of("maturity compare", why, _("Name one file for each wave."))
    return assessed


def _assessed(file: Path) -> Assessed:
    from maturity.charts.between import assessed

    found = assessed(file)
    tell_other_text(found.response, found.questionnaire)
    return found


def _tell(name: str, story: Story) -> None:
    from maturity.charts.telling import parts

    before, after = story.waves
    click.echo(click.style(f"{name} · {before} → {after}", bold=True))
    for part in parts(story):
        click.echo()
        for line in filled(part.heading):
            click.echo(click.style(line, bold=True))
        for sentence in part.sentences:
            click.echo("\n".join(filled(sentence, indent=2)))
