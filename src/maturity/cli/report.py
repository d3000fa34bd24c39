"""``maturity report FILE``: the answers and what they mean, as one accessible PDF."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.cli.words import Command
from maturity.errors import ReportError, UsageError
from maturity.locale import LANGUAGES, domain, language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maturity.questionnaire.model import Questionnaire
    from maturity.report.document import Written
    from maturity.scoring.result import Result

_, ngettext, _pgettext = domain("report").functions


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to write it; beside FILE otherwise.")
@click.option("--short", is_flag=True, help="Two pages for a meeting instead of the whole report.")
@click.option("--lang", "spoken", type=click.Choice(LANGUAGES), help="The language of the report.")
@click.option("--slides", type=click.Path(path_type=Path), help="Also write every picture as SVG into this folder.")
def command(file: Path, output: Path | None, spoken: str | None, slides: Path | None, *, short: bool) -> None:
    """Write the report of an assessment as a PDF that everybody can read."""
    from maturity.report.document import write
    from maturity.response.file import read
    from maturity.response.fit import questionnaire_of
    from maturity.scoring.evaluation import evaluate

    told = spoken or language()
    target = output or file.with_suffix(".pdf")
    _check_target(target, file)
    response = read(file)
    questionnaire = questionnaire_of(response, file)
    result = evaluate(questionnaire, response)
    with _bar() as progress:
        written = write(target, questionnaire, response, result, language=told, short=short, progress=progress)
    _say(target, written)
    if slides is not None:
        _write_slides(slides, questionnaire, result, told)


def _check_target(target: Path, file: Path) -> None:
    """Nothing that is not a PDF is ever overwritten."""
    if target.is_dir():
        fix = _("Name a file in it: -o {path}").format(path=target / "report.pdf")
        raise UsageError.of(str(target), _("This is a folder."), fix)
    if not target.exists():
        return
    if target.resolve() == file.resolve():
        raise UsageError.of(
            str(target), _("This is the response file itself."), _("Choose another name for the report.")
        )
    try:
        with target.open("rb") as there:
            is_pdf = target.is_file() and there.read(5) == b"%PDF-"
    except OSError as error:
        raise ReportError.of(str(target), str(error.strerror), _("Choose another name for the report.")) from error
    if not is_pdf:
        raise UsageError.of(
            str(target),
            _("There is already a file here that is not a PDF: it was left as it is."),
            _("Choose another name for the report."),
        )


@contextmanager
def _bar() -> Iterator[Callable[[float], None]]:
    """A progress bar on stderr where somebody looks; else silence."""
    if not sys.stderr.isatty():
        yield lambda _share: None
        return
    with click.progressbar(length=100, label=_("Report"), file=sys.stderr) as bar:
        yield lambda share: bar.update(round(share * 100) - bar.pos)


def _say(target: Path, written: Written) -> None:
    told = ngettext("{n} page written to {path}", "{n} pages written to {path}", written.pages)
    click.echo(told.format(n=written.pages, path=target))
    if written.replaced:
        signs = " ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(written.replaced)[:20])
        told = ngettext(
            "One character is not in the fonts of the report and was replaced by ◊: {signs}",
            "{n} characters are not in the fonts of the report and were replaced by ◊: {signs}",
            len(written.replaced),
        )
        click.echo(told.format(n=len(written.replaced), signs=signs), err=True)


def _write_slides(folder: Path, questionnaire: Questionnaire, result: Result, told: str) -> None:
    from maturity.charts.catalogue import entries
    from maturity.charts.svg import render

    try:
        folder.mkdir(parents=True, exist_ok=True)
        drawn = entries(questionnaire, result)
        for entry in drawn:
            picture = entry.draw(questionnaire, result, told)
            (folder / f"{entry.name}.svg").write_text(render(picture), encoding="utf-8")
    except OSError as error:
        raise ReportError.of(str(folder), str(error.strerror), _("Choose another folder for the pictures.")) from error
    say = ngettext("{n} picture written to {path}", "{n} pictures written to {path}", len(drawn))
    click.echo(say.format(n=len(drawn), path=folder))
