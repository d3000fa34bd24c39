"""``maturity questionnaire``: for those who write questionnaires. Checks one, and runs its cases."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.cli.words import ANY_PATH, Command, Group
from maturity.errors import Problem, QuestionnaireError
from maturity.locale import domain, language
from maturity.toml import shown_file

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire

_, ngettext, pgettext = domain("questionnaire").functions

_folder = click.argument("folder", required=False, type=ANY_PATH)


@click.group(cls=Group, short_help="For those who write questionnaires.")
def command() -> None:
    """Check a questionnaire that you write, and run its cases."""


@command.command(cls=Command, short_help="Check a questionnaire.")
@_folder
def check(folder: Path | None) -> None:
    """Check the questionnaire in FOLDER. Tells what was read, or every problem at once."""
    from maturity.questionnaire.cases import read_cases
    from maturity.questionnaire.checks.cases import check_cases
    from maturity.questionnaire.crossing import check_crossing
    from maturity.questionnaire.reading import read
    from maturity.questionnaire.released import check_released

    place = _place(folder)
    try:
        questionnaire = read(place)
        cases = read_cases(place)
    except QuestionnaireError as error:
        raise _counted(place, error.problems) from error
    _summary(place, questionnaire, len(cases))
    found = [
        *check_cases(cases, questionnaire),
        *check_crossing(questionnaire, place),
        *check_released(questionnaire, place),
    ]
    if found:
        raise _counted(place, found)
    click.echo(_("Everything is in order."))


@command.command(cls=Command, short_help="Run the cases of a questionnaire.")
@_folder
def cases(folder: Path | None) -> None:
    """Run the cases of the questionnaire in FOLDER. Compares each with what it expects."""
    from maturity.questionnaire.cases import read_cases, run
    from maturity.questionnaire.checks.cases import check_cases
    from maturity.questionnaire.reading import read

    place = _place(folder)
    try:
        questionnaire = read(place)
        every = read_cases(place)
    except QuestionnaireError as error:
        raise _counted(place, error.problems) from error
    if found := check_cases(every, questionnaire):
        raise _counted(place, found)
    failed = 0
    for case in every:
        differences = run(case, questionnaire)
        failed += bool(differences)
        click.echo(f"{_('differs') if differences else _('ok'):<8} {case.id} · {case.focus}")
        for one in differences:
            text = _("{case} · {where} · expected {expected} · got {got}")
            click.echo(f"         {text.format(**one._asdict())}")
    passed = ngettext("{n} case as expected", "{n} cases as expected", len(every) - failed).format(
        n=len(every) - failed
    )
    differing = ngettext("{n} differs", "{n} differ", failed).format(n=failed)
    click.echo(f"{passed}, {differing}." if failed else f"{passed}.")
    if failed:
        sys.exit(1)


def _place(folder: Path | None) -> Path:
    """The folder named, or the one of the questionnaire that the program uses by itself."""
    from maturity.questionnaire.reading import DEFAULT, folder_of

    return folder if folder is not None else folder_of(DEFAULT)


def _counted(place: Path, found: Sequence[Problem]) -> QuestionnaireError:
    """The error with all these problems; how many there are is said first."""
    text = ngettext("{folder}: {n} problem", "{folder}: {n} problems", len(found))
    click.echo(text.format(folder=shown_file(place), n=len(found)) + "\n", err=True)
    return QuestionnaireError(*found)


def _summary(place: Path, questionnaire: Questionnaire, cases: int) -> None:
    """What was read: counts by kind, forms, placements, languages, digests."""
    title = questionnaire.title.get(language()) or questionnaire.title[questionnaire.languages[0]]
    forms = ", ".join(f"{form.id} ({len(form.items)})" for form in questionnaire.forms)
    labels = [f"{place.id} ({len(place.configurations)})" for place in questionnaire.placements]
    blocks = [sub for block in questionnaire.blocks for sub in block.subdimensions]
    counted = (
        (_("Languages"), ", ".join(questionnaire.languages)),
        (_("Blocks"), f"{len(questionnaire.blocks)}, {_('sub-dimensions')} {len(blocks)}"),
        (_("Items"), f"{len(questionnaire.items)}, {_('levels')} {questionnaire.levels}"),
        (_("Forms (items)"), forms),
        (_("Placements (labels)"), ", ".join(labels) or "–"),
        (_("Readiness rules"), str(len(questionnaire.readiness.gates))),
        (_("Recommendations"), str(len(questionnaire.advice.recommendations))),
        (_("Legal reminders"), str(sum(len(legal.checkpoints) for legal in questionnaire.legal))),
        (_("Glossary, references"), f"{len(questionnaire.glossary)}, {len(questionnaire.sources)}"),
        (_("Cases"), str(cases)),
        (_("Wording digest"), questionnaire.wording_digest),
        (_("Scoring digest"), questionnaire.scoring_digest),
    )
    click.echo(f"{questionnaire.id} {questionnaire.version} · {title}\n{shown_file(place)}\n")
    width = max(len(name) for name, _value in counted)
    for name, value in counted:
        click.echo(f"  {name:<{width}}  {value}")
    click.echo()
