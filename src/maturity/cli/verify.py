"""``maturity verify FILE``: is this what the tool wrote, and does it still give the same result?"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.cli.words import ANY_PATH, Command
from maturity.errors import ResponseError
from maturity.locale import domain, language
from maturity.toml import shown_file

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.response.model import Response

_, ngettext, pgettext = domain("response").functions


@click.command(cls=Command, short_help="Check that a file is as the tool wrote it.")
@click.argument("file", type=ANY_PATH)
def command(file: Path) -> None:
    """Check that a response file or a report is as the tool wrote it, and still gives the same result."""
    if file.suffix.casefold() == ".pdf":
        from maturity.report.verify import verify

        _say(verify(file))
        return
    _say([*_checked(file), *((line, False) for line in _left(file))])


def _say(lines: list[tuple[str, bool]]) -> None:
    """A tick before what holds, a dash before what could not be compared or is only said."""
    for line, holds in lines:
        click.echo(f"{'✓' if holds else '–'} {line}")


def _left(file: Path) -> list[str]:
    """That a save was cut short and left a newer version beside the file."""
    from maturity.response import described
    from maturity.response.versions import survey

    found = survey(file)
    if found.best is None:
        return []
    told = described.told(found.best, datetime.now(UTC))
    way = _('To go on with it: maturity restore "{file}"').format(file=shown_file(file))
    return [f"{described.happened(found)} {told} {way}"]


def _checked(file: Path) -> list[tuple[str, bool]]:
    """What holds, a line each, and what is only said; an error for what does not hold."""
    from maturity.locale.formats import day
    from maturity.questionnaire.reading import load
    from maturity.response.file import read
    from maturity.response.fit import check

    response = read(file)
    saved = day(response.updated.astimezone().date(), language=language())
    lines = [(_("Intact: revision {n}, saved on {day}.").format(n=response.revision, day=saved), True)]
    if response.edited_by_hand:
        told = _("Before that it was changed outside the program, by hand for instance; results carry that mark.")
        lines.append((told, False))
    use = response.questionnaire
    questionnaire = load(use.id, use.version)
    same = _same_questionnaire(response, questionnaire, file)
    check(response, questionnaire, file)
    holds = (same, _counted(response), _same_result(response, questionnaire, file))
    return [*lines, *((line, True) for line in holds)]


def _counted(response: Response) -> str:
    """As many as ``maturity list`` says, and how many of them are no level."""
    given = sum(answer.given for answer in response.answers.values())
    unsure = sum(answer.missing == "dont-know" for answer in response.answers.values())
    told = ngettext("{n} answer, which the questionnaire knows.", "{n} answers, all known to the questionnaire.", given)
    if not unsure:
        return told.format(n=given)
    also = ngettext("One of them is “don’t know”.", "{n} of them are “don’t know”.", unsure)
    return f"{told.format(n=given)} {also.format(n=unsure)}"


def _same_questionnaire(response: Response, questionnaire: Questionnaire, file: Path) -> str:
    use = response.questionnaire
    if use.digest == questionnaire.digest:
        return _("Questionnaire {id} {version}, word for word.").format(id=use.id, version=use.version)
    if use.version == questionnaire.version:
        why = _("It was answered with another text of the questionnaire {id} {version} than the one here.")
        fix = _("Ask for the questionnaire that was used, and name its folder in MATURITY_QUESTIONNAIRES.")
        raise ResponseError.of(shown_file(file), why.format(id=use.id, version=use.version), fix)
    told = _("Questionnaire {id} {version}; here is {here}, which scores the same.")
    return told.format(id=use.id, version=use.version, here=questionnaire.version)


def _same_result(response: Response, questionnaire: Questionnaire, file: Path) -> str:
    from maturity.scoring.evaluation import evaluate

    first = evaluate(questionnaire, response)
    if evaluate(questionnaire, response) != first:
        why = _("Scoring it twice gave two results.")
        raise ResponseError.of(shown_file(file), why, _("Please report this: it is a fault of the program."))
    return _("Scored again: the same result.")
