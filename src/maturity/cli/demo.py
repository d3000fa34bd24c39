"""``maturity demo``: a complete invented authority, to look around in, to print, or as files to play with."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.cli.streams import confirm, draw_on_output
from maturity.cli.target import check_target
from maturity.cli.words import ANY_PATH, Command
from maturity.errors import UsageError
from maturity.locale import domain, language
from maturity.toml import shown_file
from maturity.validation import shown

if TYPE_CHECKING:
    from maturity.response.model import Response

_, ngettext, _pgettext = domain("cli").functions


@click.command(cls=Command, short_help="Look around a complete invented authority.")
@click.option("--report", metavar="FILE", type=ANY_PATH, help="Write its report as a PDF and leave.")
@click.option(
    "--files",
    metavar="FOLDER",
    type=ANY_PATH,
    help="Write all invented authorities as response files.",
)
@click.option("--case", metavar="CODE", help="Which invented authority; a wrong code lists the right ones.")
def command(report: Path | None, files: Path | None, case: str | None) -> None:
    """Look around a complete invented authority, or write its report and leave."""
    if report is not None:
        check_target(report)
        _write_report(report, case)
    if files is not None:
        written = _write_files(files, list(_examples().values()))
        told = ngettext("{n} response file written to {folder}", "{n} response files written to {folder}", len(written))
        confirm(told.format(n=len(written), folder=shown_file(files)))
    if report is None and files is None:
        _look_around(case)


def _look_around(case: str | None) -> None:
    from maturity.cli.open import require_terminal

    require_terminal()
    draw_on_output()
    from maturity.response.trial import Trial
    from maturity.tui.app import run

    sys.exit(run(None, trial=Trial(_chosen(case))))


def _examples() -> dict[str, Response]:
    """The invented authorities by id: those shown first in this language at the head."""
    from maturity.questionnaire.cases import examples
    from maturity.questionnaire.reading import load

    return examples(load(), language())


def _chosen(case: str | None) -> Response:
    examples = _examples()
    if case is not None and case not in examples:
        raise UsageError.of(
            "maturity demo --case", _("There is no “{case}”.").format(case=shown(case)), ", ".join(examples)
        )
    return examples[case or next(iter(examples))]


def _write_files(folder: Path, responses: list[Response]) -> list[Path]:
    from maturity.response.file import create
    from maturity.response.workspace import path_for

    paths = [path_for(folder, response) for response in responses]
    taken = [path for path in paths if os.path.lexists(path)]
    if taken:
        raise UsageError.of(
            shown_file(taken[0]),
            _("There is already a file here."),
            _("Choose another folder, or move this file away."),
        )
    for path, response in zip(paths, responses, strict=True):
        create(path, response)
    return paths


def _write_report(path: Path, case: str | None) -> None:
    from maturity.questionnaire.reading import load
    from maturity.report.document import write
    from maturity.scoring.evaluation import evaluate

    response = _chosen(case)
    write(path, load(), response, evaluate(load(), response), language=language())
    confirm(_("Report written: {path}").format(path=shown_file(path)))
